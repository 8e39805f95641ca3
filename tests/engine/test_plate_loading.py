"""What a gym can load."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from planner.engine import plates
from planner.engine.terms import KG_PER_LB, Equipment, Exercise, Inventory, LoadKind, Unit

GYM = Inventory()
BARBELL = Exercise("squat")
DUMBBELL = Exercise("curl", equipment=Equipment.DUMBBELL)
STACK = Exercise("pulldown", equipment=Equipment.MACHINE)
SLED = Exercise("leg press", equipment=Equipment.PLATE_MACHINE)
BELT = Exercise("dip", load_kind=LoadKind.ADDED, equipment=Equipment.BODYWEIGHT, step_kg=1.25)
HELP = Exercise("chin-up", load_kind=LoadKind.ASSISTED, equipment=Equipment.MACHINE)
exercises = st.sampled_from([BARBELL, DUMBBELL, STACK, SLED, BELT, HELP])
inventories = st.sampled_from([GYM, plates.standard_inventory(Unit.LB)])
loads = st.floats(0.0, 300.0)


@given(loads, exercises, inventories)
def test_rounding_twice_changes_nothing(load: float, exercise: Exercise, gym: Inventory) -> None:
    for rounded in (plates.nearest, plates.down, plates.no_harder):
        once = rounded(load, exercise, gym)
        assert rounded(once, exercise, gym) == once


@given(loads, exercises, inventories)
def test_down_is_never_over_and_nearest_never_further_than_down(
    load: float, exercise: Exercise, gym: Inventory
) -> None:
    low, near = plates.down(load, exercise, gym), plates.nearest(load, exercise, gym)
    lightest = plates.down(0.0, exercise, gym)
    assert low <= load + 1e-5 or low == lightest
    assert abs(near - load) <= abs(low - load) + 1e-6


@given(st.floats(25.0, 250.0), exercises, inventories)
def test_the_next_load_up_and_down_are_neighbours(
    load: float, exercise: Exercise, gym: Inventory
) -> None:
    here = plates.down(load, exercise, gym)
    above = plates.next_up(here, exercise, gym)
    if above is not None:
        assert above > here
        assert plates.next_down(above, exercise, gym) == pytest.approx(here)


@given(st.floats(20.0, 250.0), inventories)
def test_the_plates_on_the_bar_make_the_load(load: float, gym: Inventory) -> None:
    sides, made = plates.per_side(load, BARBELL, gym)
    assert gym.bar_kg + 2 * sum(sides) == pytest.approx(made, abs=1e-4)
    assert list(sides) == sorted(sides, reverse=True)


def test_102_5_kg_is_a_bar_with_25_15_and_1_25_a_side() -> None:
    assert plates.per_side(102.5, BARBELL, GYM) == ((25.0, 15.0, 1.25), 102.5)


def test_a_bar_cannot_be_lighter_than_itself() -> None:
    assert plates.down(12.0, BARBELL, GYM) == 20.0
    assert plates.next_down(20.0, BARBELL, GYM) is None


def test_a_gym_with_few_plates_skips_loads_it_cannot_make() -> None:
    poor = Inventory(plates_kg=((20.0, 1), (5.0, 1)))
    assert plates.nearest(52.0, BARBELL, poor) == 60.0
    assert plates.next_up(70.0, BARBELL, poor) is None
    assert plates.per_side(65.0, BARBELL, poor) == ((20.0,), 60.0)


def test_plates_are_combined_also_when_the_heaviest_first_would_fail() -> None:
    odd = Inventory(bar_kg=20.0, plates_kg=((25.0, 1), (20.0, 2)))
    assert plates.per_side(100.0, BARBELL, odd) == ((20.0, 20.0), 100.0)


def test_dumbbells_and_stacks_go_by_their_steps() -> None:
    assert plates.nearest(13.2, DUMBBELL, GYM) == 14.0
    assert plates.next_up(40.0, STACK, GYM) == 45.0
    assert plates.per_side(40.0, STACK, GYM) == ((), 40.0)


def test_a_plate_machine_starts_empty() -> None:
    assert plates.down(1.0, SLED, GYM) == 0.0


def test_less_help_is_the_harder_load() -> None:
    assert plates.next_harder(40.0, HELP, GYM) == 35.0
    assert plates.no_harder(38.0, HELP, GYM) == 40.0
    assert plates.next_harder(40.0, STACK, GYM) == 45.0
    fine = replace(GYM, stack_step_kg=0.5 * KG_PER_LB)
    assert plates.next_harder(50 * KG_PER_LB, HELP, fine) == pytest.approx(49.5 * KG_PER_LB)


def test_without_plates_the_exercise_says_the_step() -> None:
    assert plates.step_of(BARBELL, Inventory(plates_kg=())) == 5.0
    assert plates.step_of(BELT, GYM) == 1.25


def test_a_gym_in_pounds_loads_pounds() -> None:
    gym = plates.standard_inventory(Unit.LB)
    assert plates.nearest(61.0, BARBELL, gym) / KG_PER_LB == pytest.approx(135.0)
    assert plates.next_up(135 * KG_PER_LB, BARBELL, gym) == pytest.approx(140 * KG_PER_LB)
    assert plates.standard_inventory(Unit.KG) == Inventory()


def test_a_belt_takes_the_plates_of_the_gym_in_whole_pounds_or_kilograms() -> None:
    pounds = plates.standard_inventory(Unit.LB)
    assert plates.down(10.9, BELT, GYM) == 10.0
    assert plates.down(10.9, BELT, pounds) == pytest.approx(22.5 * KG_PER_LB)
    assert plates.down(10.9, BELT, Inventory(plates_kg=())) == 10.0
