"""The shipped neuromuscular and mobility exercises make sense."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from planner.coach import shipped
from planner.engine.terms import Category, LoadKind, Measure, Neuromuscular

EXERCISES = shipped.exercises()
NEUROMUSCULAR = [each for each in EXERCISES if each.category is Category.NEUROMUSCULAR]
MOBILITY = [each for each in EXERCISES if each.category is Category.FLEXIBILITY]
OWN_MEASURE = {Measure.SECONDS, Measure.QUALITY, Measure.REACH, Measure.DISTANCE}


def test_there_is_enough_for_the_nervous_system() -> None:
    assert len(NEUROMUSCULAR) >= 56


@pytest.mark.parametrize("kind", Neuromuscular)
def test_every_kind_has_a_choice_of_exercises(kind: Neuromuscular) -> None:
    assert sum(each.neuromuscular is kind for each in NEUROMUSCULAR) >= 5


def test_every_neuromuscular_exercise_says_what_it_trains_and_what_usually_goes_wrong() -> None:
    for each in NEUROMUSCULAR:
        assert each.neuromuscular, each.slug
        assert each.faults, each.slug
        assert all(fault.endswith(".") and len(fault) <= 80 for fault in each.faults), each.slug


def test_balance_and_proprioception_are_not_judged_by_load_or_reps() -> None:
    for each in NEUROMUSCULAR:
        if each.neuromuscular in (Neuromuscular.BALANCE, Neuromuscular.PROPRIOCEPTION):
            assert each.load_kind is LoadKind.NONE, each.slug
            assert each.measure in OWN_MEASURE, each.slug


def test_every_standing_balance_says_that_one_may_fall() -> None:
    for each in NEUROMUSCULAR:
        if each.neuromuscular is Neuromuscular.BALANCE:
            assert "falls" in each.limits, each.slug


def test_isokinetic_exercises_go_down_and_up_at_one_speed() -> None:
    for each in NEUROMUSCULAR:
        if each.neuromuscular is Neuromuscular.ISOKINETIC:
            assert re.fullmatch(r"(\d+)-0-\1-0", each.tempo), each.slug


def test_the_drills_before_core_lifts_are_shipped() -> None:
    slugs = {each.slug for each in EXERCISES}
    for each in EXERCISES:
        assert slugs.issuperset(each.activations), each.slug


def test_mobility_reaches_every_stiff_joint_without_load() -> None:
    words = Counter(word for each in MOBILITY for word in each.name.lower().split())
    assert len(MOBILITY) >= 10
    assert all(words[joint] for joint in ("ankle", "hip", "thoracic", "shoulder", "wrist"))
    assert all(each.load_kind is LoadKind.NONE and not each.muscles for each in MOBILITY)
