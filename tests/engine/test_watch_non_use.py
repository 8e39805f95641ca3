"""What is not trained, and what of it is worth a word."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, strategies as st

from planner.engine.non_use import SideWork, Unused, unused
from planner.engine.terms import Exercise, Muscle, Pattern, Side

TODAY = date(2026, 3, 30)
ROW = Exercise("one-arm-row", pattern=Pattern.HORIZONTAL_PULL, muscles=((Muscle.LATS, 1.0),))
HINGE = Exercise("deadlift", pattern=Pattern.HINGE, muscles=((Muscle.HAMSTRINGS, 1.0),))
SQUAT = Exercise("squat", pattern=Pattern.SQUAT, muscles=((Muscle.QUADS, 1.0),))


def bouts(exercise: Exercise, first: int, last: int, side: Side = Side.BOTH) -> list[SideWork]:
    """Return three sets every third day, from `first` to `last` days ago."""
    return [
        SideWork(TODAY - timedelta(days=ago), exercise, side, 3)
        for ago in range(first, last - 1, -3)
    ]


def test_a_pattern_trained_as_a_rule_is_told_of_with_its_days() -> None:
    past = [*bouts(HINGE, 80, 23), *bouts(SQUAT, 80, 1)]
    assert unused(past, (), (), TODAY) == (Unused(Pattern.HINGE, 23),)


def test_four_weeks_of_right_hand_rows_list_the_left_and_a_left_set_clears_it() -> None:
    past = bouts(ROW, 28, 1, Side.RIGHT)
    (found,) = unused(past, (), (), TODAY)
    assert (found.what, found.side, found.share) == (Pattern.HORIZONTAL_PULL, Side.LEFT, 0.0)
    assert found.days >= 27
    assert unused([*past, SideWork(TODAY, ROW, Side.LEFT, 1)], (), (), TODAY) == ()


def test_the_side_that_lags_is_told_of_with_its_part_of_the_sets() -> None:
    past = [*bouts(ROW, 60, 27, Side.EACH), *bouts(ROW, 24, 1, Side.RIGHT)]
    (found,) = unused(past, (), (), TODAY)
    assert (found.side, found.days) == (Side.LEFT, 27)
    assert found.share is not None
    assert 0.05 < found.share < 0.15


def test_one_side_at_a_time_in_the_same_set_counts_for_both() -> None:
    assert unused(bouts(ROW, 60, 1, Side.EACH), (), (), TODAY) == ()


def test_what_was_hardly_ever_trained_is_not_held_against_anybody() -> None:
    past = [*bouts(HINGE, 40, 34), *bouts(SQUAT, 80, 1)]
    assert unused(past, (), (), TODAY) == ()
    assert unused(past, (HINGE,), (), TODAY) == (Unused(Pattern.HINGE, 34),)


def test_what_was_given_up_half_a_year_ago_is_forgotten() -> None:
    past = [*bouts(HINGE, 260, 190), *bouts(SQUAT, 260, 1)]
    assert unused(past, (), (), TODAY) == ()


def test_days_away_do_not_count() -> None:
    past = [*bouts(HINGE, 80, 23), *bouts(SQUAT, 80, 1)]
    away = [TODAY - timedelta(days=ago) for ago in range(10, 21)]
    assert unused(past, (), away, TODAY) == ()


@given(st.integers(14, 200))
def test_who_trains_nothing_has_time_off_and_is_told_of_no_muscle(off: int) -> None:
    assert unused(bouts(HINGE, off + 60, off), (), (), TODAY) == ()
