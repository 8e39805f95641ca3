"""A large file is open at once; it is checked beside the window, which tells of damage alone."""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.coach import files
from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import inspection, log
from planner.ui.app import Start
from planner.ui.main_window import MainWindow
from planner.ui.restore_dialog import RestoreDialog

TODAY = date.today()
SQUATS = LoggedExercise("back-squat", (LoggedSet(100.0, 5),) * 60)


@pytest.fixture
def large(database: Path, lifter: int, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Close a file that counts as a large one, with a backup of it."""
    for _ in range(20):
        log.add_session(lifter, Session(TODAY, (SQUATS,)))
    files.back_up()
    files.close_file()
    monkeypatch.setattr(inspection, "_LARGE_BYTES", 0)
    return database


@pytest.fixture
def started(large: Path, qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    """Return a function that starts the window and waits for what reads the file beside it."""
    hook = sys.excepthook
    opened: list[tuple[MainWindow, Start]] = []

    def close() -> None:
        while opened:
            window, made = opened.pop()
            window.close()
            made.close_file()

    def start(read_only: bool = False) -> MainWindow:
        close()
        window = MainWindow(large, lambda: TODAY)
        qtbot.addWidget(window)
        opened.append((window, Start(window, read_only)))
        window.show()
        qtbot.waitUntil(lambda: window.ready)
        qtbot.waitUntil(lambda: not window.backup_stories.is_busy())
        qtbot.waitUntil(lambda: not window.check_stories.is_busy())
        return window

    yield start
    close()
    sys.excepthook = hook


def spoil(path: Path, table: str) -> None:
    """Write noise over a page in the middle of a table or an index."""
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (root,) = connection.execute(sql, (table,)).fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096 + 12)
        at = int.from_bytes(file.read(2), "big")
        file.seek((root - 1) * 4096 + at)
        child = int.from_bytes(file.read(4), "big")
        file.seek((child - 1) * 4096)
        file.write(random.Random(root).randbytes(4096))


def test_damage_is_told_calmly_and_stays_told_with_the_way_back(
    large: Path, started: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    spoil(large, "logged_set_uid")
    window = started()
    qtbot.waitUntil(lambda: "is damaged" in window.status.news.text())
    assert window.status.news.text().startswith("The file is damaged in places. The backup of ")
    window.tell("Something else")
    window.status.settle()
    assert "is damaged" in window.status.news.text()
    way = window.check_stories.way
    assert way is not None
    way.click()
    (dialog,) = window.findChildren(RestoreDialog)
    qtbot.waitUntil(dialog.restore.isEnabled)
    dialog.restore.click()
    assert "What was there is damaged; it is kept beside your data." in window.status.news.text()
    assert way.isHidden()
    assert files.check().ok
    assert log.counts(window.lifter_id()) == (20, 1200)
    (kept,) = large.parent.glob("*-unreadable.db")
    assert kept.stat().st_size > 0


def test_without_a_good_backup_the_window_says_what_can_be_done(
    large: Path, started: Callable[..., MainWindow]
) -> None:
    for each in (large.parent / "backups").iterdir():
        each.unlink()
    spoil(large, "logged_set_uid")
    window = started()
    assert "no backup of it is whole. Export what you need." in window.status.news.text()
    assert window.check_stories.way is None


def test_damage_is_told_at_each_start_until_it_is_gone(
    large: Path, started: Callable[..., MainWindow]
) -> None:
    spoil(large, "logged_set_uid")
    started()
    assert "is damaged in places" in started().status.news.text()


def test_a_file_that_is_only_looked_at_is_checked_too(
    large: Path, started: Callable[..., MainWindow]
) -> None:
    spoil(large, "logged_set_uid")
    window = started(read_only=True)
    assert "is damaged in places" in window.status.news.text()
    assert window.check_stories.way is None


def test_of_a_sound_one_nothing_is_said_and_it_is_checked_once_a_day(
    large: Path, started: Callable[..., MainWindow]
) -> None:
    window = started()
    assert "damaged" not in window.status.news.text()
    assert window.state.checked("planner.db") == TODAY.isoformat()
    window.check_stories.begin()
    assert not window.check_stories.is_busy()


def test_a_check_is_given_up_when_the_file_is_to_be_closed_and_begins_again_later(
    large: Path, started: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = started()
    window.state.keep_checked("planner.db", "")
    window.check_stories.begin()
    window.backup_stories.stop()
    assert not window.check_stories.is_busy()
    assert window.state.checked("planner.db") == ""
    window.backup_stories.look()
    qtbot.waitUntil(lambda: window.state.checked("planner.db") == TODAY.isoformat())
