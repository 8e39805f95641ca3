"""Make a planned session a lighter one: fewer sets, more in reserve, the same exercises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import ceil, floor
from typing import NamedTuple

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

_RIR_UNKNOWN, _RIR_OPEN = evidence.RIR_UNKNOWN.value, evidence.RIR_OPEN.value


class Less(NamedTuple):
    """How much lighter: the share of each line's sets that is kept, and reps more in reserve."""

    kept: float
    rir: float


DELOAD = Less(0.5, evidence.DELOAD_RIR.value)  # rounded up, about the share that lifters keep
EASED_DAY = Less(evidence.EASED_SETS.value, evidence.EASED_RIR.value)


def lighter(
    session: PlannedSession,
    exercises: Mapping[str, Exercise],
    lifter: Lifter,
    less: Less = DELOAD,
) -> PlannedSession:
    """Return a session with a share of each line's work sets, rounded up, and more in reserve.

    Loads fall by as much as the reserve asks for, to what can be loaded, and percentages at least
    to what leaves that reserve. Every exercise and all
    warm-ups stay. `exercises` are keyed by slug; KeyError for one that is missing.
    """
    made = (
        _lighter(planned, exercises[planned.exercise], lifter, less)
        for planned in session.exercises
    )
    return replace(session, exercises=tuple(made))


def _work(planned: PlannedExercise) -> list[PlannedSet]:
    return [entry for entry in planned.sets if entry.kind is not SetKind.WARMUP]


def _lighter(
    planned: PlannedExercise, exercise: Exercise, lifter: Lifter, less: Less
) -> PlannedExercise:
    warm_ups = [entry for entry in planned.sets if entry.kind is SetKind.WARMUP]
    work = _work(planned)
    kept = work[: ceil(less.kept * len(work))]
    work = [_eased(entry, exercise, lifter, less.rir) for entry in kept]
    return replace(planned, sets=(*warm_ups, *work))


def _eased(entry: PlannedSet, exercise: Exercise, lifter: Lifter, rir: float) -> PlannedSet:
    """Return a set with more in reserve, its load and percentage down by what that takes.

    Nobody tells six in reserve from seven: what is planned never rises above 'five or more'.
    A hold or a distance has no repetitions to spare: fewer sets are what makes it lighter.
    """
    if entry.seconds is not None or entry.distance_m is not None:
        return entry
    before = _RIR_UNKNOWN if entry.rir is None else entry.rir
    after = max(before, min(before + rir, _RIR_OPEN))
    made = replace(entry, rir=after, amrap=False)
    reps = entry.reps_high or entry.reps_low
    if reps is None:
        return made
    share = load_for(1.0, reps, after) / load_for(1.0, reps, before)
    if entry.percent_e1rm is not None:
        percent = min(floor(entry.percent_e1rm * share), most_percent(reps, after))
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
