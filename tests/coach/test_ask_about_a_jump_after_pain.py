"""After strong pain far lighter loads and the way back are plain: loads that are neither are asked
about."""

from __future__ import annotations

from datetime import date

import pytest

from planner.coach import load_jumps, suggesting
from planner.engine.terms import Change
from tests.coach.hurt_squats import DAY, hurt_at_90, plan_load, train


@pytest.fixture
def hurt(lifter, today) -> int:
    """Squat up to 90 kg, which hurt by 8 of 10 two weeks ago."""
    hurt_at_90(lifter, today - 5 * DAY)
    return lifter


def squat(lifter: int, today: date, *loads: float) -> None:
    """Squat a load a day, the last one today."""
    for ago, load in enumerate(reversed(loads)):
        train(lifter, today - ago * DAY, load)


def changes(lifter: int, today: date) -> list[Change]:
    return [made.change for made in suggesting.all_suggestions(lifter, today) if made.change]


@pytest.mark.parametrize(("kg", "lb"), [(30.0, 66.1), (45.0, 99.2), (50.0, 110.2), (40.0, 132.3)])
def test_light_loads_typed_as_pounds_are_asked_about_and_advised_from_by_nobody(
    hurt, today, kg, lb
) -> None:
    squat(hurt, today, *[kg] * 4, *[lb] * 3)
    plan_load(hurt, today, lb)
    made = load_jumps.question(hurt, today)
    assert made is not None
    assert (made.before.load_kg, made.after.load_kg) == (kg, lb)
    assert changes(hurt, today) == []


@pytest.mark.parametrize("kg", [85.0, 90.0, 95.0])
def test_the_old_loads_after_light_ones_are_not(hurt, today, kg) -> None:
    squat(hurt, today, *[40.0] * 4, *[kg] * 3)
    assert load_jumps.question(hurt, today) is None


def test_going_down_in_two_leaps_is_not_either(hurt, today) -> None:
    squat(hurt, today, *[40.0] * 4, *[20.0] * 3)
    assert load_jumps.question(hurt, today) is None


def test_light_loads_after_such_a_slip_are_asked_about_with_it(hurt, today) -> None:
    squat(hurt, today, *[30.0] * 4, *[66.1] * 3, *[30.0] * 3)
    made = load_jumps.question(hurt, today)
    assert made is not None
    assert (made.after.load_kg, made.until) == (66.1, today - 2 * DAY)


@pytest.mark.parametrize("hurt_at", [0, 2])
def test_nor_are_lighter_ones_where_more_than_those_hurt_anew(hurt, today, hurt_at) -> None:
    squat(hurt, today - 6 * DAY, *[30.0] * 4)
    for place in range(3):
        train(hurt, today - (5 - place) * DAY, 60.0, pain=7 if place == hurt_at else None)
    squat(hurt, today, *[30.0] * 3)
    assert load_jumps.question(hurt, today) is None
