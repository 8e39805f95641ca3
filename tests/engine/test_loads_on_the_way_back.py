"""No planned load is harder than the strength that is expected by its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from planner import engine
from planner.engine import after_comeback
from planner.engine.strength import load_for
from planner.engine.terms import (
    Equipment,
    Exercise,
    ExerciseDay,
    Experience,
    Inventory,
    Lifter,
    LoadKind,
    LoggedSet,
    PlannedExercise,
    PlannedSet,
    SetKind,
)

LIFTER = Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0)
STRAIGHT = PlannedSet(8, 8, 2.0, load_kg=100.0)
LAST = date(2025, 3, 3)
BACK = LAST + timedelta(weeks=10)


def lift(exercise: Exercise | None = None, load: float = 100.0) -> engine.LiftState:
    """A lifter after 15 sessions of 3 × 8."""
    state = engine.start(exercise or Exercise("squat"), LIFTER)
    sets = (LoggedSet(load, 8, 2.0),) * 3
    for session in range(14, -1, -1):
        state = engine.update(state, ExerciseDay(LAST - timedelta(days=4 * session), sets))
    return state


def eased(entry: PlannedSet, strength: float, state: engine.LiftState | None = None) -> PlannedSet:
    return after_comeback.at_most(entry, strength, state or lift(), LIFTER.inventory)


def then(state: engine.LiftState, back_on: date, on: date, gap_days: int) -> float:
    found = after_comeback.strength_then(state, back_on, on, gap_days)
    assert found is not None
    return found


@given(st.floats(60, 200), st.integers(1, 15), st.floats(0, 4), st.floats(40, 150))
def test_a_load_only_falls_and_only_as_far_as_it_must(
    strength: float, reps: int, rir: float, planned: float
) -> None:
    made = eased(PlannedSet(reps, reps, rir, load_kg=planned), strength).load_kg
    able = load_for(strength, reps, max(rir, 1.0))
    assert made is not None
    assert made == planned if able >= planned else made <= planned
    assert made == planned or able - 2.5 < made <= able


def test_strength_returns_on_its_curve_and_no_further() -> None:
    state = lift()
    days = [then(state, BACK, BACK + timedelta(days=n), 70) for n in range(90)]
    before = then(state, LAST, LAST, 0)
    assert days == sorted(days)
    assert days[0] < 0.97 * before
    assert days[-1] == pytest.approx(before, rel=0.01)


def test_of_a_lift_never_done_no_strength_is_expected() -> None:
    assert (
        after_comeback.strength_then(engine.start(Exercise("squat"), LIFTER), BACK, BACK, None)
        is None
    )


@pytest.mark.parametrize(
    "entry",
    [
        replace(STRAIGHT, kind=SetKind.WARMUP),
        replace(STRAIGHT, percent_e1rm=80.0),
        replace(STRAIGHT, load_kg=None),
        replace(STRAIGHT, reps_low=None, reps_high=None, amrap=True),
        replace(STRAIGHT, load_kg=60.0),
    ],
)
def test_what_has_no_load_to_judge_or_is_light_enough_stays(entry: PlannedSet) -> None:
    assert eased(entry, 110.0) == entry


def test_help_is_taken_on_when_strength_is_missing() -> None:
    pull_up = Exercise("assisted", load_kind=LoadKind.ASSISTED, bodyweight_share=1.0)
    state = lift(pull_up, 20.0)
    made = eased(replace(STRAIGHT, load_kg=10.0), 80.0, state)
    assert made.load_kg is not None
    assert made.load_kg > 10.0


def test_where_the_next_lighter_load_is_far_too_light_the_plan_stays() -> None:
    curl = Exercise("curl", equipment=Equipment.DUMBBELL)
    coarse = Inventory(dumbbell_step_kg=5.0)
    entry = replace(STRAIGHT, load_kg=10.0)
    assert after_comeback.at_most(entry, 12.5, lift(curl, 10.0), coarse) == entry


def test_a_lighter_plan_stands_where_the_gym_has_nothing_near_it() -> None:
    state, few = lift(), Inventory(plates_kg=((10.0, 1),))
    context = engine.LiftContext(
        state.exercise, state, LAST, (LoggedSet(100.0, 8, 2.0),) * 3, BACK, inventory=few
    )
    planned = PlannedExercise("squat", (replace(STRAIGHT, load_kg=70.0),) * 3)
    made = engine.suggest(engine.read(state, LAST), planned, context)[0]
    assert made.change is not None
    assert (made.rule, made.change.load_kg) == ("return.ramp", 70.0)
