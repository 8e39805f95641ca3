"""What changes on a plateau: a set more, or another exercise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine.terms import Complexity, LoggedSet, PlannedExercise, PlannedSet
from tests.engine.stuck_lift import (
    BEGAN,
    BENCH,
    CLOSE,
    STRUCTURAL,
    TRAINING,
    TRIED,
    Kind,
    change,
    flat,
    stuck,
)


def test_a_plateau_with_few_sets_gets_one_more() -> None:
    made = change()
    assert made is not None
    assert (made.kind, made.change and made.change.sets) == (Kind.ADD_SET, 4)
    assert render(made.headline) == "Add a set: 4 instead of 3"
    assert "Chest: 6 hard sets a week in the last 4 weeks; 10 to 20 serve most." in render(
        made.reason
    )
    assert made.effect is not None
    assert "0.4 % more muscle" in render(made.effect)
    assert "not known" in render(made.effect)


def test_a_plateau_offers_two_or_three_ways_best_first() -> None:
    made = change()
    assert made is not None
    assert [way.kind for way in made.others] == [Kind.REP_RANGE, Kind.LEVEL_OFF]
    after = change(TRAINING._replace(tried=(Kind.ADD_SET,), changed_on=BEGAN))
    assert after is not None
    ways = [after, *after.others]
    assert [way.kind for way in ways] == [Kind.REP_RANGE, Kind.ADD_SET, Kind.LEVEL_OFF]
    assert all(way.effect is not None for way in ways)


@pytest.mark.parametrize(
    ("spoils", "why"),
    [
        ({"weekly_sets": 10.0}, "enough sets already"),
        ({"adherence": 0.7}, "sessions are missed"),
    ],
)
def test_no_set_is_added_when(spoils: dict[str, float], why: str) -> None:
    made = change(TRAINING._replace(**spoils))
    assert made is not None, why
    assert made.kind is Kind.REP_RANGE


def test_sets_that_fall_off_are_mastered_before_one_is_added() -> None:
    fell = tuple(LoggedSet(100.0, reps) for reps in (5, 4, 4))
    made = change(last_sets=fell)
    assert made is None or made.kind is not Kind.ADD_SET


def test_tiredness_adds_no_set() -> None:
    context = stuck()
    tired = replace(flat(context), fatigue=0.12)
    found = engine.suggest(tired, PlannedExercise("any", (PlannedSet(5, 5, 1.0, 100.0),)), context)
    assert [s.kind for s in found if s.kind in STRUCTURAL] == [Kind.REP_RANGE]


def test_unknown_adherence_does_not_stop_a_set() -> None:
    made = change(TRAINING._replace(adherence=None))
    assert made is not None
    assert made.kind is Kind.ADD_SET


def test_another_exercise_comes_after_volume_or_range_was_tried() -> None:
    assert change(TRIED._replace(tried=())) is None
    made = change(TRIED)
    assert made is not None
    assert (made.kind, made.change and made.change.exercise) == (Kind.VARIATION, "close-grip")
    assert render(made.headline) == "Swap to Close-grip bench press for 8 weeks"
    assert "since the change of 6 Jan" in render(made.reason)
    assert [way.change and way.change.exercise for way in made.others] == ["floor-press", None]
    assert made.effect is not None
    assert "8 studies with 241 young men" in render(made.effect)


def test_an_isolation_lift_with_enough_sets_goes_straight_to_another_exercise() -> None:
    curl = replace(BENCH, complexity=Complexity.ISOLATION)
    training = TRAINING._replace(weekly_sets=12.0, reps=10)
    made = change(training, context=stuck(10, exercise=curl))
    assert made is not None
    assert made.kind is Kind.VARIATION
    assert "12 hard sets a week for the muscle are enough" in render(made.reason)


def test_the_budget_of_new_exercises_leaves_only_known_ones() -> None:
    made = change(TRIED._replace(novelty_left=0))
    assert made is not None
    assert made.change is not None
    assert made.change.exercise == "floor-press"
    assert change(TRIED._replace(novelty_left=0, alternatives=(CLOSE,))) is None


def test_the_only_long_term_lift_of_a_pattern_keeps_a_day() -> None:
    assert change(TRIED._replace(stays=False)) is None
    made = change(TRIED._replace(stays=False, days_a_week=2.0))
    assert made is not None
    assert "Bench press keeps one day a week." in render(made.reason)


def test_without_a_plan_all_work_sets_of_the_last_session_count() -> None:
    context = stuck()
    ramp = (LoggedSet(90.0, 5), LoggedSet(95.0, 5), LoggedSet(100.0, 5, 0.0))
    context = replace(context, last_sets=ramp)
    found = engine.suggest(flat(context), None, context)
    (made,) = [s for s in found if s.kind is Kind.ADD_SET]
    assert render(made.headline) == "Add a set: 4 instead of 3"


def test_no_set_is_added_while_the_plan_has_enough_of_the_muscle_already() -> None:
    few, enough = (change(TRAINING._replace(planned_sets=sets)) for sets in (6.0, 10.0))
    assert few is not None
    assert few.kind is Kind.ADD_SET
    assert enough is None or enough.kind is not Kind.ADD_SET
