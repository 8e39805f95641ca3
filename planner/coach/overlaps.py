"""Blocks that a new block runs into: which one has the days then, and how to end the older."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from planner.engine.terms import Mesocycle, Microcycle, PlannedSession
from planner.storage import plan, plan_order


@dataclass(frozen=True, slots=True)
class Overlap:
    """A block with days of a new one, from `since` to `until`.

    The one that starts last has the days: `newer` says whether that is the one that is there.
    `left` counts its sessions from `since` on that have not begun.
    """

    block_id: int
    name: str
    since: date
    until: date
    newer: bool
    left: int


def overlaps(lifter_id: int, starts_on: date, ends_on: date) -> list[Overlap]:
    """Return the blocks of a lifter with days in a new block's, both days included, by start."""
    blocks = [plan.mesocycle(each.id or 0) for each in plan.mesocycles(lifter_id)]
    made = [_overlap(block, starts_on, ends_on) for block in reversed(blocks)]
    return [each for each in made if each is not None]


def _overlap(block: Mesocycle, starts_on: date, ends_on: date) -> Overlap | None:
    shared = [w for w in block.weeks if w.starts_on <= ends_on and _last(w) >= starts_on]
    if not shared:
        return None
    since = max(starts_on, shared[0].starts_on)
    left = sum(len(_left(week, since)) for week in block.weeks)
    newer = block.started_on > starts_on
    return Overlap(block.id or 0, block.name, since, _last(block.weeks[-1]), newer, left)


def end(block_ids: Iterable[int], on: date) -> None:
    """End blocks the day before a day: delete their sessions from then on that have not begun.

    Weeks at the end that are left empty go, too; of a block that has not begun nothing stays: it
    goes into the trash whole.
    """
    for key in block_ids:
        block = plan.mesocycle(key)
        if block.started_on >= on and not any(plan.done_in_week(w.id or 0) for w in block.weeks):
            plan.trash_mesocycle(key)
            continue
        for week in block.weeks:
            for session in _left(week, on):
                plan.delete_planned_session(session.id or 0)
        _drop_empty_end(plan.mesocycle(key), on)


def _drop_empty_end(block: Mesocycle, on: date) -> None:
    for week in reversed(block.weeks[1:]):
        if week.sessions or week.starts_on < on:
            return
        plan_order.delete_week(week.id or 0)


def _left(week: Microcycle, since: date) -> list[PlannedSession]:
    """Return the sessions from a day on that have not begun."""
    if _last(week) < since:
        return []
    begun = plan.done_in_week(week.id or 0)
    return [
        made
        for made in week.sessions
        if week.starts_on + timedelta(days=made.day) >= since and made.id not in begun
    ]


def _last(week: Microcycle) -> date:
    return week.starts_on + timedelta(days=week.days - 1)
