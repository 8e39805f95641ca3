"""Which weights plates make, in one unit and in both."""

import time

import pytest
from hypothesis import given, settings, strategies as st

from planner.engine import plate_sums, plates
from planner.engine.same_load import is_harder, is_same
from planner.engine.terms import KG_PER_LB, Equipment, Exercise, Inventory, LoadKind, Unit

BAR = Exercise("squat", "Back squat")
BELT = Exercise("dip", load_kind=LoadKind.ADDED, equipment=Equipment.BODYWEIGHT)
KG = (25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 2.0, 1.5, 1.25, 1.0, 0.5, 0.25)
LB = tuple(pounds * KG_PER_LB for pounds in (45.0, 35.0, 25.0, 10.0, 5.0, 2.5, 1.25))
some_plates = st.dictionaries(st.sampled_from(KG + LB), st.integers(1, 6), min_size=1, max_size=9)
bars = st.sampled_from([20.0, 15.0, 45 * KG_PER_LB])


@st.composite
def gyms(draw: st.DrawFn) -> Inventory:
    """Make a gym of any plates, kilograms and pounds mixed."""
    pairs = sorted(draw(some_plates).items(), reverse=True)
    return Inventory(draw(bars), tuple(pairs))


@settings(deadline=None)
@given(st.floats(0.0, 300.0), gyms(), st.sampled_from([BAR, BELT]))
def test_a_load_lies_between_the_loadable_ones_beside_it(
    load: float, gym: Inventory, exercise: Exercise
) -> None:
    low, high = plates.down(load, exercise, gym), plates.next_up(load, exercise, gym)
    assert low <= load + 1e-5 or low == plates.down(0.0, exercise, gym)
    assert high is None or load < high
    assert plates.down(low, exercise, gym) == low
    near = plates.nearest(load, exercise, gym)
    assert near in (low, high) or near == pytest.approx(load, abs=1e-4)


@settings(deadline=None)
@given(st.floats(0.0, 300.0), gyms())
def test_the_plates_of_a_side_make_the_load_and_are_all_there(load: float, gym: Inventory) -> None:
    side, made = plates.per_side(load, BAR, gym)
    assert gym.bar_kg + 2 * sum(side) == pytest.approx(made, abs=1e-4)
    assert list(side) == sorted(side, reverse=True)
    there = [(kg, count) for kg, count in gym.plates_kg]
    assert all(sum(abs(kg - each) < 1e-4 for each in side) <= count for kg, count in there)
    assert all(any(abs(kg - each) < 1e-4 for kg, _ in there) for each in side)


@settings(deadline=None)
@given(st.floats(0.0, 150.0), gyms())
def test_a_belt_holds_no_plate_that_is_not_there(load: float, gym: Inventory) -> None:
    made = plates.down(load, BELT, gym)
    hung = plate_sums.fill(made, plates.singly(gym.plates_kg))
    assert hung is not None
    assert sum(hung) == pytest.approx(made, abs=3e-3)
    assert all(sum(kg == each for each in hung) <= 2 * count for kg, count in gym.plates_kg)


def test_microplates_make_small_steps_up() -> None:
    gym = Inventory(plates_kg=(*Inventory().plates_kg, (0.5, 1), (0.25, 1)))
    assert plates.next_up(100.0, BAR, gym) == 100.5
    assert plates.per_side(101.5, BAR, gym) == ((25.0, 15.0, 0.5, 0.25), 101.5)


def test_a_suggestion_never_rises_by_a_plate_that_hardly_counts() -> None:
    gym = Inventory(plates_kg=(*Inventory().plates_kg, (0.5, 1), (0.25, 1)))
    assert plates.next_harder(40.0, BAR, gym) == 40.5
    assert plates.next_harder(140.0, BAR, gym) == 141.0
    assert plates.next_harder(140.0, BAR, Inventory()) == 142.5


def test_a_suggestion_rises_by_half_a_pound_but_by_no_less_than_rounding_moves() -> None:
    pounds = ((5 * KG_PER_LB, 1), (2.5 * KG_PER_LB, 1), (0.25 * KG_PER_LB, 1))
    gym = Inventory(bar_kg=45 * KG_PER_LB, plates_kg=pounds)
    step = plates.next_harder(50 * KG_PER_LB, BAR, gym)
    assert step == pytest.approx(50.5 * KG_PER_LB)
    assert is_harder(step or 0.0, 50 * KG_PER_LB, BAR)
    assert is_same(281.0, 619 * KG_PER_LB)
    tiny = Inventory(plates_kg=((5.0, 1), (0.2, 1), (0.1, 1)))
    assert plates.next_harder(30.0, BAR, tiny) == 30.4


def test_pound_plates_among_kilograms_reach_further_and_never_crowd_the_steps() -> None:
    gym = Inventory(plates_kg=((45 * KG_PER_LB, 2), (20.0, 1), (10.0, 1), (5.0, 1), (2.5, 1)))
    assert plates.next_up(60.0, BAR, gym) == 65.0
    heaviest = plates.down(500.0, BAR, gym)
    assert heaviest == pytest.approx(20 + 2 * (37.5 + 90 * KG_PER_LB), abs=5)
    assert 45 * KG_PER_LB in [pytest.approx(kg) for kg in plates.per_side(heaviest, BAR, gym)[0]]


@pytest.mark.parametrize(("kg", "unit"), [(20.0, "kg"), (1.25, "kg"), (45 * KG_PER_LB, "lb")])
def test_a_plate_tells_its_unit(kg: float, unit: str) -> None:
    assert plate_sums.unit_of(kg, Unit.LB if unit == "kg" else Unit.KG) == unit


def test_a_dozen_sizes_of_both_units_are_counted_in_no_time() -> None:
    every = tuple((kg, 10) for kg in sorted(KG + LB, reverse=True))
    began = time.perf_counter()
    made = plates.down(231.7, BAR, Inventory(plates_kg=every))
    assert (made, time.perf_counter() - began < 1.0) == (231.5, True)
    assert sum(plates.per_side(made, BAR, Inventory(plates_kg=every))[0]) == 105.75


def test_a_plate_of_nothing_is_no_plate() -> None:
    assert plates.down(60.0, BAR, Inventory(plates_kg=((0.0, 2), (10.0, 0)))) == 20.0
