"""The side of a set stands behind its amount: a time is not '20 s/left', as if it were a rate."""

from __future__ import annotations

import pytest

from planner.coach import library
from planner.coach.entry import SetRow, parse_entry
from planner.engine.terms import LoggedSet, Side, Unit
from planner.ui.set_columns import result_text


@pytest.mark.parametrize(
    ("slug", "done", "said"),
    [
        ("single-leg-balance", LoggedSet(None, None, seconds=20.0, side=Side.LEFT), "20 s left"),
        ("dumbbell-row", LoggedSet(20.0, 12, load=20.0, side=Side.RIGHT), "20 × 12/right"),
    ],
)
def test_a_side_is_said_as_it_may_be_typed(lifter: int, slug: str, done: LoggedSet, said: str):
    exercise = library.exercise(slug)
    assert result_text(done, exercise, Unit.KG) == said
    (read,) = parse_entry(said, exercise, Unit.KG, SetRow(1, None, None, None, None)).sets
    assert (read.side, read.reps, read.seconds) == (done.side, done.reps, done.seconds)
