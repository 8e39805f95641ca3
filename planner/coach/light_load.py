"""What to come back with after time off, or to practise with, where nobody planned a load."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from planner.coach import before_session
from planner.coach.loads import LoadBasis
from planner.engine import comeback
from planner.engine.terms import Phrase, PlannedExercise, PlannedSet, Suggestion


class LightLoad(NamedTuple):
    """The most to offer: kg as typed, repetitions and work sets, None for as usual; `asks` where
    no load can be said. No repetitions where an easier variation is to come first. `headline` says
    what to come back with after a pause."""

    kg: float | None = None
    asks: bool = False
    reps: int | None = None
    sets: int | None = None
    headline: Phrase | None = None


AS_USUAL = LightLoad()


def is_own(target: PlannedSet | None) -> bool:
    """Say whether somebody planned a load in kg for a set, which stays as it is."""
    return target is not None and target.load_kg is not None and target.percent_e1rm is None


def of_lift(slug: str, on: date, planned: PlannedExercise | None, basis: LoadBasis) -> LightLoad:
    """Return what to offer of a lift on a day, `planned` for it or not: no more than practice
    allows, and after a pause no more than the advice."""
    if basis.asks_load(slug, on):
        return AS_USUAL
    known = before_session.before(basis.lifter_id, slug, on)
    cap_kg = basis.practice_cap(slug, on)
    if known is None:
        return LightLoad(cap_kg)
    deload, _ = before_session.circumstances(basis.lifter_id, on)
    deload = deload and planned is not None
    context = replace(known.context, asked=basis.asks_first(slug), deload=deload)
    advice = comeback.advice(planned, context)
    return LightLoad(cap_kg) if advice is None else _advised(advice)


def _advised(advice: Suggestion) -> LightLoad:
    """Return what advice asks for, which heeds practice, too."""
    load_kg = advice.change.load_kg if advice.change is not None else None
    reps, sets = (_whole(advice, name) for name in ("reps", "sets"))
    return LightLoad(load_kg, load_kg is None, reps, sets, advice.headline)


def _whole(advice: Suggestion, name: str) -> int | None:
    value = dict(advice.numbers).get(name)
    return value if isinstance(value, int) else None
