"""A single set that looks like a typing error: nothing goes on from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.engine import evidence
from planner.engine.lift import LiftState
from planner.engine.strength import measurable, measure, moved_kg, trusted
from planner.engine.terms import Exercise, ExerciseDay, LoadKind, LoggedSet, SetKind

_FAR = evidence.SET_TYPO.value
_NEAR = 1.1  # times the next heaviest load: so near it is no slip of the load, rule of thumb


def believed(day: ExerciseDay, state: LiftState) -> ExerciseDay:
    """Return a day without the one set that is far above both its others and what is expected.

    `state` is the lift's today. Only a load that stands out is left out: the day's strength leaves
    out such a set, too.
    """
    exercise, expected = state.exercise, state.expected
    if not measurable(exercise) or _alike(day.sets, exercise):
        return day
    body_kg = day.bodyweight_kg or state.bodyweight_kg
    shown = [(_shown(entry, exercise, body_kg), entry) for entry in day.sets]
    told = sorted(
        [(log_kg, place) for place, (log_kg, _) in enumerate(shown) if log_kg is not None]
    )
    if len(told) < 2:
        return day
    (second, _), (top, odd) = told[-2:]
    if top - second <= _FAR or (expected is not None and abs(top - expected) <= _FAR):
        return day
    return replace(day, sets=tuple([e for place, e in enumerate(day.sets) if place != odd]))


def _alike(sets: Sequence[LoggedSet], exercise: Exercise) -> bool:
    """Tell that no load stands out; what goes on from a day goes on from its loads."""
    loads = sorted([entry.load_kg or 0.0 for entry in sets])
    return len(loads) < 2 or (
        exercise.load_kind is not LoadKind.ASSISTED and loads[-1] <= _NEAR * loads[-2]
    )


def _shown(entry: LoggedSet, exercise: Exercise, body_kg: float) -> float | None:
    """Return the strength that a set shows, log kg; None when it tells nothing."""
    if entry.kind is SetKind.WARMUP or not trusted(entry):
        return None
    moved = moved_kg(entry.load_kg, exercise, body_kg)
    return None if moved is None or moved <= 0 else measure(entry, moved, 0)[0]
