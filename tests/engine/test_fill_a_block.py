"""Loads for what is planned."""

from datetime import date, timedelta

import pytest

from planner import engine
from planner.engine import programming
from planner.engine.terms import (
    Equipment,
    Exercise,
    ExerciseDay,
    Lifter,
    LoadKind,
    LoggedSet,
    PlannedExercise,
    PlannedSet,
    Reading,
)

SQUAT = Exercise("squat")
PUSH_UP = Exercise("push-up", load_kind=LoadKind.BODYWEIGHT)
MONDAY = date(2025, 3, 3)
LIFTER = Lifter(bodyweight_kg=80.0)


def reading(exercise: Exercise, load: float) -> Reading:
    state = engine.start(exercise, LIFTER)
    for number in range(6):
        on = MONDAY + timedelta(days=3 * number - 30)
        state = engine.update(state, ExerciseDay(on, (LoggedSet(load, 5, 1.0),) * 3))
    return engine.read(state, MONDAY)


def filled(planned: PlannedSet, exercise: Exercise = SQUAT, load: float = 100.0) -> float | None:
    entry = PlannedExercise(exercise.slug, (planned,))
    made = programming.fill_exercise(entry, reading(exercise, load), exercise, LIFTER)
    return made.sets[0].load_kg


def test_a_percentage_is_of_todays_strength_and_loadable() -> None:
    strength = reading(SQUAT, 100.0).strength_kg or 0.0
    load = filled(PlannedSet(5, 5, percent_e1rm=80.0)) or 0.0
    assert 0.8 * strength - 2.5 < load <= 0.8 * strength
    assert load % 2.5 == 0


def test_reps_and_reserve_choose_the_load() -> None:
    heavy, light = filled(PlannedSet(3, 3, 2.0)) or 0.0, filled(PlannedSet(8, 12, 2.0)) or 0.0
    assert light < heavy < 120


def test_where_loads_are_coarse_the_nearest_that_allows_the_range_is_filled_in() -> None:
    curl = Exercise("leg-curl", equipment=Equipment.MACHINE, step_kg=5.0)
    strength = reading(curl, 19.0).strength_kg or 0.0
    upper, lower = (strength / (1 + (reps + 3.0 - 1.0) / 29) for reps in (15, 10))
    assert 10.0 < upper < 15.0 < lower
    assert filled(PlannedSet(10, 15, 3.0), curl, load=19.0) == 15.0
    assert filled(PlannedSet(15, 15, 3.0), curl, load=19.0) == 10.0


@pytest.mark.parametrize(("reps", "on_the_stack"), [(13, 7.5), (15, 7.5), (6, 7.5), (30, 5.0)])
def test_a_load_lifted_last_on_a_stack_is_there_whatever_its_steps(
    reps: int, on_the_stack: float
) -> None:
    raised = Exercise("cable-lateral-raise", equipment=Equipment.CABLE, step_kg=5.0)
    state = engine.start(raised, LIFTER)
    last = (LoggedSet(7.5, 14, 2.0),) * 3
    for number in range(6):
        on = MONDAY + timedelta(days=3 * number - 30)
        state = engine.update(state, ExerciseDay(on, last))
    wished = PlannedExercise(raised.slug, (PlannedSet(reps, reps, 2.0),))
    known = engine.read(state, MONDAY)
    (made,) = programming.fill_exercise(wished, known, raised, LIFTER, lifted=last).sets
    assert made.load_kg == on_the_stack


def test_a_load_already_planned_stays() -> None:
    assert filled(PlannedSet(5, 5, load_kg=77.7)) == 77.7


def test_open_sets_stay_open() -> None:
    assert filled(PlannedSet(amrap=True)) is None
    assert filled(PlannedSet(5, 5, seconds=30.0)) is None


def test_lifts_without_strength_or_without_load_stay_open() -> None:
    entry = PlannedExercise("squat", (PlannedSet(5, 5),))
    assert programming.fill_exercise(entry, None, SQUAT, LIFTER) == entry
    assert filled(PlannedSet(10, 10), PUSH_UP, 0.0) is None


def test_added_and_assisted_loads_come_out_as_they_are_typed() -> None:
    dip = Exercise("dip", load_kind=LoadKind.ADDED, bodyweight_share=1.0, step_kg=1.25,
                   equipment=Equipment.BODYWEIGHT)  # fmt: skip
    chin = Exercise("chin", load_kind=LoadKind.ASSISTED, bodyweight_share=1.0,
                    equipment=Equipment.MACHINE)  # fmt: skip
    assert 5.0 <= (filled(PlannedSet(5, 5, 1.0), dip, 10.0) or 0.0) <= 12.5
    assert filled(PlannedSet(20, 20, 5.0), dip, 0.0) == 0.0
    assert filled(PlannedSet(5, 5, 1.0), chin, 30.0) == pytest.approx(30.0, abs=5)
