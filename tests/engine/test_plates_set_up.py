"""How a load is set, and what changes from one to the next."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from planner.engine import plates, set_up as setting
from planner.engine.set_up import Rig, Swap, set_up
from planner.engine.terms import KG_PER_LB, Equipment, Exercise, Inventory, LoadKind, Pattern

GYM = Inventory(stack_add_ons_kg=(2.5,))
SQUAT = Exercise("back-squat")
SLED = Exercise("leg-press", equipment=Equipment.PLATE_MACHINE)
PRESS = Exercise("press", equipment=Equipment.DUMBBELL)
ROW = Exercise("row", equipment=Equipment.DUMBBELL, per_side=True)
LUNGE = Exercise("lunge", pattern=Pattern.LUNGE, equipment=Equipment.DUMBBELL, per_side=True)
STACK = Exercise("pulldown", equipment=Equipment.CABLE)
HELP = Exercise("help", load_kind=LoadKind.ASSISTED, equipment=Equipment.MACHINE)
BELT = Exercise("dip", load_kind=LoadKind.ADDED, equipment=Equipment.BODYWEIGHT)
BELL = Exercise("swing", equipment=Equipment.KETTLEBELL, step_kg=4.0)
LANDMINE = Exercise("landmine-row", name="Landmine row")
PLANK = Exercise("plank", load_kind=LoadKind.NONE, equipment=Equipment.BODYWEIGHT)
ALL = [SQUAT, SLED, PRESS, ROW, STACK, HELP, BELT, BELL, PLANK, LANDMINE]


@pytest.mark.parametrize(
    ("exercise", "rig"),
    [
        (SQUAT, Rig.BAR), (SLED, Rig.SLED), (PRESS, Rig.DUMBBELLS), (ROW, Rig.DUMBBELL),
        (LUNGE, Rig.DUMBBELLS), (STACK, Rig.STACK), (HELP, Rig.HELP), (BELT, Rig.BELT),
        (BELL, Rig.WEIGHT), (PLANK, Rig.NOTHING), (LANDMINE, Rig.LANDMINE),
    ],
)  # fmt: skip
def test_every_kind_of_exercise_is_set_its_way(exercise: Exercise, rig: Rig) -> None:
    assert setting.rig_of(exercise, GYM) is rig


def test_between_two_loads_both_are_named() -> None:
    made = set_up(101.0, SQUAT, GYM)
    assert (made.load_kg, made.plates_kg, made.exact) == (100.0, (25.0, 15.0), False)
    assert (made.lower_kg, made.higher_kg) == (100.0, 102.5)


def test_a_load_that_can_be_set_has_no_neighbours_to_name() -> None:
    made = set_up(102.5, SQUAT, GYM)
    assert (made.exact, made.lower_kg, made.higher_kg) == (True, None, None)


def test_lighter_than_the_bar_and_more_than_there_is() -> None:
    light, heavy = set_up(12.0, SQUAT, GYM), set_up(2000.0, SQUAT, GYM)
    assert (light.load_kg, light.lower_kg, light.higher_kg) == (20.0, None, 20.0)
    assert (heavy.lower_kg, heavy.higher_kg) == (heavy.load_kg, None)


def test_pounds_typed_with_two_decimals_are_exact() -> None:
    gym = Inventory(45 * KG_PER_LB, ((45 * KG_PER_LB, 2), (2.5 * KG_PER_LB, 1)))
    assert set_up(102.06, SQUAT, gym).exact


def test_pound_plates_on_a_kilogram_bar_are_found_when_just_they_make_the_load() -> None:
    gym = Inventory(plates_kg=((45 * KG_PER_LB, 2), (20.0, 2), (10.0, 2), (5.0, 2), (2.5, 2)))
    made = set_up(60.82, SQUAT, gym)
    assert made.exact
    assert made.plates_kg == (pytest.approx(45 * KG_PER_LB),)


def test_the_pin_goes_below_and_the_small_weight_on_top() -> None:
    made = set_up(42.5, STACK, GYM)
    assert (made.pin_kg, made.add_ons_kg, made.exact) == (40.0, (2.5,), True)


def test_a_belt_holds_single_plates() -> None:
    assert set_up(22.5, BELT, GYM).plates_kg == (20.0, 2.5)
    assert set_up(11.25, BELT, GYM).exact


def test_a_bar_that_stands_on_one_end_is_loaded_on_the_other_alone() -> None:
    made = set_up(61.25, LANDMINE, GYM)
    assert (made.plates_kg, made.load_kg, made.exact) == ((25.0, 15.0, 1.25), 61.25, True)
    again = set_up(56.25, LANDMINE, GYM)
    assert setting.swap(made, again) == Swap((15.0,), (10.0,))


def test_what_a_user_made_of_an_exercise_is_set_as_that_whatever_its_name() -> None:
    own = replace(LANDMINE, slug="eckstange", name="Eckstange", parent="landmine-row", custom=True)
    assert plates.ends(own) == plates.ends(replace(LANDMINE, name="Eckstange")) == 1
    assert plates.ends(replace(own, parent="barbell-row")) == 2
    goblet = replace(PRESS, slug="becher", parent="goblet-squat", custom=True)
    assert set_up(20.0, goblet, GYM).rig is Rig.DUMBBELL


def test_what_changes_between_sets_is_as_little_as_can_be() -> None:
    def between(before: float, after: float) -> Swap | None:
        return setting.swap(set_up(before, SQUAT, GYM), set_up(after, SQUAT, GYM))

    assert between(100.0, 105.0) == Swap((), (2.5,))
    assert between(100.0, 110.0) == Swap((15.0,), (20.0,))
    assert between(110.0, 100.0) == Swap((20.0,), (15.0,))
    assert between(100.0, 100.0) == Swap((), ())
    assert setting.swap(set_up(40.0, STACK, GYM), set_up(45.0, STACK, GYM)) is None


@given(st.floats(0.0, 400.0), st.sampled_from(ALL))
def test_what_is_set_sums_up(wanted: float, exercise: Exercise) -> None:
    made = set_up(wanted, exercise, GYM)
    sides = 1 if made.rig in (Rig.BELT, Rig.LANDMINE) else 2
    if made.rig in (*setting.PLATED, Rig.BELT):
        assert made.bar_kg + sides * sum(made.plates_kg) == pytest.approx(made.load_kg, abs=1e-4)
    if made.rig in (Rig.STACK, Rig.HELP):
        assert made.pin_kg + sum(made.add_ons_kg) == pytest.approx(made.load_kg, abs=1e-4)
    if not made.exact and made.lower_kg is not None:
        assert made.lower_kg < wanted
        assert made.higher_kg is None or made.higher_kg > wanted


@given(st.floats(20.0, 300.0), st.floats(20.0, 300.0))
def test_swapping_turns_one_load_into_the_other(before: float, after: float) -> None:
    one, other = set_up(before, SQUAT, GYM), set_up(after, SQUAT, GYM)
    made = setting.swap(one, other)
    assert made is not None
    left = sum(one.plates_kg) - sum(made.off_kg) + sum(made.on_kg)
    assert left == pytest.approx(sum(other.plates_kg))
    assert not set(made.off_kg) & set(made.on_kg)
