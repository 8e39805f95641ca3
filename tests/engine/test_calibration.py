"""How right forecasts were, by hand and by what must always hold."""

from math import isclose

import pytest
from hypothesis import given, strategies as st

from planner.engine import calibration

RESULTS = st.lists(st.tuples(st.floats(0.0, 1.0), st.booleans()), max_size=80)


def test_a_share_has_the_interval_of_wilson():
    made = calibration.share(81, 263, sd=1.96)  # Newcombe 1998, Stat Med 17:857, table I
    assert made.value == pytest.approx(0.308, abs=5e-4)
    assert (made.low, made.high) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    none = calibration.share(0, 20, sd=1.96)
    assert (none.low, none.high) == pytest.approx((0.0, 0.1611), abs=5e-5)


def test_without_results_every_share_may_be_true():
    made = calibration.share(0, 0)
    assert (made.value, made.low, made.high, made.enough) == (0.0, 0.0, 1.0, False)
    assert calibration.share(8, 10).enough
    assert calibration.share(8, 10).value == 0.8


@given(st.integers(0, 200), st.integers(0, 200))
def test_a_range_holds_its_share_and_stays_between_none_and_all(came, missed):
    made = calibration.share(came, came + missed)
    assert 0.0 <= made.low <= made.value + 1e-12
    assert made.value - 1e-12 <= made.high <= 1.0


def test_a_rolling_share_is_of_the_last_days_with_all_their_results():
    made = calibration.rolling([(1, 1), (3, 3), (0, 2), (0, 0)], 2)
    assert [(each.came, each.results) for each in made] == [(4, 4), (3, 5), (0, 2)]
    assert calibration.rolling([(1, 1)], 2) == []


def test_chances_are_held_against_results_by_tenths():
    chances = [(0.91, True)] * 9 + [(0.99, False)] + [(0.42, True)] * 2 + [(0.48, False)] * 3
    low, high = calibration.bins(chances)
    assert (low.share.came, low.share.results) == (2, 5)
    assert low.chance == pytest.approx(0.456)
    assert (high.share.came, high.share.results) == (9, 10)


def test_a_tenth_with_few_results_is_left_out_and_certainty_is_in_the_last():
    assert calibration.bins([(0.5, True)] * 4) == []
    (made,) = calibration.bins([(1.0, True)] * 5)
    assert made.chance == 1.0


@given(RESULTS)
def test_no_result_is_in_two_tenths(chances):
    made = calibration.bins(chances)
    assert sum(each.share.results for each in made) <= len(chances)
    assert [each.chance for each in made] == sorted(each.chance for each in made)


def test_the_naive_chance_is_that_it_goes_as_the_time_before():
    assert calibration.as_before([]) == []
    made = calibration.as_before([True, True, True, False, False])
    assert made == pytest.approx([1 / 2, 1 / 2, 2 / 3, 3 / 4, 1 - 3 / 5])


@given(st.lists(st.booleans(), max_size=60), st.booleans())
def test_a_naive_chance_knows_nothing_of_later_results(came, later):
    assert calibration.as_before([*came, later])[: len(came)] == calibration.as_before(came)


def test_sure_and_right_is_better_than_as_before():
    came = [True, False] * 10
    made = calibration.skill([(0.9 if each else 0.1, each) for each in came], [0.5] * 20)
    assert made is not None
    assert (made.brier, made.naive) == pytest.approx((0.01, 0.25))
    assert (made.low, made.better, made.high) == pytest.approx((0.96, 0.96, 0.96))


def test_sure_and_wrong_is_worse():
    made = calibration.skill([(0.9, False), (0.8, True)] * 10, [0.5] * 20)
    assert made is not None
    assert made.better < 0.0
    assert made.low < made.high


def test_few_results_are_no_score():
    assert calibration.skill([(0.9, True)] * 9, [0.5] * 9) is None


@given(st.lists(st.tuples(st.floats(0.0, 1.0), st.booleans()), min_size=10, max_size=60))
def test_as_good_as_naive_is_no_better(chances):
    made = calibration.skill(chances, [0.5] * len(chances))
    assert made is not None
    assert made.low <= made.better <= made.high <= 1.0
    assert isclose(made.better, 1.0 - made.brier / made.naive, abs_tol=1e-9)
