"""Put a rest day into a block, or take one out: what comes after moves by a day.

The law: the sessions that move keep their order and the days between them. Sessions that are done
stay where they are. Weeks keep their length: what leaves one goes to the first day of the next,
or to the last of the one before; after the last week one is added.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from planner.coach.refused import Refused
from planner.engine.terms import Mesocycle, Microcycle, PlannedSession
from planner.storage import plan, plan_order

NOTHING_AFTER = "Nothing is left to do from this day on, so nothing would move."
NO_REST = "Only a day without a session can be taken out."


@dataclass(frozen=True, slots=True)
class Placed:
    """A session on the day of its block, counted from the first day of the first week."""

    session: PlannedSession
    day: int
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """How many sessions moved, and whether a week was added for the last of them."""

    sessions: int
    week_added: bool = False


def insert(week_id: int, day: int) -> Moved:
    """Put a rest day before a day of a week; Refused when nothing would move."""
    block = plan.mesocycle(plan.mesocycle_of(week_id))
    return _shift(block, _day_of(block, week_id, day), 1)


def remove(week_id: int, day: int) -> Moved:
    """Take out a rest day; Refused when the day has a session, or nothing would move."""
    block = plan.mesocycle(plan.mesocycle_of(week_id))
    since = _day_of(block, week_id, day)
    if any(placed.day == since for placed in _placed(block)):
        raise Refused(NO_REST)
    return _shift(block, since, -1)


def shifted(placed: Collection[Placed], done: Collection[int], since: int, by: int) -> list[Placed]:
    """Return sessions, in order, of which those from a day on that are not done move by a day.

    What moves on comes before, what moves back comes after, what is done on its new day.
    """
    made = [
        Placed(each.session, each.day + by, moved=True)
        if each.day >= since and each.session.id not in done
        else each
        for each in placed
    ]
    return sorted(made, key=lambda each: (each.day, each.moved == (by < 0)))


def _shift(block: Mesocycle, since: int, by: int) -> Moved:
    done = {key for week in block.weeks if week.id for key in plan.done_in_week(week.id)}
    made = shifted(_placed(block), done, since, by)
    if not any(each.moved for each in made):
        raise Refused(NOTHING_AFTER)
    grown = made[-1].day >= sum(week.days for week in block.weeks)
    weeks = [*block.weeks, _another(block)] if grown else [*block.weeks]
    first = 0
    for week in weeks:
        here = [(e.session.id or 0, e.day - first) for e in made if 0 <= e.day - first < week.days]
        plan_order.place_sessions(week.id or 0, here)
        first += week.days
    return Moved(sum(each.moved for each in made), grown)


def _another(block: Mesocycle) -> Microcycle:
    last = block.weeks[-1]
    starts_on = last.starts_on + timedelta(days=last.days)
    key = plan.add_week(block.id or 0, Microcycle(last.number + 1, starts_on, days=last.days))
    return plan.week(key)


def _placed(block: Mesocycle) -> list[Placed]:
    placed, first = [], 0
    for week in block.weeks:
        placed += [Placed(session, first + session.day) for session in week.sessions]
        first += week.days
    return placed


def _day_of(block: Mesocycle, week_id: int, day: int) -> int:
    first = 0
    for week in block.weeks:
        if week.id == week_id:
            return first + day
        first += week.days
    raise LookupError(week_id)
