"""Ease off: make the coming week a lighter one, or put a rest day before today's session."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from planner.coach import easing_today, light_weeks, rest_days
from planner.coach.prescription_words import typed_exercise
from planner.engine import deload
from planner.engine.terms import Mesocycle, Microcycle, PlannedSession, Suggestion
from planner.storage import clients, library, plan, roster, rows, ruling

DAY = timedelta(days=1)
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
    lighter = (
        session if easing_today.is_eased(session) else deload.lighter(session, exercises, lifter)
        for session in week.sessions
    )
    sessions = tuple(
        replace(made, exercises=tuple(typed_exercise(each, lifter.unit) for each in made.exercises))
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


class Postponed(NamedTuple):
    """The sessions of a day that resting on it moves by a day, and how many later ones with it."""

    sessions: tuple[PlannedSession, ...]
    later: int


def postpone(lifter_id: int, _suggestion: Suggestion, today: date) -> int:
    """Put a rest day before today's session; return how many sessions that moves.

    All later ones of the block move by a day, in order and with the days between them. Nothing
    moves where another block would be run into.
    """
    if postponed(lifter_id, today) is None:
        return 0
    week = _week_of(plan.mesocycle_on(lifter_id, today), today)
    assert week is not None, "a session that moves is in a week"
    return rest_days.insert(rows.found(week.id, week), (today - week.starts_on).days).sessions


def postponed(lifter_id: int, today: date) -> Postponed | None:
    """Return what resting today would move; None where nothing can."""
    block = plan.mesocycle_on(lifter_id, today)
    if block is None:
        return None
    done, taken = plan.done(lifter_id), ruling.days_taken(rows.found(block.id, block.name))
    moving = [
        (week.starts_on + timedelta(days=made.day), made)
        for week in block.weeks
        for made in week.sessions
        if made.id not in done
    ]
    ahead = [(on, made) for on, made in moving if on >= today]
    if any(on + DAY in taken for on, _ in ahead):
        return None
    first = tuple(made for on, made in ahead if on == today)
    return Postponed(first, len(ahead) - len(first)) if first else None


def _week_of(block: Mesocycle | None, today: date) -> Microcycle | None:
    weeks = block.weeks if block is not None else ()
    return next(
        (w for w in weeks if w.starts_on <= today < w.starts_on + timedelta(days=w.days)), None
    )
