"""A block as it is exported: each session on its day, as its limits allow, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach import kept_back, loads, printing
from planner.coach.sheet import SheetLine
from planner.engine.terms import Mesocycle, Microcycle, PlannedSession
from planner.language import tr
from planner.storage import clients, log, plan


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A session of a plan on its day, as the limits of that day allow it; a line an exercise."""

    on: date
    planned: PlannedSession
    lines: tuple[SheetLine, ...]
    done_on: date | None = None


def block(lifter_id: int, today: date) -> Mesocycle:
    """Return the block that a lifter is in, else the last one before, else the next; raises
    NothingPlanned."""
    found = plan.mesocycle_on(lifter_id, today)
    if found is None or not any(week.sessions for week in found.weeks):
        name = clients.lifter(lifter_id).name
        words = tr("{lifter} has no plan to export.")
        raise printing.NothingPlanned(words.format(lifter=name))
    return found


def done(lifter_id: int) -> Mapping[int, date]:
    """Return on which day each planned session that was done was done, by its id."""
    return {planned: log.session(made).on for planned, made in plan.done(lifter_id).items()}


def days(week: Microcycle, basis: loads.LoadBasis, done_on: Mapping[int, date]) -> list[PlannedDay]:
    """Return the sessions of a week in order, with the loads that they come to."""
    filled = loads.week_by_percent(week, basis)
    return [
        _day(made, week.starts_on + timedelta(days=made.day), limited_on, basis, done_on)
        for made, limited_on in kept_back.days(filled, done_on, basis.today)
    ]


def _day(
    made: PlannedSession,
    on: date,
    limited_on: date,
    basis: loads.LoadBasis,
    done_on: Mapping[int, date],
) -> PlannedDay:
    allowed, lines = printing.allowed(made, limited_on, basis)
    return PlannedDay(on, allowed, lines, done_on.get(made.id or 0))
