"""Let a program that goes beside a plan join the sessions that are planned already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from planner.engine.terms import Mesocycle, Microcycle, PlannedSession
from planner.storage import plan
from planner.storage.undo import step


def running(lifter_id: int, on: date) -> Mesocycle | None:
    """Return the lifter's mesocycle that has planned sessions on a day or later; None if none."""
    block = plan.mesocycle_on(lifter_id, on)
    if block is None or not any(True for _ in _ahead(block, on)):
        return None
    return block


def join(block: Mesocycle, guest: Mesocycle, at_start: bool) -> int:
    """Put the guest's exercises into the block's sessions, week by week; return the block's id.

    Its first week joins the first week that has sessions from its first day on; in a week its
    sessions take turns. An exercise that a session has already is not planned twice.
    """
    assert block.id is not None
    weeks = _by_week(block, guest.started_on)
    with step():
        for (_, sessions), week in zip(weeks, guest.weeks, strict=False):
            for number, session in enumerate(sessions):
                if week.sessions:
                    _add(session, week.sessions[number % len(week.sessions)], at_start)
    return block.id


def _add(session: PlannedSession, guest: PlannedSession, at_start: bool) -> None:
    assert session.id is not None
    there = {planned.exercise for planned in session.exercises}
    new = [planned for planned in guest.exercises if planned.exercise not in there]
    for place, planned in enumerate(new):
        plan.add_planned_exercise(session.id, planned, place if at_start else None)


def _by_week(block: Mesocycle, since: date) -> list[tuple[Microcycle, list[PlannedSession]]]:
    found: dict[int, tuple[Microcycle, list[PlannedSession]]] = {}
    for week, session in _ahead(block, since):
        found.setdefault(week.number, (week, []))[1].append(session)
    return [*found.values()]


def _ahead(block: Mesocycle, since: date) -> Iterator[tuple[Microcycle, PlannedSession]]:
    for week in block.weeks:
        for session in week.sessions:
            if week.starts_on + timedelta(days=session.day) >= since:
                yield week, session
