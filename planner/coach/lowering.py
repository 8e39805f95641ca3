"""Bring planned loads down to a limit that was set after they were planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from planner.coach import kept_back, loads
from planner.engine.terms import Mesocycle, Microcycle, PlannedExercise
from planner.storage import plan, rows


def over_limit(
    block: Mesocycle, done: Mapping[int, int], basis: loads.LoadBasis
) -> tuple[str, ...]:
    """Return the lifts, in order of the plan, of which a load still to be done is over a limit."""
    return tuple(dict.fromkeys(made.exercise for made in _lowered(block.weeks, done, basis)))


def lowered_in(
    week: Microcycle, done: Mapping[int, int], basis: loads.LoadBasis
) -> Mapping[int, PlannedExercise]:
    """Return what is shown in place of the exercises of a week whose loads are over a limit, by
    their ids; what is done stays as it was planned."""
    return {rows.found(made.id, made.exercise): made for made in _lowered((week,), done, basis)}


def held_in(week: Microcycle, done: Mapping[int, int], basis: loads.LoadBasis) -> frozenset[int]:
    """Return the ids of the exercises of a week whose loads wait for a clearance, or may not be."""
    return frozenset(
        made.id or 0
        for made, on in _open(week, done, basis)
        if kept_back.is_held(made.exercise, on, basis)
    )


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
        on = max(week.starts_on + timedelta(days=session.day), basis.today)
        if session.id not in done:
            yield from ((planned, on) for planned in session.exercises)
