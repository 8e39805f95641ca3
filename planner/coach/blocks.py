"""Make, copy and delete blocks and their weeks; each write is called inside one undo step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.coach import block_weeks, holiday, overlaps
from planner.coach.deload_rule import NO_DELOAD, DeloadRule, rule_of
from planner.coach.refused import Refused
from planner.engine.terms import N_, Mesocycle, Microcycle
from planner.language import tr
from planner.storage import plan

MOVED_INTO_BEGUN = N_("Week {number} has begun and lasts until then: choose a later day.")


def goal(block: Mesocycle) -> str:
    """Return the goal of a block for a reader: as typed, or as the program says it."""
    return tr(block.goal) if block.goal == holiday.GOAL else block.goal


@dataclass(frozen=True, slots=True)
class BlockFacts:
    """What can be changed of a block later.

    `starts_on` is the first day of its first week that has not begun; None leaves the weeks where
    they are. A `rule` of None leaves the deloads as they are.
    """

    name: str
    goal: str = ""
    note: str = ""
    starts_on: date | None = None
    rule: DeloadRule | None = None


def new_mesocycle(
    lifter_id: int,
    name: str,
    start_on: date,
    weeks: int,
    *,
    goal: str = "",
    days: int = 7,
    rule: DeloadRule = NO_DELOAD,
) -> int:
    """Make a mesocycle of empty weeks, each of so many days; return its id."""
    made = tuple(
        Microcycle(
            number, start_on + timedelta(days=days * (number - 1)), (), days,
            deload=rule.holds(number, weeks),
        )
        for number in range(1, weeks + 1)
    )  # fmt: skip
    return plan.add_mesocycle(lifter_id, Mesocycle(name.strip(), start_on, made, goal.strip()))


def start(
    ending: Iterable[int],
    lifter_id: int,
    name: str,
    start_on: date,
    weeks: int,
    *,
    goal: str = "",
    days: int = 7,
    rule: DeloadRule = NO_DELOAD,
) -> int:
    """Make a mesocycle as `new_mesocycle` does; blocks by id end the day before."""
    overlaps.end(ending, start_on)
    return new_mesocycle(lifter_id, name, start_on, weeks, goal=goal, days=days, rule=rule)


def facts(mesocycle_id: int) -> BlockFacts:
    """Return what can be changed of a block, as it is."""
    block = plan.mesocycle(mesocycle_id)
    waiting = _not_begun(block)
    rule = rule_of([week.deload for week in block.weeks])
    starts_on = waiting[0].starts_on if waiting else None
    return BlockFacts(block.name, goal(block), block.note, starts_on, rule)


def first_waiting(mesocycle_id: int) -> int | None:
    """Return the number of a block's first week that has not begun; None when all have."""
    waiting = _not_begun(plan.mesocycle(mesocycle_id))
    return waiting[0].number if waiting else None


def change(mesocycle_id: int, wanted: BlockFacts, today: date) -> None:
    """Change a block's name, goal and note, move its weeks that have not begun, mark deloads.

    Weeks with a session that is done never move; weeks that are over keep what they are. A week
    that becomes a deload gets about half of its sets. Refused when weeks would overlap.
    """
    block = plan.mesocycle(mesocycle_id)
    named = replace(block, name=wanted.name.strip() or block.name)
    aim = wanted.goal.strip()
    named = replace(named, note=wanted.note.strip(), goal=block.goal if aim == goal(block) else aim)
    plan.update_mesocycle(replace(named, started_on=_moved(block, wanted.starts_on)))
    if wanted.rule is not None:
        _mark(plan.mesocycle(mesocycle_id), wanted.rule, today)


def _moved(block: Mesocycle, starts_on: date | None) -> date:
    """Move the weeks that have not begun; return the first day of the block then."""
    waiting = _not_begun(block)
    if starts_on is None or not waiting:
        return block.started_on
    begun = block.weeks[: len(block.weeks) - len(waiting)]
    if begun and starts_on < _end(begun[-1]):
        raise Refused(tr(MOVED_INTO_BEGUN).format(number=begun[-1].number))
    by = starts_on - waiting[0].starts_on
    for week in waiting if by else ():
        plan.update_week(replace(week, starts_on=week.starts_on + by))
    return block.started_on if begun else starts_on


def _mark(block: Mesocycle, rule: DeloadRule, today: date) -> None:
    for week in _not_begun(block):
        wanted = rule.holds(week.number, len(block.weeks))
        if week.id is None or week.deload == wanted or _end(week) <= today:
            continue
        (block_weeks.make_deload if wanted else block_weeks.make_plain)(week.id)


def _not_begun(block: Mesocycle) -> tuple[Microcycle, ...]:
    """Return the weeks after the last one that has a session that is done."""
    begun = [n for n, week in enumerate(block.weeks, 1) if plan.done_in_week(week.id or 0)]
    return block.weeks[begun[-1] if begun else 0 :]


def _end(week: Microcycle) -> date:
    return week.starts_on + timedelta(days=week.days)


def delete_mesocycle(mesocycle_id: int) -> None:
    """Put a mesocycle into the trash."""
    plan.trash_mesocycle(mesocycle_id)
