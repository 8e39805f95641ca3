"""The lighter sets before the work: what a coach would write, and what always holds."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from planner.engine import plates, ramp, volume
from planner.engine.terms import (
    KG_PER_LB,
    Equipment,
    Exercise,
    Inventory,
    LoadKind,
    Measure,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
    Unit,
)

SQUAT = Exercise("back-squat", equipment=Equipment.BARBELL)
PRESS = Exercise("dumbbell-press", equipment=Equipment.DUMBBELL)
PULL_UP = Exercise("pull-up", load_kind=LoadKind.ADDED, bodyweight_share=1.0)
GYM = Inventory()


def steps(work: PlannedSet, exercise: Exercise = SQUAT, gym: Inventory = GYM):
    return [(each.reps_low, each.load_kg) for each in ramp.warm_up(work, exercise, gym)]


def loaded(kg: float, reps: int = 5) -> PlannedSet:
    return PlannedSet(reps, reps, load_kg=kg)


def test_a_heavy_squat_begins_with_the_bar_and_ends_with_a_single():
    assert steps(loaded(140)) == [(8, 20), (5, 70), (3, 97.5), (1, 120)]


def test_sets_of_many_repetitions_need_no_single():
    assert steps(loaded(100, reps=12)) == [(8, 20), (5, 50), (3, 70)]


def test_steps_that_hardly_differ_are_left_out_and_a_bar_alone_has_no_ramp():
    assert steps(loaded(42.5)) == [(8, 20), (3, 30), (1, 35)]
    assert steps(loaded(20)) == []


def test_dumbbells_have_no_bar_and_a_loaded_pull_up_begins_with_the_body():
    assert [load for _, load in steps(loaded(30), PRESS)] == [14, 20, 26]
    assert steps(loaded(20), PULL_UP)[0] == (8, 0)


def test_a_gym_in_pounds_loads_its_own_bar():
    gym = plates.standard_inventory(Unit.LB)
    assert steps(loaded(225 * KG_PER_LB), gym=gym)[0] == (8, pytest.approx(45 * KG_PER_LB))


@pytest.mark.parametrize(
    "exercise",
    [
        Exercise("plank", load_kind=LoadKind.NONE, measure=Measure.SECONDS),
        Exercise("dip", load_kind=LoadKind.ASSISTED),
    ],
)
def test_what_does_not_get_lighter_by_taking_load_off_has_no_ramp(exercise):
    assert steps(loaded(20), exercise) == []


@given(st.floats(0, 400), st.integers(1, 20), st.sampled_from([SQUAT, PRESS, PULL_UP]))
def test_a_ramp_rises_stays_below_the_work_and_can_be_loaded(kg, reps, exercise):
    made = ramp.warm_up(loaded(kg, reps), exercise, GYM)
    loads = [each.load_kg or 0.0 for each in made]
    assert loads == sorted(set(loads))
    assert all(load < kg for load in loads)
    assert all(plates.nearest(load, exercise, GYM) == pytest.approx(load) for load in loads)
    assert all(each.kind is SetKind.WARMUP for each in made)


def test_warming_up_lengthens_a_session_a_little():
    sets = (loaded(100),) * 4
    both = [
        PlannedSession("Lower", 0, (PlannedExercise("back-squat", made, rest_s=180),))
        for made in (sets, (*ramp.warm_up(sets[0], SQUAT, GYM), *sets))
    ]
    short, long = (volume.session_minutes(made, {"back-squat": SQUAT}) for made in both)
    assert 3 <= long - short <= 5
