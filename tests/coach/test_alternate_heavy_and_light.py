"""Advice after a light day goes by the heavy one before it."""

from datetime import timedelta

import pytest

from planner.coach import suggesting
from planner.engine.terms import LoggedSet


def alternate(lifter, today, train, **light):
    """Squat heavy on Mondays, five kilos up a week, and light on Thursdays, the last day."""
    for week in range(8, 0, -1):
        monday = today - timedelta(days=7 * week - 3)
        heavy = LoggedSet(140.0 - 5.0 * week, 5)
        easy = LoggedSet(110.0 - 5.0 * week, 5, **light)
        train(lifter, "back-squat", monday, heavy, heavy, heavy)
        train(lifter, "back-squat", monday + timedelta(days=3), easy, easy)


def numbers_of_the_load(lifter, today):
    made = suggesting.all_suggestions(lifter, today)
    return [dict(each.numbers) for each in made if "load_kg" in dict(each.numbers)]


def test_the_heavy_day_is_where_the_next_load_starts(lifter, today, train):
    alternate(lifter, today, train)
    assert [each["load_kg"] for each in numbers_of_the_load(lifter, today)] == [135.0]


@pytest.mark.parametrize("pain", [3, 6])
def test_after_pain_the_load_stays_where_it_was_last(lifter, today, train, pain):
    alternate(lifter, today, train, pain=pain)
    for made in suggesting.all_suggestions(lifter, today):
        change = made.change.load_kg if made.change is not None else None
        assert change is None or change <= 105.0
