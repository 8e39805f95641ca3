"""A bench press that stands still, and what the engine says of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner import engine
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoggedSet,
    Pattern,
    Phase,
    PlannedExercise,
    PlannedSet,
    Reading,
    Suggestion,
    SuggestionKind,
    phrase,
)
from planner.engine.training import Alternative, Training

Kind = SuggestionKind
BENCH = Exercise("bench", "Bench press", pattern=Pattern.HORIZONTAL_PUSH)
LIFTER = Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0)
BEGAN = date(2025, 1, 6)
CLOSE = Alternative(
    "close-grip", "Close-grip bench press", phrase("the same movement, hands closer")
)
FLOOR = Alternative(
    "floor-press", "Floor press", phrase("the same movement, less range"), new=False
)
TRAINING = Training("Chest", 6.0, 9.0, 5, adherence=0.9, alternatives=(CLOSE, FLOOR))


def stuck(reps: int = 5, load: float = 100.0, exercise: Exercise = BENCH) -> engine.LiftContext:
    """A lifter who did 3 sets of `reps` at `load`, at the limit, for 16 sessions."""
    state = engine.start(exercise, LIFTER)
    sets = (LoggedSet(load, reps, 0.0, target_reps=reps),) * 3
    for number in range(16):
        state = engine.update(state, ExerciseDay(BEGAN + timedelta(days=4 * number), sets))
    today = BEGAN + timedelta(days=60)
    return engine.LiftContext(
        exercise, state, today, sets, today + timedelta(days=4), training=TRAINING
    )


def flat(context: engine.LiftContext, phase: Phase = Phase.PLATEAU) -> Reading:
    return replace(
        engine.read(context.state, context.today),
        phase=phase, phase_probabilities={phase: 0.85}, fatigue=0.05, levelled_off_on=BEGAN,
        gain_28d=0.001, gain_before=0.05,
    )  # fmt: skip


def advise(
    training: Training = TRAINING,
    phase: Phase = Phase.PLATEAU,
    context: engine.LiftContext | None = None,
    **changed: object,
) -> list[Suggestion]:
    context = replace(context or stuck(), training=training, **changed)
    reps = training.reps
    planned = PlannedExercise("any", (PlannedSet(reps, reps, 1.0, 100.0),) * 3)
    return engine.suggest(flat(context, phase), planned, context)


STRUCTURAL = (Kind.ADD_SET, Kind.REP_RANGE, Kind.VARIATION)


def change(
    training: Training = TRAINING, phase: Phase = Phase.PLATEAU, **changed: object
) -> Suggestion | None:
    return next((s for s in advise(training, phase, **changed) if s.kind in STRUCTURAL), None)


TRIED = TRAINING._replace(
    weekly_sets=12.0, range_weeks=2.0, tried=(Kind.ADD_SET,), changed_on=BEGAN
)
