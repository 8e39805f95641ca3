"""How far a session came out from the strength that the days before it made us expect."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner import engine
from planner.engine.residual import residual
from planner.engine.terms import Exercise, ExerciseDay, Lifter, LoggedSet

FIRST = date(2026, 9, 1)
SQUAT = Exercise("back-squat")


def day(number: int, load: float, reps: int = 5, rir: float | None = 1.0) -> ExerciseDay:
    entry = LoggedSet(load, reps, rir=rir, load=load)
    return ExerciseDay(FIRST + timedelta(days=3 * number), (entry,) * 3)


def after(*days: ExerciseDay) -> engine.LiftState:
    state = engine.start(SQUAT, Lifter())
    for each in days:
        state = engine.update(state, each)
    return state


USUAL = tuple(day(number, 100.0) for number in range(8))


def test_before_the_first_session_and_without_a_set_that_tells_strength_there_is_none():
    assert residual(after(), day(0, 100.0)) is None
    assert residual(after(*USUAL), ExerciseDay(FIRST + timedelta(days=30), ())) is None


def test_more_weight_and_more_repetitions_on_a_good_day_count_alike():
    usual = residual(after(*USUAL), day(8, 100.0)).error
    heavier = residual(after(*USUAL), day(8, 105.0)).error
    longer = residual(after(*USUAL), day(8, 100.0, 7)).error
    assert abs(usual) < 0.01
    assert heavier - usual == pytest.approx(0.049, abs=0.002)
    assert longer - usual == pytest.approx(0.05, abs=0.03)


def test_a_day_that_was_meant_to_be_light_tells_nothing():
    days = tuple(day(number, 100.0, rir=None) for number in range(8))
    assert residual(after(*days), day(8, 85.0, rir=None)) is None


def test_a_lift_that_swings_has_the_wider_spread():
    swinging = tuple(day(number, 100.0 + 6 * (-1) ** number) for number in range(8))
    made = residual(after(*swinging), day(8, 100.0))
    assert made.spread > residual(after(*USUAL), day(8, 100.0)).spread
