"""Where exports go, and what is told of them: written, stopped, or in the way of something."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path
from typing import TypeAlias

from pytestqt.qtbot import QtBot

from planner.coach.export_files import Kind
from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import log
from planner.ui import folders
from planner.ui.export_dialog import ExportDialog
from planner.ui.export_run import ExportRun
from planner.ui.main_window import MainWindow
from planner.ui.window_state import WindowState

Open: TypeAlias = Callable[..., ExportDialog]
Write: TypeAlias = Callable[[ExportDialog], str]
Plan: TypeAlias = Callable[[int], None]


def test_a_file_that_is_there_is_replaced_only_when_that_was_agreed_to(
    opened: Open, write: Write, tmp_path: Path, choose_files: Callable[..., None]
) -> None:
    there = tmp_path / "log.csv"
    there.write_text("kept")
    dialog = opened(Kind.TABLE)
    dialog.place.field.setText(str(there))
    dialog.go.click()
    assert "is there already" in dialog.news.text()
    assert there.read_text() == "kept"
    choose_files(there)
    dialog.place.browse.click()
    assert write(dialog).startswith("0 sets of Sam Lifter written to")
    assert there.read_text("utf-8").startswith("session_number")


def test_a_folder_that_is_gone_and_a_full_disk_are_told_and_can_be_mended(
    opened: Open,
    write: Write,
    tmp_path: Path,
    disk_of: Callable[[int], AbstractContextManager[None]],
) -> None:
    dialog = opened(Kind.TABLE)
    dialog.place.field.setText(str(tmp_path / "gone" / "log.csv"))
    assert "log.csv cannot be written: No such file or directory. Choose" in write(dialog)
    dialog.place.field.setText(str(tmp_path / "log.csv"))
    with disk_of(100):
        assert "log.csv cannot be written: File too large. Choose" in write(dialog)
    assert list(tmp_path.glob("*log.csv*")) == []
    assert "written to" in write(dialog)


def test_a_name_that_is_too_long_is_told_and_can_be_mended(
    opened: Open, write: Write, tmp_path: Path
) -> None:
    dialog = opened(Kind.TABLE)
    dialog.place.field.setText(str(tmp_path / ("x" * 300)))
    assert "cannot be written: File name too long" in write(dialog)
    dialog.place.field.setText(str(tmp_path / "log.csv"))
    assert "written to" in write(dialog)


def test_several_files_go_into_a_folder_that_is_chosen(
    three: list[str], opened: Open, write: Write, tmp_path: Path,
    choose_files: Callable[..., None],
) -> None:  # fmt: skip
    (tmp_path / "clients").mkdir()
    dialog = opened(Kind.TABLE)
    dialog.everybody.click()
    choose_files()
    dialog.place.browse.click()
    assert dialog.place.field.text() == str(tmp_path)
    choose_files(tmp_path / "clients")
    dialog.place.browse.click()
    write(dialog)
    assert len(list((tmp_path / "clients").iterdir())) == 3


def test_writing_can_be_stopped_and_leaves_nothing(
    window: MainWindow, opened: Open, tmp_path: Path, today: date, qtbot: QtBot
) -> None:
    slots = (LoggedExercise("back-squat", (LoggedSet(100.0, 5, 2.0, load=100.0),)),)
    for on in (today - timedelta(days=back) for back in range(1200)):
        log.add_session(window.lifter_id(), Session(on, slots, finished=True))
    dialog = opened()
    dialog.go.click()
    assert not dialog.go.isEnabled()
    assert not dialog.kinds.button(0).isEnabled()
    qtbot.waitUntil(lambda: dialog.bar.maximum() == 100)
    dialog.cancel.click()
    assert dialog.isVisible()
    assert dialog.news.text().startswith("Stopped.")
    window.close()
    assert list(tmp_path.glob("*.xlsx*")) == []


def test_stopped_while_it_is_read_it_leaves_nothing_either(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    dialog = opened(Kind.EVERYTHING)
    dialog.go.click()
    dialog.cancel.click()
    dialog.cancel.click()
    assert not dialog.isVisible()
    assert list(tmp_path.glob("*.json")) == []


def test_the_next_file_is_looked_for_where_the_last_one_was(
    window: MainWindow, opened: Open, write: Write, database: Path, tmp_path: Path
) -> None:
    (tmp_path / "logs").mkdir()
    dialog = opened()
    dialog.place.field.setText(str(tmp_path / "logs" / "log.xlsx"))
    write(dialog)
    assert folders.folder() == tmp_path / "logs"
    window.close()
    folders.remember_folder("")
    WindowState(database).restore_window(window)
    assert folders.folder() == tmp_path / "logs"


def test_what_is_no_trouble_with_files_is_a_fault_of_the_program(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(Kind.TABLE)
    dialog.go.click()
    with qtbot.captureExceptions() as caught:
        dialog.findChild(ExportRun).broke.emit(tmp_path / "log.csv", RuntimeError("mistake"))
    assert "mistake" in str(caught)
    assert dialog.go.isEnabled()
