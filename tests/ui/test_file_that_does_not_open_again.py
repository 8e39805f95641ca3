"""A file that was closed for a restore and cannot be opened again: the way on, no dead window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.coach import files
from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import log
from planner.ui.app import Start
from planner.ui.main_window import MainWindow
from planner.ui.opening_dialog import OpeningDialog

TODAY = date(2026, 11, 5)
SQUATS = LoggedExercise("back-squat", (LoggedSet(100.0, 5),))

Disk = Callable[[int], AbstractContextManager[None]]


@pytest.fixture
def window(database: Path, lifter: int, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window that was started on a file with a backup, and one session more than that."""
    hook = sys.excepthook
    files.back_up()
    log.add_session(lifter, Session(TODAY, (SQUATS,)))
    files.close_file()
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    start = Start(made)
    made.show()
    qtbot.waitUntil(lambda: made.ready)
    qtbot.waitUntil(lambda: not made.backup_stories.is_busy())
    yield made
    made.close()
    start.close_file()
    sys.excepthook = hook


def oldest(path: Path) -> Path:
    return files.backups(path)[-1].path


def answer(act: Callable[[OpeningDialog], object]) -> list[str]:
    """Act on the next dialog of opening; return what it says, once it does."""
    said: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, OpeningDialog):
            said.extend(each.text() for each in dialog.findChildren(QLabel))
            act(dialog)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)
    return said


def test_on_a_full_disk_it_is_opened_again_once_there_is_room(
    window: MainWindow, lifter: int, qtbot: QtBot, disk_of: Disk
) -> None:
    log.add_session(lifter, Session(TODAY, (SQUATS,)))  # in the log, for which there is no room
    backup = oldest(window.database)
    with ExitStack() as full:

        def make_room(dialog: OpeningDialog) -> None:
            assert not files.is_open()
            full.close()
            dialog.accept()

        said = answer(make_room)
        full.enter_context(disk_of(0))
        window.backup_stories.put_back(backup)
    qtbot.waitUntil(lambda: window.ready)
    assert "Your training data cannot be opened" in said
    assert log.counts(window.lifter_id()) == (2, 2)
    assert window.act("Log", lambda: log.add_session(lifter, Session(TODAY, (SQUATS,))))
    assert log.counts(window.lifter_id()) == (3, 3)


def test_a_stick_that_is_pulled_meanwhile_is_waited_for_and_no_empty_file_is_made(
    window: MainWindow, qtbot: QtBot
) -> None:
    away = window.database.with_name("away.db")
    asked: list[int] = []

    def plug_in(dialog: OpeningDialog) -> None:
        asked.append(1)
        assert not window.database.exists()
        away.rename(window.database)
        dialog.accept()

    def ask_again(dialog: OpeningDialog) -> None:
        asked.append(1)
        answer(plug_in)
        dialog.accept()

    answer(ask_again)
    with pytest.raises(files.DatabaseProblem) as caught, files.restoring(oldest(window.database)):
        window.database.rename(away)
    window.stranded.emit(caught.value)
    qtbot.waitUntil(lambda: window.ready)
    assert len(asked) == 2
    assert log.counts(window.lifter_id()) == (1, 1)


def test_who_gives_up_ends_the_program(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[int] = []
    monkeypatch.setattr(QApplication, "exit", left.append)
    files.close_file()
    answer(lambda dialog: dialog.reject())
    window.stranded.emit(files.FullDisk("The disk is full."))
    assert left == [1]
    assert not files.is_open()
