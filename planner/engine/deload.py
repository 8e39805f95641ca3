"""Make a planned session a lighter one: fewer sets, more in reserve, the same exercises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import ceil, floor

from planner.engine import evidence, plates
from planner.engine.strength import bodyweight_for, load_for, most_percent, moved_kg, typed_kg
from planner.engine.target import loads_rise
from planner.engine.terms import (
    Exercise,
    Lifter,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
)

_KEPT = 0.5  # of each line's sets, rounded up: about the share that lifters keep
_RIR = evidence.DELOAD_RIR.value
_RIR_UNKNOWN = evidence.RIR_UNKNOWN.value


def lighter(
    session: PlannedSession, exercises: Mapping[str, Exercise], lifter: Lifter
) -> PlannedSession:
    """Return a session with half of each line's work sets, rounded up, and two more in reserve.

    Loads fall by as much as the reserve asks for, to what can be loaded, and percentages at least
    to what leaves that reserve. Every exercise and all
    warm-ups stay. `exercises` are keyed by slug; KeyError for one that is missing.
    """
    made = [_lighter(planned, exercises[planned.exercise], lifter) for planned in session.exercises]
    return replace(session, exercises=tuple(made))


def _work(planned: PlannedExercise) -> list[PlannedSet]:
    return [entry for entry in planned.sets if entry.kind is not SetKind.WARMUP]


def _lighter(planned: PlannedExercise, exercise: Exercise, lifter: Lifter) -> PlannedExercise:
    warm_ups = [entry for entry in planned.sets if entry.kind is SetKind.WARMUP]
    work = _work(planned)
    work = [_eased(entry, exercise, lifter) for entry in work[: ceil(_KEPT * len(work))]]
    return replace(planned, sets=(*warm_ups, *work))


def _eased(entry: PlannedSet, exercise: Exercise, lifter: Lifter) -> PlannedSet:
    """Return a set with more in reserve, its load and percentage down by what that takes.

    A hold has no repetitions to spare: fewer sets are what makes it lighter.
    """
    if entry.seconds is not None:
        return entry
    before = _RIR_UNKNOWN if entry.rir is None else entry.rir
    made = replace(entry, rir=before + _RIR, amrap=False)
    reps = entry.reps_high or entry.reps_low
    if reps is None:
        return made
    share = load_for(1.0, reps, before + _RIR) / load_for(1.0, reps, before)
    if entry.percent_e1rm is not None:
        percent = min(floor(entry.percent_e1rm * share), most_percent(reps, before + _RIR))
        made = replace(made, percent_e1rm=percent)
    load = _eased_load(entry.load_kg, share, exercise, lifter)
    return made if load is None else replace(made, load_kg=load, load=None)


def _eased_load(
    load_kg: float | None, share: float, exercise: Exercise, lifter: Lifter
) -> float | None:
    """Return the loadable load that moves at most this share, kg; None to leave it as it is."""
    body = bodyweight_for(None, lifter)
    moved = moved_kg(load_kg, exercise, body) if load_kg is not None else None
    if moved is None or not loads_rise(exercise):
        return None
    typed = max(typed_kg(share * moved, exercise, body), 0.0)
    load = plates.no_harder(typed, exercise, lifter.inventory)
    return load if moved_kg(load, exercise, body) is not None else None
