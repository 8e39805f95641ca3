"""Bring planned loads down to a limit that was set after they were planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from planner.coach import kept_back, loads
from planner.coach.kept_back import KeptBack
from planner.engine.terms import Mesocycle, Microcycle, PlannedExercise
from planner.storage import plan, rows


def over_limit(
    block: Mesocycle, done: Mapping[int, int], basis: loads.LoadBasis
) -> tuple[str, ...]:
    """Return the lifts, in order of the plan, of which a load still to be done is over a limit."""
    return tuple(dict.fromkeys(made.exercise for made in _lowered(block.weeks, done, basis)))


def kept_back_in(
    week: Microcycle, done: Mapping[int, int], basis: loads.LoadBasis
) -> Mapping[int, KeptBack]:
    """Return how the loads of a week's exercises are kept back, by the ids of those of which they
    are; what is done stays as it was planned."""
    told = ((made, kept_back.kept(made, on, basis)) for made, on in _open(week, done, basis))
    return {rows.found(made.id, made.exercise): kept for made, kept in told if kept is not None}


def lower_loads(lifter_id: int, mesocycle_id: int, today: date) -> int:
    """Bring loads over a limit down to it, of what is still to be done in a block.

    Return how many planned exercises changed.
    """
    block, basis = plan.mesocycle(mesocycle_id), loads.LoadBasis(lifter_id, today)
    lowered = list(_lowered(block.weeks, plan.done(lifter_id), basis))
    for made in lowered:
        plan.set_planned_sets(rows.found(made.id, made.exercise), made.sets)
    return len(lowered)


def _lowered(
    weeks: tuple[Microcycle, ...], done: Mapping[int, int], basis: loads.LoadBasis
) -> Iterator[PlannedExercise]:
    for week in weeks:
        for made, on in _open(week, done, basis):
            planned = loads.by_percent(made, on, basis)
            if kept_back.is_capped(planned, on, basis):
                yield kept_back.lowered(planned, on, basis)


def _open(
    week: Microcycle, done: Mapping[int, int], basis: loads.LoadBasis
) -> Iterator[tuple[PlannedExercise, date]]:
    """Yield what is still to be done of a week that is not over, with its day, past ones today."""
    if week.starts_on + timedelta(days=week.days) <= basis.today:
        return
    for session in week.sessions:
        if session.id not in done:
            on = kept_back.day_of(week, session, done, basis.today)
            yield from ((planned, on) for planned in session.exercises)
