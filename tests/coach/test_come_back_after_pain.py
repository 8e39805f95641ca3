"""Back from time off after strong pain: no load from before it, on any day until one was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    blocks,
    deciding,
    logging,
    planning,
    printing,
    suggesting,
    week_edits,
)
from planner.engine.terms import LoggedSet, PlannedSet, SetKind
from planner.storage import plan

SQUAT, DAY = "back-squat", timedelta(days=1)


def work(load: float, pain: int | None = None, rir: float = 3.0) -> LoggedSet:
    return LoggedSet(load, 5, rir=rir, target_reps=5, load=load, pain=pain)


@pytest.fixture(params=[21, 60])
def back(request, lifter, today, train) -> int:
    """Squat up to 90 kg, which hurt; be away; plan 3 × 5 at 90 kg on Mondays and Thursdays."""
    last = today - timedelta(days=request.param)
    for week in range(8, 0, -1):
        done = work(90.0 - 2.5 * week)
        train(lifter, SQUAT, last - timedelta(weeks=week), done, done, done)
    train(lifter, SQUAT, last, *[work(90.0, pain=6, rir=1.0)] * 3)
    blocks.new_mesocycle(lifter, "Block", today, weeks=3)
    for week in planning.view(lifter, today, today).weeks:
        for day in (0, 3):
            line = week_edits.add_exercise(week_edits.add_session(week.id, day, "S"), SQUAT)
            week_edits.prescribe(line, (PlannedSet(5, 5, 2, load_kg=90.0, load=90.0),) * 3)
    return lifter


def accept(lifter: int, today: date) -> int:
    (made,) = suggesting.suggestions(lifter, today)
    assert made.rule == "return.ramp"
    return deciding.accept(lifter, made, today)


def train_as_planned(lifter: int, on: date, load: float) -> list[float | None]:
    """Do the session of a day at a load; return what the log offered as loads before that."""
    ((key, _),) = logging.planned_today(lifter, on)
    session = logging.start_planned(lifter, key, on)
    (card,) = logging.session_view(lifter, session, on).cards
    (slot,) = logging.session_view(lifter, session, on).session.exercises
    logging.log_sets(slot.id, [work(load, pain=0)] * 2)
    logging.finish(session)
    targets = [row.target.load_kg for row in card.rows if row.target]
    assert set(targets) == {None}
    return [None if row.asks_load else row.suggested_kg for row in card.rows]


def test_accepting_takes_the_painful_load_off_every_session_ahead(back, today) -> None:
    assert accept(back, today) == 6
    ahead = plan.future_exercises(back, SQUAT, today)
    assert {each.load_kg for *_, made in ahead for each in made.sets} == {None}
    assert ahead[0][2].sets[0].rir == 4.0


def test_no_sheet_has_a_load_once_that_is_accepted(back, today) -> None:
    accept(back, today)
    sheet = printing.week_sheet(back, today, today)
    assert {line.load for made in sheet.sessions for line in made.lines} == {"–"}


def test_warm_ups_lose_the_loads_that_led_up_to_it_too(back, today) -> None:
    for _, line, planned in plan.future_exercises(back, SQUAT, today)[:2]:
        first = PlannedSet(5, 5, kind=SetKind.WARMUP, load_kg=60.0, load=60.0)
        week_edits.prescribe(line, (first, *planned.sets))
    accept(back, today)
    ahead = plan.future_exercises(back, SQUAT, today)
    assert {each.load_kg for *_, made in ahead for each in made.sets} == {None}


def test_after_a_day_without_pain_the_log_goes_on_from_that_in_steps(back, today) -> None:
    accept(back, today)
    first, second, third = (today + days * DAY for days in (0, 3, 7))
    assert set(train_as_planned(back, first, 40.0)) == {None}
    assert set(train_as_planned(back, second, 40.0)) == {40.0}
    assert max(train_as_planned(back, third, 40.0)) <= 1.1 * 40.0


def test_without_accepting_the_load_that_hurt_is_not_filled_in_after_a_far_lighter_day(
    back, today
) -> None:
    first, second = today, today + 3 * DAY
    assert set(train_as_planned(back, first, 40.0)) == {None}
    assert set(train_as_planned(back, second, 40.0)) == {None}


def test_a_load_typed_on_the_card_is_planned_and_risen_from_in_steps(back, today) -> None:
    (made,) = suggesting.suggestions(back, today)
    deciding.accept(back, made, today, replace(made.change, load_kg=40.0))
    ahead = plan.future_exercises(back, SQUAT, today)
    first, second = (max(each.load_kg for each in made.sets) for *_, made in ahead[:2])
    assert (first, second <= 50.0) == (40.0, True)
