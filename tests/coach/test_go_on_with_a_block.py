"""After weeks away the weeks of a block that were not done move to where one is, and no others."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from planner.coach import (
    absences,
    going_on,
    health,
    holiday,
    logging,
    overlaps,
    printing,
    questions,
    trail,
    untyped,
)
from planner.coach.refused import Refused
from planner.coach.steps import do, revert
from planner.coach.wording import render
from planner.engine.terms import (
    Absence,
    Intake,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Topic,
    Unit,
)
from planner.storage import plan
from tests.content import content

MONDAY = date(2026, 10, 5)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
BACK_ON = date(2026, 11, 20)  # a Friday, three weeks after the block's last session
SQUATS = PlannedExercise("back-squat", (PlannedSet(5, 5, load_kg=100.0),) * 3)
LOWER, UPPER = PlannedSession("Lower", 0, (SQUATS,)), PlannedSession("Upper", 3, (SQUATS,))


def block(lifter: int, starts_on: date = MONDAY, weeks: int = 4, name: str = "Base") -> int:
    made = tuple(
        Microcycle(n + 1, starts_on + n * WEEK, (LOWER, UPPER), deload=n == 3) for n in range(weeks)
    )
    return plan.add_mesocycle(lifter, Mesocycle(name, starts_on, made))


def start(lifter: int, key: int, week: int, session: int = 0) -> None:
    made = plan.mesocycle(key).weeks[week - 1]
    planned = made.sessions[session]
    logging.start_planned(lifter, planned.id or 0, made.starts_on + planned.day * DAY)


def starts(key: int) -> list[date]:
    return [week.starts_on for week in plan.mesocycle(key).weeks]


def days(key: int) -> list[date]:
    weeks = plan.mesocycle(key).weeks
    return [week.starts_on + made.day * DAY for week in weeks for made in week.sessions]


@pytest.fixture
def broken_off(lifter: int) -> int:
    """Of four weeks the first is done, of the second the first session."""
    key = block(lifter)
    for week, session in ((1, 0), (1, 1), (2, 0)):
        start(lifter, key, week, session)
    return key


def test_weeks_that_were_not_done_are_offered_from_the_next_monday(lifter, broken_off) -> None:
    made = going_on.offer(lifter, BACK_ON)
    assert render(going_on.said(made)) == "Base: 2 weeks were not done."
    assert made.first_on == date(2026, 11, 23)


def test_one_step_moves_them_and_one_undo_brings_the_file_back(lifter, broken_off) -> None:
    before, old = content(), days(broken_off)
    first, step = do(lambda: going_on.go_on(lifter, BACK_ON))
    assert starts(broken_off) == [MONDAY, MONDAY + WEEK, date(2026, 11, 23), date(2026, 11, 30)]
    assert first == plan.mesocycle(broken_off).weeks[2].id
    assert [b - a for a, b in pairwise(days(broken_off)[4:])] == [
        b - a for a, b in pairwise(old[4:])
    ]
    assert days(broken_off)[:4] == old[:4]
    assert plan.mesocycle(broken_off).started_on == MONDAY
    again = revert(step)
    assert content() == before
    revert(again)
    assert going_on.offer(lifter, BACK_ON) is None


def test_the_sheet_of_the_moved_week_has_its_number_and_its_days(lifter, broken_off) -> None:
    going_on.go_on(lifter, BACK_ON)
    sheet = printing.week_sheet(lifter, date(2026, 11, 23), BACK_ON)
    assert "Week 3 of 4" in sheet.heading
    assert [made.title for made in sheet.sessions] == ["Mon 23 · Lower", "Thu 26 · Upper"]


@pytest.mark.parametrize(
    ("on", "first_on"),
    [
        (date(2026, 11, 16), date(2026, 11, 16)),  # Monday: today
        (date(2026, 11, 17), date(2026, 11, 23)),
        (date(2026, 11, 22), date(2026, 11, 23)),
        (date(2026, 12, 30), date(2027, 1, 4)),  # the new year
        (date(2027, 3, 27), date(2027, 3, 29)),  # the clocks change that night
    ],
)
def test_the_first_session_is_today_or_the_next_such_weekday(
    lifter, broken_off, on, first_on
) -> None:
    assert going_on.offer(lifter, on).first_on == first_on
    going_on.go_on(lifter, on)
    assert starts(broken_off)[2:] == [first_on, first_on + WEEK]


@given(
    st.dates(date(2019, 1, 1), date(2032, 12, 31)), st.integers(1, 400), st.sets(st.integers(0, 6))
)
def test_weeks_move_by_whole_weeks_and_no_further_than_they_must(starts_on, ago, others) -> None:
    sessions = tuple(PlannedSession("", day) for day in sorted(others | {3}, reverse=True))
    first_on = starts_on + min(made.day for made in sessions) * DAY
    today = first_on + ago * DAY
    by = going_on.moves_by((Microcycle(1, starts_on, sessions),), today)
    assert by % WEEK == timedelta()
    assert today <= first_on + by < today + WEEK


def test_a_block_of_which_nothing_was_done_begins_later(lifter) -> None:
    key = block(lifter, weeks=2)
    going_on.go_on(lifter, BACK_ON)
    assert starts(key) == [date(2026, 11, 23), date(2026, 11, 30)]
    assert plan.mesocycle(key).started_on == date(2026, 11, 23)


def test_a_week_left_out_before_one_that_was_done_stays_where_it_is(lifter) -> None:
    key = block(lifter)
    start(lifter, key, 1)
    start(lifter, key, 3)
    assert render(going_on.asked(going_on.offer(lifter, BACK_ON))) == (
        "Base: 1 week was not done. It can go on from 23 Nov."
    )
    going_on.go_on(lifter, BACK_ON)
    assert starts(key)[:3] == [MONDAY, MONDAY + WEEK, MONDAY + 2 * WEEK]


def test_it_is_not_offered_while_something_is_planned_from_today_on(lifter, broken_off) -> None:
    assert going_on.offer(lifter, days(broken_off)[-1]) is None
    block(lifter, BACK_ON + 3 * WEEK, weeks=1)
    assert going_on.offer(lifter, BACK_ON) is None


def test_nor_where_everything_was_done_or_nothing_was_planned(lifter) -> None:
    assert going_on.offer(lifter, BACK_ON) is None
    start(lifter, block(lifter, weeks=1), 1)
    assert going_on.offer(lifter, BACK_ON) is None
    with pytest.raises(Refused, match="Nothing is left"):
        going_on.go_on(lifter, BACK_ON)


def test_whether_they_were_done_is_asked_first(lifter, broken_off) -> None:
    on = days(broken_off)[-1] + WEEK
    waiting = untyped.since_last(lifter, on)
    assert waiting
    assert going_on.offer(lifter, on) is None
    untyped.not_done(lifter, waiting, on)
    assert going_on.offer(lifter, on) is not None


def test_an_old_block_is_not_gone_on_with(lifter, broken_off) -> None:
    assert going_on.offer(lifter, BACK_ON + 52 * WEEK) is None


def test_who_trained_on_without_the_plan_is_not_asked(lifter, broken_off, train) -> None:
    done = LoggedSet(100.0, 5, load=100.0)
    for day in (20, 22, 24):
        assert going_on.offer(lifter, BACK_ON) is not None
        train(lifter, "back-squat", MONDAY + day * DAY, done)
    assert going_on.offer(lifter, BACK_ON) is None


def test_not_now_is_kept_for_this_block_alone_and_undone(lifter, broken_off) -> None:
    _, step = do(lambda: going_on.not_now(lifter, BACK_ON))
    assert going_on.offer(lifter, BACK_ON + WEEK) is None
    (made,) = trail.decided(lifter)
    assert (made.said, made.verdict) == ("Go on with Base from 23 Nov.", "dismissed")
    going_on.not_now(lifter, BACK_ON)
    assert len(trail.decided(lifter)) == 1
    revert(step)
    assert going_on.offer(lifter, BACK_ON) is not None
    do(lambda: going_on.not_now(lifter, BACK_ON))
    block(lifter, date(2026, 11, 2), weeks=1, name="Peak")
    assert going_on.offer(lifter, date(2026, 11, 28)).block.name == "Peak"


def test_the_days_of_another_block_are_kept_clear(lifter, broken_off) -> None:
    weeks = (Microcycle(1, date(2026, 11, 30)),)
    plan.add_mesocycle(lifter, Mesocycle("Peak", date(2026, 11, 30), weeks))
    before = content()
    with pytest.raises(Refused, match=r"run into “Peak”, which has the days from 30 Nov on"):
        do(lambda: going_on.go_on(lifter, BACK_ON))
    assert content() == before
    overlaps.end([plan.mesocycles(lifter)[0].id], date(2026, 11, 30))
    going_on.go_on(lifter, BACK_ON)


def test_a_long_week_may_move_over_its_own_days(lifter) -> None:
    week = Microcycle(1, MONDAY, (LOWER,), days=14)
    key = plan.add_mesocycle(lifter, Mesocycle("Base", MONDAY, (week,)))
    going_on.go_on(lifter, MONDAY + 2 * DAY)
    assert starts(key) == [MONDAY + WEEK]


def test_it_waits_until_one_is_back(lifter, broken_off) -> None:
    absences.add(lifter, Absence(date(2026, 10, 20), None, "ill"))
    assert going_on.offer(lifter, BACK_ON) is None
    (away,) = absences.absences(lifter)
    absences.end(away, BACK_ON)
    assert going_on.offer(lifter, BACK_ON) is not None


def test_weeks_under_a_holiday_plan_are_gone_on_with_and_the_holiday_is_not(
    lifter, broken_off
) -> None:
    away = holiday.Holiday(date(2026, 10, 19), date(2026, 11, 6), 1, holiday.Kit.NOTHING)
    holiday.make(lifter, away, date(2026, 10, 16))
    assert going_on.offer(lifter, BACK_ON).block.name == "Base"


def test_empty_weeks_move_along_but_for_those_before_the_first_session(lifter) -> None:
    weeks = tuple(
        Microcycle(n, MONDAY + (n - 1) * WEEK, made)
        for n, made in enumerate(((LOWER,), (), (UPPER,), (), (LOWER,)), 1)
    )
    key = plan.add_mesocycle(lifter, Mesocycle("Base", MONDAY, weeks))
    start(lifter, key, 1)
    assert going_on.offer(lifter, BACK_ON).count == 2
    going_on.go_on(lifter, BACK_ON)
    on = date(2026, 11, 23)
    assert starts(key) == [MONDAY, MONDAY + WEEK, on, on + WEEK, on + 2 * WEEK]


def test_weeks_may_move_while_a_clearance_is_waited_for(lifter, broken_off) -> None:
    health.answer(lifter, Intake(BACK_ON, ((Topic.CARDIAC_EVENT, True),)))
    going_on.go_on(lifter, BACK_ON)
    assert starts(broken_off)[2] == date(2026, 11, 23)


def test_the_command_line_asks_it_too(lifter, broken_off) -> None:
    made = questions.questions(lifter, BACK_ON, [])
    assert [questions.facts(each, Unit.KG) for each in made] == [
        {
            "kind": "go_on",
            "exercise": "",
            "text": "Base: 2 weeks were not done. It can go on from 23 Nov.",
        }
    ]
