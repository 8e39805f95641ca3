"""The library opened from the menu, the planner and the log, and what it leads to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from planner.engine.terms import LoggedSet
from planner.ui import library_stories
from planner.ui.exercise_list import ExerciseList
from planner.ui.library_dialog import LibraryDialog
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName


@pytest.fixture
def trained(did: Callable[..., None], today: date) -> None:
    """Six weeks of squats."""
    for week in range(6, 0, -1):
        entry = LoggedSet(100.0, 5, rir=2.0, load=100.0)
        did(today - timedelta(weeks=week), "back-squat", entry, entry)


def opened(window: MainWindow) -> LibraryDialog:
    (made,) = window.findChildren(LibraryDialog)
    return made


def test_the_library_opens_from_the_menu_and_leads_to_the_charts(
    trained, window, press, qtbot
) -> None:
    press("Ctrl+Shift+L")
    dialog = opened(window)
    dialog._follow("back-squat")
    dialog.detail.charts.click()
    assert not dialog.isVisible()
    assert window.tab_name is TabName.CHARTS
    qtbot.waitUntil(lambda: window.tabs.charts().panel.name.text() == "BACK SQUAT")


def test_it_opens_before_there_is_a_lifter(empty_window) -> None:
    library_stories.show_library(empty_window)
    dialog = opened(empty_window)
    assert dialog.detail.title.text()
    assert not dialog.detail.done.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_planners_list_tells_about_its_exercise(window, plan_today) -> None:
    plan_today(back_squat=())
    window.refresh()
    listing = window.tabs.planner().findChild(ExerciseList).list
    listing.setCurrentRow(0)
    reason, place = QContextMenuEvent.Reason.Keyboard, listing.rect().center()
    QApplication.sendEvent(listing, QContextMenuEvent(reason, place, place))
    (menu,) = listing.findChildren(QMenu)
    (about,) = [each for each in menu.actions() if each.text() == "A&bout this exercise"]
    about.trigger()
    menu.close()
    assert opened(window).detail.title.text() == listing.item(0).text()


def test_the_log_tells_about_the_exercise_of_a_card(window, did, today) -> None:
    did(today, "back-squat", LoggedSet(100.0, 5, load=100.0))
    window.show_tab(TabName.LOG)
    window.tabs.log().show_day(today)
    (card,) = window.tabs.log().session.cards
    actions = card.head.menu.menu().actions()
    (about,) = [each for each in actions if each.text() == "&About this exercise"]
    about.trigger()
    assert opened(window).detail.title.text() == "Back squat"
