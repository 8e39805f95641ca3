"""A week is held against the last four, done as logged and planned as planned."""

from datetime import date, timedelta

import pytest

from planner.coach import blocks, planning, switches, week_edits
from planner.engine.terms import LoggedSet, PlannedSet

MONDAY = date(2026, 11, 2)
WEEK = timedelta(weeks=1)


@pytest.fixture
def bench(lifter: int, train) -> int:
    """Log nine sets of bench presses in each of the last four weeks."""
    for back in range(1, 5):
        train(lifter, "bench-press", MONDAY - back * WEEK, *[LoggedSet(60, 8, rir=2)] * 9)
    return lifter


def add(lifter: int, week: int, sets: int, day: int = 0) -> None:
    key = planning.view(lifter, MONDAY, MONDAY).weeks[week].id
    line = week_edits.add_exercise(week_edits.add_session(key, day, "Push"), "bench-press")
    week_edits.prescribe(line, (PlannedSet(8, 8, 2),) * sets)


def told(lifter: int, week: int = 0, today: date = MONDAY) -> dict[str, tuple[float, float]]:
    view = planning.view(lifter, MONDAY + week * WEEK, today)
    jumps = [made.jump for made in view.hard_sets if made.jump is not None]
    return {jump.group: (jump.sets, jump.usual) for jump in jumps}


def test_fourteen_sets_after_nine_a_week_are_told_while_they_are_planned(bench):
    blocks.new_mesocycle(bench, "Base", MONDAY, 2)
    add(bench, 0, 12)
    assert told(bench) == {}
    add(bench, 0, 2, day=3)
    assert told(bench)["Chest"] == (14, 9)


def test_weeks_that_are_planned_count_as_they_are_planned(bench):
    blocks.new_mesocycle(bench, "Base", MONDAY, 5)
    for week in range(5):
        add(bench, week, 13)
    assert told(bench, 4) == {}
    add(bench, 4, 6, day=3)
    assert told(bench, 4)["Chest"] == (19, 13)


def test_a_week_that_is_over_is_not_minded_any_more(bench):
    blocks.new_mesocycle(bench, "Base", MONDAY, 2)
    add(bench, 0, 20)
    assert told(bench, today=MONDAY + WEEK) == {}


def test_who_has_no_four_weeks_is_told_nothing(lifter, train):
    blocks.new_mesocycle(lifter, "Base", MONDAY, 1)
    train(lifter, "bench-press", MONDAY - WEEK, *[LoggedSet(60, 8, rir=2)] * 2)
    add(lifter, 0, 20)
    assert told(lifter) == {}


def test_who_does_not_want_to_be_told_of_jumps_is_not(bench):
    blocks.new_mesocycle(bench, "Base", MONDAY, 1)
    add(bench, 0, 20)
    assert told(bench)["Chest"] == (20, 9)
    switches.set_on(bench, switches.Switch.LOAD_GUARD, False)
    assert told(bench) == {}
