"""The way back after time off: what is told of it, and what is kept quiet meanwhile."""

from __future__ import annotations

from datetime import date, timedelta

from planner import engine
from planner.coach import wording
from planner.engine import regain
from planner.engine.lift import LiftState
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoggedSet,
    Pattern,
    Phase,
)

BEGAN = date(2025, 1, 6)
SQUAT = Exercise("squat", pattern=Pattern.SQUAT)
TRAINED = Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0)


def trained(state: LiftState, since: date, loads: list[float]) -> LiftState:
    for number, load in enumerate(loads):
        on = since + timedelta(days=3 * number)
        state = engine.update(state, ExerciseDay(on, (LoggedSet(load, 5, 2.0),) * 3))
    return state


def paused(weeks: int) -> tuple[LiftState, date]:
    state = trained(engine.start(SQUAT, TRAINED), BEGAN, [100.0] * 28)
    assert state.last_on is not None
    return state, state.last_on + timedelta(weeks=weeks)


def said(state: LiftState, on: date) -> str:
    return " ".join(map(wording.render, regain.said(regain.expected(state, on), on)))


def test_the_old_strength_is_named_with_the_weeks_that_it_may_take() -> None:
    state, on = paused(10)
    assert said(state, on) == "Back at 124 kg e1RM in about 1 to 10 weeks (half within 5)"


def test_after_three_weeks_off_nothing_is_to_be_waited_for() -> None:
    state, on = paused(3)
    assert said(state, on) == ""


def test_who_lifts_the_old_loads_again_is_told_of_no_way_back() -> None:
    state, on = paused(10)
    assert said(trained(state, on, [100.0] * 4), on + timedelta(days=9)) == ""


def test_no_plateau_is_called_on_the_way_back() -> None:
    state, on = paused(3)
    flat = engine.read(state, state.last_on or on)
    assert flat.phase is Phase.PLATEAU
    state = trained(state, on, [95.0, 97.5, 100.0])
    reading = engine.read(state, on + timedelta(days=6))
    assert reading.phase is not Phase.PLATEAU
    state = trained(state, on + timedelta(days=9), [100.0] * 8)
    reading = engine.read(state, on + timedelta(days=30))
    assert reading.phase_probabilities[Phase.PLATEAU] > 0.5
