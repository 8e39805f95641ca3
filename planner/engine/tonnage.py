"""Load times repetitions, added up."""

from __future__ import annotations

from collections.abc import Sequence

from planner.engine import evidence
from planner.engine.strength import moved_kg
from planner.engine.terms import SUSPECT, Exercise, LoggedSet, SetKind, Side

_ABSURD_REPS = evidence.ABSURD_REPS.value


def tonnage(sets: Sequence[LoggedSet], exercise: Exercise, bodyweight_kg: float) -> float:
    """Return load × reps over all sets but warm-ups, in kg; both sides count."""
    return sum([_set_tonnage(entry, exercise, bodyweight_kg) for entry in sets])


def _set_tonnage(entry: LoggedSet, exercise: Exercise, bodyweight_kg: float) -> float:
    moved = moved_kg(entry.load_kg, exercise, bodyweight_kg)
    reps = entry.reps or 0
    if moved is None or entry.kind is SetKind.WARMUP or SUSPECT in entry.flags:
        return 0.0
    if not 0 <= reps <= _ABSURD_REPS:
        return 0.0
    twice = entry.side is Side.EACH or (exercise.per_side and entry.side is Side.BOTH)
    return moved * reps * (2 if twice else 1)
