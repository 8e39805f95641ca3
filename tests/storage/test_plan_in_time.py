"""Which block, week and session a day has, what is done and what is still to come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.engine.terms import (
    Lifter,
    LoggedExercise,
    Mesocycle,
    Microcycle,
    Session,
)
from planner.storage import clients, log, plan

MONDAY = date(2026, 3, 2)

Week = Callable[..., Microcycle]


def test_blocks_are_listed_newest_first_without_those_in_the_trash(ann: int) -> None:
    old, new, gone = (
        plan.add_mesocycle(ann, Mesocycle(name, MONDAY + timedelta(weeks=weeks)))
        for name, weeks in (("old", 0), ("new", 8), ("gone", 12))
    )
    plan.trash_mesocycle(gone)
    assert [each.id for each in plan.mesocycles(ann)] == [new, old]
    with pytest.raises(LookupError):
        plan.mesocycle(gone)


def test_the_block_of_a_day_is_the_one_whose_weeks_hold_it(ann: int, week: Week) -> None:
    def at(weeks: int) -> date:
        return MONDAY + timedelta(weeks=weeks)

    first = plan.add_mesocycle(ann, Mesocycle("1", at(0), (week(1, 0), week(2, 0))))
    last = plan.add_mesocycle(ann, Mesocycle("2", at(9), (week(10, 0),)))
    trashed = plan.add_mesocycle(ann, Mesocycle("3", at(0), (week(1, 0),)))
    plan.trash_mesocycle(trashed)

    def found(on: date) -> int:
        return plan.mesocycle_on(ann, on).id

    assert found(at(0)) == found(at(2) - timedelta(days=1)) == first
    assert found(at(9)) == last
    assert found(at(5)) == first  # between blocks, the newest that started before
    assert found(at(30)) == last
    assert found(at(-5)) == first  # before all blocks, the next to start


def test_of_two_blocks_that_hold_a_day_the_newer_counts(ann: int, week: Week) -> None:
    for name, weeks_ago in (("long", 3), ("short", 0)):
        start = MONDAY - timedelta(weeks=weeks_ago)
        plan.add_mesocycle(ann, Mesocycle(name, start, (week(1, 0),)))
    found = plan.mesocycle_on(ann, MONDAY)
    assert found is not None
    assert found.name == "short"


def test_a_lifter_without_a_plan_has_no_block(ann: int) -> None:
    assert plan.mesocycle_on(ann, MONDAY) is None


def test_done_tells_which_planned_sessions_were_done(ann: int, block: Mesocycle) -> None:
    first, second = (session.id for session in block.weeks[0].sessions)
    log.add_session(ann, Session(MONDAY, planned_session_id=first))
    again = log.add_session(ann, Session(MONDAY, planned_session_id=first))
    trashed = log.add_session(ann, Session(MONDAY, planned_session_id=second))
    log.trash_session(trashed)
    assert plan.done(ann) == {first: again}
    assert plan.done_in_week(block.weeks[0].id) == {first: again}
    assert plan.done_in_week(block.weeks[1].id) == {}


def test_a_done_session_stays_when_its_plan_is_deleted(ann: int, block: Mesocycle) -> None:
    planned = block.weeks[0].sessions[0]
    slot = LoggedExercise("squat", planned_exercise_id=planned.exercises[0].id)
    done = log.add_session(ann, Session(MONDAY, (slot,), planned_session_id=planned.id))
    plan.delete_planned_session(planned.id)
    session = log.session(done)
    assert session.planned_session_id is None
    assert session.exercises[0].planned_exercise_id is None


def test_what_is_still_to_come_of_an_exercise(ann: int, block: Mesocycle, week: Week) -> None:
    bo = clients.add_lifter(Lifter(name="Bo"))
    plan.add_mesocycle(bo, Mesocycle("Bo's", MONDAY, (week(1, 0),)))
    plan.trash_mesocycle(plan.add_mesocycle(ann, Mesocycle("Gone", MONDAY, (week(1, 0),))))
    done = block.weeks[1].sessions[0]
    log.add_session(ann, Session(MONDAY, planned_session_id=done.id))
    found = plan.future_exercises(ann, "squat", MONDAY + timedelta(days=3))
    left = [block.weeks[0].sessions[1].exercises[0], block.weeks[1].sessions[1].exercises[0]]
    assert found == [
        (MONDAY + timedelta(days=days), each.id, each)
        for days, each in zip((3, 10), left, strict=True)
    ]
    assert plan.future_exercises(ann, "bench_press", MONDAY) == []


def test_what_comes_next_of_every_exercise(ann: int, block: Mesocycle) -> None:
    done, then = block.weeks[0].sessions
    log.add_session(ann, Session(MONDAY, planned_session_id=done.id))
    next_on = MONDAY + timedelta(days=3)
    (planned,) = then.exercises
    assert plan.next_exercises(ann, MONDAY, MONDAY + timedelta(days=14)) == {
        "squat": (next_on, planned, False)
    }
    assert plan.next_exercises(ann, MONDAY, MONDAY + timedelta(days=2)) == {}


def test_what_comes_next_knows_whether_its_week_is_a_deload(ann: int, week: Week) -> None:
    made = replace(week(1, 0), deload=True)
    plan.add_mesocycle(ann, Mesocycle("Easy", MONDAY, (made,)))
    ((_, _, deload),) = plan.next_exercises(ann, MONDAY, MONDAY).values()
    assert deload
