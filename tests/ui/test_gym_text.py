"""What a gym can load is written as one says it, and read back."""

import pytest
from hypothesis import given, strategies as st

from planner.engine.plates import home_inventory, standard_inventory
from planner.engine.terms import KG_PER_LB, Inventory, Unit
from planner.ui import gym_text
from planner.ui.gym_text import Texts, Unclear

USUAL = Inventory()


def read(name: str, text: str, unit: Unit = Unit.KG) -> Inventory:
    """Read one field, the others as they stand."""
    return gym_text.read(gym_text.texts(USUAL, unit)._replace(**{name: text}), unit, USUAL)


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("gym", [USUAL, *(made(u) for made in (standard_inventory, home_inventory)
                                          for u in Unit)])  # fmt: skip
def test_a_gym_reads_back_as_it_was_written(gym: Inventory, unit: Unit) -> None:
    assert gym_text.read(gym_text.texts(gym, unit), unit, gym) is gym
    again = gym_text.read(gym_text.texts(gym, unit), unit, Inventory(1.0, (), 1.0, 1.0))
    assert gym_text.texts(again, unit) == gym_text.texts(gym, unit)


def test_bars_have_names_or_none() -> None:
    gym = read("bars", "20, EZ bar 10; Trap bar 25, 45 lb")
    assert (gym.bar_kg, gym.bar_name) == (20.0, "")
    assert gym.bars == (("EZ bar", 10.0), ("Trap bar", 25.0), ("", 45 * KG_PER_LB))
    assert gym_text.texts(gym, Unit.KG).bars == "20, EZ bar 10, Trap bar 25, 45 lb"
    assert read("bars", "17,5").bar_kg == 17.5


def test_pound_plates_may_stand_among_kilograms() -> None:
    gym = read("plates", "20 x2, 45 lb ×1, 1,25 ×1")
    assert gym.plates_kg == ((45 * KG_PER_LB, 1), (20.0, 2), (1.25, 1))
    assert gym_text.texts(gym, Unit.KG).plates == "45 lb ×1, 20 ×2, 1.25 ×1"
    assert gym_text.texts(gym, Unit.LB).plates == "45 ×1, 20 kg ×2, 1.25 kg ×1"


def test_dumbbells_go_by_a_step_or_are_listed() -> None:
    assert read("dumbbells", "2.5").dumbbell_step_kg == 2.5
    assert read("dumbbells", "every 4").dumbbell_step_kg == 4.0
    assert read("dumbbells", "4-10 by 2, 12.5").dumbbells_kg == (4.0, 6.0, 8.0, 10.0, 12.5)
    assert read("dumbbells", "only 10").dumbbells_kg == (10.0,)
    pounds = read("dumbbells", "5–15 by 5", Unit.LB).dumbbells_kg
    assert pounds == tuple(pytest.approx(each * KG_PER_LB) for each in (5, 10, 15))


def test_a_stack_has_a_step_and_small_weights() -> None:
    gym = read("stacks", "5 + 2.5 + 1.25")
    assert (gym.stack_step_kg, gym.stack_add_ons_kg) == (5.0, (1.25, 2.5))
    assert gym_text.texts(gym, Unit.KG).stacks == "every 5 + 1.25 + 2.5"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bars", ""), ("bars", "long bar"), ("plates", "two big ones"), ("plates", "20 ×99"),
        ("dumbbells", ""), ("dumbbells", "0"), ("dumbbells", "5,7,10"),
        ("dumbbells", "20-4 by 2"), ("dumbbells", "4-20 by 0"), ("stacks", "5 +"), ("stacks", "0"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_which_field_and_how_to_write_it(name: str, text: str) -> None:
    with pytest.raises(Unclear) as problem:
        read(name, text)
    assert problem.value.name == name
    assert str(problem.value).startswith("Write ")


@given(st.tuples(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20), st.text()))
def test_no_text_breaks_the_reading(entered: tuple[str, str, str, str]) -> None:
    try:
        gym = gym_text.read(Texts(*entered), Unit.KG, USUAL)
    except Unclear:
        return
    assert gym.dumbbell_step_kg > 0 < gym.stack_step_kg
