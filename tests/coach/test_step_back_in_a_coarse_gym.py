"""Back from strong pain where loads lie far apart: no bigger steps than anybody's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.coach import logging, planning, printing, suggesting, wording
from planner.engine.terms import Inventory, LoggedSet, Suggestion
from planner.storage import clients
from tests.coach.hurt_squats import DAY, plan_load, train, train_sets

PRESS, SINCE = "dumbbell-bench-press", (8, 7, 5, 4, 2, 1)


def with_dumbbells(lifter: int, *loads_kg: float) -> None:
    made = clients.lifter(lifter)
    clients.update_lifter(replace(made, inventory=Inventory(dumbbells_kg=loads_kg)))


@pytest.fixture
def hurt(lifter, today) -> int:
    """Press dumbbells of 25 kg, which hurt by 8 of 10 nine days ago."""
    with_dumbbells(lifter, 10.0, 15.0, 20.0, 25.0)
    for week in range(8, 0, -1):
        train(lifter, today - (9 + 7 * week) * DAY, 25.0, slug=PRESS)
    train(lifter, today - 9 * DAY, 25.0, pain=8, slug=PRESS)
    return lifter


def press(lifter: int, today: date, load: float, *reps: int) -> None:
    """Log three sets a session at a load, which left three in reserve."""
    for ago, each in zip(SINCE, reps, strict=False):
        one = LoggedSet(load, each, rir=3.0, target_reps=5, load=load)
        train_sets(lifter, today - ago * DAY, *[one] * 3, slug=PRESS)


def told(lifter: int, today: date) -> Suggestion:
    made, *_ = suggesting.all_suggestions(lifter, today)
    return made


def filled_in(lifter: int, today: date) -> set[float]:
    ((key, _),) = logging.planned_today(lifter, today)
    (made,) = logging.session_view(lifter, logging.start_planned(lifter, key, today), today).cards
    found = ((row.target.load_kg if row.target else None, row.suggested_kg) for row in made.rows)
    return {kg for each in found for kg in each if kg is not None}


def test_repetitions_come_first_where_the_next_load_is_far(hurt, today) -> None:
    press(hurt, today, 15.0, *[5] * 6)
    plan_load(hurt, today, 25.0, slug=PRESS)
    made = told(hurt, today)
    assert made.change is not None
    assert (made.change.load_kg, made.change.reps_low, made.change.reps_high) == (15.0, 5, 7)
    assert wording.render(made.headline) == "Stay at 15 kg, up to 7 reps"
    reason = wording.render(made.reason)
    assert "the load comes back in steps" in reason
    assert "The next load, 20 kg, is 33.3 % harder; over 5 % at once is too much." in reason


def test_who_never_hurt_is_told_the_same(lifter, today) -> None:
    with_dumbbells(lifter, 10.0, 15.0, 20.0, 25.0)
    press(lifter, today, 15.0, *[5] * 6)
    plan_load(lifter, today, 15.0, slug=PRESS)
    assert wording.render(told(lifter, today).headline) == "Stay at 15 kg, up to 7 reps"


@pytest.mark.parametrize("planned", [20.0, 25.0])
def test_the_load_that_is_far_is_not_filled_in_and_every_room_says_why(
    hurt, today, planned
) -> None:
    press(hurt, today, 15.0, 5, 5, 5)
    plan_load(hurt, today, planned, slug=PRESS)
    (said,) = planning.view(hurt, today, today).hurt.values()
    assert said.endswith("the load comes back in steps")
    (made,) = printing.week_sheet(hurt, today, today).sessions
    assert [line.load for line in made.lines] == ["–"]
    assert filled_in(hurt, today) == set()


def test_twice_what_was_done_is_never_filled_in(hurt, today) -> None:
    with_dumbbells(hurt, 10.0, 20.0, 30.0)
    press(hurt, today, 10.0, 5, 5, 5)
    plan_load(hurt, today, 20.0, slug=PRESS)
    assert filled_in(hurt, today) == set()


def test_once_repetitions_are_built_up_the_next_load_is_offered_and_stands(hurt, today) -> None:
    with_dumbbells(hurt, 10.0, 15.0, 18.0, 25.0)
    press(hurt, today, 15.0, 5, 5, 6, 6, 7, 7)
    plan_load(hurt, today, 25.0, slug=PRESS)
    made = told(hurt, today)
    assert made.change is not None
    assert made.change.load_kg == 18.0
    assert "every set reached 7 at 15 kg" in wording.render(made.reason)


def test_that_next_load_stands_in_the_plan(hurt, today) -> None:
    with_dumbbells(hurt, 10.0, 15.0, 18.0, 25.0)
    press(hurt, today, 15.0, 5, 5, 6, 6, 7, 7)
    plan_load(hurt, today, 18.0, slug=PRESS)
    assert not planning.view(hurt, today, today).hurt
    assert filled_in(hurt, today) == {18.0}


def test_a_lighter_day_after_that_takes_nothing_back(hurt, today) -> None:
    with_dumbbells(hurt, 10.0, 15.0, 18.0, 25.0)
    press(hurt, today, 15.0, 5, 5, 6, 6, 7)
    train(hurt, today - DAY, 10.0, slug=PRESS)
    plan_load(hurt, today, 18.0, slug=PRESS)
    assert filled_in(hurt, today) == {18.0}
