"""Copy a week to other lifters: the same sessions, each one's loads from that one's own strength.

Percentages stay percentages. A load in kg becomes the same share of the other one's e1RM. Notes
stay with the lifter they were written for.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from planner.coach import assigning, counts, loads, readings, suited
from planner.coach.aside import aside
from planner.coach.assigning import Assignment
from planner.coach.light_weeks import DELOAD_NOTE
from planner.coach.loads import DAY, LoadBasis
from planner.engine.terms import (
    Lifter,
    Mesocycle,
    Microcycle,
    Phrase,
    PlannedSession,
    phrase,
)
from planner.storage import plan, roster
from planner.storage.roster import Planned


@dataclass(frozen=True, slots=True)
class Source:
    """The week to copy, its block's name and program, and what its loads are shares of."""

    week: Microcycle
    block: str
    program: str | None
    basis: LoadBasis

    @property
    def last_on(self) -> date:
        """The week's last day."""
        return self.week.starts_on + timedelta(days=self.week.days - 1)


def source(lifter_id: int, week_id: int, today: date) -> Source:
    """Return a lifter's week to copy; LookupError when there is none."""
    block = plan.mesocycle(plan.mesocycle_of(week_id))
    return Source(plan.week(week_id), block.name, block.program, LoadBasis(lifter_id, today))


def there(lifter_id: int, made: Source) -> tuple[Phrase, ...]:
    """Say what a lifter has on the days of a week already."""
    found = roster.planned_between(lifter_id, made.week.starts_on, made.last_on)
    done = sum(each.done for each in found)
    if found and done:
        return (phrase("{sessions} planned, {done} done", sessions=_sessions(found), done=done),)
    if found:
        return (phrase("{sessions} planned", sessions=_sessions(found)),)
    if roster.week_on(lifter_id, made.week.starts_on) is None:
        return (phrase("no block then; one is made"),)
    return ()


def _sessions(found: list[Planned]) -> str:
    return counts.sessions(len(found))


def copy_for(
    lifter: Lifter, made: Source, beside: bool, today: date
) -> Generator[None, None, Assignment]:
    """Prepare a week for another lifter part by part: beside what is planned then, or instead.

    What was done stays, and nothing is copied onto its day.
    """
    return (yield from aside(lifter, _copy_for(lifter, made, beside, today)))


def _copy_for(
    lifter: Lifter, made: Source, beside: bool, today: date
) -> Generator[None, None, Assignment]:
    key = lifter.id or 0
    yield from readings.replaying(key, today)
    basis = LoadBasis(key, today)
    copies = [_session(each, made, basis) for each in made.week.sessions]
    yield
    planned = [exercise for session in copies for exercise in session.exercises]
    return Assignment(
        lifter,
        there(key, made),
        tuple(assigning.minded(planned, lifter, today)),
        *assigning.loaded(loads.by_percent(each, made.week.starts_on, basis) for each in planned),
        partial(_store, key, made, tuple(copies), beside),
    )


def _session(session: PlannedSession, made: Source, basis: LoadBasis) -> PlannedSession:
    on = made.week.starts_on + timedelta(days=session.day)
    return suited.suited_session(session, on, made.basis, basis)


def _store(lifter_id: int, made: Source, copies: tuple[PlannedSession, ...], beside: bool) -> None:
    found = roster.planned_between(lifter_id, made.week.starts_on, made.last_on)
    taken = {each.on for each in found if each.done}
    for each in () if beside else found:
        if not each.done:
            plan.delete_planned_session(each.id)
    left = [each for each in copies if made.week.starts_on + each.day * DAY not in taken]
    homeless = [each for each in left if not _put(lifter_id, each, made.week.starts_on)]
    if homeless:
        note = DELOAD_NOTE if made.week.note == DELOAD_NOTE else ""
        week = replace(made.week, id=None, uid="", number=1, note=note, sessions=tuple(homeless))
        block = Mesocycle(made.block, week.starts_on, (week,), program=made.program)
        plan.add_mesocycle(lifter_id, block)


def _put(lifter_id: int, session: PlannedSession, starts_on: date) -> bool:
    """Store a session in the lifter's week that holds its day; say whether there is one."""
    on = starts_on + timedelta(days=session.day)
    held = roster.week_on(lifter_id, on)
    if held is None:
        return False
    plan.add_planned_session(held[0], replace(session, day=(on - held[1]).days))
    return True
