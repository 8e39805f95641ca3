"""What is exported from the window: what, of whom, where to, and how it went."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.coach import blocks, clients, export_files, health, private_answers
from planner.coach.export_files import Kind
from planner.engine.terms import (
    CheckIn,
    Intake,
    Lifter,
    LoggedExercise,
    LoggedSet,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
    Topic,
)
from planner.formats import json_log
from planner.storage import clients as stored, log, plan
from planner.ui import folders
from planner.ui.export_dialog import ExportDialog
from planner.ui.main_window import MainWindow
from planner.ui.window_state import WindowState

Open = Callable[..., ExportDialog]


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> Open:
    """Open the dialog on a kind, to write into a folder."""

    def make(kind: Kind = Kind.SPREADSHEET, folder: Path = tmp_path) -> ExportDialog:
        folders.remember_folder(str(folder))
        window.file_stories.export()
        (dialog,) = [each for each in window.findChildren(ExportDialog) if each.isVisible()]
        dialog.choose(kind)
        return dialog

    return make


@pytest.fixture
def write(window: MainWindow, qtbot: QtBot) -> Callable[[ExportDialog], str]:
    """Press Export, wait, and return what is told: in the window, or in the dialog."""

    def shown() -> list[ExportDialog]:
        return [each for each in window.findChildren(ExportDialog) if each.isVisible()]

    def done(dialog: ExportDialog) -> str:
        dialog.go.click()
        qtbot.waitUntil(lambda: not any(each.bar.isVisible() for each in shown()))
        return next((each.news.text() for each in shown()), window.status.news.text())

    return done


def squat(lifter: int, on: date) -> None:
    """Log a set."""
    entry = LoggedSet(100.0, 5, 2.0, load=100.0)
    started = datetime(on.year, on.month, on.day, 18, 30)
    slots = (LoggedExercise("back-squat", (entry,)),)
    log.add_session(lifter, Session(on, slots, "Lower", started, finished=True))


def planned(lifter: int, today: date) -> None:
    """Plan a session."""
    block = plan.mesocycle(blocks.new_mesocycle(lifter, "Base", today, 1))
    line = PlannedExercise("back-squat", (PlannedSet(5, 5, 2.0),))
    plan.add_planned_session(block.weeks[0].id or 0, PlannedSession("Lower", 0, (line,)))


def test_a_log_leaves_as_a_spreadsheet_under_a_name_with_whose_and_when(
    window: MainWindow, opened: Open, write: Callable[..., str], tmp_path: Path, today: date
) -> None:
    squat(window.lifter_id(), today)
    told = write(opened())
    (path,) = tmp_path.glob("*.xlsx")
    assert path.name.startswith(f"planner-Sam Lifter-{today}_")
    assert path.read_bytes().startswith(b"PK")
    assert told == f"1 set of Sam Lifter written to {path}"


@pytest.mark.parametrize(("kind", "suffix"), [(Kind.TABLE, ".csv"), (Kind.CALENDAR, ".ics")])
def test_another_kind_has_another_name(opened: Open, kind: Kind, suffix: str) -> None:
    dialog = opened(kind)
    assert dialog.place.field.text().endswith(suffix)
    dialog.choose(Kind.PLAN)
    assert "-plan-" in dialog.place.field.text()


def test_a_name_that_was_typed_stays_and_takes_the_suffix_of_the_kind(
    opened: Open, write: Callable[..., str], tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened()
    dialog.place.field.clear()
    qtbot.keyClicks(dialog.place.field, str(tmp_path / "mine.xlsx"))
    dialog.choose(Kind.TABLE)
    assert dialog.place.field.text() == str(tmp_path / "mine.csv")
    dialog.place.field.clear()
    qtbot.keyClicks(dialog.place.field, str(tmp_path / "v1.2"))
    write(dialog)
    assert (tmp_path / "v1.2.csv").exists()


def test_a_calendar_begins_sessions_at_the_usual_time_where_that_is_ticked(
    window: MainWindow, opened: Open, write: Callable[..., str], tmp_path: Path, today: date
) -> None:
    planned(window.lifter_id(), today)
    assert not opened(Kind.CALENDAR).timed.isVisible()
    window.findChild(ExportDialog).reject()
    squat(window.lifter_id(), today - timedelta(days=3))
    dialog = opened(Kind.CALENDAR)
    assert "18:30" in dialog.timed.text()
    dialog.timed.click()
    assert write(dialog).startswith("1 planned session of Sam Lifter written to")
    (path,) = tmp_path.glob("*.ics")
    assert "T183000" in path.read_text("utf-8")


def test_private_answers_stay_unless_they_are_ticked(
    window: MainWindow, opened: Open, write: Callable[..., str], tmp_path: Path, today: date
) -> None:
    health.answer(window.lifter_id(), Intake(today, ((Topic.HEART, False),)))
    dialog = opened(Kind.TABLE)
    assert not dialog.private.isVisible()
    dialog.choose(Kind.EVERYTHING)
    assert dialog.private.isVisible()
    assert not dialog.private.isChecked()
    assert write(dialog).endswith(f".json; {private_answers.LEFT_OUT}")
    dialog = opened(Kind.EVERYTHING)
    dialog.place.field.setText(str(tmp_path / "whole.json"))
    dialog.private.click()
    assert write(dialog).endswith("whole.json")
    made = json_log.parse((tmp_path / "whole.json").read_text("utf-8"))
    assert made.lifters[0].intakes


def test_mood_is_asked_about_for_a_spreadsheet(
    window: MainWindow, opened: Open, today: date
) -> None:
    stored.save_check_in(window.lifter_id(), CheckIn(today, mood=3))
    dialog = opened()
    assert dialog.private.isVisible()
    assert dialog.private.text() == "&Mood, too"


@pytest.fixture
def three(window: MainWindow, today: date) -> list[str]:
    """Three lifters, two of the same name, one of whom has a plan and one is archived."""
    planned(clients.add(Lifter(name="Bo")), today)
    clients.archive(clients.add(Lifter(name="Bo")), today)
    window.refresh()
    return ["Sam Lifter", "Bo", "Bo"]


def test_several_lifters_get_a_file_each(
    three: list[str], opened: Open, write: Callable[..., str], tmp_path: Path
) -> None:
    dialog = opened(Kind.TABLE)
    assert dialog.list.isVisible()
    assert [dialog.list.item(at).text() for at in range(3)] == ["Bo", "Sam Lifter", "Bo (archived)"]
    dialog.everybody.click()
    assert dialog.place.field.text() == str(tmp_path)
    assert write(dialog) == f"3 files written to {tmp_path}"
    names = sorted(path.name.rpartition("_")[0][:14] for path in tmp_path.glob("*.csv"))
    assert names == ["planner-Bo-202", "planner-Bo-202", "planner-Sam Li"]


def test_who_has_no_plan_is_named_and_the_others_get_theirs(
    three: list[str], opened: Open, write: Callable[..., str], tmp_path: Path
) -> None:
    dialog = opened(Kind.PLAN)
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert write(dialog) == "Sam Lifter has no plan to export."
    dialog.everybody.click()
    told = write(dialog)
    assert told.startswith("1 planned session of Bo written to ")
    assert told.endswith(". Sam Lifter has no plan to export. Bo has no plan to export.")
    assert len(list(tmp_path.glob("*.xlsx"))) == 1


def test_everything_of_all_is_one_file(
    three: list[str], opened: Open, write: Callable[..., str], tmp_path: Path
) -> None:
    dialog = opened(Kind.EVERYTHING)
    dialog.everybody.click()
    write(dialog)
    (path,) = tmp_path.glob("*.json")
    assert len(json.loads(path.read_text("utf-8"))["lifters"]) == 3
    assert path.name.startswith("planner-20")


def test_with_nobody_ticked_there_is_nothing_to_export(three: list[str], opened: Open) -> None:
    dialog = opened()
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.go.isEnabled()
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.go.isEnabled()


def test_a_file_that_is_there_is_replaced_only_when_that_was_agreed_to(
    opened: Open, write: Callable[..., str], tmp_path: Path, choose_files: Callable[..., None]
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
    write: Callable[..., str],
    tmp_path: Path,
    choose_files: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = opened(Kind.TABLE)
    dialog.place.field.setText(str(tmp_path / "gone" / "log.csv"))
    assert "log.csv cannot be written: No such file or directory. Choose" in write(dialog)
    dialog.place.field.setText(str(tmp_path / "log.csv"))

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "log.csv")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        assert "cannot be written: No space left on device." in write(dialog)
    assert list(tmp_path.glob("*log.csv*")) == []
    assert "written to" in write(dialog)


def test_several_files_go_into_a_folder_that_is_chosen(
    three: list[str], opened: Open, write: Callable[..., str], tmp_path: Path,
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
    for back in range(400):
        squat(window.lifter_id(), today - timedelta(days=back))
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
    window: MainWindow, opened: Open, write: Callable[..., str], database: Path, tmp_path: Path
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
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError("mistake")

    monkeypatch.setattr(export_files, "write", broken)
    dialog = opened(Kind.TABLE)
    with qtbot.captureExceptions() as caught:
        dialog.go.click()
        qtbot.waitUntil(lambda: bool(caught))
    assert dialog.go.isEnabled()
