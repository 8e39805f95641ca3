"""The advice on a lift by its kind of load, its difficulty and what the gym has."""

from dataclasses import replace
from datetime import timedelta

from planner.coach.wording import render
from planner.engine.terms import (
    Complexity,
    Equipment,
    Exercise,
    Experience,
    LoadKind,
    Pattern,
    SuggestionKind,
)
from tests.engine.squats_done import BENCH, LIFTER, SQUAT, case, first, plan


def test_an_empty_bar_that_is_too_heavy_stays_an_empty_bar() -> None:
    made = first(case(load=20.0, reps=3, rir=0.0), plan(load=20.0))
    assert made.rule == "hold.target_not_met"


def test_a_novices_new_barbell_lift_gets_clean_repetitions_first() -> None:
    novice = replace(LIFTER, experience=Experience.NOVICE)
    assert first(case(sessions=5, lifter=novice)).rule == "hold.new_lift"
    assert first(case(sessions=5)).kind is SuggestionKind.INCREASE


def test_a_technical_lift_is_practised_by_everyone() -> None:
    snatch = Exercise("snatch", complexity=Complexity.TECHNICAL, pattern=Pattern.OLYMPIC)
    assert first(case(sessions=5, exercise=snatch)).rule == "hold.new_lift"


def test_a_dumbbell_step_over_five_percent_asks_for_repetitions_first() -> None:
    curl = Exercise("curl", equipment=Equipment.DUMBBELL, complexity=Complexity.ISOLATION)
    made = first(case(load=12.0, exercise=curl), plan(12.0))
    assert made.rule == "hold.step_too_big"
    assert made.change is not None
    assert (made.change.load_kg, made.change.reps_low, made.change.reps_high) == (None, 5, 7)


def test_the_range_of_repetitions_opens_only_when_its_top_is_reached() -> None:
    curl = Exercise("curl", equipment=Equipment.DUMBBELL, complexity=Complexity.ISOLATION)
    made = first(case(load=12.0, exercise=curl), plan(12.0, 5, 8))
    assert made.rule == "hold.step_too_big"
    assert made.change is None


def test_the_heaviest_load_of_the_gym_is_said_to_be_so() -> None:
    context = case()
    poor = replace(context, inventory=replace(context.inventory, plates_kg=((20.0, 2),)))
    assert first(poor).rule == "hold.heaviest"


def test_lower_body_may_rise_by_more_than_upper_body() -> None:
    light = {"load": 40.0, "rir": 5.0}
    assert first(case(**light, exercise=SQUAT), plan(40.0)).kind is SuggestionKind.INCREASE
    assert first(case(**light, exercise=BENCH), plan(40.0)).rule == "hold.step_too_big"


def test_less_help_is_a_rise_for_assisted_lifts() -> None:
    chin = Exercise("chin", load_kind=LoadKind.ASSISTED, equipment=Equipment.MACHINE,
                    pattern=Pattern.VERTICAL_PULL)  # fmt: skip
    context = case(load=20.0, rir=4.0, exercise=chin)
    gym = replace(context.inventory, stack_step_kg=2.5)
    made = first(replace(context, inventory=gym), plan(20.0))
    assert made.kind is SuggestionKind.INCREASE
    assert made.change is not None
    assert made.change.load_kg == 17.5


def test_a_bodyweight_lift_rises_by_a_repetition() -> None:
    push_up = Exercise("push-up", load_kind=LoadKind.BODYWEIGHT, bodyweight_share=0.65,
                       equipment=Equipment.BODYWEIGHT)  # fmt: skip
    made = first(case(load=0.0, rir=4.0, exercise=push_up), plan(None))
    assert made.rule == "increase.reps"
    assert made.change is not None
    assert (made.change.load_kg, made.change.reps_low) == (None, 6)
    stay = first(case(load=0.0, rir=1.0, exercise=push_up), plan(None))
    assert stay.rule == "hold.reps_not_yet"
    assert render(stay.reason).startswith("Every set reached 5. I see a chance")
    assert "for 6" in render(stay.reason)


def test_a_bodyweight_lift_out_of_reach_is_not_given_a_load() -> None:
    push_up = Exercise("push-up", load_kind=LoadKind.BODYWEIGHT, bodyweight_share=0.65,
                       equipment=Equipment.BODYWEIGHT)  # fmt: skip
    made = first(case(load=0.0, reps=8, rir=0.0, exercise=push_up), plan(None, 20, 20))
    assert made.rule == "hold.target_not_met"
    assert made.change is None


def test_help_cannot_carry_more_than_the_body() -> None:
    chin = Exercise("chin", load_kind=LoadKind.ASSISTED, equipment=Equipment.MACHINE)
    context = case(load=78.0, exercise=chin)
    made = first(replace(context, next_on=context.today + timedelta(days=30)), plan(78.0))
    assert made.change is not None
    assert made.change.load_kg == 78.0


def test_a_bare_body_is_not_called_a_load_of_zero() -> None:
    dip = Exercise("dip", load_kind=LoadKind.ADDED, bodyweight_share=0.95,
                   equipment=Equipment.BODYWEIGHT)  # fmt: skip
    context = case(load=0.0, reps=4, rir=0.0, exercise=dip)
    assert render(first(context, plan(0.0)).headline) == "Stay as you are"
    later = replace(context, next_on=context.today + timedelta(days=30))
    assert render(first(later, plan(0.0)).headline) == "Welcome back: 2 × 1"


def test_who_cannot_leave_two_in_reserve_is_told_of_an_easier_variation_and_no_numbers() -> None:
    dip = Exercise("dip", load_kind=LoadKind.ADDED, bodyweight_share=0.95,
                   equipment=Equipment.BODYWEIGHT)  # fmt: skip
    off = case(load=0.0, reps=1, rir=0.0, exercise=dip)
    off = replace(off, today=off.today + timedelta(days=90))
    rested = first(replace(off, next_on=off.today), plan(0.0, 3, 3))
    assert render(rested.headline) == "Welcome back: an easier variation first"
    assert "Not even one repetition leaves 3 in reserve now" in render(rested.reason)
    left_out = first(replace(off, next_on=off.today, muscle_gap_days=3), plan(0.0, 3, 3))
    assert render(left_out.headline) == "Begin this lift again: an easier variation first"
    assert "do an easier variation that does" in render(left_out.reason)
    assert "once, and go on" not in render(left_out.reason)
