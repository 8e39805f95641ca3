"""The advice on a lift after time off: lighter, shorter, then in small steps."""

from dataclasses import replace
from datetime import timedelta

from planner.coach.wording import render
from planner.engine import layoff
from planner.engine.terms import (
    Confidence,
    Equipment,
    Exercise,
    Inventory,
    LoggedSet,
    Pattern,
    SuggestionKind,
)
from tests.engine.squats_done import advise, case, first, plan


def test_after_three_weeks_off_the_first_session_is_lighter_and_shorter() -> None:
    context = case()
    made = first(replace(context, next_on=context.today + timedelta(days=21)))
    assert made.kind is SuggestionKind.RETURN_RAMP
    assert made.change is not None
    assert (made.change.load_kg or 0.0) <= 95.0
    assert (made.change.sets, made.change.rir) == (2, 3.0)


def test_eight_weeks_off_halve_the_sets() -> None:
    context = case()
    made = first(replace(context, next_on=context.today + timedelta(days=60)))
    assert made.change is not None
    assert made.change.sets == 1
    assert dict(made.numbers)["back_by_on"] is not None


def test_a_pause_of_the_exercise_alone_needs_no_ramp() -> None:
    context = case()
    later = replace(context, next_on=context.today + timedelta(days=30), muscle_gap_days=3)
    assert first(later).kind is not SuggestionKind.RETURN_RAMP


def test_a_ramp_starts_from_what_was_done_not_from_a_heavier_plan() -> None:
    context = case()
    made = first(replace(context, next_on=context.today + timedelta(days=21)), plan(load=130.0))
    assert made.change is not None
    assert (made.change.load_kg or 0.0) <= 95.0


def test_a_welcome_back_is_never_heavier_than_the_last_time() -> None:
    context = case(load=13.6, reps=12, rir=None)
    made = advise(replace(context, next_on=context.today + timedelta(days=600)))[0]
    assert made.change is not None
    assert (made.change.load_kg or 0.0) <= 13.6


def test_where_loads_are_coarse_a_welcome_back_keeps_the_load() -> None:
    stack = Exercise("pallof-press", equipment=Equipment.CABLE, pattern=Pattern.ISOLATION)
    context = case(load=10.0, reps=12, rir=5.0, exercise=stack)
    away = replace(context, next_on=context.today + timedelta(days=15),
                   inventory=Inventory(stack_step_kg=5.0))  # fmt: skip
    made = first(away, plan(10.0, low=8, high=12, rir=2.0))
    assert made.kind is SuggestionKind.RETURN_RAMP
    assert made.change is not None
    assert made.change.load_kg == 10.0


def test_a_welcome_back_has_the_usual_repetitions_not_those_of_the_heaviest_single() -> None:
    context = case(load=60.0, reps=10)
    pyramid = (LoggedSet(60.0, 10), LoggedSet(60.0, 10), LoggedSet(62.5, 8), LoggedSet(65.0, 1))
    away = replace(context, last_sets=pyramid, next_on=context.today + timedelta(days=30))
    made = advise(away)[0]
    assert dict(made.numbers)["reps"] == 9
    assert dict(made.numbers)["sets"] == 2


def test_after_months_what_was_lost_is_a_guess_and_said_so() -> None:
    context = case()
    made = first(replace(context, next_on=context.today + timedelta(days=600)))
    numbers = dict(made.numbers)
    assert made.confidence is Confidence.CANT_TELL
    assert numbers["loss_low_pct"] == 0.0
    assert numbers["loss_high_pct"] > 20.0
    assert "20 months" in render(made.reason)


def test_while_coming_back_steps_are_small() -> None:
    context = case(load=40.0, rir=5.0)
    state = context.state._replace(rhythm=layoff.Rhythm(pause_days=30.0))
    assert first(replace(context, state=state), plan(40.0)).rule == "hold.step_too_big"


def test_a_lift_left_out_for_months_begins_again_though_its_muscles_were_trained() -> None:
    context = case()
    on = context.today + timedelta(days=150)
    later = replace(context, today=on, next_on=on, muscle_gap_days=4)
    made = advise(later)[0]
    assert made.rule == "return.lift"
    assert render(made.headline).startswith("Begin this lift again: ")
    assert "You last did this 21 weeks ago, with 100 kg; its muscles were trained" in render(
        made.reason
    )
    assert made.change is not None
    assert made.change.sets == 3
    assert (made.change.load_kg or 0.0) <= 95.0


def test_a_rest_of_the_muscles_within_a_longer_break_of_the_lift_is_told_as_such() -> None:
    context = case()
    on = context.today + timedelta(days=60)
    later = replace(context, today=on, next_on=on, muscle_gap_days=30)
    made = advise(later)[0]
    assert made.rule == "return.ramp"
    assert "the longest rest of its muscles in that time was" in render(made.reason)
    nearly = replace(later, muscle_gap_days=56)
    assert render(advise(nearly)[0].reason).startswith("56 days without training these muscles")


def test_days_off_until_a_later_session_say_until_when_they_count() -> None:
    context = case()
    today, on = (context.today + timedelta(days=days) for days in (21, 24))
    back = replace(context, today=today, next_on=today, muscle_gap_days=21)
    assert render(advise(back)[0].reason).startswith("21 days without training these muscles cost")
    later = render(advise(replace(back, next_on=on, muscle_gap_days=24))[0].reason)
    assert later.startswith(f"By {on.day} {on:%b} it is 24 days without training these muscles")
    alone = render(advise(replace(back, next_on=on, muscle_gap_days=None))[0].reason)
    assert alone.startswith(f"By {on.day} {on:%b} it is 24 days without this lift")


def test_how_long_ago_a_lift_was_done_is_counted_until_today() -> None:
    context = case()
    today = context.today + timedelta(days=70)
    left = replace(context, today=today, next_on=today + timedelta(days=7), muscle_gap_days=4)
    assert "You last did this 10 weeks ago" in render(advise(left)[0].reason)
