"""A last session that looks like a typing error: nothing is advised from it but to look again."""

from datetime import date, timedelta

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine.base import base_of
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoggedSet,
    Pattern,
    Suggestion,
)
from planner.engine.typing_error import believed

SQUAT = Exercise("back-squat", pattern=Pattern.SQUAT)
MONDAY = date(2026, 3, 2)


def followed(*days: ExerciseDay) -> engine.LiftState:
    state = engine.start(SQUAT, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    for each in days:
        state = engine.update(state, each)
    return state


def fives(week: int, load_kg: float = 100.0) -> ExerciseDay:
    return ExerciseDay(MONDAY + timedelta(weeks=week), (LoggedSet(load_kg, 5, 2.0),) * 3)


def advised(*days: ExerciseDay) -> Suggestion:
    state, today = followed(*days), days[-1].on
    next_on = today + timedelta(days=7)
    context = engine.LiftContext(SQUAT, state, today, days[-1].sets, next_on)
    return engine.suggest(engine.read(state, today), None, context)[0]


@pytest.mark.parametrize("load_kg", [225.0, 10.0, 1000.0])
def test_pounds_typed_as_kilograms_or_a_zero_too_few_or_many_ask_for_a_look(
    load_kg: float,
) -> None:
    made = advised(*map(fives, range(12)), fives(12, load_kg))
    assert made.rule == "hold.check_entry"
    assert made.change is None
    assert "Were they typed right" in render(made.reason)


def test_the_strength_told_beside_it_is_that_of_the_session_before_and_of_the_charts() -> None:
    """Ten weeks at 100 kg, then 110 and 120: those count; 10 kg after them does not."""
    weeks = [*map(fives, range(10)), fives(10, 110.0), fives(11, 120.0)]
    known = engine.read(followed(*weeks), weeks[-1].on).strength_kg
    said = dict(advised(*weeks, fives(12, 10.0)).numbers)["e1rm_kg"]
    assert said == pytest.approx(known, rel=0.01)


def test_the_next_ordinary_session_is_advised_on_again() -> None:
    made = advised(*map(fives, range(12)), fives(12, 225.0), fives(13))
    assert made.rule != "hold.check_entry"


def test_a_day_of_failed_lifts_or_endless_repetitions_is_training_all_the_same() -> None:
    weeks = [fives(week) for week in range(6)]
    failed = ExerciseDay(MONDAY + timedelta(weeks=8), (LoggedSet(110.0, 0),))
    endless = ExerciseDay(MONDAY + timedelta(weeks=8), (LoggedSet(40.0, 35),))
    assert followed(*weeks, failed).last_on == failed.on
    assert followed(*weeks, endless).last_on == endless.on


def test_what_cannot_be_is_no_training() -> None:
    weeks = [fives(week) for week in range(6)]
    empty = ExerciseDay(MONDAY + timedelta(weeks=8), (LoggedSet(100.0, 877777),))
    assert followed(*weeks, empty).last_on == weeks[-1].on


@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_set_with_a_zero_too_many_is_passed_over(place: int) -> None:
    sets = [LoggedSet(100.0, 5, 2.0)] * 3
    sets[place] = LoggedSet(1000.0, 5, 2.0)
    odd = ExerciseDay(MONDAY + timedelta(weeks=12), tuple(sets))
    state = followed(*map(fives, range(12)), odd)
    base = base_of([*map(fives, range(12)), odd], state, odd.on + timedelta(days=21))
    assert [entry.load_kg for entry in base.sets] == [100.0, 100.0]
    assert len(believed(fives(3), state).sets) == 3


def test_a_top_set_that_stands_out_is_work_where_the_lift_is_that_strong() -> None:
    state = followed(*map(fives, range(12)))
    tops = ExerciseDay(MONDAY, (LoggedSet(50.0, 5, 2.0), LoggedSet(100.0, 5, 2.0)))
    assert believed(tops, state) == tops
    assert believed(ExerciseDay(MONDAY, (LoggedSet(1000.0, 5),)), state).sets != ()
