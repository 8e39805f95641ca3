"""A block as it is exported: each session on its day, as its limits allow, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach import kept_back, loads, pain_marks, printing
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
    found = list(kept_back.days(filled, done_on, basis.today))
    said = pain_marks.of_week(found, done_on, basis.lifter_id, basis.today)
    hurt = {e.exercise: said[e.id] for made, _ in found for e in made.exercises if e.id in said}
    return [
        _day(made, week.starts_on + timedelta(days=made.day), limited_on, basis, done_on, hurt)
        for made, limited_on in found
    ]


def _day(
    made: PlannedSession,
    on: date,
    limited_on: date,
    basis: loads.LoadBasis,
    done_on: Mapping[int, date],
    hurt: Mapping[str, str],
) -> PlannedDay:
    """Return a session on its day; what `hurt` has no load while it is still to do."""
    told = {} if made.id in done_on else hurt
    allowed, lines = printing.allowed(made, limited_on, basis, told)
    return PlannedDay(on, allowed, lines, done_on.get(made.id or 0))
