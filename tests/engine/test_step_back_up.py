"""The way back to a load that hurt badly: when it is a step up, and when the load is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine.back_in_steps import step_over
from planner.engine.base import base_of
from planner.engine.rep_range import load_for
from planner.engine.skill import Beside
from planner.engine.target import Target
from planner.engine.terms import (
    Equipment,
    Exercise,
    ExerciseDay,
    Experience,
    Inventory,
    LoadKind,
    LoggedSet,
    Suggestion,
    SuggestionKind,
    Technique,
    WayBack,
)
from tests.engine.squats_done import BEGAN, LIFTER, advise, case, first, plan

DIP = Exercise("dip", load_kind=LoadKind.ADDED, bodyweight_share=0.95)
CURL = Exercise("curl", equipment=Equipment.DUMBBELL)


def back(made: engine.LiftContext, most_kg: float | None) -> engine.LiftContext:
    """Return a lift that hurt badly a while ago, with the most that it may have."""
    way_back = WayBack(8, made.today - timedelta(days=40), most_kg)
    return replace(made, pain=(0, 0), way_back=way_back)


def load(made: Suggestion) -> float | None:
    return made.change.load_kg if made.change is not None else None


def test_a_session_that_met_its_target_is_followed_by_a_step() -> None:
    made = first(back(case(60.0), 66.0), plan(90.0))
    assert (made.rule, load(made)) == ("hold.back_in_steps", 65.0)


def test_the_load_is_kept_that_was_not_met_with_a_rep_to_spare() -> None:
    made = first(back(case(60.0, 5, 0.0), 66.0), plan(90.0))
    assert (made.rule, load(made)) == ("hold.back_in_steps", 60.0)
    assert render(made.headline) == "Stay at 60 kg"
    assert render(made.reason).startswith("The target of 5 has not been met")


def test_who_fell_short_goes_back_to_that_load_or_an_easier_one() -> None:
    made = first(back(case(60.0, 3, 0.0), 66.0), plan(90.0))
    assert made.rule == "hold.missed"
    assert (load(made) or 90.0) <= 60.0


def test_a_step_goes_no_further_than_the_way_back() -> None:
    made = first(back(case(60.0), 64.0), plan(90.0))
    assert load(made) == 62.5


def test_who_fell_short_goes_back_no_further_up_than_a_limit_allows() -> None:
    limited = replace(back(case(60.0, 3, 0.0), 66.0), beside=Beside(most_kg=50.0))
    made = first(limited, plan(90.0))
    assert (made.rule, load(made)) == ("hold.missed", 50.0)


@pytest.mark.parametrize("look", [Technique.MINOR, Technique.BREAKDOWN])
def test_sound_movement_comes_before_a_step(look: Technique) -> None:
    made = first(replace(back(case(60.0), 66.0), technique=(look,)), plan(90.0))
    assert (made.rule, load(made)) == ("hold.technique", 60.0)


def test_mild_pain_comes_before_a_step() -> None:
    made = first(replace(back(case(60.0), 66.0), pain=(0, 3)), plan(90.0))
    assert (made.rule, load(made)) == ("hold.pain", 60.0)


def test_practice_of_a_new_lift_comes_before_a_step() -> None:
    novice = replace(LIFTER, experience=Experience.NOVICE)
    new = back(case(60.0, sessions=3, lifter=novice), 66.0)
    assert first(new, plan(90.0)).rule == "hold.new_lift"


def test_a_plan_of_no_more_than_a_step_keeps_its_ordinary_advice() -> None:
    made = back(case(60.0), 66.0)
    for planned in (60.0, 65.0):
        ordinary = first(replace(made, way_back=None), plan(planned))
        assert first(made, plan(planned)) == ordinary


def test_a_step_goes_from_the_last_load_and_not_from_a_single_heavier_one() -> None:
    made = first(back(case(50.0), 88.0), plan(90.0))
    assert load(made) == 55.0


def test_the_same_sets_that_get_harder_are_no_reason_for_a_step() -> None:
    state, days = engine.start(case().exercise, LIFTER), list[ExerciseDay]()
    for number, rir in enumerate([4.0] * 8 + [4.0, 3.0, 2.0]):
        sets = (LoggedSet(60.0, 5, rir, target_reps=5),) * 3
        days.append(ExerciseDay(BEGAN + timedelta(days=4 * number), sets))
        state = engine.update(state, days[-1])
    today, next_on = days[-1].on, days[-1].on + timedelta(days=4)
    context = engine.LiftContext(
        case().exercise, state, today, days[-1].sets, next_on, base=base_of(days, state, next_on)
    )
    made = first(back(context, 66.0), plan(90.0))
    assert (made.rule, load(made)) == ("hold.effort", 60.0)


def test_far_more_than_before_is_asked_about_before_a_step() -> None:
    known = case(60.0)
    typed = (LoggedSet(110.0, 8, 2.0, target_reps=5),) * 3
    on = known.today + timedelta(days=4)
    state = engine.update(known.state, ExerciseDay(on, typed))
    slip = replace(known, state=state, today=on, last_sets=typed, next_on=on + timedelta(days=4))
    assert first(back(slip, 121.0), plan(150.0)).rule == "hold.check_entry"


def test_while_nothing_was_done_since_no_load_is_told() -> None:
    assert advise(back(case(60.0), None), plan(90.0)) == []


def test_nothing_but_the_step_is_told_while_the_plan_asks_for_what_hurt() -> None:
    found = advise(back(case(60.0), 66.0), plan(90.0))
    assert [made.kind for made in found] == [SuggestionKind.HOLD]


def test_a_range_of_fewer_reps_asks_for_no_more_than_a_step() -> None:
    made = case(20.0, 12, exercise=DIP)
    target = Target(20.0, 12, 12, 1.0, 3)
    assert (load_for(target, made, (8, 10), 12) or 0.0) > 22.0
    assert load_for(target, back(made, 22.0), (8, 10), 12) is None


def test_a_gym_that_begins_higher_has_its_first_load_as_a_step() -> None:
    gym = Inventory(dumbbells_kg=(10.0, 20.0))
    assert step_over(8.0, CURL, gym) == 10.0
    assert step_over(8.0, CURL, Inventory(dumbbells_kg=(8.0, 8.5, 10.0))) == pytest.approx(8.8)
