"""Gains of windows: one unbroken line that bends at their borders, and adds up to the rise."""

from datetime import date, timedelta
from itertools import pairwise
from math import isclose, sqrt
from random import Random

import numpy as np
from hypothesis import given, strategies as st

from planner.engine import gain_windows
from planner.engine.gain_windows import MONTH_DAYS, Gains, Strength, Stretch

MONDAY = date(2026, 1, 5)
DAY = timedelta(days=1)
SHOWN = st.lists(st.floats(-0.03, 0.03), min_size=16, max_size=60)


def _cut(days: list[date], breaks: tuple[date, ...] = ()) -> list[list[Stretch]]:
    return gain_windows.cut(days, (), breaks, days[-1])


def _gains(seen: list[Strength]) -> tuple[list[Stretch], Gains]:
    (run,) = _cut([each.on for each in seen])
    return run, gain_windows.gains([run], [seen])


def _twice_a_week(logs: list[float], sets: int = 3) -> list[Strength]:
    """Return sessions on Mondays and Thursdays."""
    days = [MONDAY + (7 * (n // 2) + 3 * (n % 2)) * DAY for n in range(len(logs))]
    return [Strength(on, log_kg, sets) for on, log_kg in zip(days, logs, strict=True)]


def _steady(per_day: float, sessions: int = 48) -> list[Strength]:
    seen = _twice_a_week([4.5] * sessions)
    return [Strength(e.on, e.log_kg + per_day * (e.on - MONDAY).days, e.sets) for e in seen]


def _rise(run: list[Stretch], made: Gains) -> tuple[float, float]:
    """Return the sum of gains, each by its length, and its standard deviation."""
    lengths = np.array([each.days for each in run]) / MONTH_DAYS
    return float(lengths @ made.rates), sqrt(float(lengths @ made.covariance @ lengths))


def test_a_steady_rise_is_told_as_gain_a_month() -> None:
    _, made = _gains(_steady(0.001))
    assert np.allclose(made.rates, 0.028, atol=1e-4)


@given(SHOWN)
def test_gains_by_their_length_add_up_to_the_rise_between_the_ends(noise: list[float]) -> None:
    steady = _steady(0.001, len(noise))
    seen = [Strength(e.on, e.log_kg + off, e.sets) for e, off in zip(steady, noise, strict=True)]
    run, made = _gains(seen)
    rise, sd = _rise(run, made)
    days = np.array([(each.on - MONDAY).days for each in seen])
    straight = np.polyfit(days, [each.log_kg for each in seen], 1)[0] * sum(e.days for e in run)
    assert abs(rise - straight) < 4.0 * sd


@given(SHOWN, st.floats(-0.002, 0.002))
def test_a_rise_of_the_whole_history_is_added_to_every_window(
    noise: list[float], per_day: float
) -> None:
    flat, risen = _twice_a_week(noise), _steady(per_day, len(noise))
    both = [Strength(e.on, e.log_kg + off, e.sets) for e, off in zip(risen, noise, strict=True)]
    one, other = _gains(flat)[1], _gains(both)[1]
    assert np.allclose(other.rates - one.rates, 28.0 * per_day, atol=1e-3)


def test_what_rises_between_windows_is_not_lost() -> None:
    steps = [4.5 + 0.02 * (number // 8) - 0.001 * (number % 8) for number in range(48)]
    run, made = _gains(_twice_a_week(steps))
    rise, _ = _rise(run, made)
    assert len(run) == 6
    assert isclose(rise, 0.1, abs_tol=0.02)


def test_the_whole_rise_is_surer_than_its_windows_one_by_one() -> None:
    rng = Random(7)
    run, made = _gains([Strength(e.on, e.log_kg + rng.gauss(0, 0.03)) for e in _steady(0.001)])
    _, sd = _rise(run, made)
    alone = sqrt(float(np.diag(made.covariance) @ [(e.days / MONTH_DAYS) ** 2 for e in run]))
    assert sd < 0.5 * alone
    assert all(one < 0 for one in np.diag(made.covariance, 1))


def test_one_odd_session_hardly_moves_a_windows_gain() -> None:
    seen = _steady(0.001)
    seen[20] = Strength(seen[20].on, seen[20].log_kg + 0.3, seen[20].sets)
    _, made = _gains(seen)
    assert np.allclose(made.rates, 0.028, atol=0.012)


def test_what_more_sets_in_a_session_show_by_themselves_is_no_gain() -> None:
    sets = [2 + 3 * (number // 8 % 2) for number in range(48)]
    seen = [
        Strength(each.on, each.log_kg + 0.006 * count, count)
        for each, count in zip(_steady(0.001), sets, strict=True)
    ]
    _, made = _gains(seen)
    assert np.allclose(made.rates, 0.028, atol=0.01)


@given(st.integers(0, 99), st.floats(1.5, 4.0))
def test_errors_grow_with_the_noise_of_sessions(seed: int, times: float) -> None:
    rng = Random(seed)
    noise = [rng.gauss(0, 0.02) for _ in range(48)]
    quiet, noisy = (
        _gains([Strength(e.on, e.log_kg + f * n) for e, n in zip(_steady(0), noise, strict=True)])
        for f in (1.0, times)
    )
    assert float(np.trace(noisy[1].covariance)) > float(np.trace(quiet[1].covariance))


def test_nothing_of_a_window_without_sessions_is_known() -> None:
    seen = [each for each in _steady(0.001, 16) if each.on < MONDAY + 14 * DAY]
    run = [Stretch(MONDAY + 28 * n * DAY, MONDAY + (28 * n + 27) * DAY, False) for n in range(2)]
    made = gain_windows.gains([run], [seen])
    assert made.covariance[1, 1] > 0.5


def test_a_window_is_four_weeks_and_begins_anew_after_time_off() -> None:
    days = [MONDAY + 3 * number * DAY for number in range(19)]
    back = MONDAY + 90 * DAY
    days += [back + 3 * number * DAY for number in range(10)]
    made = gain_windows.cut(days, {back}, (), back + 40 * DAY)
    assert [[(each.since, each.back) for each in run] for run in made] == [
        [(MONDAY, False), (MONDAY + 28 * DAY, False)], [(back, True)],
    ]  # fmt: skip


def test_no_window_reaches_into_time_off() -> None:
    days = [MONDAY + 3 * number * DAY for number in range(12)]
    ((first,), _) = _cut([*days, *(each + 90 * DAY for each in days)])
    assert first.until == MONDAY + 34 * DAY


def test_days_left_go_into_the_last_window_or_make_one_of_three_weeks() -> None:
    def lengths(weeks: int) -> list[int]:
        (run,) = _cut(
            [MONDAY + 7 * number * DAY for number in range(weeks)]
            + [MONDAY + (7 * weeks - 1) * DAY]
        )
        return [each.days // 7 for each in run]

    assert [lengths(weeks) for weeks in (3, 4, 5, 6, 7, 8)] == [[3], [4], [5], [6], [4, 3], [4, 4]]


def test_without_the_lift_alone_a_window_begins_anew_but_nothing_was_lost() -> None:
    days = [MONDAY + number * DAY for number in (0, 10, 20, 50, 60, 70)]
    made = gain_windows.cut(days, (), (), days[-1])
    assert [[(e.since, e.back) for e in run] for run in made] == [
        [(MONDAY, False)], [(MONDAY + 50 * DAY, False)],
    ]  # fmt: skip


def test_a_window_never_reaches_over_a_jump_of_the_loads() -> None:
    days = [MONDAY + 3 * number * DAY for number in range(30)]
    made = _cut(days, (days[8],))
    assert [run[0].since for run in made] == [MONDAY, days[8]]


def test_a_long_history_has_windows_of_eight_weeks() -> None:
    (run,) = _cut([MONDAY + 7 * number * DAY for number in range(8 * 12)])
    assert {each.days for each in run[:-1]} == {56}


def test_nothing_logged_has_no_windows() -> None:
    assert gain_windows.cut([], (), (), MONDAY) == []
    assert len(gain_windows.gains([], []).rates) == 0


@given(st.lists(st.integers(1, 40), max_size=60), st.sets(st.integers(0, 200), max_size=3))
def test_windows_follow_each_other_and_end_by_today(gaps: list[int], jumps: set[int]) -> None:
    days = [MONDAY]
    for gap in gaps:
        days.append(days[-1] + gap * DAY)
    runs = _cut(days, tuple(MONDAY + day * DAY for day in jumps))
    made = [each for run in runs for each in run]
    assert all(one.until < other.since for one, other in pairwise(made))
    assert all(days[0] <= each.since and each.until <= days[-1] for each in made)
    assert all(a.until + DAY == b.since for run in runs for a, b in pairwise(run))
