"""What wrote thousands of rows is taken back and done again under a dialog, which can be left."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import imports, log, rows
from planner.ui.doing_dialog import DoingDialog
from planner.ui.main_window import MainWindow

Press = Callable[[str], None]


@pytest.fixture
def window(window: MainWindow, today: date) -> MainWindow:
    """The window of somebody who has just brought in 12,000 sets."""
    window.show()
    window.start()
    slots = (LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),) * 20),)
    days = [today - timedelta(days=number) for number in range(600)]

    def bring_in() -> None:
        key = imports.add_import(window.lifter_id(), "log.csv", "app", today, "0" * 64)
        log.add_sessions(window.lifter_id(), [Session(on, slots) for on in days], key)

    window.act("Import log.csv", bring_in)
    return window


def shown() -> DoingDialog | None:
    made = QApplication.activeModalWidget()
    return made if isinstance(made, DoingDialog) else None


def sets(window: MainWindow) -> int:
    return log.counts(window.lifter_id())[1]


def test_a_large_import_is_taken_back_and_done_again_while_the_window_answers(
    window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    press("Ctrl+Z")
    dialog = shown()
    assert dialog is not None
    assert dialog.page.what.text() == "Undoing: Import log.csv…"
    qtbot.waitUntil(lambda: shown() is None)
    assert sets(window) == 0
    assert window.menus.redo.text() == "&Redo Import log.csv"
    press("Ctrl+Shift+Z")
    dialog = shown()
    assert dialog is not None
    assert dialog.page.what.text() == "Doing again: Import log.csv…"
    qtbot.waitUntil(lambda: shown() is None)
    assert sets(window) == 12_000
    assert window.menus.undo.text() == "&Undo Import log.csv"


def test_who_cancels_an_undo_keeps_everything_and_can_ask_again(
    window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    press("Ctrl+Z")
    dialog = shown()
    assert dialog is not None
    dialog.reject()
    assert sets(window) == 12_000
    assert window.menus.undo.text() == "&Undo Import log.csv"
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: shown() is None)
    assert sets(window) == 0


def test_an_import_whose_sets_another_program_deleted_is_not_taken_back(
    window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(window.database, isolation_level=None)) as other:
        other.execute("DELETE FROM logged_set WHERE id = 7")
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: shown() is None)
    assert sets(window) == 11_999
    assert not window.menus.undo.isEnabled()


def test_an_import_that_is_not_whole_any_more_stays_and_that_is_said(
    window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    rows.remove("logged_set", 7)
    with qtbot.waitSignal(window.history.failed) as said:
        press("Ctrl+Z")
    assert "can no longer be undone" in said.args[0]
    assert sets(window) == 11_999
    assert not window.menus.undo.isEnabled()
    assert shown() is None
