"""Neuromuscular work: in its own measure, outside of strength, counted by its tags."""

from __future__ import annotations

from datetime import date

import pytest

from planner.coach import shipped
from planner.engine import ladder, strength, volume
from planner.engine.terms import (
    Category,
    Exercise,
    ExerciseDay,
    LoadKind,
    LoggedSet,
    Measure,
    Muscle,
    Neuromuscular,
    PlannedSet,
    SetKind,
    Side,
    Technique,
)
from planner.engine.tonnage import tonnage

OURS = [each for each in shipped.exercises() if each.category is Category.NEUROMUSCULAR]
LOADLESS = [each for each in OURS if each.load_kind is LoadKind.NONE]
DONE = LoggedSet(None, 8, seconds=30.0, distance_m=0.6, technique=Technique.SOUND, side=Side.EACH)


def test_there_are_forty_exercises_and_all_eight_kinds() -> None:
    assert len(OURS) >= 40
    assert {each.neuromuscular for each in OURS} == set(Neuromuscular)
    assert len(LOADLESS) / len(OURS) > 0.85


def test_no_shipped_drill_adds_to_tonnage_strength_or_hard_sets_of_a_muscle() -> None:
    for each in LOADLESS:
        day = ExerciseDay(date(2026, 11, 5), (DONE,) * 3)
        assert tonnage(day.sets, each, 80.0) == 0.0, each.slug
        assert strength.observe(day, each, 80.0) is None, each.slug
        assert strength.best_set(day.sets, each, 80.0) is None, each.slug
    for each in OURS:
        assert {volume.group_share(each, group) for group, _ in volume.GROUPS} == {0.0}, each.slug


def test_each_shipped_drill_is_told_in_its_own_measure() -> None:
    told = {
        Measure.SECONDS: 30.0,
        Measure.DISTANCE: 0.6,
        Measure.REACH: 60.0,
        Measure.QUALITY: 3.0,
        Measure.REPS: 8.0,
    }
    for each in OURS:
        assert ladder.amount(DONE, each.measure) == told[each.measure], each.slug


@pytest.mark.parametrize("measure", Measure)
def test_what_was_not_noted_is_no_zero(measure: Measure) -> None:
    assert ladder.amount(LoggedSet(None, None), measure) is None


def test_a_set_counts_once_for_each_tag_and_once_in_total() -> None:
    both = Exercise(
        "both", category=Category.NEUROMUSCULAR, functional=True, muscles=((Muscle.GLUTES, 1.0),)
    )
    nerves = Exercise("nerves", neuromuscular=Neuromuscular.STABILITY)
    daily, plain = Exercise("daily", functional=True), Exercise("plain")
    warm = PlannedSet(5, 5, kind=SetKind.WARMUP)
    work = [(each, (warm, PlannedSet(5, 5), PlannedSet(5, 5))) for each in (both, nerves, daily)]
    counted = volume.tagged_sets([*work, (plain, (PlannedSet(5, 5),))])
    assert counted == (7, 4, 4)
