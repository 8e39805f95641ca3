"""What was backed up before there was a passphrase: it stays, or is overwritten."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.coach import files, passphrase
from planner.storage import protection
from planner.storage.base import open_connection
from planner.ui.delete_backups_dialog import DeleteBackupsDialog
from planner.ui.main_window import MainWindow
from planner.ui.worker import Work
from tests.ui.passphrase.hands import OTHER, WORDS, dialog_of, fill, protect, said

MANY = 5  # backups: enough to be in the middle of
BACKED_UP = 50  # percent of the work: a backup comes first
A_WHILE_S = 10.0


def test_earlier_backups_stay_unless_deleting_them_is_asked_for(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    qtbot.waitUntil(lambda: bool(files.backups(database)))
    (plain,) = files.backups(database)
    dialog = dialog_of(window)
    assert "(1)" in dialog.delete_old.text()
    fill(dialog, WORDS)
    dialog.delete_old.setChecked(True)
    with qtbot.waitSignal(dialog.finished):
        dialog.go.click()
    assert not plain.path.exists()
    assert all(map(protection.opens_alike, (each.path for each in files.backups(database))))


def test_a_backup_with_the_passphrase_is_made_as_soon_as_it_is_set(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    qtbot.waitUntil(lambda: bool(files.backups(database)))
    (plain,) = files.backups(database)
    protect(window, qtbot)
    assert "protected" in said(window)
    assert plain.path.exists()
    assert len(passphrase.opening_alike(database)) == 1


def test_only_the_earlier_backups_that_were_counted_are_deleted(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    qtbot.waitUntil(lambda: bool(files.backups(database)))
    (plain,) = files.backups(database)
    protect(window, qtbot)
    (kept,) = passphrase.opening_alike(database)
    dialog = dialog_of(window)
    assert "ask for the present one (1)" in dialog.delete_old.text()
    fill(dialog, OTHER, present=WORDS)
    dialog.delete_old.setChecked(True)
    with qtbot.waitSignal(dialog.finished):
        dialog.go.click()
    assert not kept.path.exists()
    assert plain.path.exists()
    assert len(passphrase.opening_alike(database)) == 1


def test_backups_that_anybody_can_still_read_are_said_and_can_go(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    qtbot.waitUntil(lambda: bool(files.backups(database)))
    protect(window, qtbot)
    dialog = dialog_of(window)
    assert "Anybody can read 1 earlier backup" in dialog.open_to_all.text()
    dialog.close_all.click()
    (asked,) = dialog.findChildren(DeleteBackupsDialog)
    assert asked.asked.text() == "Delete 1 earlier backup or copy?"
    asked.reject()
    assert dialog.isVisible()
    assert len(passphrase.readable(database)) == 1
    dialog.close_all.click()
    with qtbot.waitSignal(dialog.finished):
        dialog.findChildren(DeleteBackupsDialog)[-1].delete.click()
    assert passphrase.readable(database) == []
    assert passphrase.checking(WORDS)()
    dialog = dialog_of(window)
    assert not dialog.open_to_all.isVisible()
    dialog.reject()


def test_backups_are_overwritten_beside_the_window_and_that_can_be_stopped(
    window: MainWindow, qtbot: QtBot, database: Path
) -> None:
    qtbot.waitUntil(lambda: bool(files.backups(database)))
    (first, *_) = files.backups(database)
    for number in range(2, MANY):
        shutil.copy(first.path, first.path.with_stem(f"planner-2026-11-02_120000-{number}"))
    protect(window, qtbot)
    before = len(passphrase.readable(database))
    dialog = dialog_of(window)
    dialog.close_all.click()
    dialog.findChildren(DeleteBackupsDialog)[-1].delete.click()
    in_the_middle, go_on = Event(), Event()

    def wait_in_the_middle(percent: int) -> None:
        if percent > BACKED_UP:
            in_the_middle.set()
            go_on.wait(A_WHILE_S)

    work = window.findChildren(Work)[-1]
    work.progressed.connect(wait_in_the_middle, Qt.ConnectionType.DirectConnection)
    qtbot.waitUntil(in_the_middle.is_set)
    assert "Deleting" in dialog.says.text()
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()
        go_on.set()
    assert 0 < len(passphrase.readable(database)) < before
    assert "Not all of the earlier backups" in said(window)


def test_what_could_not_be_overwritten_is_told(
    window: MainWindow,
    qtbot: QtBot,
    database: Path,
    disk_of: Callable[[int], AbstractContextManager[None]],
) -> None:
    open_connection().execute("INSERT INTO setting VALUES ('x', hex(zeroblob(4000000)), 1)")
    open_connection().execute("DELETE FROM setting WHERE key = 'x'")
    qtbot.waitUntil(lambda: not window.backup_stories.is_busy())
    with disk_of(5_000_000):
        protect(window, qtbot)
    assert passphrase.is_set()
    assert "planner.db.before-passphrase" in said(window)
