"""Hevy's exports come in whole, in any language of the app."""

from datetime import date, datetime
from pathlib import Path

import pytest

from planner.engine.terms import SetKind, Unit
from planner.formats.detection import read
from planner.formats.parsed import ParsedLog

LOGS = Path(__file__).parents[1] / "data" / "logs"


def log(name: str) -> ParsedLog:
    return read((LOGS / name).read_bytes(), name)


def test_every_row_is_stored_or_listed_and_the_unit_is_stated():
    parsed = log("hevy-kg.csv")
    assert (parsed.format, parsed.unit, parsed.unit_stated) == ("Hevy", Unit.KG, True)
    assert parsed.rows == 8 == parsed.sets + len(parsed.skipped)


def test_sessions_come_oldest_first_though_the_file_is_newest_first():
    days = [session.on for session in log("hevy-kg.csv").sessions]
    assert days == [date(2025, 2, 3), date(2025, 5, 5), date(2026, 4, 8)]


def test_month_names_follow_the_language_of_the_app():
    core, run, _ = log("hevy-kg.csv").sessions
    assert core.started_at == datetime(2025, 2, 3, 18, 0)
    assert run.started_at == datetime(2025, 5, 5, 9, 0)
    assert run.duration_s == 2400


def test_an_index_that_begins_again_is_the_exercise_a_second_time():
    push = log("hevy-kg.csv").sessions[2]
    assert [len(slot.sets) for slot in push.exercises] == [3, 1, 1, 1]


def test_kinds_and_effort_survive():
    push = log("hevy-kg.csv").sessions[2]
    entries = [s for slot in push.exercises for s in slot.sets]
    assert [s.kind for s in entries] == [
        SetKind.WARMUP, SetKind.WORK, SetKind.FAILURE, SetKind.WORK, SetKind.WORK, SetKind.DROP,
    ]  # fmt: skip
    assert [s.rir for s in entries][:3] == [None, 1.5, 0.0]


def test_partners_of_a_superset_share_its_number():
    assert [slot.superset for slot in log("hevy-kg.csv").sessions[2].exercises] == [
        None, None, 3, 3,
    ]  # fmt: skip


def test_a_note_on_all_rows_is_the_exercises_with_its_line_break():
    bench = log("hevy-kg.csv").sessions[2].exercises[0]
    assert bench.note == "pause\nat the chest"
    assert {s.note for s in bench.sets} == {""}
    assert log("hevy-kg.csv").sessions[1].note == "along the river"


def test_blank_load_is_bodyweight_and_blank_reps_with_a_duration_is_a_hold():
    core, run, push = log("hevy-kg.csv").sessions
    hold, dip = core.exercises[0].sets[0], push.exercises[2].sets[0]
    assert (hold.reps, hold.seconds) == (None, 45.0)
    assert (dip.load_kg, dip.reps) == (None, 12)
    assert run.exercises[0].sets[0].distance_m == 5200.0


def test_rounded_pounds_in_a_kilogram_file_stay_pounds_and_are_told_once():
    parsed = log("hevy-kg.csv")
    entry = parsed.sessions[2].exercises[3].sets[0]
    assert (entry.load, entry.unit) == (50.0, Unit.LB)
    assert "22.68 is 50 lb" in parsed.flagged[0].reason


def test_pounds_and_miles_in_the_header_count_and_newer_files_have_iso_dates():
    squat, run = log("hevy-lb.csv").sessions[0].exercises
    assert [(s.load, s.unit) for s in squat.sets] == [(100.0, Unit.KG), (225.0, Unit.LB)]
    assert run.sets[0].distance_m == pytest.approx(3218.7, abs=0.1)


def test_an_unknown_type_of_set_is_a_work_set_and_pointed_at():
    text = (LOGS / "hevy-lb.csv").read_text().replace('"normal"', '"myo"', 1)
    parsed = read(text.encode(), "hevy.csv")
    assert parsed.sessions[0].exercises[0].sets[0].kind is SetKind.WORK
    assert any("'myo' is unknown" in note.reason for note in parsed.flagged)


def test_an_end_before_the_start_is_no_length():
    text = (LOGS / "hevy-lb.csv").read_text().replace("2024-01-07 18:15:00", "2024-01-07 16:15:00")
    parsed = read(text.encode(), "hevy.csv")
    assert parsed.sessions[0].duration_s is None
    assert any("16:15" in note.reason for note in parsed.flagged)
