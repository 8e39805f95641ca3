"""While files are merged: the trash is not emptied into the merge, and a lost file ends it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import backup_place, clients, files, trash
from planner.engine.terms import Lifter
from planner.storage import database as storage, rows, undo
from planner.ui import parts
from planner.ui.lost_file_dialog import LostFileDialog
from planner.ui.main_window import MainWindow
from planner.ui.merge_file_dialog import MergeFileDialog

TODAY = date(2026, 11, 5)
OLD = datetime.combine(TODAY - timedelta(days=40), time())


@pytest.fixture
def laptop(database: Path, lifter: int, tmp_path: Path) -> Path:
    """A copy of the desk's file to which Anna came; since then Bo has been in the trash here."""
    path = files.back_up(tmp_path / "laptop.db")
    storage.close_database()
    storage.open_database(path)
    clients.add(Lifter(name="Anna"))
    storage.close_database()
    storage.open_database(database)
    bo = clients.add(Lifter(name="Bo"))
    rows.touch("lifter", bo, deleted_at=int(OLD.timestamp() * 1000))
    return path


def deleted() -> list[str]:
    return [each.name for each in trash.contents()]


def names() -> list[str]:
    return [each.name for each in clients.lifters()]


def back_up(window: MainWindow, qtbot: QtBot) -> None:
    """Let the backup be made that is due, after which the trash is emptied: it is not the first."""
    for days in (1, 2, 3):
        name = f"planner-{TODAY - timedelta(days=days)}_120000.db"
        files.back_up(backup_place.usual(window.database) / name)
    window.backup_stories.begin()
    qtbot.waitUntil(lambda: not window.backup_stories.is_busy())


def test_the_trash_is_emptied_after_the_merge_and_is_no_part_of_it(
    laptop: Path, merging, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = merging(laptop)
    back_up(window, qtbot)
    assert deleted() == ["Bo"]
    with qtbot.waitSignal(dialog.merged):
        dialog.merge_button.click()
    qtbot.waitUntil(lambda: deleted() == [], timeout=10_000)
    window.undo_stories.undo()
    assert names() == ["Sam Lifter"]
    assert deleted() == []


def test_the_trash_is_emptied_when_a_merge_was_left(
    laptop: Path, merging, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = merging(laptop)
    back_up(window, qtbot)
    dialog.reject()
    qtbot.waitUntil(lambda: deleted() == [], timeout=10_000)


def test_merging_ends_a_backup_that_is_being_made(
    laptop: Path, merging, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = merging(laptop)
    window.backup_stories.begin()
    with qtbot.waitSignal(dialog.merged):
        dialog.merge_button.click()
        assert not window.backup_stories.is_busy()
    assert [each.reason for each in files.backups(window.database)] == [files.Reason.MERGE]


@pytest.fixture
def half_merged(laptop: Path, merging, monkeypatch: pytest.MonkeyPatch) -> MergeFileDialog:
    """A merge that has begun to write."""
    monkeypatch.setattr(parts, "SLICE_S", 1e-5)
    dialog = merging(laptop)
    dialog.merge_button.click()
    while dialog.isVisible() and not undo.under_way():
        QApplication.processEvents()
    assert undo.under_way()
    return dialog


def test_a_file_that_is_lost_meanwhile_ends_the_merge_and_what_was_there_is_saved(
    half_merged: MergeFileDialog, window: MainWindow, database: Path, laptop: Path
) -> None:
    with closing(sqlite3.connect(laptop)) as elsewhere:
        elsewhere.execute("PRAGMA journal_mode = delete")
    laptop.replace(database)
    assert not window.close()  # at the end of a session, say: the dialog keeps users from it
    assert not half_merged.isVisible()
    assert not undo.under_way()
    assert names() == ["Sam Lifter"]
    (dialog,) = window.findChildren(LostFileDialog)
    assert dialog.isVisible()
    assert window.look_only.is_on()


def test_nothing_else_is_written_into_a_merge(
    half_merged: MergeFileDialog, window: MainWindow, qtbot: QtBot
) -> None:
    assert not window.act("Add", lambda: clients.add(Lifter(name="Cem")))
    assert "being written" in window.status.news.text()
    with qtbot.waitSignal(half_merged.merged):
        pass
    assert names() == ["Anna", "Sam Lifter"]
    half_merged.close()


def test_a_merge_that_is_left_once_it_is_stored_is_done_and_left_once(
    half_merged: MergeFileDialog, window: MainWindow
) -> None:
    left: list[int] = []
    half_merged.finished.connect(left.append)
    while undo.under_way():
        QApplication.processEvents()
    half_merged.reject()
    assert left == [MergeFileDialog.DialogCode.Accepted]
    assert window.history.stack.count() == 1
    assert names() == ["Anna", "Sam Lifter"]


def test_while_files_are_compared_cancel_is_no_wider_than_its_words(
    laptop: Path, window: MainWindow
) -> None:
    window.show()
    window.file_stories.take([laptop])
    (dialog,) = window.findChildren(MergeFileDialog)
    assert not dialog.preview_page.isVisible()
    assert dialog.cancel_button.width() == dialog.cancel_button.sizeHint().width()
    dialog.reject()
