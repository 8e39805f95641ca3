"""Heavy and light days: from which of the last sessions the next one goes on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from math import exp

from planner.engine import evidence
from planner.engine.strength import moved_kg
from planner.engine.target import hardest_sets, least_reps
from planner.engine.terms import Exercise, ExerciseDay, LoggedSet, SetKind

_WINDOW = timedelta(days=evidence.LIGHT_DAY_WINDOW.value)
_LIGHTER = exp(evidence.LIGHT_DAY.value)
_IN_RESERVE = evidence.LIGHT_DAY_RIR.value


def goes_on_from(
    days: Sequence[ExerciseDay], exercise: Exercise, bodyweight_kg: float
) -> ExerciseDay:
    """Return the day that the next session goes on from; `days` are the last ones, oldest first.

    That is the last day, unless it was meant to be easy: within two weeks before it every set
    reached as many repetitions with a clearly heavier load. Then it is that heavier day. A day
    that ended near the limit was hard, whatever the load.
    """
    last = days[-1]
    if _near_limit(hardest_sets(exercise, last.sets)):
        return last
    load, most = _moved(last, exercise, bodyweight_kg), _most_reps(last, exercise)
    for day in reversed(days[:-1]):
        if last.on - day.on > _WINDOW:
            break
        heavier = _moved(day, exercise, bodyweight_kg) > load * _LIGHTER
        if heavier and 0 < most <= least_reps(exercise, day.sets):
            return day
    return last


def _near_limit(sets: Sequence[LoggedSet]) -> bool:
    return any(
        entry.kind is SetKind.FAILURE or (entry.rir is not None and entry.rir < _IN_RESERVE)
        for entry in sets
    )


def _moved(day: ExerciseDay, exercise: Exercise, bodyweight_kg: float) -> float:
    sets = hardest_sets(exercise, day.sets)
    load_kg = sets[0].load_kg if sets else None
    return moved_kg(load_kg, exercise, day.bodyweight_kg or bodyweight_kg) or 0.0


def _most_reps(day: ExerciseDay, exercise: Exercise) -> int:
    return max([entry.reps or 0 for entry in hardest_sets(exercise, day.sets)], default=0)
