"""The Plan menu fills loads only where the plan in sight lacks some that the log can tell."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from planner.coach import planning
from planner.engine.terms import LoggedSet, PlannedSet
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


def test_no_two_entries_of_the_menu_share_a_letter(window):
    texts = [action.text() for action in plan_menu(window).actions()]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(letters) == len(set(letters))
