"""Loads offered for a session stay near what the lifter did last, where strength is in doubt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from planner.coach import before_session, loads
from planner.coach.entry import SetRow
from planner.engine import comeback, plates, strength
from planner.engine.terms import Exercise, LoadKind, LoggedSet, PlannedSet, SetKind

FAR = 1.5  # times what last time's set allows, or so much less: rule of thumb
_WORK = (SetKind.WORK, SetKind.FAILURE)


def near_last(
    rows: Iterable[SetRow], exercise: Exercise, on: date, basis: loads.LoadBasis
) -> tuple[SetRow, ...]:
    """Return rows of which none to be done is offered a load far from last time's set.

    Another machine, or a slip, leaves the estimate of strength far from what was done: then last
    time's load is offered. On the way back, and where something holds the load, it is no more than
    was computed.
    """
    return tuple(_near(row, exercise, on, basis) for row in rows)


def _near(row: SetRow, exercise: Exercise, on: date, basis: loads.LoadBasis) -> SetRow:
    offered, target, last = row.suggested_kg, row.target, row.last
    if target is None or last is None or not offered or exercise.load_kind is not LoadKind.EXTERNAL:
        return row
    able = _able(last, target)
    if row.logged is not None or target.load_kg is not None or able is None or _fits(offered, able):
        return row
    known = before_session.before(basis.lifter_id, exercise.slug, on)
    base = known.base.sets if known is not None else ()
    if any(_fits(offered, each) for entry in base if (each := _able(entry, target))):
        return row  # a heavy day after a light one
    kg = _as_last(last, target, able, exercise, basis)
    held = known is None or comeback.is_back(known.context) or basis.cap_kg(exercise.slug, on)
    return row if kg > offered and held else replace(row, suggested_kg=kg)


def _able(entry: LoggedSet, target: PlannedSet) -> float | None:
    """Return the load that a set shows to be possible for a target, kg; None where none does."""
    if not entry.load_kg or not entry.reps or not target.reps_low or entry.kind not in _WORK:
        return None
    shown = strength.e1rm(entry.load_kg, entry.reps)
    return strength.load_for(shown, target.reps_low, target.rir or 0.0)


def _fits(offered_kg: float, able_kg: float) -> bool:
    return 1.0 / FAR <= offered_kg / able_kg <= FAR


def _as_last(
    last: LoggedSet, target: PlannedSet, able_kg: float, exercise: Exercise, basis: loads.LoadBasis
) -> float:
    """Return last time's load, or for more repetitions what that set allows of them."""
    load_kg = last.load_kg or 0.0
    if (target.reps_low or 0) <= (last.reps or 0):
        return load_kg
    return plates.no_harder(min(able_kg, load_kg), exercise, basis.lifter.inventory)
