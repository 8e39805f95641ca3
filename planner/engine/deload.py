"""Make a planned session a lighter one: fewer sets, more in reserve, the same exercises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import floor

from planner.engine import evidence, plates
from planner.engine.strength import bodyweight_for, load_for, moved_kg, typed_kg
from planner.engine.target import loads_rise
from planner.engine.terms import (
    Exercise,
    Lifter,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
)

_KEPT = evidence.DELOAD_SETS.value
_RIR = evidence.DELOAD_RIR.value
_RIR_UNKNOWN = evidence.RIR_UNKNOWN.value


def lighter(
    session: PlannedSession, exercises: Mapping[str, Exercise], lifter: Lifter
) -> PlannedSession:
    """Return a session with about half of its work sets, and two more reps in reserve in them.

    Loads fall by as much as the reserve asks for, to what can be loaded. Every exercise and all
    warm-ups stay. `exercises` are keyed by slug; KeyError for one that is missing.
    """
    counts = _kept([len(_work(planned)) for planned in session.exercises])
    pairs = zip(session.exercises, counts, strict=True)
    made = [_lighter(planned, n, exercises[planned.exercise], lifter) for planned, n in pairs]
    return replace(session, exercises=tuple(made))


def _kept(counts: Sequence[int]) -> list[int]:
    """Cut a session's sets as a whole, so that rounding does not pile up; one set stays."""
    kept = [round(_KEPT * total) for total in accumulate(counts, initial=0)]
    return [max(1, after - before) for before, after in pairwise(kept)]


def _work(planned: PlannedExercise) -> list[PlannedSet]:
    return [entry for entry in planned.sets if entry.kind is not SetKind.WARMUP]


def _lighter(
    planned: PlannedExercise, count: int, exercise: Exercise, lifter: Lifter
) -> PlannedExercise:
    warm_ups = [entry for entry in planned.sets if entry.kind is SetKind.WARMUP]
    work = [_eased(entry, exercise, lifter) for entry in _work(planned)[:count]]
    return replace(planned, sets=(*warm_ups, *work))


def _eased(entry: PlannedSet, exercise: Exercise, lifter: Lifter) -> PlannedSet:
    """Return a set with more in reserve, its load and percentage down by what that takes."""
    before = _RIR_UNKNOWN if entry.rir is None else entry.rir
    made = replace(entry, rir=before + _RIR, amrap=False)
    reps = entry.reps_high or entry.reps_low
    if reps is None:
        return made
    share = load_for(1.0, reps, before + _RIR) / load_for(1.0, reps, before)
    if entry.percent_e1rm is not None:
        made = replace(made, percent_e1rm=floor(entry.percent_e1rm * share))
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
