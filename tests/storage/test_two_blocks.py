"""Where two blocks have the same day, every reader sees the one that started last."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import pytest

from planner.engine.terms import (
    LoggedExercise,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import log, plan, plan_lists, roster, ruling

MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)
END = MONDAY + 30 * DAY


class Two(NamedTuple):
    lifter: int
    old: Mesocycle
    new: Mesocycle


def _block(ann: int, name: str, starts_on: date, weeks: int, *slugs: str) -> Mesocycle:
    lines = tuple(PlannedExercise(slug, (PlannedSet(5, 5, 2.0),)) for slug in slugs)
    sessions = tuple(PlannedSession(f"{name} {day}", day, lines) for day in (0, 3))
    made = tuple(Microcycle(n + 1, starts_on + 7 * n * DAY, sessions) for n in range(weeks))
    return plan.mesocycle(plan.add_mesocycle(ann, Mesocycle(name, starts_on, made)))


@pytest.fixture
def two(ann: int) -> Two:
    """Plan three weeks from Monday, and a later block that has the second of them."""
    old = _block(ann, "Old", MONDAY, 3, "squat", "bench_press")
    return Two(ann, old, _block(ann, "New", MONDAY + 7 * DAY, 1, "squat"))


def _ids(block: Mesocycle, week: int) -> list[int]:
    return [made.id or 0 for made in block.weeks[week].sessions]


def _train(two: Two, planned: int, on: date) -> None:
    log.add_session(two.lifter, Session(on, (LoggedExercise("squat"),), planned_session_id=planned))


def test_what_comes_of_an_exercise(two: Two) -> None:
    ahead = plan.future_exercises(two.lifter, "squat", MONDAY + 7 * DAY)
    shown = [*two.new.weeks[0].sessions, *two.old.weeks[2].sessions]
    assert [key for _, key, _ in ahead] == [made.exercises[0].id for made in shown]


def test_what_comes_next_of_every_exercise(two: Two) -> None:
    found = plan.next_exercises(two.lifter, MONDAY + 7 * DAY, END)
    on, planned, _ = found["squat"]
    assert (on, planned) == (MONDAY + 7 * DAY, two.new.weeks[0].sessions[0].exercises[0])
    assert found["bench_press"][0] == MONDAY + 14 * DAY


def test_the_planned_days(two: Two) -> None:
    _train(two, _ids(two.old, 1)[1], MONDAY + 10 * DAY)
    days = plan.planned_days(two.lifter, MONDAY + 7 * DAY, MONDAY + 13 * DAY)
    assert [((made.on - MONDAY).days, made.done) for made in days] == [
        (7, False), (10, True), (10, False),
    ]  # fmt: skip


def test_the_next_session_of_every_lifter(two: Two) -> None:
    assert roster.next_due(MONDAY + 7 * DAY)[two.lifter] == (MONDAY + 7 * DAY, "New 0")


def test_the_planned_sessions_of_some_days(two: Two) -> None:
    _train(two, _ids(two.old, 1)[1], MONDAY + 10 * DAY)
    found = roster.planned_between(two.lifter, MONDAY + 7 * DAY, MONDAY + 13 * DAY)
    first, second = _ids(two.new, 0)
    assert {made.id: made.done for made in found} == {
        first: False, second: False, _ids(two.old, 1)[1]: True,
    }  # fmt: skip


def test_the_blocks_of_some_days(two: Two) -> None:
    first, last = MONDAY + 7 * DAY, MONDAY + 13 * DAY
    assert roster.blocks_between(two.lifter, first, last) == [("New", last)]
    old = ("Old", MONDAY + 20 * DAY)
    assert roster.blocks_between(two.lifter, first, last + DAY) == [old, ("New", last)]
    assert roster.blocks_between(two.lifter, MONDAY - DAY, MONDAY) == [old]
    assert roster.blocks_between(two.lifter, END, END) == []


def test_what_nothing_was_logged_of_and_what_was_kept(two: Two) -> None:
    unlogged = plan_lists.unlogged(two.lifter, MONDAY, END)
    assert {made.id for made in unlogged} == {
        *_ids(two.old, 0), *_ids(two.new, 0), *_ids(two.old, 2),
    }  # fmt: skip
    assert plan_lists.kept(two.lifter, MONDAY, END) == (0, 6)
    assert len(plan_lists.sets_ahead(two.lifter, MONDAY, END, 4.0)) == 4 + 2 + 4


def test_the_weeks_of_a_day(two: Two) -> None:
    on = MONDAY + 8 * DAY
    (sheet,) = plan_lists.sheets_on(on)
    week_on = roster.week_on(two.lifter, on)
    block = plan.mesocycle_on(two.lifter, on)
    assert week_on is not None
    assert block is not None
    assert sheet.week_id == week_on[0] == two.new.weeks[0].id == block.weeks[0].id
    assert plan_lists.lifters_with_sessions(on) == {two.lifter}


def test_the_days_of_a_block_that_another_has(two: Two) -> None:
    taken = ruling.days_taken(two.old.id or 0)
    assert set(taken) == {MONDAY + n * DAY for n in range(7, 14)}
    assert set(taken.values()) == {("New", MONDAY + 7 * DAY)}
    assert ruling.days_taken(two.new.id or 0) == {}
    plan.trash_mesocycle(two.new.id or 0)
    assert ruling.days_taken(two.old.id or 0) == {}
