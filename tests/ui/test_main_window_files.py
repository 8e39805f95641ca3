"""Export, back up and restore from the window."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import backup_place, blocks, clients, files, health, private_answers, scope
from planner.engine.terms import Intake, Lifter, Restriction, Topic
from planner.ui import dates, folders
from planner.ui.main_window import MainWindow
from planner.ui.private_question import PrivateQuestion
from planner.ui.restore_dialog import RestoreDialog
from planner.ui.window_state import WindowState


@pytest.fixture
def export(window: MainWindow, qtbot: QtBot) -> Callable[[], None]:
    """Export, and wait until the window says how it went."""

    def done() -> None:
        window.file_stories.export()
        qtbot.waitUntil(lambda: not window.status.news.text().startswith("Writing"))

    return done


def test_a_log_is_exported_as_a_table(
    window: MainWindow,
    export: Callable[[], None],
    tmp_path: Path,
    choose_files: Callable[..., None],
) -> None:
    choose_files(tmp_path / "log", kind="table")
    export()
    assert (tmp_path / "log.csv").read_text("utf-8").count("\n") == 1
    assert window.status.news.text().startswith("0 sets written")


def test_an_export_says_what_private_stayed_out(
    window: MainWindow,
    tmp_path: Path,
    choose_files: Callable[..., None],
    today: date,
    qtbot: QtBot,
) -> None:
    health.answer(window.lifter_id(), Intake(today, ((Topic.HEART, False),)))
    choose_files(tmp_path / "one", kind="One lifter")
    window.file_stories.export()
    window.findChild(PrivateQuestion).accept()
    qtbot.waitUntil(lambda: not window.status.news.text().startswith("Writing"))
    assert window.status.news.text().endswith(f"one.json; {private_answers.LEFT_OUT}")


def test_the_window_goes_on_while_an_export_is_written(
    window: MainWindow, tmp_path: Path, choose_files: Callable[..., None]
) -> None:
    choose_files(tmp_path / "log", kind="table")
    window.file_stories.export()
    assert window.status.news.text() == f"Writing {tmp_path / 'log.csv'}…"


def test_closing_the_window_waits_for_an_export_to_be_whole(
    window: MainWindow, tmp_path: Path, choose_files: Callable[..., None]
) -> None:
    choose_files(tmp_path / "all.json", kind="All lifters")
    window.file_stories.export()
    window.close()
    assert "Sam Lifter" in json.dumps(json.loads((tmp_path / "all.json").read_text("utf-8")))


def test_the_next_file_is_looked_for_where_the_last_one_was(
    window: MainWindow,
    export: Callable[[], None],
    database: Path,
    tmp_path: Path,
    choose_files: Callable[..., None],
) -> None:
    (tmp_path / "logs").mkdir()
    choose_files(tmp_path / "logs" / "log", kind="table")
    export()
    assert folders.folder() == tmp_path / "logs"
    window.close()
    folders.remember_folder("")
    WindowState(database).restore_window(window)
    assert folders.folder() == tmp_path / "logs"


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_is_gone_gives_way_to_the_documents_or_home(tmp_path: Path) -> None:
    folders.remember_folder(str(tmp_path / "gone"))
    assert folders.folder().is_dir()


def test_everything_of_all_lifters_is_exported_as_json(
    export: Callable[[], None], tmp_path: Path, choose_files: Callable[..., None]
) -> None:
    choose_files(tmp_path / "all.json", kind="All lifters")
    export()
    assert "Sam Lifter" in json.dumps(json.loads((tmp_path / "all.json").read_text("utf-8")))


def test_a_name_that_ends_in_json_is_written_as_json_though_a_table_was_chosen(
    window: MainWindow,
    export: Callable[[], None],
    tmp_path: Path,
    choose_files: Callable[..., None],
) -> None:
    choose_files(tmp_path / "win.json", kind="table")
    export()
    assert "Sam Lifter" in (tmp_path / "win.json").read_text("utf-8")
    assert not (tmp_path / "win.csv").exists()


def test_an_export_without_a_log_says_what_was_written(
    window: MainWindow,
    export: Callable[[], None],
    tmp_path: Path,
    choose_files: Callable[..., None],
    today: date,
) -> None:
    blocks.new_mesocycle(window.lifter_id(), "Strong", today, 2)
    scope.keep(window.lifter_id(), Restriction(today, words="No deep knee bend"))
    choose_files(tmp_path / "one.json", kind="One lifter")
    export()
    told = f"Everything of Sam Lifter (1 plan, 1 limit) written to {tmp_path / 'one.json'}"
    assert window.status.news.text() == told


def test_an_export_never_replaces_a_file_that_the_dialog_did_not_ask_about(
    window: MainWindow, tmp_path: Path, choose_files: Callable[..., None]
) -> None:
    (tmp_path / "log.csv").write_text("kept")
    choose_files(tmp_path / "log", kind="table")
    window.file_stories.export()
    assert (tmp_path / "log.csv").read_text() == "kept"
    assert "nothing was written" in window.status.news.text()


def test_an_export_into_a_folder_that_is_gone_says_so(
    window: MainWindow,
    export: Callable[[], None],
    tmp_path: Path,
    choose_files: Callable[..., None],
) -> None:
    choose_files(tmp_path / "gone" / "log.csv", kind="table")
    export()
    assert "cannot be written" in window.status.news.text()


def test_a_backup_is_made_on_request(
    window: MainWindow, database: Path, qtbot: QtBot
) -> None:
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
