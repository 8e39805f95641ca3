"""FitNotes 2 for iOS: one of two weights is filled, and Kind tells what an exercise measures."""

from datetime import date

import pytest

from planner.engine.terms import Unit
from planner.formats.detection import read
from planner.formats.parsed import ParsedLog

HEADER = (
    "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind\n"
)


def rows(*lines: str) -> ParsedLog:
    return read((HEADER + "".join(f"2025-02-0{line}\n" for line in lines)).encode(), "ios.csv")


def loads(log: ParsedLog) -> list[tuple[float | None, Unit]]:
    return [
        (entry.load, entry.unit)
        for session in log.sessions
        for slot in session.exercises
        for entry in slot.sets
    ]


def test_a_load_has_the_unit_of_the_weight_that_is_filled():
    log = rows("3,Squat,Legs,82.5,,5,,,,,wr", "3,Curl,Arms,,25,12,,,,,wr")
    assert loads(log) == [(82.5, Unit.KG), (25.0, Unit.LB)]
    assert (log.format, log.unit, log.unit_stated) == ("FitNotes 2 (iOS)", Unit.KG, True)


@pytest.mark.parametrize(
    ("weights", "load"),
    [
        ("100.00,220.46", (100.0, Unit.KG)),
        ("61.23,135.00", (135.0, Unit.LB)),
        ("50,0", (50.0, Unit.KG)),
        ("0,45", (45.0, Unit.LB)),
        ("?,45", (45.0, Unit.LB)),
        ("0,0", (None, Unit.KG)),
    ],
)
def test_of_two_weights_the_round_one_was_typed(weights, load):
    log = rows(f"3,Squat,Legs,{weights},5,,,,,wr")
    assert (loads(log), log.flagged) == ([load], ())


def test_weights_that_differ_are_told():
    log = rows("3,Squat,Legs,100,135,5,,,,,wr")
    assert loads(log) == [(100.0, Unit.KG)]
    assert log.flagged == ((2, "the weights 100 kg and 135 lb differ; kg is taken"),)


def test_most_loads_in_pounds_make_a_log_in_pounds():
    log = rows("3,Squat,Legs,,135,5,,,,,wr", "3,Squat,Legs,,135,5,,,,,wr", "4,Dip,Chest,,0,9,,,,,r")
    assert (log.unit, log.unit_stated) == (Unit.LB, True)


def test_a_day_is_a_session_and_notes_stay_with_their_set():
    log = rows(
        "3,Squat,Legs,100,,5,,,,easy,wr", "3,Squat,Legs,100,,4,,,,,wr", "5,Dip,Chest,,,9,,,,,r"
    )
    first, second = log.sessions
    assert (first.on, first.started_at, second.on) == (date(2025, 2, 3), None, date(2025, 2, 5))
    assert [entry.note for entry in first.exercises[0].sets] == ["easy", ""]


def test_time_and_distance_survive():
    log = rows("3,Run,Cardio,,,,5,km,00:31:40,,dt", "3,Plank,Core,10,,,,,01:30,,wt")
    run, plank = (slot.sets[0] for slot in log.sessions[0].exercises)
    assert (run.distance_m, run.seconds, run.reps) == (5000.0, 1900.0, None)
    assert (plank.load, plank.seconds, plank.reps) == (10.0, 90.0, None)


def test_a_zero_of_what_the_exercise_does_not_measure_says_nothing():
    hold, missed = (
        rows("3,Hold,Core,10,,0,0,,,,w", "3,Squat,Legs,100,,0,0,,0:00:00,,wr").sessions[0].exercises
    )
    assert (hold.sets[0].load, hold.sets[0].reps) == (10.0, None)
    assert (missed.sets[0].load, missed.sets[0].reps) == (100.0, 0)


def test_an_unknown_kind_keeps_every_zero():
    (slot,) = rows("3,Squat,Legs,100,,0,,,,,x").sessions[0].exercises
    assert slot.sets[0].reps == 0


def test_a_row_with_too_many_cells_is_listed():
    log = rows("3,Row, cable,Back,50,,10,,,,,wr", "3,Row,Back,50,,10,,,,,wr")
    assert log.skipped == ((2, "the row has 12 columns where the header has 11"),)


def test_a_weight_that_is_no_number_is_listed():
    log = rows("3,Row,Back,heavy,,10,,,,,wr", "3,Row,Back,50,,10,,,,,wr")
    assert log.skipped == ((2, "the load 'heavy' is no number above zero"),)
