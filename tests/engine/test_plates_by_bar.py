"""Several bars, dumbbells one by one, and small weights on a stack."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from planner.engine import plates
from planner.engine.terms import Equipment, Exercise, Inventory, LoadKind

BARS = (("Women's", 15.0), ("EZ bar", 10.0), ("Trap bar", 25.0), ("Leg press", 47.0))
GYM = Inventory(bars=BARS, dumbbells_kg=(5.0, 7.5, 10.0, 15.0), stack_add_ons_kg=(1.25, 2.5))
SQUAT = Exercise("back-squat", "Back squat")
CURL = Exercise("ez-bar-curl", "EZ-bar curl")
TRAP = Exercise("trap-bar-deadlift", "Trap bar deadlift", equipment=Equipment.OTHER)
SLED = Exercise("leg-press", "Leg press", equipment=Equipment.PLATE_MACHINE)
HACK = Exercise("hack-squat", "Hack squat", equipment=Equipment.PLATE_MACHINE)
DUMBBELL = Exercise("curl", equipment=Equipment.DUMBBELL)
STACK = Exercise("pulldown", equipment=Equipment.CABLE)
HELP = Exercise("chin-up", load_kind=LoadKind.ASSISTED, equipment=Equipment.MACHINE)


@pytest.mark.parametrize(
    ("exercise", "kg"),
    [(SQUAT, 20.0), (CURL, 10.0), (TRAP, 25.0), (SLED, 47.0), (HACK, 0.0), (STACK, None)],
)
def test_the_bar_named_in_the_exercise_is_its_bar(exercise: Exercise, kg: float | None) -> None:
    assert plates.bar_kg(exercise, GYM) == kg


def test_the_bar_is_the_same_when_the_exercise_is_said_in_another_language() -> None:
    german = replace(CURL, name="Bizepscurl mit SZ-Stange")
    assert plates.bar_kg(german, GYM) == 10.0
    assert plates.bar_kg(german, Inventory(bars=(("SZ-Stange", 9.0),))) == 9.0


def test_an_own_exercise_has_the_bar_that_its_user_names() -> None:
    own = replace(CURL, name="My curl", custom=True)
    assert plates.bar_kg(own, GYM) == 20.0


def test_an_own_variation_has_the_bar_of_what_it_varies() -> None:
    own = replace(CURL, slug="own-1", name="SZ-Curl, eng", custom=True, parent=CURL.slug)
    assert plates.bar_kg(own, GYM) == 10.0


def test_without_a_trap_bar_of_its_own_the_exercise_says_the_step() -> None:
    assert plates.bar_kg(TRAP, Inventory()) is None
    assert plates.nearest(101.0, TRAP, Inventory()) == 100.0


def test_a_bar_chosen_for_an_exercise_goes_before_its_name() -> None:
    gym = replace(GYM, bar_of=(("back-squat", 15.0), ("hack-squat", 25.0), ("leg-press", 0.0)))
    assert [plates.bar_kg(each, gym) for each in (SQUAT, HACK, SLED)] == [15.0, 25.0, 0.0]
    assert plates.down(0.0, SQUAT, gym) == 15.0
    assert plates.per_side(17.5, SQUAT, gym) == ((1.25,), 17.5)


def test_a_chosen_bar_that_is_gone_leaves_the_usual_one() -> None:
    assert plates.bar_kg(SQUAT, Inventory(bar_of=(("back-squat", 15.0),))) == 20.0


def test_dumbbells_are_those_there_are() -> None:
    assert plates.nearest(12.0, DUMBBELL, GYM) == 10.0
    assert plates.next_up(10.0, DUMBBELL, GYM) == 15.0
    assert plates.next_up(15.0, DUMBBELL, GYM) is None
    assert plates.next_down(5.0, DUMBBELL, GYM) is None


def test_small_weights_on_a_stack_lie_between_its_steps() -> None:
    assert [plates.down(load, STACK, GYM) for load in (21.2, 21.3, 22.6, 24.0)] == [
        20.0, 21.25, 22.5, 23.75,
    ]  # fmt: skip
    assert plates.next_up(23.75, STACK, GYM) == 25.0
    assert plates.next_harder(40.0, HELP, GYM) == 38.75


@given(st.floats(0.0, 200.0), st.sampled_from([STACK, HELP, DUMBBELL, SQUAT, CURL, TRAP, SLED]))
def test_the_loads_beside_are_neighbours(load: float, exercise: Exercise) -> None:
    here = plates.down(load, exercise, GYM)
    above = plates.next_up(here, exercise, GYM)
    assert here <= load + 1e-5 or here == plates.down(0.0, exercise, GYM)
    if above is not None:
        assert plates.next_down(above, exercise, GYM) == pytest.approx(here)
