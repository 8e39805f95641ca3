"""The way back to a load that hurt badly: when it is a step up, and when the load is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine import after_pain
from planner.engine.back_in_steps import most_over
from planner.engine.base import base_of
from planner.engine.rep_range import load_for
from planner.engine.skill import Beside
from planner.engine.target import Base, Shown, Target
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
from tests.engine.squats_done import BEGAN, BENCH, LIFTER, advise, case, first, plan

DIP = Exercise("dip", load_kind=LoadKind.ADDED, bodyweight_share=0.95)
CURL = Exercise("curl", equipment=Equipment.DUMBBELL)
HELPED = Exercise("chin", load_kind=LoadKind.ASSISTED, bodyweight_share=1.0)


def back(made: engine.LiftContext, most_kg: float | None) -> engine.LiftContext:
    """Return a lift that hurt badly a while ago, with the most that it may have."""
    way_back = WayBack(8, made.today - timedelta(days=40), most_kg)
    return replace(made, pain=(0, 0), way_back=way_back)


def advised(made: Suggestion) -> tuple[object, ...]:
    return made.rule, made.headline, made.change


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


def test_a_plan_of_no_more_than_a_step_keeps_its_ordinary_advice_and_tells_of_the_pain() -> None:
    made = back(case(60.0), 66.0)
    for planned in (plan(60.0), plan(65.0)):
        told, ordinary = first(made, planned), first(replace(made, way_back=None), planned)
        assert (advised(told), told.reason == ordinary.reason) == (advised(ordinary), False)


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


def test_of_two_machines_that_hurt_the_later_one_is_told() -> None:
    made = back(case(60.0), None)
    later = replace(made, pain=(8, 6), hurt_on=made.today)
    assert dict(after_pain.words(later).values)["pain"] == 6
    assert dict(after_pain.words(made).values)["pain"] == 8


def test_nothing_but_the_step_is_told_while_the_plan_asks_for_what_hurt() -> None:
    found = advise(back(case(60.0), 66.0), plan(90.0))
    assert [made.kind for made in found] == [SuggestionKind.HOLD]


def test_a_range_of_fewer_reps_asks_for_no_more_than_a_step() -> None:
    made = case(20.0, 12, exercise=DIP)
    target = Target(20.0, 12, 12, 1.0, 3)
    assert (load_for(target, made, (8, 10), 12) or 0.0) > 22.0
    assert load_for(target, back(made, 22.0), (8, 10), 12) is None


def shown(*firsts: int) -> tuple[Shown, ...]:
    return tuple(Shown((reps, reps, reps)) for reps in firsts)


@pytest.mark.parametrize(
    ("exercise", "since", "gym", "most"),
    [
        (CURL, 8.0, (8.0, 8.5, 10.0), 8.8),
        (CURL, 15.0, (10.0, 15.0, 20.0), 16.5),
        (CURL, 8.0, (10.0, 20.0), 8.0),
        (DIP, 0.0, (), 2.5),
        (HELPED, 40.0, (), 38.0),
    ],
)
def test_the_gyms_next_load_is_a_step_only_where_anybody_may_take_it(
    exercise: Exercise, since: float, gym: tuple[float, ...], most: float
) -> None:
    state = case(since or 1.0, exercise=exercise).state
    assert most_over(since, state, Inventory(dumbbells_kg=gym)) == pytest.approx(most)


@pytest.mark.parametrize(
    ("next_kg", "reps", "most"),
    [(18.0, (5, 6), 16.5), (18.0, (5, 7), 18.0), (18.0, (16,), 18.0), (20.0, (5, 9), 16.5)],
)
def test_or_once_repetitions_are_built_up_for_it(
    next_kg: float, reps: tuple[int, ...], most: float
) -> None:
    state, gym = case(15.0, exercise=CURL).state, Inventory(dumbbells_kg=(15.0, next_kg))
    assert most_over(15.0, state, gym, shown(*reps)) == pytest.approx(most)


def test_every_set_has_to_have_them() -> None:
    state, gym = case(15.0, exercise=CURL).state, Inventory(dumbbells_kg=(15.0, 18.0))
    uneven = Shown((5, 5, 5)), Shown((7, 7, 6))
    assert most_over(15.0, state, gym, uneven) == pytest.approx(16.5)


def test_whoever_returns_from_time_off_builds_up_no_repetitions_for_it() -> None:
    state, gym = case(15.0, exercise=CURL).state, Inventory(dumbbells_kg=(15.0, 18.0))
    away = state._replace(rhythm=state.rhythm._replace(pause_days=20.0))
    assert most_over(15.0, away, gym, shown(5, 7)) == pytest.approx(16.5)


def test_a_step_is_advised_no_bigger_than_anybodys() -> None:
    made = back(case(60.0, exercise=BENCH), 66.0)
    assert load(first(made, plan(90.0))) == 62.5
    coarse = replace(made, inventory=Inventory(plates_kg=((20.0, 2), (2.5, 2))))
    kept = first(coarse, plan(90.0))
    assert (kept.rule, load(kept)) == ("hold.back_in_steps", 60.0)
    assert render(kept.headline) == "Stay at 60 kg, up to 7 reps"
    assert "The next load, 65 kg, is 8.3 % harder; over 5 % at once" in render(kept.reason)


def test_at_a_load_planned_repetitions_are_built_up_for_the_next_as_by_anybody() -> None:
    gym = Inventory(dumbbells_kg=(15.0, 20.0))
    healthy = replace(case(15.0, exercise=CURL), inventory=gym)
    assert advised(first(back(healthy, 16.5), plan(15.0))) == advised(first(healthy, plan(15.0)))


def test_nor_is_a_big_step_taken_before_the_way_back_allows_it() -> None:
    gym, done = Inventory(dumbbells_kg=(15.0, 18.0)), (LoggedSet(15.0, 9, 3.0),) * 3
    base = Base(done, shown(7, 9), reps=9)
    made = replace(case(15.0, 9, exercise=CURL), inventory=gym, last_sets=done, base=base)
    healthy = engine.suggest(engine.read(made.state, made.today), None, made)[0]
    assert healthy.rule == "increase.big_step"
    held = back(made, 16.5)
    told = engine.suggest(engine.read(held.state, held.today), None, held)[0]
    assert told.rule == "hold.step_too_big"


def test_the_heavier_session_before_a_lighter_one_has_to_be_met_too() -> None:
    made = case(60.0)
    short = Base((LoggedSet(60.0, 4, 0.0, target_reps=5),) * 3)
    lighter = (LoggedSet(50.0, 5, 3.0, target_reps=5),) * 3
    after_light = replace(made, last_sets=lighter, base=short)
    assert load(first(back(after_light, 66.0), plan(90.0))) == 60.0


def test_a_session_that_could_not_be_lifted_at_all_is_no_reason_for_a_step() -> None:
    made = case(60.0)
    failed = replace(made, base=Base(made.last_sets, failed=True))
    assert load(first(back(made, 66.0), plan(90.0))) == 65.0
    assert load(first(back(failed, 66.0), plan(90.0))) == 60.0


def test_who_fell_short_may_come_to_an_eased_load_by_the_one_before() -> None:
    made = first(back(case(60.0, 3, 0.0), 66.0), plan(90.0))
    assert (load(made) or 60.0) < 60.0
    assert render(made.would_change) == "A session at 60 kg that meets the target."


def test_under_a_limit_no_session_over_it_is_asked_for() -> None:
    limited = replace(back(case(60.0, 3, 0.0), 66.0), beside=Beside(most_kg=50.0))
    made = first(limited, plan(90.0))
    assert render(made.would_change) == f"A session at {load(made):g} kg that meets the target."


def test_where_the_next_load_is_no_bigger_a_step_it_still_waits_for_the_way_back() -> None:
    made = first(back(case(65.0), 66.0), plan(65.0))
    assert (made.rule, load(made)) == ("hold.back_in_steps", 65.0)
    assert render(made.headline) == "Stay at 65 kg"


def test_of_an_assisted_lift_no_less_help_than_the_way_back_allows_is_advised() -> None:
    made = case(20.0, exercise=HELPED)
    assert load(first(back(made, 17.0), plan(10.0))) == 17.5
    assert load(first(back(made, 19.0), plan(10.0))) == 20.0


def test_nor_is_a_big_step_advised_from_a_planned_load_that_hurt() -> None:
    gym, done = Inventory(dumbbells_kg=(15.0, 18.0, 25.0)), (LoggedSet(15.0, 9, 3.0),) * 3
    base = Base(done, shown(7, 9), reps=9)
    made = replace(case(15.0, 9, exercise=CURL), inventory=gym, last_sets=done, base=base)
    assert load(first(back(made, 18.0), plan(25.0))) == 18.0
    assert load(first(back(made, 16.5), plan(25.0))) == 15.0


def test_a_limit_that_cuts_a_step_is_named() -> None:
    for most_kg, load_kg, headline in (
        (62.5, 62.5, "Take 62.5 kg next time"),
        (60.0, 60.0, "Stay at 60 kg"),
        (50.0, 50.0, "Take 50 kg next time"),
    ):
        limited = replace(back(case(60.0), 66.0), beside=Beside(most_kg=most_kg))
        made = first(limited, plan(90.0))
        assert (load(made), render(made.headline)) == (load_kg, headline)
        assert render(made.reason).endswith(f"The limit is {most_kg:g} kg.")


def test_a_limit_that_cuts_nothing_is_not_named() -> None:
    limited = replace(back(case(60.0), 66.0), beside=Beside(most_kg=70.0))
    assert "limit" not in render(first(limited, plan(90.0)).reason)


@pytest.mark.parametrize(("reps", "rule"), [(5, "hold.back_in_steps"), (3, "hold.missed")])
def test_a_limit_that_cuts_the_load_to_keep_is_named(reps: int, rule: str) -> None:
    limited = replace(back(case(60.0, reps, 0.0), 66.0), beside=Beside(most_kg=50.0))
    made = first(limited, plan(90.0))
    assert (made.rule, render(made.headline)) == (rule, "Take 50 kg next time")
    assert "The limit is 50 kg." in render(made.reason)


def test_help_is_called_help_where_it_is_gone_back_to() -> None:
    made = first(back(case(40.0, 3, 0.0, exercise=HELPED), 38.0), plan(20.0))
    assert made.rule == "hold.missed"
    assert render(made.headline).endswith("of help next time")
