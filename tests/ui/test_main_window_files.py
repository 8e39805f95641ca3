"""Export, back up and restore from the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import backup_place, clients, files, logging
from planner.engine.terms import Lifter, Session
from planner.storage import log
from planner.ui import dates, folders
from planner.ui.main_window import MainWindow
from planner.ui.restore_dialog import RestoreDialog


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_is_gone_gives_way_to_the_documents_or_home(tmp_path: Path) -> None:
    folders.remember_folder(str(tmp_path / "gone"))
    assert folders.folder().is_dir()


def test_a_backup_is_made_on_request(window: MainWindow, database: Path, qtbot: QtBot) -> None:
    window.backup_stories.back_up()
    qtbot.waitUntil(lambda: not window.backup_stories.is_busy())
    assert window.status.news.text().startswith("Backed up to")
    assert len(files.backups(database)) == 1


def test_restoring_shows_both_counts_and_brings_the_old_data_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    files.back_up()
    window.lifter_stories.add(Lifter(name="Too much"))
    window.backup_stories.restore()
    (dialog,) = window.findChildren(RestoreDialog)
    assert [made.text() for made in dialog._cells[1]] == ["2", "1"]
    dialog.restore.click()
    assert [made.name for made in clients.lifters()] == ["Sam Lifter"]
    assert not window.history.stack.canUndo()
    assert "Restored" in window.status.news.text()


def test_restoring_counts_what_lies_in_the_trash_neither_now_nor_after(
    window: MainWindow, lifter: int
) -> None:
    made = [log.add_session(lifter, Session(date(2026, 11, day))) for day in (2, 3, 4)]
    logging.delete(made[0])
    files.back_up()
    logging.delete(made[1])
    window.backup_stories.restore()
    (dialog,) = window.findChildren(RestoreDialog)
    assert [each.text() for each in dialog._cells[2]] == ["1", "2"]
    dialog.reject()


def test_the_status_bar_follows_backups_that_are_made_later(
    window: MainWindow, database: Path, qtbot: QtBot
) -> None:
    folder = backup_place.usual(database)
    morning = files.back_up().rename(folder / "planner-2026-11-05_080200_daily.db")
    window.backup_stories.show_last()
    assert window.status.backup.text() == "Backup today 08:02"
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    shutil.copy(morning, folder / "planner-2026-11-05_093000_import_strong.csv.db")
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert window.status.backup.text() == "Backup today 09:30"


def test_after_restoring_the_status_bar_names_the_backup_made_before(
    window: MainWindow, database: Path, today: date
) -> None:
    made = files.back_up()
    window.backup_stories.put_back(made)
    newest = files.last_backup(database)
    assert newest is not None
    assert window.status.backup.text() == f"Backup {dates.short(newest.date(), today)}"


def test_nothing_is_called_saved_before_a_file_is_open(
    database: Path, today: date, qtbot: QtBot
) -> None:
    made = MainWindow(database, lambda: today)
    qtbot.addWidget(made)
    assert made.status.news.text() == ""
    made.start()
    assert made.status.news.text() == "Saved"
    made.close()


def test_backups_are_told_apart_by_their_reason_and_time(
    window: MainWindow, database: Path
) -> None:
    folder = backup_place.usual(database)
    made = files.back_up()
    for name in (
        "planner-2026-11-05_080201_daily", "planner-2026-11-05_093000_import_strong.csv",
        "planner-2026-11-05_093020-2_restore", "planner-2025-12-31_120000",
    ):  # fmt: skip
        shutil.copy(made, folder / f"{name}.db")
    made.unlink()
    window.backup_stories.restore()
    (dialog,) = window.findChildren(RestoreDialog)
    rows = [dialog.list.item(row).text().split("\n") for row in range(dialog.list.count())]
    assert [(first.split(" · ")[0], why) for first, why in rows] == [
        ("today, 09:30:20", "before restoring"),
        ("today, 09:30:00", "before the import of strong.csv"),
        ("today, 08:02", "daily"),
        ("31 Dec 2025, 12:00", "planner-2025-12-31_120000.db"),
    ]
    assert all(first.endswith("iB") for first, _why in rows)
    dialog.reject()


def test_a_file_that_is_no_backup_cannot_be_restored(
    window: MainWindow, tmp_path: Path, choose_files: Callable[..., None]
) -> None:
    path = tmp_path / "holiday.db"
    path.write_bytes(b"a photo, perhaps" * 100)
    choose_files(path)
    window.backup_stories.restore()
    (dialog,) = window.findChildren(RestoreDialog)
    dialog.choose()
    assert not dialog.restore.isEnabled()
    assert dialog._note.text()
    dialog.reject()
