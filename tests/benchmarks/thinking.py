"""The engine: one more session, and a history of five hundred."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from random import Random

from bars import Bar, seconds
from made_up import TODAY

from planner import engine
from planner.engine.terms import Exercise, ExerciseDay, Experience, Lifter, LoggedSet, Muscle

SESSIONS = 500
RUNS = 15


def measure() -> list[Bar]:
    """Measure an update, and five hundred of them from the start.

    The least of many runs counts: what other programs take of the processor is no part of it.
    """
    exercise = Exercise("back-squat", "Back squat", muscles=((Muscle.QUADS, 1.0),))
    lifter = Lifter(experience=Experience.NOVICE, bodyweight_kg=80.0)
    days = _days(Random(3))
    whole = min(seconds(partial(_replay, exercise, lifter, days)) for _ in range(RUNS))
    return [
        Bar("engine, an update", 1000 * whole / SESSIONS, "ms", 0.04),
        Bar("engine, 500 sessions", 1000 * whole, "ms", 20.0),
    ]


def _replay(exercise: Exercise, lifter: Lifter, days: list[ExerciseDay]) -> None:
    state = engine.start(exercise, lifter)
    for day in days:
        state = engine.update(state, day)


def _days(rng: Random) -> list[ExerciseDay]:
    first = TODAY - timedelta(days=3 * SESSIONS)
    return [
        ExerciseDay(first + timedelta(days=3 * number), _sets(rng, number), 3, 12.0)
        for number in range(SESSIONS)
    ]


def _sets(rng: Random, number: int) -> tuple[LoggedSet, ...]:
    load = 60.0 + 2.5 * (number // 25)
    return tuple(LoggedSet(load, 5 + rng.randint(-1, 1), rir=2.0) for _ in range(4))
