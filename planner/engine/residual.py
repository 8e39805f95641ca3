"""How far a session came out from the strength expected of it, and how far its lift usually is."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from planner.engine import habit
from planner.engine.lift import LiftState
from planner.engine.prediction import level_on
from planner.engine.strength import observe
from planner.engine.terms import ExerciseDay


class Residual(NamedTuple):
    """Strength shown less strength expected, and the lift's usual error of that, both log units."""

    error: float
    spread: float


def residual(before: LiftState, day: ExerciseDay) -> Residual | None:
    """Return how far a day came out from the strength that the days before it made us expect.

    That is known before a load is chosen: who takes more on a good day has come out higher, and
    so has who does more with the same. `before` is the state before the day. None for the first
    session, where no set tells strength, and for a day that stopped at its target below what was
    expected: more was possible.
    """
    expected = level_on(before, day.on, day.muscle_gap_days)
    seen = observe(day, before.exercise, day.bodyweight_kg or before.bodyweight_kg, before.expected)
    if expected is None or seen is None:
        return None
    error = seen.log_kg - expected.mean
    stopped = seen.capped or habit.could_do_more(before.habit, seen)
    if stopped and error < 0.0:
        return None
    return Residual(error, sqrt(before.habit.variances[0]))
