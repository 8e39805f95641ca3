"""Put another exercise in a lift's place in the sessions ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import groupby

from planner.coach import first_sets, loads
from planner.coach.circumstances import Circumstances
from planner.engine.terms import PlannedExercise, Suggestion
from planner.storage import library, plan

PAIN_RULE = "structure.variation_pain"


def swap(lifter_id: int, suggestion: Suggestion, today: date) -> int:
    """Let the exercise chosen take the lift's place ahead; return in how many sessions.

    Place, sets, repetitions and rest stay, but for what has to be practised first. Loads come from
    the exercise's own history, else they are open. A lift without another long-term one of its
    pattern keeps a session of each week, unless it hurts.
    """
    slug = suggestion.change.exercise if suggestion.change is not None else None
    if slug is None:
        return 0
    ahead = plan.future_exercises(lifter_id, suggestion.exercise, today)
    lift = library.exercise(suggestion.exercise)
    hurts = suggestion.rule == PAIN_RULE
    if not hurts and not Circumstances(lifter_id, today).stays(lift):
        ahead = _sharing(ahead)
    basis = loads.LoadBasis(lifter_id, today)
    for on, key, planned in ahead:
        made = swapped(planned, slug, on, basis)
        plan.update_planned_exercise(made)
        plan.set_planned_sets(key, made.sets)
    return len(ahead)


def swapped(
    planned: PlannedExercise, slug: str, on: date, basis: loads.LoadBasis
) -> PlannedExercise:
    """Return a planned exercise of a day with another exercise in its place.

    One that is practised has sets of practice.
    """
    if practised := first_sets.asked(slug, on, basis):
        return replace(planned, exercise=slug, sets=practised)
    sets = tuple(map(loads.opened, planned.sets))
    return loads.with_open_loads(replace(planned, exercise=slug, sets=sets), on, basis)


def _sharing(
    ahead: list[tuple[date, int, PlannedExercise]],
) -> list[tuple[date, int, PlannedExercise]]:
    """Return all but each week's first."""
    weeks = groupby(ahead, key=lambda entry: entry[0].isocalendar()[:2])
    return [entry for _, week in weeks for entry in list(week)[1:]]
