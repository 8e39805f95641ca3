"""The way back of a lift that hurt badly in a warm-up, so that no work was done that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import scope, suggesting, wording
from planner.coach.loads import LoadBasis
from planner.engine import load_hold
from planner.engine.terms import LoggedSet, Restriction, SetKind, Suggestion
from tests.coach.hurt_squats import DAY, SQUAT, plan_load, train, train_sets, work

PULL_UP, DIP, SINCE = "assisted-pull-up", "chest-dip", (6, 3, 1)


def stopped(lifter: int, today: date, usual: float, last: float, slug: str = SQUAT) -> None:
    """Train weeks with a load, once with another one, and stop in a warm-up that hurts by 8."""
    for week in range(10, 0, -1):
        train(lifter, today - 12 * DAY - 4 * week * DAY, usual, slug=slug)
    train(lifter, today - 12 * DAY, last, slug=slug)
    warm_up = LoggedSet(40.0, 5, load=40.0, kind=SetKind.WARMUP, pain=8)
    train_sets(lifter, today - 9 * DAY, warm_up, slug=slug)


def advice(lifter: int, today: date) -> Suggestion:
    (made,) = [each for each in suggesting.all_suggestions(lifter, today) if each.exercise]
    return made


def load(made: Suggestion) -> float | None:
    return made.change.load_kg if made.change is not None else None


def test_help_is_kept_at_what_was_done_since_while_less_is_too_big_a_step(lifter, today) -> None:
    stopped(lifter, today, 20.0, 20.0, PULL_UP)
    for ago in SINCE:
        train(lifter, today - ago * DAY, 40.0, slug=PULL_UP)
    plan_load(lifter, today, 20.0, PULL_UP)
    assert load(advice(lifter, today)) == 40.0


@pytest.mark.parametrize("planned", [None, 65.0, 80.0])
def test_a_heavier_day_from_before_it_is_gone_on_from_no_more(lifter, today, planned) -> None:
    stopped(lifter, today, 75.0, 65.0)
    for ago in SINCE:
        train(lifter, today - ago * DAY, 60.0)
    if planned is not None:
        plan_load(lifter, today, planned)
    assert 60.0 <= (load(advice(lifter, today)) or 60.0) <= 66.0


def test_who_missed_the_target_since_stays_at_the_load_done_since(lifter, today) -> None:
    stopped(lifter, today, 75.0, 75.0)
    for ago in SINCE:
        train_sets(lifter, today - ago * DAY, *[replace(work(60.0), reps=4, target_reps=None)] * 3)
    plan_load(lifter, today, 75.0)
    assert load(advice(lifter, today)) == 60.0


def test_a_limit_below_what_was_missed_asks_for_no_session_above_it(lifter, today) -> None:
    for ago in range(40, 0, -3):
        train(lifter, today - ago * DAY, 60.0)
    train_sets(lifter, today - DAY, *[replace(work(60.0, rir=1.0), reps=n) for n in (5, 3, 3)])
    plan_load(lifter, today, 80.0)
    scope.keep(lifter, Restriction(today, None, "Sam", exercise=SQUAT, most_kg=40.0))
    made = advice(lifter, today)
    assert load(made) == 40.0
    assert "60" not in wording.render(made.would_change)


def test_after_a_load_typed_in_pounds_the_next_of_the_gym_is_a_step(lifter, today) -> None:
    last = today - timedelta(days=30)
    for week in range(8, 0, -1):
        train(lifter, last - timedelta(weeks=week), 40.0, slug=DIP)
    train(lifter, last, 40.0, pain=8, slug=DIP)
    for ago in range(22, 0, -3):
        train(lifter, today - ago * DAY, 9.979, slug=DIP)
    plan_load(lifter, today, 10.0, DIP)
    assert load(advice(lifter, today)) == 12.5
    context = LoadBasis(lifter, today).context(DIP, today)
    assert context is not None
    assert not load_hold.is_too_soon(12.5, context)
