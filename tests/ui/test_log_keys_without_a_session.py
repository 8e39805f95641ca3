"""On a day without a session no key of the log acts on the session that was shown before."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import log
from planner.ui.main_window import MainWindow

DONE = LoggedSet(100.0, 5, load=100.0)
KEYS = (
    "Ctrl+D", "Ctrl+J", "Alt+1", "Alt+3", "Ctrl+R", "Ctrl+M", "Ctrl+Shift+M", "Ctrl+Shift+Up",
    "Ctrl+Shift+Down", "Ctrl+Shift+C",
)  # fmt: skip


@pytest.fixture
def left(window: MainWindow, today: date, qtbot: QtBot) -> int:
    """Show a session with two lifts, and then a day on which nothing was done."""
    lifts = tuple(LoggedExercise(slug, (DONE,)) for slug in ("back-squat", "bench-press"))
    made = log.add_session(window.lifter_id(), Session(today, lifts))
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.show_session(made)
    window.tabs.log().session.cards[0].add_row()
    window.tabs.log().show_day(today - timedelta(days=1))
    return made


@pytest.mark.parametrize("keys", KEYS)
def test_nothing_is_done_to_it(window: MainWindow, left: int, keys: str) -> None:
    before = log.session(left)
    QTest.keySequence(window, QKeySequence(keys))
    assert log.session(left) == before
    assert not [each for each in window.findChildren(QDialog) if each.isVisible()]
    assert not window.tabs.log().session.isAncestorOf(QApplication.focusWidget())


def test_the_keys_are_back_with_the_session(window: MainWindow, left: int) -> None:
    window.show_session(left)
    QTest.keySequence(window, QKeySequence("Ctrl+R"))
    (chooser,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    chooser.reject()
