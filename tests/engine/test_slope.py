"""How one thing goes with another, and how unsure that is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from planner.engine.slope import slope

values = st.floats(-5.0, 5.0)


def made(seed: int, count: int, true: float, noise: float = 1.0):
    """Return nights of half hours, and results that rise by `true` for each hour."""
    random = np.random.default_rng(seed)
    xs = np.round(2 * random.normal(7.0, 1.0, count)) / 2
    return xs, true * xs + noise * random.standard_t(4, count)


def test_points_on_a_line_have_its_slope_and_no_doubt():
    xs = np.arange(30.0)
    found = slope(xs, 2.0 * xs + 1.0)
    assert (found.points, found.slope) == (30, pytest.approx(2.0))
    assert (found.low, found.high) == (pytest.approx(2.0), pytest.approx(2.0))
    assert found.middle_y == pytest.approx(2.0 * found.middle_x + 1.0)
    assert found.tells


@given(st.integers(0, 2**32 - 1), values, values, st.floats(0.1, 5.0))
@settings(max_examples=40, deadline=None)
def test_what_is_added_to_all_changes_nothing_and_the_unit_only_the_size(seed, x, y, unit):
    xs, ys = made(seed, 40, 0.3)
    before, after = slope(xs, ys), slope(xs + x, unit * ys + y)
    assert after.slope == pytest.approx(unit * before.slope, abs=1e-9)
    assert after.low == pytest.approx(unit * before.low, abs=1e-9)
    assert after.high == pytest.approx(unit * before.high, abs=1e-9)
    assert before.low <= before.slope <= before.high


@pytest.mark.parametrize("true", [0.0, 0.4])
def test_nine_in_ten_intervals_hold_the_truth(true):
    found = [slope(*made(seed, 40, true)) for seed in range(400)]
    held = sum(each.low <= true <= each.high for each in found)
    assert 340 <= held <= 385  # 360 expected; chance alone moves it by 6


def test_one_wrong_entry_hardly_moves_the_slope():
    xs, ys = made(3, 60, 0.5)
    wrong = ys.copy()
    wrong[0] = 500.0
    assert slope(xs, wrong).slope == pytest.approx(slope(xs, ys).slope, abs=0.1)


def test_nights_all_alike_or_too_few_that_differ_tell_nothing():
    assert slope(np.full(30, 7.0), np.arange(30.0)) is None
    assert slope(np.array([7.0] * 29 + [8.0]), np.arange(30.0)) is None
    assert slope(np.array([7.0, 8.0]), np.array([0.0, 1.0])) is None


def test_of_very_many_points_the_newest_count():
    xs = np.tile([6.0, 7.0, 8.0], 400)
    ys = np.concatenate([-xs[:600], xs[600:]])
    assert slope(xs, ys).slope == pytest.approx(1.0)
