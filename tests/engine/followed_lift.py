"""A squat followed session by session."""

from datetime import date, timedelta
from math import exp

from planner import engine
from planner.engine import trend
from planner.engine.terms import Exercise, ExerciseDay, Experience, Lifter, LoggedSet

SQUAT = Exercise("squat")
NOVICE = Lifter(Experience.NOVICE, bodyweight_kg=80.0)
BEGAN = date(2025, 1, 6)


def session(number: int, load_kg: float, reps: int = 5, rir: float | None = 2.0) -> ExerciseDay:
    return ExerciseDay(BEGAN + timedelta(days=4 * number), (LoggedSet(load_kg, reps, rir),) * 3)


def after(days: list[ExerciseDay], exercise: Exercise = SQUAT, lifter: Lifter = NOVICE):
    state = engine.start(exercise, lifter)
    for day in days:
        state = engine.update(state, day)
    return state


def level_kg(state: engine.LiftState) -> float:
    assert state.bank is not None
    return exp(trend.level(state.bank).mean)
