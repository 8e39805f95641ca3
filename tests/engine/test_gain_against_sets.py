"""Gain against weekly sets: windows that never overlap, and a line that is never too sure."""

from datetime import date, timedelta
from itertools import pairwise
from math import isclose

from hypothesis import given, strategies as st

from planner.engine import dose_response
from planner.engine.dose_response import Dosed, Gain, Response, Strength

MONDAY = date(2026, 1, 5)
DAY = timedelta(days=1)
RATE = st.floats(-0.05, 0.05)
SETS = st.floats(1.0, 25.0)
WINDOWS = st.lists(st.tuples(SETS, RATE, st.floats(0.01, 0.06)), min_size=4, max_size=20)


def _dosed(found: list[tuple[float, float, float]]) -> list[Dosed]:
    return [
        Dosed(sets, Gain(rate, sd), MONDAY + 28 * number * DAY)
        for number, (sets, rate, sd) in enumerate(found)
    ]


def _rising(per_day: float, days: range, start: float = 4.5) -> list[Strength]:
    return [Strength(MONDAY + day * DAY, start + per_day * day) for day in days]


def _line(found: list[tuple[float, float, float]]) -> Response:
    made = dose_response.response(_dosed(found))
    assert made is not None
    return made


def test_a_steady_rise_is_told_as_gain_a_month() -> None:
    (made,) = dose_response.gain_of([_rising(0.001, range(0, 28, 3))])
    assert made is not None
    assert isclose(made.rate, 0.028)


def test_one_odd_session_hardly_moves_a_windows_gain() -> None:
    seen = _rising(0.001, range(0, 28, 2))
    seen[-2] = Strength(seen[-2].on, seen[-2].log_kg + 0.3)
    (made,) = dose_response.gain_of([seen])
    assert made is not None
    assert isclose(made.rate, 0.028, abs_tol=0.005)


def test_two_sessions_or_a_single_week_tell_no_gain() -> None:
    few, near = _rising(0.001, range(0, 28, 20)), _rising(0.001, range(0, 7, 2))
    assert dose_response.gain_of([few, near]) == [None, None]


def test_fewer_sessions_tell_a_windows_gain_less_surely() -> None:
    many, few = dose_response.gain_of([_rising(0, range(0, 28, 2)), _rising(0, range(0, 28, 7))])
    assert many is not None
    assert few is not None
    assert few.sd > many.sd


def test_a_window_is_four_weeks_and_begins_anew_after_time_off() -> None:
    days = [MONDAY + 3 * number * DAY for number in range(12)]
    back = MONDAY + 90 * DAY
    days += [back + 3 * number * DAY for number in range(12)]
    made = dose_response.cut(days, {back}, (), back + 40 * DAY)
    assert [(each.since, each.back) for each in made] == [
        (MONDAY, False), (MONDAY + 28 * DAY, False), (MONDAY + 56 * DAY, False), (back, True),
    ]  # fmt: skip


def test_without_the_lift_alone_a_window_begins_anew_but_nothing_was_lost() -> None:
    back = MONDAY + 30 * DAY
    made = dose_response.cut([MONDAY, back], (), (), back + 27 * DAY)
    assert [(each.since, each.back) for each in made] == [(MONDAY, False), (back, False)]


def test_a_window_never_reaches_over_a_jump_of_the_loads() -> None:
    days = [MONDAY + 3 * number * DAY for number in range(30)]
    jumped = days[5]
    made = dose_response.cut(days, (), (jumped,), days[-1])
    assert made[0].since == jumped


def test_a_long_history_has_windows_of_eight_weeks() -> None:
    days = [MONDAY + 7 * number * DAY for number in range(8 * 12 + 1)]
    made = dose_response.cut(days, (), (), days[-1])
    assert {each.until - each.since + DAY for each in made} == {timedelta(weeks=8)}


def test_nothing_logged_has_no_windows() -> None:
    assert dose_response.cut([], (), (), MONDAY) == []


@given(st.lists(st.integers(1, 40), max_size=60), st.sets(st.integers(0, 200), max_size=3))
def test_windows_follow_each_other_and_end_by_today(gaps: list[int], jumps: set[int]) -> None:
    days = [MONDAY]
    for gap in gaps:
        days.append(days[-1] + gap * DAY)
    breaks = [MONDAY + day * DAY for day in jumps]
    made = dose_response.cut(days, (), breaks, days[-1])
    assert all(one.until < other.since for one, other in pairwise(made))
    assert all(days[0] <= each.since and each.until <= days[-1] for each in made)


@given(SETS, st.lists(RATE, min_size=4, max_size=12))
def test_the_same_sets_all_along_have_no_slope(sets: float, rates: list[float]) -> None:
    assert dose_response.response(_dosed([(sets, rate, 0.03) for rate in rates])) is None


def test_three_windows_are_too_few_for_a_line() -> None:
    assert dose_response.response(_dosed([(4, 0, 0.02), (8, 0, 0.02), (12, 0, 0.02)])) is None


@given(st.lists(st.tuples(SETS, RATE), min_size=4, max_size=12), st.floats(1.2, 4.0))
def test_the_interval_widens_with_noise(found: list[tuple[float, float]], times: float) -> None:
    quiet = dose_response.response(_dosed([(sets, rate, 0.015) for sets, rate in found]))
    noisy = dose_response.response(_dosed([(s, r * times, 0.015 * times) for s, r in found]))
    if quiet is not None and noisy is not None:
        assert _width(noisy) >= _width(quiet) * 0.999


@given(WINDOWS)
def test_the_middle_is_in_its_interval_and_zero_decides(
    found: list[tuple[float, float, float]],
) -> None:
    made = dose_response.response(_dosed(found))
    if made is not None:
        low, high = made.slope.low, made.slope.high
        assert low < made.slope.middle < high
        assert made.told == (low > 0 or high < 0)


@given(WINDOWS)
def test_losses_instead_of_gains_turn_the_slope_round(
    found: list[tuple[float, float, float]],
) -> None:
    made = dose_response.response(_dosed(found))
    turned = dose_response.response(_dosed([(sets, -rate, sd) for sets, rate, sd in found]))
    if made is not None and turned is not None:
        assert isclose(made.slope.middle, -turned.slope.middle, abs_tol=1e-9)
        assert isclose(made.slope.low, -turned.slope.high, abs_tol=1e-6)


def test_more_sets_with_clearly_more_gain_are_told() -> None:
    found = [(4.0 + 8 * (n % 2), 0.01 + 0.04 * (n % 2), 0.01) for n in range(12)]
    made = _line(found)
    assert made.told
    assert made.slope.low > 0
    assert made.at(12.0).middle > made.at(4.0).middle


def test_gain_that_slows_down_while_sets_rise_is_not_put_down_to_the_sets() -> None:
    slowing = [(4.0 + n, 0.03 - 0.003 * n, 0.02) for n in range(10)]
    made = _line(slowing)
    assert not made.told


def test_the_line_is_surest_among_the_windows() -> None:
    made = _line([(4.0, 0.0, 0.02), (8.0, 0.01, 0.02), (9.0, 0.0, 0.02), (12.0, 0.01, 0.02)])
    middle, edge = made.at(8.25), made.at(12.0)
    assert made.sets == (4.0, 12.0)
    assert made.windows == 4
    assert middle.high - middle.low < edge.high - edge.low


def _width(made: Response) -> float:
    return made.slope.high - made.slope.low
