"""What to come back with after time off, or to practise with, where nobody planned a load."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from planner.coach import before_session
from planner.coach.before_session import Before
from planner.coach.loads import LoadBasis
from planner.engine import after_pain, comeback, load_hold
from planner.engine.target import LiftContext
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


def of_lift(
    slug: str, on: date, planned: PlannedExercise | None, basis: LoadBasis, known: Before | None
) -> LightLoad:
    """Return what to offer of a lift on a day, `planned` for it or not, `known` before it: no more
    than practice allows, and after a pause no more than the advice; no load where it hurt badly
    before that."""
    if basis.is_quiet(slug, on):
        return AS_USUAL
    cap_kg = basis.practice_cap(slug, on)
    if known is None:
        return LightLoad(cap_kg)
    deload, _ = before_session.circumstances(basis.lifter_id, on)
    deload = deload and planned is not None
    context = replace(known.context, asked=basis.asks_first(slug), deload=deload)
    advice = _advice(planned, context)
    if basis.hurts(slug, on) and (advice is None or not after_pain.is_warned(advice)):
        return AS_USUAL
    return LightLoad(cap_kg) if advice is None else _advised(advice)


def _advice(planned: PlannedExercise | None, context: LiftContext) -> Suggestion | None:
    """Return what to come back with after a pause; None without one, and where pain ends it."""
    if load_hold.stopped(context) is not None:
        return None
    return after_pain.warned(comeback.advice(planned, context), context)


def _advised(advice: Suggestion) -> LightLoad:
    """Return what advice asks for, which heeds practice, too."""
    load_kg = advice.change.load_kg if advice.change is not None else None
    reps, sets = (_whole(advice, name) for name in ("reps", "sets"))
    return LightLoad(load_kg, load_kg is None, reps, sets, advice.headline)


def _whole(advice: Suggestion, name: str) -> int | None:
    value = dict(advice.numbers).get(name)
    return value if isinstance(value, int) else None
