"""Another program has its hands in the file: the window says so and goes on."""

from __future__ import annotations

import logging
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.storage.base import open_connection
from planner.ui.app import hear_problems
from planner.ui.main_window import MainWindow
from planner.ui.problems import Catcher, ProblemDialog

TODAY = date(2026, 11, 5)


@pytest.fixture
def window(database: Path, lifter: int, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    made.refresh()
    yield made
    made.close()


@pytest.fixture
def catcher(window: MainWindow, tmp_path: Path) -> Iterator[Catcher]:
    before, before_threads = sys.excepthook, threading.excepthook
    made = Catcher(tmp_path / "planner.log", window)
    made.install()
    hear_problems(made, window)
    yield made
    sys.excepthook, threading.excepthook = before, before_threads


@pytest.fixture
def locked(window: MainWindow, database: Path) -> Iterator[None]:
    """Another program that keeps the whole file to itself."""
    open_connection().execute("PRAGMA busy_timeout = 0")
    open_connection().execute("PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(database)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def crash_dialogs() -> list[ProblemDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, ProblemDialog)]


@pytest.mark.usefixtures("locked")
def test_a_refresh_of_a_locked_file_is_told_in_the_status_bar(
    window: MainWindow, catcher: Catcher, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "planner"):
        QTimer.singleShot(0, window.refresh)
        qtbot.waitUntil(lambda: "Another program is using" in window.status.news.text())
    assert crash_dialogs() == []
    assert "LockedDatabase" in caplog.text
