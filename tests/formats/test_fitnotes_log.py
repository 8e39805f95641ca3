"""FitNotes for Android: days without times, units by row, commas that nobody quoted."""

from datetime import date
from pathlib import Path

import pytest

from planner.engine.terms import Unit
from planner.formats.detection import read
from planner.formats.parsed import FormatProblem, ParsedLog

LOGS = Path(__file__).parents[1] / "data" / "logs"
HEADER = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"


def log(name: str) -> ParsedLog:
    return read((LOGS / name).read_bytes(), name)


def rows(*lines: str) -> ParsedLog:
    return read((HEADER + "".join(f"2024-05-06,{line}\n" for line in lines)).encode(), "log.csv")


def test_a_day_is_a_session_without_a_time():
    first, second = log("fitnotes.csv").sessions
    assert (first.on, first.started_at, first.name) == (date(2026, 8, 12), None, "")
    assert second.on == date(2026, 8, 13)


def test_identical_rows_are_straight_sets_and_all_come_in():
    squat = log("fitnotes.csv").sessions[0].exercises[0]
    assert [s.reps for s in squat.sets] == [5, 5, 5]
    assert squat.sets[2].note == "deep ones"


def test_runs_that_another_exercise_splits_are_two_slots():
    names = [slot.exercise for slot in log("fitnotes.csv").sessions[0].exercises]
    assert names == ["Barbell Squat", "Leg Extension Machine", "Barbell Squat"]


def test_each_row_may_have_its_own_unit():
    parsed = log("fitnotes.csv")
    assert (parsed.unit, parsed.unit_stated) == (Unit.KG, True)
    assert parsed.sessions[0].exercises[1].sets[0].unit is Unit.LB


def test_cardio_has_distance_and_time_and_neither_load_nor_reps():
    entry = log("fitnotes.csv").sessions[1].exercises[0].sets[0]
    assert (entry.distance_m, entry.seconds, entry.load, entry.reps) == (
        42190.0,
        7170.0,
        None,
        None,
    )
    assert entry.note == "distance + time"


def test_a_missed_lift_keeps_its_load_and_zero_reps():
    entry = log("fitnotes.csv").sessions[1].exercises[1].sets[0]
    assert (entry.load, entry.reps) == (60.0, 0)


def test_older_files_have_the_unit_in_the_header_and_kilograms_in_pounds_are_kilograms():
    parsed = log("fitnotes-older.csv")
    deadlift, plank = parsed.sessions[0].exercises
    assert (parsed.unit, parsed.unit_stated) == (Unit.LB, True)
    assert [(s.load, s.unit) for s in deadlift.sets] == [(65.0, Unit.KG), (185.0, Unit.LB)]
    assert plank.sets[0].seconds == 90.0


def test_commas_in_a_name_that_nobody_quoted_are_repaired_from_the_right():
    parsed = log("fitnotes-commas.csv")
    press, run, row = parsed.sessions[0].exercises
    assert press.exercise == "Overhead Press (Each Side, Dumbbells)"
    assert [s.load for s in press.sets] == [16.0, 16.0]
    assert press.sets[1].note == "hard, but fine"
    assert (run.exercise, run.sets[0].distance_m) == ("Run (Hill, Trail)", 5000.0)
    assert row.exercise == "Row (Cable, Wide)"


def test_a_repair_is_told_and_what_cannot_be_repaired_is_listed():
    parsed = log("fitnotes-commas.csv")
    assert [note.line for note in parsed.flagged] == [2, 3, 4]
    assert [note.line for note in parsed.skipped] == [5]
    assert parsed.rows == 5


def test_a_row_whose_commas_allow_two_readings_is_listed():
    parsed = rows("Stretching,Calves,,,,,,,5:00,easy", "Squat,Legs,100,kgs,5,,,,")
    assert parsed.skipped == ((2, "commas without quotation marks allow two readings"),)


def test_an_unquoted_comma_is_found_where_the_comment_is_blank():
    parsed = rows("Fly (Low, Cable),Chest,20,kgs,12,,,,")
    assert parsed.sessions[0].exercises[0].exercise == "Fly (Low, Cable)"


def test_a_distance_without_a_unit_is_left_out_and_pointed_at():
    parsed = rows("Run,Cardio,,,,5,,0:30:00,", "Run,Cardio,,,,5,parsec,0:30:00,")
    assert [note.reason for note in parsed.flagged] == [
        "the distance 5 has no unit and is left out",
        "the distance 5 has the unit 'parsec' and is left out",
    ]


def test_a_file_with_the_columns_of_the_app_for_ios_is_not_read_as_one_of_android():
    text = "Date,Exercise,Category,Weight,Reps,Notes,Kind\n2024-01-01,A,B,1,1,,wr\n"
    with pytest.raises(FormatProblem, match="I looked for"):
        read(text.encode(), "ios.csv")
