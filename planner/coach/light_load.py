"""The load to come back with after time off, or to practise with, where nobody planned one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from planner.coach import before_session
from planner.coach.loads import LoadBasis
from planner.engine import comeback
from planner.engine.same_load import easiest
from planner.engine.terms import PlannedExercise


class LightLoad(NamedTuple):
    """The most to offer, kg as typed, None for as usual; `asks` where no load can be said."""

    kg: float | None = None
    asks: bool = False


AS_USUAL = LightLoad()


def of_lift(slug: str, on: date, planned: PlannedExercise | None, basis: LoadBasis) -> LightLoad:
    """Return what to offer of a lift on a day, `planned` for it or not: no more than practice
    allows, and after a pause no more than the advice."""
    if basis.asks_load(slug, on):
        return AS_USUAL
    known = before_session.before(basis.lifter_id, slug, on)
    context = None if known is None else replace(known.context, asked=basis.asks_first(slug))
    advice = None if context is None else comeback.advice(planned, context)
    change = None if advice is None else advice.change
    if change is not None and change.load_kg is None:
        return LightLoad(asks=True)
    loads_kg = (None if change is None else change.load_kg, basis.practice_cap(slug, on))
    found = [kg for kg in loads_kg if kg is not None]
    return LightLoad(easiest(found, basis.exercises[slug]))
