"""The Plan menu fills loads only where the plan in sight lacks some that the log can tell."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget

from planner.coach import planning
from planner.engine.terms import LoggedSet, PlannedSet
from planner.ui.block_calendar import BlockCalendar
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName


@pytest.fixture
def unloaded(window: MainWindow, lifter: int, today, plan_today, did) -> MainWindow:
    """The window of somebody who squats, and has squats planned without a load."""
    for week in range(6, 0, -1):
        entry = LoggedSet(100.0, 5, rir=2.0, load=100.0)
        did(today - timedelta(weeks=week), "back-squat", entry, entry, entry)
    plan_today(back_squat=(PlannedSet(5, 5, rir=2.0),) * 3)
    window.refresh()
    return window


def plan_menu(window: MainWindow) -> QMenu:
    """Open the Plan menu, as far as that can be done without a mouse."""
    (menu,) = (m for m in window.menuBar().findChildren(QMenu) if m.title() == "&Plan")
    menu.aboutToShow.emit()
    return menu


def fill(window: MainWindow) -> QAction:
    actions = plan_menu(window).actions()
    return next(action for action in actions if action.text() == "&Fill loads")


def loads(lifter: int, today) -> set[float | None]:
    sets = planning.view(lifter, today, today).week.sessions[0].exercises[0].sets
    return {entry.load_kg for entry in sets}


def test_open_loads_are_filled_from_the_menu_and_emptied_by_undo(unloaded, lifter, today):
    assert fill(unloaded).isEnabled()
    fill(unloaded).trigger()
    assert None not in loads(lifter, today)
    assert not fill(unloaded).isEnabled()
    unloaded.history.undo()
    assert loads(lifter, today) == {None}
    assert fill(unloaded).isEnabled()


def test_where_the_plan_is_not_in_sight_nothing_can_be_filled(unloaded):
    unloaded.show_tab(TabName.LOG)
    assert not fill(unloaded).isEnabled()


def test_without_a_plan_nothing_can_be_filled(window):
    assert not fill(window).isEnabled()


def test_before_anybody_is_there_nothing_can_be_filled(empty_window):
    assert not fill(empty_window).isEnabled()


@pytest.mark.parametrize("text", ["Save &block as a program…", "&Print week…"])
def test_what_needs_a_plan_is_off_until_there_is_one(window, plan_today, text):
    def entry() -> QAction:
        return next(action for action in plan_menu(window).actions() if action.text() == text)

    assert not entry().isEnabled()
    plan_today(back_squat=(PlannedSet(5, 5),))
    window.refresh()
    window.show_tab(TabName.LOG)
    assert entry().isEnabled()


def test_the_key_of_the_calendar_works_though_the_menu_was_seen_before_there_was_a_plan(
    window, plan_today, press
):
    menu = plan_menu(window)
    menu.aboutToHide.emit()
    plan_today(back_squat=(PlannedSet(5, 5),))
    window.refresh()
    press("Ctrl+Shift+B")
    (calendar,) = window.tabs.planner().findChildren(BlockCalendar)
    calendar.reject()


def test_the_key_to_find_an_exercise_works_from_the_bar_above_too(unloaded, qtbot):
    unloaded.show()
    with qtbot.waitActive(unloaded):
        unloaded.activateWindow()
    unloaded.bar.picker.setFocus()
    qtbot.keyClick(unloaded.bar.picker, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    held = QApplication.focusWidget()
    assert held is not None
    assert held.accessibleName() == "Search exercises"


def test_no_key_of_the_menus_means_something_else_in_a_tab(unloaded):
    for tab in TabName:
        unloaded.show_tab(tab)
    entries = [a for menu in unloaded.menuBar().actions() for a in menu.menu().actions()]
    inside = [a for each in unloaded.pages.findChildren(QWidget) for a in each.actions()]
    keys = [shortcut.key() for shortcut in unloaded.pages.findChildren(QShortcut)]
    keys += [key for action in inside for key in action.shortcuts()]
    assert keys
    assert not {key.toString() for key in keys} & {
        key.toString() for action in entries for key in action.shortcuts()
    }


def test_no_two_entries_of_the_menu_share_a_letter(window):
    texts = [action.text() for action in plan_menu(window).actions()]
    assert not twice(texts)


def twice(texts: list[str]) -> set[str]:
    """Return the letters that more than one of some texts goes by."""
    letters = [found[1].lower() for text in texts if (found := re.search("&(\\w)", text))]
    return {letter for letter in letters if letters.count(letter) > 1}


def in_sight(window: MainWindow) -> list[str]:
    """Return the texts of the menu bar and of what is shown below it."""
    parts = [*window.findChildren(QAbstractButton), *window.findChildren(QLabel)]
    shown = [part.text() for part in parts if part.isVisible()]
    return [*(action.text() for action in window.menuBar().actions()), *shown]


def test_no_letter_of_a_page_is_one_of_the_menu_bar(window):
    for tab in TabName:
        window.show_tab(tab)
        assert not twice(in_sight(window)), tab


def test_no_letter_of_the_week_is_one_of_the_menu_bar(unloaded):
    for tab in TabName:
        unloaded.show_tab(tab)
        assert not twice(in_sight(unloaded)), tab


def test_no_letter_of_the_first_page_is_one_of_the_menu_bar(empty_window):
    assert not twice(in_sight(empty_window))


@pytest.mark.parametrize("text", ["&Start a program…", "Start an e&mpty block…"])
def test_a_plan_can_be_started_before_anybody_is_there(empty_window, text):
    actions = plan_menu(empty_window).actions()
    assert next(action for action in actions if action.text() == text).isEnabled()
