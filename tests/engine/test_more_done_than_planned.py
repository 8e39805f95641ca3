"""A lifter who did more than the plan says: the plan comes up to that before it goes on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine.base import base_of
from planner.engine.terms import (
    KG_PER_LB,
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoggedSet,
    Pattern,
    PlannedExercise,
    PlannedSet,
    Suggestion,
)

SQUAT = Exercise("back-squat", pattern=Pattern.SQUAT)
MONDAY = date(2026, 3, 2)


def advised(planned_kg: float, *done_kg: float, reps: int = 5) -> Suggestion:
    """Do a session of 3 × 5 a week; return the advice for one planned with some load."""
    state = engine.start(SQUAT, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    days = [
        ExerciseDay(MONDAY + timedelta(weeks=week), (LoggedSet(kg, reps, 3.0),) * 3)
        for week, kg in enumerate(done_kg)
    ]
    for day in days:
        state = engine.update(state, day)
    today = days[-1].on
    next_on = today + timedelta(days=7)
    base = base_of(days, state, next_on)
    context = engine.LiftContext(SQUAT, state, today, days[-1].sets, next_on, base=base)
    plan = PlannedExercise("back-squat", (PlannedSet(5, 5, 2.0, planned_kg),) * 3)
    return engine.suggest(engine.read(state, today), plan, context)[0]


def test_the_plan_comes_up_to_what_was_done() -> None:
    made = advised(90.0, *[100.0] * 12)
    assert made.rule == "increase.as_done"
    assert made.change is not None
    assert made.change.load_kg == 100.0
    assert render(made.headline) == "Plan what you did: 100 kg"
    assert "more than the 90 kg planned" in render(made.reason)


def test_what_was_done_in_pounds_is_planned_as_the_gym_can_set_it() -> None:
    made = advised(85.0, *[205 * KG_PER_LB] * 12)
    assert made.rule == "increase.as_done"
    assert made.change is not None
    assert made.change.load_kg == 92.5
    assert render(made.headline) == "Plan nearly what you did: 92.5 kg"
    assert "Last time it was 93 kg" in render(made.reason)
    assert advised(92.5, *[205 * KG_PER_LB] * 12).rule != "increase.as_done"


@pytest.mark.parametrize("planned_kg", [100.0, 102.5])
def test_a_plan_that_is_not_behind_is_advised_on_as_ever(planned_kg: float) -> None:
    assert advised(planned_kg, *[100.0] * 12).rule != "increase.as_done"


def mixed(planned: tuple[float, ...], *done_kg: float) -> Suggestion:
    """Return the advice for a session after weeks of 50 kg and one with other loads."""
    state = engine.start(SQUAT, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    sessions = [(50.0,) * 3] * 13 + [done_kg]
    days = [
        ExerciseDay(MONDAY + timedelta(days=4 * n), tuple(LoggedSet(kg, 5, 3.0) for kg in loads))
        for n, loads in enumerate(sessions)
    ]
    for day in days:
        state = engine.update(state, day)
    today, next_on = days[-1].on, days[-1].on + timedelta(days=4)
    context = engine.LiftContext(
        SQUAT, state, today, days[-1].sets, next_on, base=base_of(days, state, next_on)
    )
    plan = PlannedExercise("back-squat", tuple(PlannedSet(5, 5, 2.0, kg) for kg in planned))
    return engine.suggest(engine.read(state, today), plan, context)[0]


def test_a_load_done_in_some_of_its_sets_is_done_in_all_before_it_rises() -> None:
    done = (50.0, 55.0, 55.0, 50.0)
    assert mixed((50.0,) * 4, *done).rule == "increase.as_done"
    made = mixed((55.0,) * 4, *done)
    assert made.rule == "hold.few_sets"
    assert render(made.headline) == "Stay at 55 kg"
    assert "in 2 of 4 sets" in render(made.reason)


def test_a_top_set_rises_alone_where_lighter_ones_are_planned_after_it() -> None:
    assert mixed((55.0, 50.0, 50.0), 55.0, 50.0, 50.0).rule == "increase.smallest_step"


def test_what_was_done_as_planned_is_not_held_against_a_heavier_day_before() -> None:
    made = advised(87.5, *[92.5] * 12, 87.5)
    assert made.rule == "increase.smallest_step"
    assert "All sets met the target at 87.5 kg" in render(made.reason)


def test_a_set_left_out_is_no_lighter_set() -> None:
    assert mixed((55.0,) * 4, 55.0, 55.0, 55.0).rule == "increase.smallest_step"


def test_what_was_done_on_the_heavy_day_counts_after_a_light_one() -> None:
    made = advised(95.0, *[100.0] * 12, 80.0)
    assert made.rule == "increase.as_done"
    assert made.change is not None
    assert made.change.load_kg == 100.0
