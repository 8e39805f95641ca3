"""A lighter session asks for no reserve that nobody could tell."""

from __future__ import annotations

import pytest

from planner.engine import deload
from planner.engine.terms import Exercise, Lifter, PlannedExercise, PlannedSession, PlannedSet

BENCH = Exercise("bench", name="Bench")


@pytest.mark.parametrize(("planned", "asked"), [(1.0, 3.0), (3.0, 5.0), (4.0, 5.0), (6.0, 6.0)])
def test_a_lighter_day_leaves_two_more_up_to_five_in_reserve(planned, asked):
    work = PlannedExercise("bench", (PlannedSet(8, 8, rir=planned, load_kg=60.0),) * 4)
    (made,) = deload.lighter(
        PlannedSession("A", 0, (work,)), {"bench": BENCH}, Lifter("Ann")
    ).exercises
    assert [entry.rir for entry in made.sets] == [asked] * 2
    assert all((entry.load_kg or 0.0) <= 60.0 for entry in made.sets)
