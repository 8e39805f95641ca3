"""What to come back with after time off, or to practise with, where nobody planned a load."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from planner.coach import before_session
from planner.coach.loads import LoadBasis
from planner.engine import comeback
from planner.engine.same_load import easiest
from planner.engine.terms import Exercise, PlannedExercise, Suggestion


class LightLoad(NamedTuple):
    """The most to offer, kg as typed and repetitions, None for as usual; `asks` where no load can
    be said. No repetitions where an easier variation is to come first."""

    kg: float | None = None
    asks: bool = False
    reps: int | None = None


AS_USUAL = LightLoad()


def of_lift(slug: str, on: date, planned: PlannedExercise | None, basis: LoadBasis) -> LightLoad:
    """Return what to offer of a lift on a day, `planned` for it or not: no more than practice
    allows, and after a pause no more than the advice."""
    if basis.asks_load(slug, on):
        return AS_USUAL
    known = before_session.before(basis.lifter_id, slug, on)
    context = None if known is None else replace(known.context, asked=basis.asks_first(slug))
    advice = None if context is None else comeback.advice(planned, context)
    practised = LightLoad(basis.practice_cap(slug, on))
    return practised if advice is None else _advised(advice, practised, basis.exercises[slug])


def _advised(advice: Suggestion, practised: LightLoad, exercise: Exercise) -> LightLoad:
    load_kg = advice.change.load_kg if advice.change is not None else None
    reps = dict(advice.numbers).get("reps")
    most = LightLoad(asks=load_kg is None, reps=reps if isinstance(reps, int) else None)
    found = [kg for kg in (load_kg, practised.kg) if kg is not None]
    return most if most.asks else most._replace(kg=easiest(found, exercise))
