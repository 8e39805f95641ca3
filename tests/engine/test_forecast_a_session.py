"""What the next session will show."""

from datetime import date, timedelta
from statistics import mean

import pytest
from hypothesis import given, settings, strategies as st

from planner import engine
from planner.engine import simulate
from planner.engine.terms import Exercise, ExerciseDay, Lifter, LoggedSet

SQUAT = Exercise("squat")
BEGAN = date(2025, 1, 6)


def trained(loads: list[float], reps: int = 8, rir: float | None = None) -> engine.LiftState:
    state = engine.start(SQUAT, Lifter())
    for number, load in enumerate(loads):
        day = ExerciseDay(BEGAN + timedelta(days=4 * number), (LoggedSet(load, reps, rir),) * 3)
        state = engine.update(state, day)
    return state


STEADY = trained([60.0] * 12)
NEXT = BEGAN + timedelta(days=48)


def test_a_lifter_who_always_does_eight_is_expected_to_do_eight() -> None:
    made = engine.forecast_sets(STEADY, NEXT, 60.0, 3)
    assert made.reps == pytest.approx(8, abs=0.7)
    low, high = made.reps_interval(0.8)
    assert low < 8 < high < low + 5


@given(st.floats(30.0, 120.0), st.integers(1, 19))
def test_one_more_repetition_is_never_more_likely(load: float, reps: int) -> None:
    made = engine.forecast_sets(STEADY, NEXT, load)
    assert 0 <= made.p_hit(reps + 1) <= made.p_hit(reps) <= 1
    assert made.p_reserve(reps, 2) <= made.p_reserve(reps, 1)


@given(st.floats(0.05, 0.9), st.floats(0.05, 0.09))
def test_a_surer_interval_holds_the_less_sure_one(level: float, more: float) -> None:
    made = engine.forecast_sets(STEADY, NEXT, 60.0)
    inner, outer = made.e1rm_interval(level), made.e1rm_interval(level + more)
    assert outer[0] <= inner[0] <= made.e1rm_kg <= inner[1] <= outer[1]


def test_an_interval_holds_its_own_probability() -> None:
    made = engine.forecast_sets(STEADY, NEXT, 60.0)
    low, high = made.reps_interval(0.8)
    assert made.p_reserve(low, made.extra_reps) == pytest.approx(0.9, abs=1e-6)
    assert made.p_reserve(high, made.extra_reps) == pytest.approx(0.1, abs=1e-6)


def test_what_was_done_last_time_is_likelier_than_the_spread_of_results_says() -> None:
    made = engine.forecast_sets(STEADY, NEXT, 60.0)
    again, more = made.hit_signs(8), made.hit_signs(9)
    assert (again[1], more[1]) == (1.0, 0.0)
    assert made.p_hit(8) > made.p_reserve(7.5, made.extra_reps)


def test_another_load_has_no_last_time() -> None:
    assert engine.forecast_sets(STEADY, NEXT, 62.5).hit_signs(4)[1] == 0.0


def test_even_a_certain_interval_has_ends() -> None:
    low, high = engine.forecast_sets(STEADY, NEXT, 60.0).e1rm_interval(1.0)
    assert 0 < low < 75 < high < 1000


def test_later_sets_are_expected_to_be_a_little_weaker() -> None:
    one, five = (engine.forecast_sets(STEADY, NEXT, 60.0, sets).reps for sets in (1, 5))
    assert one - 1.5 < five < one


def test_after_a_pause_less_is_expected_and_less_surely() -> None:
    state = trained([60.0] * 12, rir=2.0)
    soon = engine.forecast_sets(state, NEXT, 60.0)
    late = engine.forecast_sets(state, NEXT + timedelta(days=80), 60.0)
    assert late.e1rm_kg < soon.e1rm_kg
    assert late.reps_interval()[1] - late.reps_interval()[0] > 1.5 * (
        soon.reps_interval()[1] - soon.reps_interval()[0]
    )


def test_reserve_that_is_usually_kept_is_not_expected_as_repetitions() -> None:
    fresh = trained([60.0] * 12, reps=5, rir=3.0)
    made = engine.forecast_sets(fresh, NEXT, 60.0)
    assert made.reps == pytest.approx(5, abs=0.7)
    assert made.p_reserve(7, 1) > 0.5
    low, high = made.able_interval(0.0)
    assert low < 8.5 < high


def test_a_lifter_with_heavy_and_light_days_is_forecast_by_the_load_planned() -> None:
    loads = [80.0, 60.0] * 8
    state = engine.start(SQUAT, Lifter())
    for number, load in enumerate(loads):
        sets = (LoggedSet(load, 5 if load > 70 else 10),) * 3
        state = engine.update(state, ExerciseDay(BEGAN + timedelta(days=3 * number), sets))
    assert state.last_on is not None
    heavy = engine.forecast_sets(state, state.last_on + timedelta(days=3), 80.0)
    light = engine.forecast_sets(state, state.last_on + timedelta(days=3), 60.0)
    assert heavy.reps == pytest.approx(5, abs=1)
    assert light.reps == pytest.approx(10, abs=1.5)


@settings(deadline=None)
@given(st.integers(0, 5))
def test_probabilities_of_a_forecast_are_probabilities(seed: int) -> None:
    made = simulate.simulate(seed, weeks=8)
    state = engine.start(made.exercise, made.lifter)
    for day in made.days:
        state = engine.update(state, day)
    forecast = engine.forecast_sets(state, made.days[-1].on + timedelta(days=3), 50.0)
    assert sum(forecast.weights) == pytest.approx(1.0)
    assert all(scale > 0 for scale in forecast.scales)


def test_forecasts_beat_the_last_value_and_cover_what_happens() -> None:
    errors, naive, inside = [], [], []
    for seed in range(24):
        made = simulate.simulate(seed, weeks=26)
        state = engine.start(made.exercise, made.lifter)
        last = None
        for day, truth in zip(made.days, made.truth, strict=True):
            load = day.sets[0].load_kg or 0.0
            shown = load * (1 + ((day.sets[0].reps or 0) - 1) / 29)
            if last is not None and state.sessions > 4 and load < 200:
                forecast = engine.forecast_sets(state, day.on, load, len(day.sets))
                reps = day.sets[len(day.sets) // 2].reps or 0
                errors.append(abs(forecast.reps - reps))
                naive.append(abs(1 + 29 * (last / load - 1) - reps))
                low, high = forecast.reps_interval(0.8)
                inside.append(low - 0.5 <= reps <= high + 0.5)
            last = shown
            state = engine.update(state, day)
            assert truth.on == day.on
    assert mean(errors) < 0.85 * mean(naive)
    assert 0.75 < mean(inside) < 0.97


def test_who_has_a_better_best_set_is_expected_to_do_more_with_one_set() -> None:
    def expected(*reps: int) -> float:
        state = engine.start(SQUAT, Lifter())
        for number in range(12):
            sets = tuple(LoggedSet(60.0, count) for count in reps)
            state = engine.update(state, ExerciseDay(BEGAN + timedelta(days=4 * number), sets))
        return engine.forecast_sets(state, NEXT, 60.0).reps

    assert expected(10, 8, 6) > expected(8, 8, 8)


def test_the_same_repetitions_at_more_load_every_time_are_no_limit() -> None:
    loads = [60.0 + 2.5 * number for number in range(8)]
    rising, with_reserve = trained(loads, reps=5), trained(loads, reps=5, rir=1.0)
    assert rising.capped == 7
    assert with_reserve.capped == 0
    assert trained([60.0] * 8, reps=5).capped == 0
