"""The dialog to restore from, by keys and with files from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import clients, files
from planner.engine.terms import Lifter
from planner.ui.main_window import MainWindow
from planner.ui.restore_dialog import RestoreDialog


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> RestoreDialog:
    """The dialog with one backup, of a lifter less than there are now, as it opens."""
    files.back_up()
    window.lifter_stories.add(Lifter(name="Too much"))
    window.show()
    window.backup_stories.restore()
    (made,) = window.findChildren(RestoreDialog)
    with qtbot.waitActive(made):
        made.activateWindow()
    qtbot.waitUntil(made.restore.isEnabled)
    return made


def test_enter_restores_what_is_marked(dialog: RestoreDialog) -> None:
    held = QApplication.focusWidget()
    assert held is dialog.list
    QTest.keyClick(held, Qt.Key.Key_Return)
    assert [each.name for each in clients.lifters()] == ["Sam Lifter"]


def test_enter_asks_for_the_passphrase_that_is_wanted(dialog: RestoreDialog, qtbot: QtBot) -> None:
    Path(dialog.list.item(0).toolTip()).write_bytes(bytes(range(256)) * 32)
    dialog.list.setCurrentRow(-1)
    assert dialog.restore.isDefault()
    dialog.list.setCurrentRow(0)
    qtbot.waitUntil(dialog.unlock.isVisible)
    assert dialog.unlock.isDefault()
    dialog.reject()


def test_a_file_that_is_no_backup_leaves_the_list_and_a_word_why(
    dialog: RestoreDialog, tmp_path: Path, choose_files: Callable[..., None], qtbot: QtBot
) -> None:
    photo = tmp_path / "holiday.db"
    photo.write_bytes(b"a photo, perhaps" * 100)
    choose_files(photo)
    for _ in range(3):
        dialog.choose()
        qtbot.waitUntil(lambda: dialog.list.count() == 1)
        assert "holiday.db is not a training database" in dialog._note.text()
        assert dialog.list.currentItem() is None
        assert not dialog.restore.isEnabled()
    dialog.list.setCurrentRow(0)
    qtbot.waitUntil(dialog.restore.isEnabled)
    assert "holiday.db" not in dialog._note.text()
    dialog.reject()


def test_a_file_chosen_twice_stands_in_the_list_once(
    dialog: RestoreDialog, tmp_path: Path, choose_files: Callable[..., None], qtbot: QtBot
) -> None:
    choose_files(files.back_up(tmp_path / "stick.db"))
    for _ in range(2):
        dialog.list.setCurrentRow(0)
        dialog.choose()
        assert dialog.list.count() == 2
        assert dialog.list.currentRow() == 1
    qtbot.waitUntil(dialog.restore.isEnabled)
    dialog.reject()


def test_a_backup_that_cannot_be_read_stays_in_the_list(
    dialog: RestoreDialog, choose_files: Callable[..., None], qtbot: QtBot
) -> None:
    path = Path(dialog.list.item(0).toolTip())
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    choose_files(path)
    dialog.list.setCurrentRow(-1)
    dialog.choose()
    qtbot.waitUntil(lambda: "is damaged" in dialog._note.text())
    assert dialog.list.count() == 1
    dialog.reject()


def test_of_a_damaged_file_from_elsewhere_is_said_what_helps_here(
    dialog: RestoreDialog, tmp_path: Path, choose_files: Callable[..., None], qtbot: QtBot
) -> None:
    stick = files.back_up(tmp_path / "stick.db")
    stick.write_bytes(stick.read_bytes()[: stick.stat().st_size // 2])
    choose_files(stick)
    dialog.choose()
    told = "stick.db is damaged and was left as it is. Choose another file."
    qtbot.waitUntil(lambda: dialog._note.text() == told)
    dialog.reject()


def test_a_backup_of_another_file_says_so_before_it_is_restored(
    dialog: RestoreDialog, tmp_path: Path, choose_files: Callable[..., None], qtbot: QtBot
) -> None:
    theirs = files.back_up(tmp_path / "backups" / "second-2026-11-05_120000_daily.db")
    choose_files(theirs)
    dialog.choose()
    qtbot.waitUntil(dialog.restore.isEnabled)
    assert "a backup of second.db, not of planner.db" in dialog._note.text()
    assert dialog._note.property("role") == "warn"
    dialog.list.setCurrentRow(0)
    qtbot.waitUntil(dialog.restore.isEnabled)
    assert "second.db" not in dialog._note.text()
    assert dialog._note.property("role") == "muted"
    dialog.reject()


def test_backups_of_a_file_that_is_gone_stand_below_with_its_name(
    window: MainWindow, database: Path, qtbot: QtBot
) -> None:
    earlier = files.back_up(database.parent / "backups" / "clients-2026-11-05_120000_daily.db")
    files.back_up()
    window.show()
    window.backup_stories.restore()
    (made,) = window.findChildren(RestoreDialog)
    told = [made.list.item(row).text().splitlines()[1] for row in range(made.list.count())]
    assert told == ["by hand", "clients.db · daily"]
    assert made.list.item(1).toolTip() == str(earlier)
    made.reject()
