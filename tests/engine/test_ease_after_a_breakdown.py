"""After an early breakdown a load is eased by about a tenth, or what can be loaded is told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine.terms import (
    Change,
    Complexity,
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
    Suggestion,
    Technique,
)

CURL = Exercise("curl", "Curl", complexity=Complexity.ISOLATION, equipment=Equipment.DUMBBELL)
BEGAN = date(2025, 1, 6)


def advised(
    kg: float,
    dumbbells: tuple[float, ...],
    reps: int = 8,
    planned_kg: float | None = None,
    exercise: Exercise = CURL,
) -> Suggestion:
    """Return the advice after 3 sets with a load, of which the second broke down."""
    state = engine.start(exercise, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    for number in range(12):
        entry = LoggedSet(kg, reps, 2.0)
        state = engine.update(state, ExerciseDay(BEGAN + timedelta(days=4 * number), (entry,) * 3))
    looks = (Technique.SOUND, Technique.BREAKDOWN, Technique.BREAKDOWN)
    today = BEGAN + timedelta(days=44)
    context = engine.LiftContext(
        exercise, state, today, tuple(LoggedSet(kg, reps, 2.0, technique=look) for look in looks),
        today + timedelta(days=4), technique=(None, Technique.BREAKDOWN),
        inventory=Inventory(dumbbells_kg=dumbbells),
    )  # fmt: skip
    plan = PlannedExercise(exercise.slug, (PlannedSet(reps, reps, 2.0, planned_kg or kg),) * 3)
    return engine.suggest(engine.read(state, today), plan, context)[0]


@pytest.mark.parametrize(
    ("kg", "dumbbells", "new_kg"),
    [
        (20.0, (16.0, 18.0, 20.0), 18.0),
        (20.0, (10.0, 16.0, 20.0), 16.0),
        (20.0, (10.0, 19.0, 20.0), 19.0),
    ],
)
def test_the_load_is_a_tenth_to_a_fifth_less_or_a_step_where_that_is_nearest(
    kg: float, dumbbells: tuple[float, ...], new_kg: float
) -> None:
    made = advised(kg, dumbbells)
    assert made.change == Change(load_kg=new_kg, sets=2)
    assert render(made.headline) == f"{new_kg:g} kg, 2 sets, sound technique"


@pytest.mark.parametrize("dumbbells", [(10.0, 20.0, 25.0), (15.0, 20.0), (20.0, 25.0)])
def test_where_the_next_load_is_far_lighter_or_there_is_none_the_repetitions_fall(
    dumbbells: tuple[float, ...],
) -> None:
    made = advised(20.0, dumbbells)
    assert made.change == Change(sets=2, reps_low=5, reps_high=5)
    assert render(made.headline) == "Same load, 2 × 5, sound technique"
    assert "No load here is only a little lighter" in render(made.reason)


def test_a_heavier_plan_goes_back_to_the_last_load_with_fewer_repetitions() -> None:
    made = advised(20.0, (10.0, 20.0, 25.0), planned_kg=25.0)
    assert made.change == Change(load_kg=20.0, sets=2, reps_low=5, reps_high=5)
    assert render(made.headline) == "20 kg, 2 × 5, sound technique"


def test_few_repetitions_fall_to_one_and_a_lighter_plan_stays() -> None:
    one = advised(20.0, (10.0, 20.0), reps=3).change
    assert one is not None
    assert one.reps_low == 1
    assert advised(20.0, (10.0, 20.0), planned_kg=10.0).change == Change(sets=2)
    assert advised(20.0, (10.0, 20.0), reps=1).change == Change(sets=2)


def test_what_has_no_load_keeps_to_the_sets_that_stayed_sound() -> None:
    push_up = Exercise("push-up", load_kind=LoadKind.BODYWEIGHT, bodyweight_share=0.65)
    made = advised(0.0, (), exercise=push_up)
    assert made.change == Change(sets=2)
    assert render(made.headline) == "At most 2 sets, with sound technique"
