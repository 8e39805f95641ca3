"""Ease off: make the coming week a lighter one, or put today's session off by a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from planner.coach import light_weeks, loads
from planner.engine import deload
from planner.engine.terms import Mesocycle, Microcycle, PlannedSession, Suggestion
from planner.storage import clients, library, plan, roster, rows, ruling

SOON = timedelta(weeks=2)  # a lighter week later than that answers no tiredness of today


def lighten(lifter_id: int, _suggestion: Suggestion, today: date) -> int:
    """Make the next week that has not begun a deload; return how many sessions that changes."""
    weeks = lightened(lifter_id, today)
    if weeks is None:
        return 0
    for session in weeks[1].sessions:
        for planned in session.exercises:
            if planned.id is not None:
                plan.set_planned_sets(planned.id, planned.sets)
    plan.update_week(weeks[1])
    return len(weeks[1].sessions)


def lightened(lifter_id: int, today: date) -> tuple[Microcycle, Microcycle] | None:
    """Return the coming week as it is and as a deload; None when the plan has none."""
    week = _coming_week(lifter_id, today)
    if week is None:
        return None
    lifter, exercises = clients.lifter(lifter_id), library.by_slug()
    lighter = (deload.lighter(session, exercises, lifter) for session in week.sessions)
    sessions = tuple(
        replace(made, exercises=tuple(loads.typed(each, lifter) for each in made.exercises))
        for made in lighter
    )
    if light_weeks.is_light(week):
        sessions = week.sessions
    return week, replace(week, sessions=sessions, deload=True, note=light_weeks.DELOAD_NOTE)


def _coming_week(lifter_id: int, today: date) -> Microcycle | None:
    """Return the week that has not begun, today's or the next, with the sessions that are shown.

    None without one. Where two blocks have the same day, the one that has it counts.
    """
    longest = timedelta(days=roster.LONGEST_WEEK)
    shown = roster.planned_between(lifter_id, today - longest, today + SOON + longest)
    weeks = rows.grouped((made.week_id for made in shown), shown)
    for key, made in weeks.items():
        if made[0].on < today or any(each.done for each in made):
            continue
        week, ids = plan.week(key), {each.id for each in made}
        if not week.deload and week.starts_on <= today + SOON:
            return replace(week, sessions=tuple(e for e in week.sessions if e.id in ids))
    return None


def postpone(lifter_id: int, _suggestion: Suggestion, today: date) -> int:
    """Move what is planned today, and what it would meet, by a day; return how many sessions.

    Nothing moves when the week has no day left for it, or another block has one of the days.
    """
    moved = list(postponed(lifter_id, today))
    for session in moved:
        plan.update_planned_session(replace(session, day=session.day + 1))
    return len(moved)


def postponed(lifter_id: int, today: date) -> Iterator[PlannedSession]:
    """Yield the sessions that resting today would move by a day, the first one first."""
    block = plan.mesocycle_on(lifter_id, today)
    week = _week_of(block, today)
    if block is None or week is None:
        return
    done = plan.done(lifter_id)
    open_sessions = [made for made in week.sessions if made.id not in done]
    day, moving = (today - week.starts_on).days, list[PlannedSession]()
    while here := [made for made in open_sessions if made.day == day]:
        moving += here
        day += 1
    if day < week.days and not _taken(block, today, week.starts_on + timedelta(days=day)):
        yield from moving


def _taken(block: Mesocycle, since: date, until: date) -> bool:
    """Tell whether another block has one of some days."""
    return any(since <= on <= until for on in ruling.days_taken(rows.found(block.id, block.name)))


def _week_of(block: Mesocycle | None, today: date) -> Microcycle | None:
    weeks = block.weeks if block is not None else ()
    return next(
        (w for w in weeks if w.starts_on <= today < w.starts_on + timedelta(days=w.days)), None
    )
