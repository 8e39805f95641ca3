"""The weeks of a block: copy forward, duplicate, insert, delete, make a deload or a plain one.

Sessions that are done are never changed, and weeks that hold one never move.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from planner.coach import light_weeks
from planner.coach.easing_today import fresh_copy
from planner.coach.in_sight import in_sight
from planner.coach.prescription_words import typed_exercise
from planner.coach.refused import Refused
from planner.engine import deload
from planner.engine.terms import N_, Microcycle, PlannedSession
from planner.language import tr
from planner.storage import clients, library, plan, plan_days, plan_order

DONE_LATER = N_("Week {number} has sessions that are done, so it cannot move.")
DONE_HERE = N_("Sessions of week {number} are done, so it cannot be deleted.")
ONLY_WEEK = N_("This is the only week of the block; delete the block instead.")


def uid_of(week_id: int) -> str:
    """Return what names a week for good: another one may get its id; '' when there is none."""
    return plan_days.week_uid(week_id)


def key_of(lifter_id: int, uid: str) -> int | None:
    """Return the id of the week of a lifter that a uid names; None when there is none."""
    return plan_days.week_key(lifter_id, uid)


def weeks_after(week_id: int) -> int:
    """Return how many weeks of its block come after a week."""
    return len(_after(week_id))


def lost_by_copy(week_id: int, weeks: int = 1) -> list[str]:
    """Name the sessions that copying a week over the next ones would delete."""
    later = _after(week_id)[:weeks]
    return [made.name for week in later for made in _undone(week)]


def copy_week(week_id: int, weeks: int = 1, beside: bool = False) -> int:
    """Copy a week's sessions over those of the next weeks, or beside them.

    Weeks are added where the block is too short; Refused where another block has their days.
    Sessions that are done stay, and nothing is copied onto their days. In a deload the copies are
    deloads. Return the first of the weeks.
    """
    week, block = plan.week(week_id), plan.mesocycle_of(week_id)
    there = _after(week_id)[:weeks]
    with in_sight(block):
        targets = [*there, *_added(block, (there or [week])[-1], weeks - len(there))]
        _fill_all(targets, week, block, beside)
    return targets[0].id or 0


def _fill_all(targets: Iterable[Microcycle], week: Microcycle, block: int, beside: bool) -> None:
    light: list[PlannedSession] | None = None
    for target in targets:
        sessions = week.sessions
        if target.deload and not light_weeks.is_light(week):
            light = light or _lighter(block, week.sessions)
            sessions = tuple(light)
        _fill(target, sessions, beside)


def _fill(target: Microcycle, sessions: Iterable[PlannedSession], beside: bool) -> None:
    assert target.id is not None
    done = plan.done_in_week(target.id)
    taken = {made.day for made in target.sessions if made.id in done}
    for made in () if beside else _undone(target):
        plan.delete_planned_session(made.id or 0)
    for made in sessions:
        if made.day not in taken and made.day < target.days:
            plan.add_planned_session(target.id, fresh_copy(made))


def _added(block: int, last: Microcycle, count: int) -> list[Microcycle]:
    made = []
    for _ in range(count):
        last = Microcycle(last.number + 1, _end(last), days=last.days)
        made.append(plan.week(plan.add_week(block, last)))
    return made


def duplicate_week(week_id: int) -> int:
    """Insert a copy after a week, later weeks move on; return its id.

    Refused for later weeks with something done, and where another block has the days.
    """
    return _insert(plan.week(week_id), copy=True)


def insert_week(week_id: int) -> int:
    """Insert an empty week after a week, as `duplicate_week` does; return its id."""
    return _insert(plan.week(week_id), copy=False)


def _insert(week: Microcycle, copy: bool) -> int:
    assert week.id is not None
    block, later = plan.mesocycle_of(week.id), _after(week.id)
    made = Microcycle(week.number + 1, _end(week), days=week.days)
    if copy:
        sessions = tuple(map(fresh_copy, week.sessions))
        made = replace(made, sessions=sessions, deload=week.deload, note=week.note)
    with in_sight(block):
        _move(later, 1, week.days)
        return plan.add_week(block, made)


def delete_week(week_id: int) -> int:
    """Delete a week, later weeks move back; return the week to show instead.

    Refused for the only week, for one with sessions that are done, and before such a one.
    """
    week, block = plan.week(week_id), plan.mesocycle(plan.mesocycle_of(week_id))
    if len(block.weeks) == 1:
        raise Refused(tr(ONLY_WEEK))
    if plan.done_in_week(week_id):
        raise Refused(tr(DONE_HERE).format(number=week.number))
    _move(_after(week_id), -1, -week.days)
    plan_order.delete_week(week_id)
    before = [made.id for made in block.weeks if made.number < week.number]
    return (before[-1] if before else block.weeks[1].id) or 0


def _move(weeks: Sequence[Microcycle], numbers: int, days: int) -> None:
    for week in weeks:
        if week.id is not None and plan.done_in_week(week.id):
            raise Refused(tr(DONE_LATER).format(number=week.number))
    for week in weeks:
        starts_on = week.starts_on + timedelta(days=days)
        plan.update_week(replace(week, number=week.number + numbers, starts_on=starts_on))


def make_deload(week_id: int) -> None:
    """Make a week a deload: about half of the sets of what is not done yet, more in reserve.

    One that was a deload before has as few already, and stays so.
    """
    week = plan.week(week_id)
    open_sessions = () if light_weeks.is_light(week) else _undone(week)
    for session in _lighter(plan.mesocycle_of(week_id), open_sessions):
        for planned in session.exercises:
            plan.set_planned_sets(planned.id or 0, planned.sets)
    if not week.deload:
        plan.update_week(replace(week, deload=True, note=light_weeks.deload_note(week)))


def make_plain(week_id: int) -> None:
    """Let a week no longer be a deload; its sets stay as they are, and its note says so."""
    week = plan.week(week_id)
    if week.deload:
        plan.update_week(replace(week, deload=False, note=light_weeks.plain_note(week)))


def _lighter(block: int, sessions: Iterable[PlannedSession]) -> list[PlannedSession]:
    lifter, exercises = clients.lifter(plan_order.lifter_of(block)), library.by_slug()
    lighter = [deload.lighter(session, exercises, lifter) for session in sessions]
    return [
        replace(made, exercises=tuple(typed_exercise(each, lifter.unit) for each in made.exercises))
        for made in lighter
    ]


def _after(week_id: int) -> list[Microcycle]:
    block = plan.mesocycle(plan.mesocycle_of(week_id))
    ids = [week.id for week in block.weeks]
    return list(block.weeks[ids.index(week_id) + 1 :])


def _undone(week: Microcycle) -> list[PlannedSession]:
    done = plan.done_in_week(week.id) if week.id is not None else {}
    return [session for session in week.sessions if session.id not in done]


def _end(week: Microcycle) -> date:
    return week.starts_on + timedelta(days=week.days)
