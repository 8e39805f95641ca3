"""Let a program that goes beside a plan join the sessions that are planned already."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.coach import drills_once
from planner.engine.terms import Mesocycle, Microcycle, PlannedExercise, PlannedSession
from planner.storage import plan, rows, ruling
from planner.storage.undo import step

Week = tuple[Microcycle, list[PlannedSession]]


@dataclass(frozen=True, slots=True)
class Host:
    """A mesocycle, and its weeks with those of their sessions that can be joined."""

    block: int
    weeks: tuple[Week, ...]


def host(lifter_id: int, since: date) -> Host | None:
    """Return what can be joined from a day on: that day's mesocycle, else the next to start.

    None when none has sessions left that are not begun. What another block has the day of, is not
    joined.
    """
    begun = plan.done(lifter_id)
    for block in _blocks(lifter_id, since):
        key = rows.found(block.id, block.name)
        weeks = _open_weeks(block, since, begun, ruling.days_taken(key))
        if weeks:
            return Host(key, weeks)
    return None


def join(joined: Host, guest: Mesocycle) -> None:
    """Put the guest's exercises before those of the host's sessions, week by week.

    In a week its sessions take turns. An exercise that a session has already is not planned
    twice; a deload takes half of the sets. Weeks of the guest after the host's last are left out.
    """
    with step():
        for (host_week, sessions), week in zip(joined.weeks, guest.weeks, strict=False):
            for number, session in enumerate(sessions):
                if week.sessions:
                    _add(session, week.sessions[number % len(week.sessions)], host_week.deload)


def _add(session: PlannedSession, guest: PlannedSession, deload: bool) -> None:
    assert session.id is not None
    there = {planned.exercise for planned in session.exercises}
    new = [planned for planned in guest.exercises if planned.exercise not in there]
    added = [
        plan.add_planned_exercise(session.id, _halved(planned) if deload else planned, place)
        for place, planned in enumerate(new)
    ]
    drills_once.settle(session.id, added)


def _halved(planned: PlannedExercise) -> PlannedExercise:
    return replace(planned, sets=planned.sets[: (len(planned.sets) + 1) // 2])


def _blocks(lifter_id: int, since: date) -> Iterator[Mesocycle]:
    current = plan.mesocycle_on(lifter_id, since)
    if current is not None:
        yield current
    later = [block for block in plan.mesocycles(lifter_id) if block.started_on > since]
    for block in sorted(later, key=lambda block: block.started_on):
        if block.id is not None:
            yield plan.mesocycle(block.id)


def _open_weeks(
    block: Mesocycle, since: date, begun: Collection[int], taken: Collection[date]
) -> tuple[Week, ...]:
    made = [(week, [*_open_sessions(week, since, begun, taken)]) for week in block.weeks]
    return tuple((week, sessions) for week, sessions in made if sessions)


def _open_sessions(
    week: Microcycle, since: date, begun: Collection[int], taken: Collection[date]
) -> Iterator[PlannedSession]:
    for session in week.sessions:
        on = week.starts_on + timedelta(days=session.day)
        if on >= since and on not in taken and session.id not in begun:
            yield session
