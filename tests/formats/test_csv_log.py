"""Our own table gives back exactly what went in, and no spreadsheet runs its text."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings, strategies as st

from planner.engine.terms import (
    LoggedExercise,
    LoggedSet,
    Session,
    Side,
    Unit,
)  # fmt: skip
from planner.formats.csv_log import HEADER, write
from planner.formats.detection import read
from planner.formats.guard import guarded, unguarded
from tests.formats.any_sessions import sessions, text

NAMES = {"back-squat": "Back squat", "plank": "Plank", "=danger": "+1 Curl"}
TEXT = text("\0")
DAY = Session(
    date(2026, 10, 3),
    (
        LoggedExercise(
            "back-squat",
            (
                LoggedSet(100.0, 5, 2.0, load=100.0, tempo="3-1-3-0"),
                LoggedSet(102.05828325, 5, load=225.0, unit=Unit.LB, flags=frozenset({"suspect"})),
            ),
            rest_s=180,
        ),
        LoggedExercise("plank", (LoggedSet(None, None, seconds=60.0, side=Side.LEFT),)),
    ),
    name="=HYPERLINK(1)",
    started_at=datetime(2026, 10, 3, 23, 50),
    utc_offset_min=120,
    note="-fine\r\n",
    finished=True,
)


def back(text: str) -> tuple[Session, ...]:
    return read(text.encode(), "planner.csv").sessions


@given(st.lists(sessions(TEXT), min_size=1, max_size=4).map(tuple))
@settings(max_examples=40)
def test_what_is_exported_comes_back_identical(made):
    assert back(write(made, NAMES)) == made


def test_a_set_is_a_row_and_the_start_carries_its_offset():
    rows = list(csv.DictReader(io.StringIO(write([DAY], NAMES))))
    assert len(rows) == 3
    assert rows[0]["started_at"] == "2026-10-03T23:50:00+02:00"
    assert (rows[1]["load"], rows[1]["unit"]) == ("225.0", "lb")
    assert rows[0]["exercise_name"] == "Back squat"


def test_names_and_the_unit_come_back_with_the_log():
    parsed = read(write([DAY], NAMES).encode(), "planner.csv")
    assert {(each.slug, each.name) for each in parsed.exercises} == {
        ("back-squat", "Back squat"), ("plank", "Plank"),
    }  # fmt: skip
    assert (parsed.format, parsed.unit_stated) == ("Workout Planner CSV", True)
    assert parsed.rows == 3 == parsed.sets


@given(TEXT)
def test_a_spreadsheet_never_sees_a_formula_and_the_guard_comes_off_again(text):
    assert not guarded(text).startswith(("=", "+", "-", "@"))
    assert unguarded(guarded(text)) == text


def test_what_a_spreadsheet_saved_again_is_still_read():
    rows = list(csv.reader(io.StringIO(write([DAY], NAMES))))
    started, on = HEADER.index("started_at"), HEADER.index("date")
    for row in rows[1:]:
        row[started], row[on] = "10/3/2026 23:50", "10/3/2026"
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(
        [[c.replace("225.0", "225,0").replace("True", "TRUE") for c in row] for row in rows]
    )
    assert back(text.getvalue()) == (DAY,)


def test_a_session_without_sets_is_kept_and_its_row_is_listed():
    empty = replace(DAY, exercises=(LoggedExercise("plank", note="skipped today"),))
    parsed = read(write([empty, replace(empty, exercises=())], NAMES).encode(), "planner.csv")
    assert parsed.sessions == (empty, replace(empty, exercises=()))
    assert [note.line for note in parsed.skipped] == [2, 4]


@pytest.mark.parametrize(
    ("column", "text"),
    [("reps", "many"), ("load_kg", "inf"), ("kind", "magic"), ("date", "soon"), ("pain", "1e999")],
)
def test_a_row_that_somebody_damaged_is_listed(column, text):
    rows = list(csv.reader(io.StringIO(write([DAY], NAMES))))
    rows[2][HEADER.index(column)] = text
    rows[2][0] = "2"
    damaged = io.StringIO()
    csv.writer(damaged).writerows(rows)
    parsed = read(damaged.getvalue().encode(), "planner.csv")
    assert parsed.sets + len(parsed.skipped) == 3
    assert "the row cannot be read" in parsed.skipped[0].reason


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("kind", "", "'' is none of work, warmup"),
        ("side", "", "none of both, left"),
        ("unit", "", "none of kg, lb"),
        ("pain", "99", "'99' is not between 0 and 10"),
        ("pain", "-1", "'-1' is not between 0 and 10"),
        ("reps", "-1", "'-1' is not between 0 and"),
        ("reps", "1e30", "'1e30' is no number that a log can hold"),
        ("load", "2e12", "'2e12' is no number that a log can hold"),
        ("rest_s", "-1e30", "'-1e30' is no number that a log can hold"),
        ("utc_offset_min", "1440", "'1440' is not between -1439 and 1439"),
        ("exercise", "", "no exercise is named"),
        ("exercise", " ", "no exercise is named"),
        ("exercise", "' ", "no exercise is named"),
        ("slot_number", "", "its slot_number is blank"),
    ],
)
def test_a_row_that_no_log_can_hold_is_listed_with_the_reason(column, text, said):
    rows = list(csv.reader(io.StringIO(write([replace(DAY, exercises=DAY.exercises[:1])], NAMES))))
    rows[1][HEADER.index(column)] = text
    damaged = io.StringIO()
    csv.writer(damaged).writerows(rows)
    parsed = read(damaged.getvalue().encode(), "planner.csv")
    assert parsed.sets == 1
    [(line, reason)] = parsed.skipped
    assert line == 2
    assert said in reason


def test_the_unit_of_a_log_is_that_of_its_loads():
    planks = LoggedExercise("plank", (LoggedSet(None, None, seconds=60.0),) * 3)
    squats = LoggedExercise("back-squat", (LoggedSet(102.05828325, 5, load=225.0, unit=Unit.LB),))
    made = write([Session(date(2026, 10, 3), (squats, planks))], NAMES)
    assert read(made.encode(), "planner.csv").unit is Unit.LB
    bare = write([Session(date(2026, 10, 3), (planks,))], NAMES)
    assert read(bare.encode(), "planner.csv").unit is Unit.KG
