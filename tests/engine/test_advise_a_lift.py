"""The advice on a lift after a session: when the load rises, stays or is eased."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine.lift import HeldOut
from planner.engine.terms import (
    Confidence,
    Exercise,
    LoadKind,
    LoggedSet,
    Measure,
    PlannedExercise,
    PlannedSet,
    SetKind,
    SuggestionKind,
    Technique,
)
from tests.engine.squats_done import BEGAN, BENCH, LIFTER, SQUAT, advise, case, first, plan


def test_a_target_met_with_reps_to_spare_earns_the_smallest_step() -> None:
    made = first(case())
    assert made.kind is SuggestionKind.INCREASE
    assert made.rule == "increase.smallest_step"
    assert made.change is not None
    assert made.change.load_kg == 102.5
    assert dict(made.numbers)["hit_p"] >= 0.8


def test_the_reason_reads_like_a_coach() -> None:
    made = first(case())
    assert render(made.headline) == "Go up to 102.5 kg"
    assert render(made.reason).startswith("All sets met the target at 100 kg. At 102.5 kg I expect")


def test_without_a_plan_the_last_session_is_the_target() -> None:
    made = advise(case(rir=4.0))[0]
    assert made.kind is SuggestionKind.INCREASE
    assert dict(made.numbers)["load_kg"] == 100.0


def test_no_reserve_left_means_stay() -> None:
    made = first(case(rir=0.0))
    assert made.kind is SuggestionKind.HOLD
    assert made.change is None or (made.change.load_kg or 0.0) <= 100.0


def test_a_load_that_could_not_be_lifted_once_is_no_step_up() -> None:
    context = case(reps=1)
    failed = (*context.last_sets, LoggedSet(102.5, 0))
    made = advise(replace(context, last_sets=failed))[0]
    assert made.kind is SuggestionKind.HOLD
    assert made.change is None or (made.change.load_kg or 0.0) <= 100.0


def test_a_likely_miss_at_the_next_step_means_not_yet() -> None:
    made = first(case(rir=1.0), plan(rir=1.5))
    assert made.rule == "hold.not_yet"


def test_two_sessions_are_too_little_to_go_by() -> None:
    made = first(case(sessions=2))
    assert made.rule == "hold.unsure"
    assert made.confidence is Confidence.CANT_TELL
    assert render(made.would_change) == "One or two more sessions."


def test_far_from_the_loads_that_are_known_one_or_two_sessions_more_settle_nothing() -> None:
    made = first(case(sessions=14), plan(40.0, 20, 20))
    assert made.rule == "hold.unsure"
    assert "reserve logged" in render(made.would_change)


def test_a_plan_out_of_reach_is_eased_to_what_strength_allows() -> None:
    made = first(case(rir=0.0), plan(load=112.5))
    assert made.rule == "hold.too_heavy"
    assert made.change is not None
    assert 100.0 <= (made.change.load_kg or 0.0) < 112.5


def test_a_load_that_stays_far_too_heavy_is_not_called_right() -> None:
    made = first(case(load=20.0, reps=3, rir=0.0), plan(load=20.0))
    assert "right at this weight" not in render(made.reason)
    assert "I see a" in render(made.reason)


def test_the_numbers_of_a_reason_can_be_looked_up() -> None:
    made = first(case())
    assert made.headline.value("new_kg") == 102.5
    with pytest.raises(KeyError):
        made.headline.value("nothing")


def test_levelling_off_is_told_with_the_gains_before_and_now() -> None:
    context = case(rir=1.0)
    reading = replace(
        engine.read(context.state, context.today),
        levelled_off_on=context.today, gain_before=0.06, gain_28d=0.02, p_level=0.7,
    )  # fmt: skip
    made = engine.suggest(reading, plan(), context)[0]
    assert made.kind is SuggestionKind.LEVEL_OFF
    assert "6 %" in render(made.reason)
    assert made.change is not None
    assert (made.change.reps_low, made.change.reps_high) == (5, 9)
    old = replace(reading, levelled_off_on=context.today - timedelta(days=40))
    assert engine.suggest(old, plan(), context)[0].kind is not SuggestionKind.LEVEL_OFF
    flat = replace(reading, gain_before=0.02)
    assert engine.suggest(flat, plan(), context)[0].kind is not SuggestionKind.LEVEL_OFF


def test_who_misses_reps_is_told_to_stay_before_anything_is_said_of_levelling_off() -> None:
    context = case(rir=1.0)
    short = (*context.last_sets[:2], replace(context.last_sets[2], reps=4, rir=0.0))
    context = replace(context, last_sets=short)
    reading = replace(
        engine.read(context.state, context.today),
        levelled_off_on=context.today, gain_before=0.06, gain_28d=0.02, p_level=0.7,
    )  # fmt: skip
    rules = [made.rule for made in engine.suggest(reading, plan(), context)]
    assert rules.index("hold.target_not_met") < rules.index("level_off.notice")


def test_levelling_off_is_no_news_while_it_hurts_looks_shaky_or_is_in_doubt() -> None:
    context = case(rir=1.0)
    reading = replace(
        engine.read(context.state, context.today),
        levelled_off_on=context.today, gain_before=0.06, gain_28d=0.02, p_level=0.7,
    )  # fmt: skip
    hurt, shaky = replace(context, pain=(0, 4)), replace(context, technique=(Technique.MINOR,))
    assert engine.suggest(reading, plan(), hurt)[0].rule == "hold.pain"
    assert engine.suggest(reading, plan(), shaky)[0].rule == "hold.technique"
    far_below = tuple(replace(each, load_kg=70.0, load=70.0) for each in context.last_sets)
    held = replace(context, state=context.state._replace(held=HeldOut(context.today, 4.0)))
    for doubtful in (replace(context, last_sets=far_below), held):
        rules = [made.rule for made in engine.suggest(reading, plan(), doubtful)]
        assert "level_off.notice" not in rules


def test_in_a_deload_week_nothing_is_advised() -> None:
    assert advise(replace(case(), deload=True), plan()) == []


def test_nothing_is_advised_without_a_history_or_a_load_to_judge() -> None:
    fresh = engine.LiftContext(SQUAT, engine.start(SQUAT, LIFTER), BEGAN)
    assert advise(fresh, plan()) == []
    plank = Exercise("plank", load_kind=LoadKind.NONE, measure=Measure.SECONDS)
    held = replace(fresh, exercise=plank, state=engine.start(plank, LIFTER))
    assert advise(held, plan()) == []
    assert advise(case(), PlannedExercise("any", (PlannedSet(5, 5, load_kg=0.0),))) == []
    warm_up = LoggedSet(40.0, 5, kind=SetKind.WARMUP)
    assert advise(replace(case(), last_sets=(warm_up,))) == []
    assert advise(replace(case(), last_sets=(warm_up,)), plan(None)) == []


def test_a_plan_that_asks_more_than_was_done_is_not_raised_further() -> None:
    made = first(replace(case(), last_sets=()), plan(load=100.0))
    assert made.kind is SuggestionKind.HOLD


def test_the_week_shows_the_best_suggestion_of_each_lift_most_useful_first() -> None:
    hold, rise = advise(case(rir=0.0), plan()), advise(case(exercise=BENCH), plan())
    context = case()
    ramp = advise(replace(context, next_on=context.today + timedelta(days=30)), plan())
    week = engine.suggest_week([hold, [], rise, ramp])
    assert [made.kind for made in week] == [
        SuggestionKind.RETURN_RAMP, SuggestionKind.INCREASE, SuggestionKind.HOLD,
    ]  # fmt: skip


def test_without_a_plan_the_best_of_rising_sets_is_not_asked_of_all() -> None:
    context = case(load=55.0, reps=10, rir=None)
    rising = (LoggedSet(55.0, 10), LoggedSet(55.0, 14), LoggedSet(55.0, 12))
    made = advise(replace(context, last_sets=rising))[0]
    assert dict(made.numbers).get("load_kg", 55.0) == 55.0
    assert dict(made.numbers).get("reps", 10) == 10
    assert made.rule != "hold.too_heavy"


def test_without_a_plan_sets_that_fell_off_earn_no_load() -> None:
    context = case(load=80.0, reps=6, rir=None)
    fell = (LoggedSet(80.0, 6), LoggedSet(80.0, 5), LoggedSet(80.0, 3))
    made = advise(replace(context, last_sets=fell))[0]
    assert made.kind is SuggestionKind.HOLD
    assert dict(made.numbers)["reps"] == 6
