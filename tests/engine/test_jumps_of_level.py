"""Loads that suddenly stay far above or below: neither progress nor loss."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import exp, log

import pytest
from hypothesis import given, settings, strategies as st

from planner import engine
from planner.engine import jump, lift
from planner.engine.terms import (
    KG_PER_LB,
    Equipment,
    Exercise,
    ExerciseDay,
    Experience,
    JumpCause,
    Lifter,
    LoadKind,
    LoggedSet,
    Phase,
)

PRESS = Exercise("dumbbell-press", equipment=Equipment.DUMBBELL)
LEG_PRESS = Exercise("leg-press", equipment=Equipment.PLATE_MACHINE)
SQUAT = Exercise("back-squat", equipment=Equipment.BARBELL)
LIFTER = Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0)
BEGAN = date(2025, 1, 6)


def trained(factors: Sequence[float], load_kg: float = 40.0, reps: int = 10) -> list[ExerciseDay]:
    """Train every fourth day with a slow rise, each day's load times its factor."""
    return [
        ExerciseDay(
            BEGAN + timedelta(days=4 * n),
            (LoggedSet(load_kg * (1 + 0.001 * n) * factor, reps, 2.0),) * 3,
            hard_sets_muscle_7d=9.0,
        )
        for n, factor in enumerate(factors)
    ]


def after(days: Sequence[ExerciseDay], exercise: Exercise = PRESS) -> lift.LiftState:
    state = engine.start(exercise, LIFTER)
    for day in days:
        state = engine.update(state, day)
    return state


def jumped(factor: float, sessions: int = 20, later: int = 20) -> list[ExerciseDay]:
    return trained([1.0] * sessions + [factor] * later)


@pytest.mark.parametrize(
    ("exercise", "factor", "cause"),
    [
        (PRESS, 0.5, JumpCause.SIDES),  # dumbbells logged per hand from March on
        (PRESS, 2.0, JumpCause.SIDES),
        (LEG_PRESS, 1.4, JumpCause.SETUP),  # a new leg press with another scale
        (SQUAT, 1 / KG_PER_LB, JumpCause.UNIT),  # kg typed as lb
        (PRESS, KG_PER_LB, JumpCause.UNIT),
        (SQUAT, 1.7, JumpCause.SETUP),
    ],
)
def test_a_jump_is_remembered_with_its_first_day_and_what_it_likely_is(
    exercise: Exercise, factor: float, cause: JumpCause
) -> None:
    days = jumped(factor)
    assert after(days[:21], exercise).jump is None  # one odd session says nothing
    seen = after(days, exercise).jump
    assert seen is not None
    assert seen.on == days[20].on
    assert exp(seen.log_ratio) == pytest.approx(factor, rel=0.05)
    assert jump.likely_cause(seen.log_ratio, exercise) is cause


@pytest.mark.parametrize("factor", [0.4, 0.5, 1.4, 2.0, 2.2])
def test_a_jump_makes_neither_gains_nor_fatigue(factor: float) -> None:
    plain, days = jumped(1.0), jumped(factor)
    for sessions in (22, 24, 30, 40):
        today = days[sessions - 1].on
        calm = engine.read(after(plain[:sessions]), today)
        seen = engine.read(after(days[:sessions]), today)
        assert seen.gain_28d == pytest.approx(calm.gain_28d, abs=0.01)
        assert seen.phase_probabilities[Phase.FATIGUE] == pytest.approx(
            calm.phase_probabilities[Phase.FATIGUE], abs=0.03
        )


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_early_gains_that_level_off_are_told_without_the_jump(factor: float) -> None:
    days = jumped(factor, sessions=8, later=30)
    calm = after(jumped(1.0, sessions=8, later=30)).course
    seen = after(days).course
    assert calm is not None
    assert seen is not None
    assert seen.began_level - calm.began_level == pytest.approx(log(factor), abs=0.03)
    assert seen.gain_before == pytest.approx(calm.gain_before, abs=0.02)


def test_after_a_jump_forecasts_are_right_at_once() -> None:
    days = jumped(0.5, later=3)
    forecast = engine.forecast_sets(after(days[:-1]), days[-1].on, 20.0)
    assert forecast.reps == pytest.approx(10.0, abs=1.0)


def test_half_loads_that_met_their_targets_are_a_jump_but_an_easy_week_is_none() -> None:
    def planned(factors: Sequence[float]) -> list[ExerciseDay]:
        sets = [LoggedSet(40.0 * factor, 10, target_reps=10) for factor in factors]
        return [replace(d, sets=(s,) * 3) for d, s in zip(trained(factors), sets, strict=True)]

    seen = after(planned([1.0] * 20 + [0.5] * 4)).jump
    assert seen is not None
    assert exp(seen.log_ratio) == pytest.approx(0.5, rel=0.2)
    assert after(planned([1.0] * 20 + [0.65] * 4 + [1.0] * 4)).jump is None


def test_a_loss_after_a_long_layoff_is_no_jump() -> None:
    days = trained([1.0] * 20 + [0.7] * 6)
    away = [*days[:20], *(replace(d, on=d.on + timedelta(days=200)) for d in days[20:])]
    assert after(away).jump is None


def test_a_single_odd_session_is_no_jump() -> None:
    assert after(trained([1.0] * 10 + [2.0] + [1.0] * 10)).jump is None


def test_going_back_is_a_jump_of_its_own() -> None:
    days = trained([1.0] * 10 + [0.5] * 6 + [1.0] * 4)
    seen = after(days).jump
    assert seen is not None
    assert seen.on == days[16].on
    assert exp(seen.log_ratio) == pytest.approx(2.0, rel=0.05)


@given(st.floats(0.4, 2.5), st.integers(-2000, 2000))
@settings(max_examples=15, deadline=None)
def test_jumps_move_with_the_dates_and_know_no_unit(factor: float, shift: int) -> None:
    days = jumped(1.5, sessions=8, later=4)
    moved = [replace(day, on=day.on + timedelta(days=shift)) for day in days]
    scaled = [
        replace(day, sets=tuple(replace(s, load_kg=(s.load_kg or 0) * factor) for s in day.sets))
        for day in moved
    ]
    one, other = after(days).jump, after(scaled).jump
    assert one is not None
    assert other is not None
    assert other.on - one.on == timedelta(days=shift)
    assert other.log_ratio == pytest.approx(one.log_ratio, abs=1e-9)


def test_help_added_to_the_bodyweight_is_never_one_side_or_a_pound() -> None:
    dip = Exercise("dip", load_kind=LoadKind.ADDED, equipment=Equipment.MACHINE)
    assert {jump.likely_cause(log(f), dip) for f in (0.45, 0.5, 2.0, 2.2)} == {JumpCause.SETUP}
