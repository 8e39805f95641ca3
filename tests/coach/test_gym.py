"""What the gym can load: how a set is loaded in it, and which bar an exercise takes."""

from dataclasses import replace

import pytest

from planner.coach import clients, gym, library, logging, readings
from planner.coach.gym import Bar, Swap
from planner.engine.terms import Inventory, LoggedSet, Unit

BARS = (("EZ bar", 10.0), ("", 15.0))


@pytest.fixture
def lifter(squatter):
    gym.change(squatter, Inventory(bars=BARS))
    return squatter


def test_a_load_is_told_with_what_changes_since_the_set_before(lifter):
    squat = library.exercise("back-squat")
    made = gym.loading(lifter, squat, 102.5, LoggedSet(100.0, 5))
    assert made.set_up.plates_kg == (25.0, 15.0, 1.25)
    assert made.swap == Swap((), (1.25,))
    assert made.bars == (Bar("", 20.0), Bar("EZ bar", 10.0), Bar("", 15.0))
    assert gym.loading(lifter, squat, 102.5).swap is None


def test_an_exercise_keeps_the_bar_that_was_chosen_for_it(lifter):
    squat, press = library.exercise("back-squat"), library.exercise("bench-press")
    gym.choose_bar(lifter, squat, 15.0)
    assert gym.loading(lifter, squat, 15.0).set_up.bar_kg == 15.0
    assert gym.loading(lifter, press, 15.0).set_up.bar_kg == 20.0
    assert logging.step_load(15.0, squat, lifter, up=True) == 17.5
    assert logging.step_load(15.0, squat, lifter, up=False) == 15.0


def test_the_usual_bar_chosen_again_is_nothing_to_remember(lifter):
    squat = library.exercise("back-squat")
    gym.choose_bar(lifter, squat, 15.0)
    gym.choose_bar(lifter, squat, 20.0)
    assert clients.lifter(lifter).inventory == Inventory(bars=BARS)


def test_another_bar_is_known_to_the_readings_without_reading_the_log_again(lifter):
    before = readings.replays(lifter)["back-squat"]
    gym.choose_bar(lifter, library.exercise("back-squat"), 15.0)
    after = readings.replays(lifter)["back-squat"]
    assert after.lifter.inventory.bar_of == (("back-squat", 15.0),)
    assert all(one.day is other.day for one, other in zip(before.steps, after.steps, strict=True))
    readings.forget(clients.lifter(lifter).uid)
    assert readings.replays(lifter)["back-squat"] == after


def test_a_machine_may_carry_its_plates_on_nothing_that_counts(lifter):
    press = library.exercise("leg-press")
    assert gym.loading(lifter, press, 100.0).bars[0] == Bar("", 0.0)
    gym.choose_bar(lifter, press, 20.0)
    assert gym.loading(lifter, press, 100.0).set_up.plates_kg == (25.0, 15.0)


def test_dumbbells_and_bodyweight_offer_no_bar(lifter):
    assert gym.loading(lifter, library.exercise("dumbbell-curl"), 12.0).bars == ()
    assert gym.unloaded(library.exercise("nordic-curl"))


def test_the_presets_are_those_of_a_unit(lifter):
    kilograms, pounds, home = gym.presets(Unit.LB)
    assert kilograms == Inventory()
    assert home.bar_kg == pounds.bar_kg
    assert replace(home, dumbbells_kg=()) != pounds
