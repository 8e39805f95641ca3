"""Replay: what the engine would have said after every session."""

from datetime import timedelta

import pytest

from planner.coach import replaying
from planner.coach.refused import Refused
from planner.engine.terms import LoggedSet, Unit


def test_there_is_a_row_for_every_session(squatter):
    rows = list(replaying.replay(squatter))
    assert len(rows) == 10
    assert rows[0]["forecast_reps"] is None
    assert rows[-1]["forecast_low"] <= rows[-1]["forecast_reps"] <= rows[-1]["forecast_high"]


def test_an_exercise_can_be_named_by_any_of_its_names(squatter):
    by_name = list(replaying.replay(squatter, "back squat"))
    assert by_name == list(replaying.replay(squatter, "Squat (Barbell)"))


def test_an_unknown_or_undone_exercise_is_said(squatter):
    with pytest.raises(Refused, match="No exercise"):
        list(replaying.replay(squatter, "moon walk"))
    with pytest.raises(Refused, match="not been logged"):
        list(replaying.replay(squatter, "deadlift"))


def test_the_future_never_changes_what_was_said(squatter, today, train):
    before = list(replaying.replay(squatter))
    train(squatter, "back-squat", today + timedelta(days=7), LoggedSet(200, 1, load=200))
    assert list(replaying.replay(squatter))[: len(before)] == before


def test_a_row_reads_in_pounds_too(squatter):
    row = list(replaying.replay(squatter))[-1]
    assert " lb" in replaying.row_text(row, Unit.LB)


def test_each_exercise_ends_with_the_record_of_its_forecasts(squatter, today, train):
    train(squatter, "plank", today, LoggedSet(None, None, seconds=60))
    squat, plank = replaying.records(squatter)
    assert squat == "Back squat: 9 sessions had a forecast so far: too few to judge."
    assert plank.startswith("Plank: Nothing was forecast yet")
    train(squatter, "back-squat", today, LoggedSet(100, 5, rir=2.0, load=100))
    (squat,) = replaying.records(squatter, "back squat")
    assert "of 10 sessions the result lay in the range that should hold 8 in 10" in squat


def test_what_cannot_be_forecast_is_no_error(lifter, today, train):
    for days in (7, 0):
        on = today - timedelta(days=days)
        train(lifter, "burpee", on, LoggedSet(1, 10, load=1))
        train(lifter, "assisted-dip", on, LoggedSet(100, 5, load=100), LoggedSet(20, 5, load=20))
    rows = {row["exercise"]: row for row in replaying.replay(lifter)}
    assert rows["Burpee"]["forecast_reps"] is None
    assert rows["Assisted dip"]["forecast_reps"] is not None
