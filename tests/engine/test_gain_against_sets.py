"""Gain against weekly sets: a line that is never too sure, and as high as the history rose."""

from datetime import date, timedelta
from math import isclose

import numpy as np
from hypothesis import example, given, strategies as st

from planner.engine import dose_response
from planner.engine.dose_response import Dosed, Response
from planner.engine.gain_windows import Matrix

MONDAY = date(2026, 1, 5)
DAY = timedelta(days=1)
RATE = st.floats(-0.05, 0.05)
SETS = st.floats(1.0, 25.0)
WINDOWS = st.lists(st.tuples(SETS, RATE, st.floats(0.01, 0.06)), min_size=4, max_size=20)


def _dosed(found: list[tuple[float, float, float]]) -> list[Dosed]:
    return [
        Dosed(sets, rate, MONDAY + 28 * number * DAY)
        for number, (sets, rate, _) in enumerate(found)
    ]


def _sure(found: list[tuple[float, float, float]]) -> Matrix:
    """Return errors that windows do not share."""
    return np.diag([sd**2 for _, _, sd in found])


def _made(found: list[tuple[float, float, float]]) -> Response | None:
    return dose_response.response(_dosed(found), _sure(found))


def _line(found: list[tuple[float, float, float]]) -> Response:
    made = _made(found)
    assert made is not None
    return made


@given(SETS, st.lists(RATE, min_size=4, max_size=12))
def test_the_same_sets_all_along_have_no_slope(sets: float, rates: list[float]) -> None:
    assert _made([(sets, rate, 0.03) for rate in rates]) is None


def test_three_windows_are_too_few_for_a_line() -> None:
    assert _made([(4, 0, 0.02), (8, 0, 0.02), (12, 0, 0.02)]) is None


@given(st.lists(st.tuples(SETS, RATE), min_size=4, max_size=12), st.floats(1.2, 4.0))
@example([(1, 0), (3, -0.046875), (1, 0.03125), (2, 0)], 2.0)
def test_the_interval_widens_with_noise(found: list[tuple[float, float]], times: float) -> None:
    quiet = _made([(sets, rate, 0.015) for sets, rate in found])
    noisy = _made([(s, r * times, 0.015 * times) for s, r in found])
    if quiet is not None and noisy is not None:
        # Where only the prior is left, its scales weigh a little otherwise.
        assert _width(noisy) >= _width(quiet) * 0.97


@given(WINDOWS)
def test_the_middle_is_in_its_interval_and_zero_decides(
    found: list[tuple[float, float, float]],
) -> None:
    made = _made(found)
    if made is not None:
        low, high = made.slope.low, made.slope.high
        assert low < made.slope.middle < high
        assert made.slope.told == (low > 0 or high < 0)


@given(WINDOWS)
def test_losses_instead_of_gains_turn_the_slope_round(
    found: list[tuple[float, float, float]],
) -> None:
    made = _made(found)
    turned = _made([(sets, -rate, sd) for sets, rate, sd in found])
    if made is not None and turned is not None:
        assert isclose(made.slope.middle, -turned.slope.middle, abs_tol=1e-9)
        assert isclose(made.slope.low, -turned.slope.high, abs_tol=1e-6)


def test_more_sets_with_clearly_more_gain_are_told() -> None:
    found = [(4.0 + 8 * (n % 2), 0.01 + 0.04 * (n % 2), 0.01) for n in range(12)]
    made = _line(found)
    assert made.slope.told
    assert made.slope.low > 0
    assert made.at(12.0).middle > made.at(4.0).middle


def test_gain_that_slows_down_while_sets_rise_is_not_put_down_to_the_sets() -> None:
    slowing = [(4.0 + n, 0.03 - 0.003 * n, 0.02) for n in range(10)]
    made = _line(slowing)
    assert not made.slope.told


def test_the_line_is_surest_among_the_windows() -> None:
    made = _line([(4.0, 0.0, 0.02), (8.0, 0.01, 0.02), (9.0, 0.0, 0.02), (12.0, 0.01, 0.02)])
    middle, edge = made.at(8.25), made.at(12.0)
    assert made.sets == (4.0, 12.0)
    assert made.windows == 4
    assert middle.high - middle.low < edge.high - edge.low


def test_errors_that_windows_share_leave_the_line_as_sure_as_the_whole_rise() -> None:
    found = [(4.0 + 4 * (n % 2), 0.02 + 0.06 * (n % 2 or -1), 0.05) for n in range(8)]
    borders = np.diff(np.eye(9), axis=0)
    shared = 0.035**2 * borders @ borders.T  # a border too high makes one more, the next less
    alone, together = _line(found), dose_response.response(_dosed(found), shared)
    assert together is not None
    one, other = alone.at(6.0), together.at(6.0)
    assert other.high - other.low < 0.7 * (one.high - one.low)


def _width(made: Response) -> float:
    return made.slope.high - made.slope.low
