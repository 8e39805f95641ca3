"""The first session after time off of what the body alone does is shorter."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner import engine
from planner.coach import shipped
from planner.coach.wording import render
from planner.engine.base import base_of
from planner.engine.strength import measurable
from planner.engine.terms import (
    Equipment,
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoadKind,
    LoggedSet,
    PlannedExercise,
    PlannedSet,
    Suggestion,
    SuggestionKind,
)

PUSH_UP = Exercise("push-up", "Push-up", load_kind=LoadKind.BODYWEIGHT, bodyweight_share=0.65,
                   equipment=Equipment.BODYWEIGHT)  # fmt: skip
OF_REPS = [made for made in shipped.exercises() if measurable(made)]
ALONE = [made for made in OF_REPS if made.load_kind is LoadKind.BODYWEIGHT]
ONWARD = (SuggestionKind.HOLD, SuggestionKind.INCREASE, SuggestionKind.ADD_SET)


def advised(
    exercise: Exercise,
    done: tuple[LoggedSet, ...],
    weeks_off: int,
    plan: PlannedExercise | None = None,
    last: tuple[LoggedSet, ...] | None = None,
    pain: int | None = None,
) -> Suggestion:
    """Return the first advice after twelve weeks of the same sets, a last session and a pause."""
    state = engine.start(exercise, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    days = [ExerciseDay(date(2026, 1, 5) + timedelta(weeks=w), done) for w in range(12)]
    days.append(ExerciseDay(days[-1].on + timedelta(days=4), last or done))
    for each in days:
        state = engine.update(state, each)
    today = days[-1].on + timedelta(weeks=weeks_off)
    context = engine.LiftContext(
        exercise, state, today, days[-1].sets, today, 7 * weeks_off, (pain,),
        base=base_of(days, state, today),
    )  # fmt: skip
    return engine.suggest(engine.read(state, today), plan, context)[0]


def sets_of(reps: int, rir: float | None = None, count: int = 3) -> tuple[LoggedSet, ...]:
    return (LoggedSet(None, reps, rir),) * count


def asked(made: Suggestion) -> tuple[int, int]:
    numbers = dict(made.numbers)
    sets, reps = numbers["sets"], numbers["reps"]
    assert isinstance(sets, int)
    assert isinstance(reps, int)
    return sets, reps


def test_months_away_halve_the_sets_and_take_repetitions_away() -> None:
    made = advised(PUSH_UP, sets_of(10), 18)
    sets, reps = asked(made)
    assert made.kind is SuggestionKind.RETURN_RAMP
    assert sets == 1
    assert reps < 10
    assert render(made.headline) == f"Welcome back: 1 × {reps}"


def test_the_body_alone_is_no_load_to_ask_for() -> None:
    change = advised(PUSH_UP, sets_of(10), 18).change
    assert change is not None
    assert (change.load_kg, change.opens) == (0.0, False)
    assert change.reps_low is not None


def test_the_longer_the_pause_the_fewer_the_repetitions() -> None:
    reps = [asked(advised(PUSH_UP, sets_of(12, 1.0), weeks))[1] for weeks in (2, 4, 8, 16, 40)]
    assert reps == sorted(reps, reverse=True)
    assert reps[-1] < 12


def test_a_plan_that_asks_for_more_than_was_done_does_not_raise_the_first_session() -> None:
    plan = PlannedExercise("push-up", (PlannedSet(15, 20, 1.0),) * 4)
    made = advised(PUSH_UP, sets_of(8, 4.0), 5, plan)
    sets, reps = asked(made)
    assert sets <= 3
    assert reps <= 8
    assert made.change is not None
    assert (made.change.reps_low, made.change.reps_high) == (reps, reps)


def test_who_could_do_one_or_two_is_told_of_an_easier_variation() -> None:
    made = advised(PUSH_UP, sets_of(2, 0.0), 20)
    assert render(made.headline) == "Welcome back: an easier variation first"
    assert made.change is not None
    assert (made.change.load_kg, made.change.opens) == (None, False)


def test_a_last_session_in_doubt_is_asked_about_and_still_comes_back_shorter() -> None:
    made = advised(PUSH_UP, sets_of(5, 1.0), 18, last=sets_of(20, 1.0))
    sets, reps = asked(made)
    assert made.kind is SuggestionKind.RETURN_RAMP
    assert "typed right" in render(made.reason)
    assert sets < 3
    assert reps < 5


def test_after_strong_pain_the_body_alone_begins_again_without_a_load_to_open() -> None:
    made = advised(PUSH_UP, sets_of(10), 6, pain=6)
    assert "Pain of 6 out of 10" in render(made.reason)
    assert made.change is not None
    assert not made.change.opens


@pytest.mark.parametrize("weeks_off", [2, 3, 7, 18, 40])
@pytest.mark.parametrize(
    ("reps", "rir", "count"), [(10, None, 3), (3, 0.0, 4), (20, 3.0, 2), (4, 0.0, 1)]
)
def test_no_lift_of_the_library_comes_back_with_more_than_last_time(
    weeks_off: int, reps: int, rir: float | None, count: int
) -> None:
    for exercise in OF_REPS:
        load = 40.0 if exercise.load_kind is LoadKind.EXTERNAL else 0.0
        made = advised(exercise, (LoggedSet(load, reps, rir),) * count, weeks_off)
        assert made.kind is SuggestionKind.RETURN_RAMP, exercise.slug
        assert asked(made) <= (count, reps), exercise.slug
        assert asked(made)[1] <= reps, exercise.slug


@pytest.mark.parametrize("weeks_off", [3, 7, 18, 40])
@pytest.mark.parametrize("exercise", ALONE, ids=lambda each: each.slug)
def test_nothing_that_the_body_does_alone_goes_on_as_before(
    exercise: Exercise, weeks_off: int
) -> None:
    for reps, rir in ((5, None), (8, 0.0), (10, 3.0), (15, 1.0), (20, None)):
        made = advised(exercise, sets_of(reps, rir), weeks_off)
        assert made.kind not in ONWARD
        assert asked(made) <= (2, reps)
