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
