"""The shipped ladders make sense."""

from __future__ import annotations

from collections import Counter

import pytest

from planner.coach import ladders, shipped
from planner.engine.terms import Category, Complexity, Measure
from planner.formats.ladders import Ladder

LADDERS = ladders.ladders()
EXERCISES = {exercise.slug: exercise for exercise in shipped.exercises()}
CLEAN = 3  # the best quality

each_ladder = pytest.mark.parametrize("ladder", LADDERS, ids=lambda ladder: ladder.slug)


def categories(ladder: Ladder) -> set[Category]:
    return {EXERCISES[step].category for step in ladder.steps}


def test_there_are_ladders_for_strength_and_for_balance() -> None:
    assert len(LADDERS) >= 14
    assert sum(categories(ladder) == {Category.NEUROMUSCULAR} for ladder in LADDERS) >= 6
    assert sum(Category.STRENGTH in categories(ladder) for ladder in LADDERS) >= 8


def test_no_two_ladders_share_a_name() -> None:
    assert len({ladder.name for ladder in LADDERS}) == len(LADDERS)


def test_no_exercise_is_on_more_than_two_ladders() -> None:
    uses = Counter(step for ladder in LADDERS for step in ladder.steps)
    assert max(uses.values()) <= 2


@each_ladder
def test_a_ladder_has_four_to_seven_shipped_steps(ladder: Ladder) -> None:
    assert 4 <= len(ladder.steps) <= 7
    assert EXERCISES.keys() >= set(ladder.steps)


@each_ladder
def test_all_steps_of_a_ladder_count_the_same(ladder: Ladder) -> None:
    (measure,) = {EXERCISES[step].measure for step in ladder.steps}
    if measure is Measure.QUALITY:
        assert set(ladder.counts) == {CLEAN}


@each_ladder
def test_a_step_is_asked_for_in_a_dose_that_one_can_do(ladder: Ladder) -> None:
    assert 2 <= ladder.sets <= 4
    assert all(3 <= count <= 60 for count in ladder.counts)


@each_ladder
def test_only_technical_lifts_climb_with_a_load(ladder: Ladder) -> None:
    if EXERCISES[ladder.steps[-1]].complexity is Complexity.TECHNICAL:
        return
    assert {EXERCISES[step].load_kind for step in ladder.steps} <= {"none", "bodyweight", "added"}


@each_ladder
def test_a_ladder_says_shortly_what_it_is_for(ladder: Ladder) -> None:
    assert ladder.name[0].isupper()
    assert 5 <= len(ladder.goal) <= 80
    assert not ladder.goal.endswith(".")
