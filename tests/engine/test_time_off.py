"""What a pause costs and how it is regained."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from planner.engine import evidence, layoff
from planner.engine.terms.advice import AWAY_DAYS

TODAY = date(2025, 6, 2)


@given(st.floats(0, 2000), st.floats(0, 2000))
def test_a_longer_pause_never_costs_less(one: float, other: float) -> None:
    short, long = sorted((one, other))
    assert layoff.detraining(short) <= layoff.detraining(long) <= 0.12


def test_the_vocabulary_calls_the_same_pause_time_off() -> None:
    assert evidence.LAYOFF_DAYS.value == AWAY_DAYS


def test_ten_days_off_cost_nothing() -> None:
    assert layoff.expected_loss(10, 10) == layoff.NO_LOSS
    assert layoff.retained(10, None) == 1.0


def test_five_weeks_off_cost_about_three_percent() -> None:
    assert 1 - layoff.retained(35, 35) == pytest.approx(0.032, abs=0.005)


def test_training_the_muscle_otherwise_keeps_most_of_the_strength() -> None:
    assert layoff.expected_loss(60, 3).mean == pytest.approx(layoff.detraining(60) / 4)


def test_an_unknown_pause_of_the_muscle_counts_in_full() -> None:
    assert layoff.expected_loss(60, None) == layoff.expected_loss(60, 60)


def test_a_long_pause_is_less_certain_than_a_short_one() -> None:
    short, long = layoff.expected_loss(50, 50), layoff.expected_loss(70, 70)
    assert long.variance / long.mean**2 > 1.5 * short.variance / short.mean**2


def back_after(days: int) -> tuple[int, int] | None:
    loss = layoff.expected_loss(days, days)
    back = layoff.back_between(loss.mean, loss.variance**0.5, TODAY)
    return back and ((back[0] - TODAY).days, (back[1] - TODAY).days)


def test_two_weeks_off_need_no_way_back() -> None:
    assert back_after(14) is None


def test_five_weeks_off_are_back_within_about_three_weeks() -> None:
    assert back_after(35) == (0, 22)


def test_ten_weeks_off_are_back_in_about_one_to_five_weeks() -> None:
    assert back_after(70) == (3, 35)


def test_the_first_session_back_is_shorter_after_a_longer_pause() -> None:
    assert layoff.ramp_share_of_sets(20) == 0.67
    assert layoff.ramp_share_of_sets(60) == 0.5


@given(st.floats(0, 0.2), st.floats(0, 90), st.floats(0, 90))
def test_what_was_lost_returns_with_time_and_never_more_than_it(
    loss: float, one: float, other: float
) -> None:
    sooner, later = sorted((one, other))
    assert 0 <= layoff.regained(loss, sooner) <= layoff.regained(loss, later) <= loss


def test_on_the_day_of_return_nothing_is_regained_yet() -> None:
    assert layoff.regained(0.05, 0) == layoff.regained(0.05, -3) == 0
