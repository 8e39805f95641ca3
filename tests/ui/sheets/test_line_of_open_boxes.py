"""The line that asks for boxes which could not be read is about the lifter in sight."""

from __future__ import annotations

from datetime import date

from planner.coach import logging
from planner.engine.terms import UNREAD, LoggedExercise, LoggedSet
from planner.storage import log
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName


def test_it_goes_with_the_only_lifter(window: MainWindow, today: date) -> None:
    session = logging.start_free(window.lifter_id(), today)
    unread = LoggedSet(None, None, flags=frozenset({UNREAD}))
    log.add_logged_exercise(session, LoggedExercise("back-squat", (unread,)))
    window.show()
    window.show_tab(TabName.LOG)
    line = window.lifter_stories.sheets.line
    assert line.isVisible()
    window.lifter_stories.archive()
    assert window.pages.currentWidget() is window.first_start
    assert not line.isVisible()
    window.history.undo()
    assert line.isVisible()
