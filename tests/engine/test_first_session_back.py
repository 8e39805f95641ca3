"""The first session after time off: the longer it was, the lighter, whatever a plan says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner import engine
from planner.engine.base import base_of
from planner.engine.terms import (
    Change,
    Equipment,
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoadKind,
    LoggedSet,
    Pattern,
    PlannedExercise,
    PlannedSet,
    SuggestionKind,
)


def advised_back(
    exercise: Exercise,
    entries: tuple[LoggedSet, ...],
    days_off: int,
    plan: PlannedExercise | None = None,
) -> Change:
    """Return what is advised after ten weeks of the same sets and a pause."""
    state = engine.start(exercise, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    days = [ExerciseDay(date(2026, 1, 5) + timedelta(weeks=w), entries) for w in range(10)]
    for each in days:
        state = engine.update(state, each)
    today = days[-1].on + timedelta(days=days_off)
    base = base_of(days, state, today)
    context = engine.LiftContext(exercise, state, today, entries, today, base=base)
    made = engine.suggest(engine.read(state, today), plan, context)[0]
    assert made.kind is SuggestionKind.RETURN_RAMP
    assert made.change is not None
    return made.change


def test_the_longer_the_pause_the_lower_the_first_load() -> None:
    squat = Exercise("back-squat", pattern=Pattern.SQUAT)
    entries = (LoggedSet(120.0, 5, 2.0),) * 3
    loads = [advised_back(squat, entries, off).load_kg or 0.0 for off in (16, 40, 80, 160, 400)]
    assert loads == sorted(loads, reverse=True)
    assert loads[0] <= 114.0
    assert loads[-1] <= 72.5


def test_who_cannot_take_weight_off_does_fewer_repetitions() -> None:
    pull_up = Exercise(
        "pull-up", load_kind=LoadKind.ADDED, bodyweight_share=0.95,
        pattern=Pattern.VERTICAL_PULL, equipment=Equipment.BODYWEIGHT,
    )  # fmt: skip
    soon = advised_back(pull_up, (LoggedSet(0.0, 8, 0.0),) * 3, 16)
    late = advised_back(pull_up, (LoggedSet(0.0, 8, 0.0),) * 3, 200)
    assert (soon.load_kg, late.load_kg) == (0.0, 0.0)
    assert 1 <= (late.reps_low or 9) <= (soon.reps_low or 9) <= 5


@pytest.mark.parametrize("last_reps", [1, 3, 6, 10, 14])
@pytest.mark.parametrize("planned_rir", [0.0, 3.0])
def test_what_cannot_be_eased_keeps_its_reserve_or_has_no_load(
    last_reps: int, planned_rir: float
) -> None:
    deadlift = Exercise("romanian-deadlift", pattern=Pattern.HINGE)
    plan = PlannedExercise("romanian-deadlift", (PlannedSet(8, 10, rir=planned_rir),) * 3)
    done = (LoggedSet(20.0, last_reps, 0.0),) * 3
    made = advised_back(deadlift, done, 1800, plan)
    assert (made.rir or 0.0) >= max(2.0, planned_rir)
    if made.opens:
        assert last_reps < 10
        assert made.reps_low is None
    else:
        assert (made.load_kg, made.sets) == (20.0, 1)
        assert 3 <= (made.reps_low or 8) <= last_reps - (made.rir or 0.0)


def test_the_bare_body_comes_back_with_single_repetitions_but_never_one_alone() -> None:
    dip = Exercise("dip", load_kind=LoadKind.ADDED, bodyweight_share=0.95,
                   equipment=Equipment.BODYWEIGHT)  # fmt: skip
    made = advised_back(dip, (LoggedSet(0.0, 5, 0.0),) * 3, 90)
    assert (made.sets, made.reps_low, made.rir, made.load_kg) == (2, 1, 2.0, 0.0)


@pytest.mark.parametrize(("best", "off"), [(1, 90), (2, 90), (1, 400), (3, 400)])
def test_the_bare_body_that_cannot_keep_a_reserve_is_asked_for_no_repetition(
    best: int, off: int
) -> None:
    dip = Exercise("dip", load_kind=LoadKind.ADDED, bodyweight_share=0.95,
                   equipment=Equipment.BODYWEIGHT)  # fmt: skip
    made = advised_back(dip, (LoggedSet(0.0, best, 0.0),) * 3, off)
    assert (made.reps_low, made.load_kg, made.opens) == (None, None, True)
    assert (made.rir or 0.0) >= 2.0


def test_what_fill_loads_put_in_the_plan_changes_nothing_in_the_first_load() -> None:
    squat = Exercise("back-squat", pattern=Pattern.SQUAT)
    entries = (LoggedSet(120.0, 5, 2.0),) * 3
    state = engine.start(squat, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    days = [ExerciseDay(date(2026, 1, 5) + timedelta(weeks=w), entries) for w in range(10)]
    for each in days:
        state = engine.update(state, each)
    today = days[-1].on + timedelta(days=24)
    context = engine.LiftContext(
        squat, state, today, entries, today, base=base_of(days, state, today)
    )
    reading = engine.read(state, today)
    loads = {
        engine.suggest(reading, _fives(load), context)[0].change for load in (None, 115.0, 120.0)
    }
    assert len(loads) == 1


def _fives(load_kg: float | None) -> PlannedExercise:
    return PlannedExercise("back-squat", (PlannedSet(5, 5, 2.0, load_kg),) * 3)


def test_a_lift_that_is_not_away_for_long_yet_is_told_of_as_by_its_next_session() -> None:
    squat = Exercise("back-squat", pattern=Pattern.SQUAT)
    entries = (LoggedSet(120.0, 5, 2.0),) * 3
    state = engine.start(squat, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    done = date(2026, 1, 5)
    for week in range(10):
        state = engine.update(state, ExerciseDay(done + timedelta(weeks=week), entries))
    last = done + timedelta(weeks=9)
    spans = {}
    for ago in (13, 14):
        today = last + timedelta(days=ago)
        context = engine.LiftContext(
            squat, state, today, entries, today + timedelta(days=9), muscle_gap_days=14
        )
        made = engine.suggest(engine.read(state, today), None, context)[0]
        assert made.kind is SuggestionKind.RETURN_RAMP
        spans[ago] = dict(made.numbers)["own_span"]
    assert spans == {13: 22, 14: 14}
