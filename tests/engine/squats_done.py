"""Squats done three times, and what the engine says of them."""

from datetime import date, timedelta

from planner import engine
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoggedSet,
    Pattern,
    PlannedExercise,
    PlannedSet,
    Suggestion,
)

SQUAT = Exercise("squat", pattern=Pattern.SQUAT)
BENCH = Exercise("bench", pattern=Pattern.HORIZONTAL_PUSH)
BEGAN = date(2025, 1, 6)
LIFTER = Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0)


def case(
    load: float = 100.0,
    reps: int = 5,
    rir: float | None = 3.0,
    sessions: int = 14,
    exercise: Exercise = SQUAT,
    lifter: Lifter = LIFTER,
) -> engine.LiftContext:
    """A lifter who did 3 sets of `reps` at `load` in every session, every fourth day."""
    state = engine.start(exercise, lifter)
    sets = (LoggedSet(load, reps, rir, target_reps=5),) * 3
    for number in range(sessions):
        state = engine.update(state, ExerciseDay(BEGAN + timedelta(days=4 * number), sets))
    today = BEGAN + timedelta(days=4 * sessions - 4)
    return engine.LiftContext(exercise, state, today, sets, next_on=today + timedelta(days=4))


def plan(load: float | None = 100.0, low: int = 5, high: int = 5, rir: float = 1.0):
    return PlannedExercise("any", (PlannedSet(low, high, rir, load),) * 3)


def advise(context: engine.LiftContext, planned: PlannedExercise | None = None) -> list[Suggestion]:
    return engine.suggest(engine.read(context.state, context.today), planned, context)


def first(context: engine.LiftContext, planned: PlannedExercise | None = None) -> Suggestion:
    return advise(context, planned or plan())[0]
