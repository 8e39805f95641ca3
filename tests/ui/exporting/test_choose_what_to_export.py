"""What is exported from the window: what, and of whom."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.coach import health, private_answers
from planner.coach.export_files import Kind
from planner.engine.terms import CheckIn, Intake, LoggedExercise, LoggedSet, Session, Topic
from planner.formats import json_log
from planner.storage import clients as stored, log
from planner.ui.export_dialog import ExportDialog
from planner.ui.main_window import MainWindow

Open: TypeAlias = Callable[..., ExportDialog]
Write: TypeAlias = Callable[[ExportDialog], str]
Plan: TypeAlias = Callable[[int], None]


def squat(lifter: int, on: date) -> None:
    """Log a set."""
    entry = LoggedSet(100.0, 5, 2.0, load=100.0)
    started = datetime(on.year, on.month, on.day, 18, 30)
    slots = (LoggedExercise("back-squat", (entry,)),)
    log.add_session(lifter, Session(on, slots, "Lower", started, finished=True))


def test_a_log_leaves_as_a_spreadsheet_under_a_name_with_whose_and_when(
    window: MainWindow, opened: Open, write: Write, tmp_path: Path, today: date
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
    opened: Open, write: Write, tmp_path: Path, qtbot: QtBot
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


def test_nothing_is_exported_while_nobody_is_ticked_whatever_name_is_typed(
    opened: Open, three: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(Kind.EVERYTHING)
    dialog.list.tick_all(False)
    qtbot.keyClicks(dialog.place.field, "x")
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog.place.field, Qt.Key.Key_Return)
    assert not dialog.bar.isVisible()
    assert list(tmp_path.glob("*.json")) == []


def test_a_calendar_begins_sessions_at_the_usual_time_where_that_is_ticked(
    window: MainWindow, opened: Open, write: Write, planned: Plan, tmp_path: Path, today: date
) -> None:
    planned(window.lifter_id())
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
    window: MainWindow, opened: Open, write: Write, tmp_path: Path, today: date
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


def test_several_lifters_get_a_file_each(
    three: list[str], opened: Open, write: Write, tmp_path: Path
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
    three: list[str], opened: Open, write: Write, tmp_path: Path
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
    three: list[str], opened: Open, write: Write, tmp_path: Path
) -> None:
    dialog = opened(Kind.EVERYTHING)
    dialog.everybody.click()
    write(dialog)
    (path,) = tmp_path.glob("*.json")
    assert len(json.loads(path.read_text("utf-8"))["lifters"]) == 3
    assert path.name.startswith("planner-20")


def test_with_nobody_ticked_there_is_nothing_to_export(three: list[str], opened: Open) -> None:
    dialog = opened()
    for row in range(dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.go.isEnabled()
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.go.isEnabled()
