"""With years of training dialogs open at once, and are read while the window answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import imports, log
from planner.ui import skill_stories, today_opening
from planner.ui.main_window import MainWindow
from planner.ui.skill_dialog import SkillDialog
from planner.ui.today_dialog import TodayDialog

LIFTS = ("back-squat", "bench-press", "deadlift", "overhead-press")
Opened = SkillDialog | TodayDialog
SHOW = pytest.mark.parametrize(
    "show", [today_opening.show_today, skill_stories.show], ids=["recovery", "skills"]
)


@pytest.fixture
def years(window: MainWindow, today: date) -> MainWindow:
    """The window of somebody with four years of training, of which nothing is read yet."""
    sets = tuple(LoggedSet(100.0, reps, rir=2.0, load=100.0) for reps in (5, 5, 4))
    slots = tuple(LoggedExercise(slug, sets) for slug in LIFTS)
    days = [today - timedelta(days=2 * number + 1) for number in range(750)]
    key = imports.add_import(window.lifter_id(), "app", "log.csv", today, "0" * 64)
    log.add_sessions(window.lifter_id(), [Session(on, slots, finished=True) for on in days], key)
    return window


@SHOW
def test_a_long_log_is_read_in_parts_while_the_window_answers(
    years: MainWindow, show: Callable[[MainWindow], Opened]
) -> None:
    dialog = show(years)
    assert dialog.progress.isVisible()
    slices = []
    while dialog.progress.isVisible():
        QApplication.processEvents()
        slices.append(dialog.progress.isVisible())
    assert sum(slices) > 1
    assert _rows(dialog)[0][0] in ("All together", "Back squat")
    dialog.accept()


@SHOW
def test_escape_ends_the_reading_and_the_next_time_shows_all(
    years: MainWindow, qtbot: QtBot, show: Callable[[MainWindow], Opened]
) -> None:
    dialog = show(years)
    assert dialog.progress.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    again = show(years)
    qtbot.waitUntil(again.progress.isHidden)
    assert _rows(again)
    again.accept()


def _rows(dialog: Opened) -> list[list[str]]:
    table = dialog.muscles.model if isinstance(dialog, TodayDialog) else dialog.model
    columns = range(table.columnCount())
    return [
        [table.index(row, column).data() for column in columns] for row in range(table.rowCount())
    ]
