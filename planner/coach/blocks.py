"""Make, copy and delete blocks and their weeks; each write is called inside one undo step."""

from __future__ import annotations

from datetime import date, timedelta

from planner.coach import week_edits
from planner.engine.terms import Mesocycle, Microcycle, PlannedSession
from planner.storage import plan


def new_mesocycle(lifter_id: int, name: str, start_on: date, weeks: int) -> int:
    """Make an empty mesocycle; return its id."""
    made = tuple(
        Microcycle(number + 1, start_on + timedelta(weeks=number)) for number in range(weeks)
    )
    return plan.add_mesocycle(lifter_id, Mesocycle(name.strip(), start_on, made))


def delete_mesocycle(mesocycle_id: int) -> None:
    """Put a mesocycle into the trash."""
    plan.trash_mesocycle(mesocycle_id)


def lost_by_copy(week_id: int) -> list[str]:
    """Name the sessions of the next week that copying a week over it would delete."""
    following = _following(plan.mesocycle(plan.mesocycle_of(week_id)), plan.week(week_id))
    return [made.name for made in _undone(following)] if following is not None else []


def copy_week(week_id: int, beside: bool = False) -> int:
    """Copy a week's sessions over the next week's, or beside them; return that week's id.

    A week is added when it was the last. Sessions of the next week that are done stay, and
    nothing is copied onto their days.
    """
    block = plan.mesocycle(plan.mesocycle_of(week_id))
    week = plan.week(week_id)
    target = _next_week(block, week, beside)
    done = plan.done_in_week(target)
    taken = {session.day for session in plan.week(target).sessions if session.id in done}
    for session in week.sessions:
        if session.day not in taken:
            plan.add_planned_session(target, week_edits.copied(session))
    return target


def _next_week(block: Mesocycle, week: Microcycle, beside: bool) -> int:
    following = _following(block, week)
    if following is None or following.id is None:
        if block.id is None:
            raise LookupError("a block that is not stored")
        starts_on = week.starts_on + timedelta(days=week.days)
        return plan.add_week(block.id, Microcycle(week.number + 1, starts_on, days=week.days))
    for session in () if beside else _undone(following):
        if session.id is not None:
            plan.delete_planned_session(session.id)
    return following.id


def _following(block: Mesocycle, week: Microcycle) -> Microcycle | None:
    return next((made for made in block.weeks if made.number == week.number + 1), None)


def _undone(week: Microcycle) -> list[PlannedSession]:
    done = plan.done_in_week(week.id) if week.id is not None else {}
    return [session for session in week.sessions if session.id not in done]
