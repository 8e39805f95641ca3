"""A block that runs into another: what is told of it, and the older ended the day before."""

from __future__ import annotations

from datetime import date, timedelta

from planner.coach import blocks, logging, overlaps
from planner.coach.steps import do, revert
from planner.engine.terms import Mesocycle, Microcycle, PlannedSession
from planner.storage import plan

MONDAY = date(2026, 11, 2)
WEEK = timedelta(weeks=1)


def _block(lifter: int, starts_on: date, weeks: int = 4) -> int:
    sessions = (PlannedSession("Lower", 0), PlannedSession("Upper", 3))
    made = tuple(Microcycle(n + 1, starts_on + n * WEEK, sessions) for n in range(weeks))
    return plan.add_mesocycle(lifter, Mesocycle("Base", starts_on, made))


def test_older_and_newer_blocks_are_told_with_the_days_they_share(lifter):
    base = _block(lifter, MONDAY)
    assert overlaps.overlaps(lifter, MONDAY + 4 * WEEK, MONDAY + 9 * WEEK) == []
    (found,) = overlaps.overlaps(lifter, MONDAY + 2 * WEEK, MONDAY + 9 * WEEK)
    assert (found.block_id, found.name, found.newer, found.left) == (base, "Base", False, 4)
    assert (found.since, found.until) == (MONDAY + 2 * WEEK, MONDAY + timedelta(days=27))
    (found,) = overlaps.overlaps(lifter, MONDAY - WEEK, MONDAY)
    assert (found.since, found.newer) == (MONDAY, True)


def test_what_is_done_stays_when_the_older_block_ends_in_one_step_with_the_start(lifter):
    base = _block(lifter, MONDAY)
    third = plan.mesocycle(base).weeks[2]
    logging.start_planned(lifter, third.sessions[0].id, MONDAY + 2 * WEEK)
    before = plan.mesocycle(base)
    on = MONDAY + WEEK + timedelta(days=2)
    _, step = do(lambda: blocks.start([base], lifter, "Peak", on, 3))
    weeks = plan.mesocycle(base).weeks
    assert [[s.day for s in week.sessions] for week in weeks] == [[0, 3], [0], [0]]
    assert [block.name for block in plan.mesocycles(lifter)] == ["Peak", "Base"]
    revert(step)
    assert plan.mesocycle(base) == before
    assert [block.name for block in plan.mesocycles(lifter)] == ["Base"]


def test_a_block_that_has_not_begun_goes_whole(lifter):
    base = _block(lifter, MONDAY)
    _, step = do(lambda: overlaps.end([base], MONDAY))
    assert plan.mesocycles(lifter) == []
    revert(step)
    assert [block.id for block in plan.mesocycles(lifter)] == [base]


def test_the_first_week_stays_though_it_is_left_empty(lifter):
    sessions = (PlannedSession("Lower", 3),)
    week = Microcycle(1, MONDAY, sessions)
    base = plan.add_mesocycle(lifter, Mesocycle("Base", MONDAY, (week,)))
    overlaps.end([base], MONDAY + timedelta(days=1))
    assert [week.sessions for week in plan.mesocycle(base).weeks] == [()]
