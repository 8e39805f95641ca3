"""Which repetitions to work in, and in whose words: bars, added weight, help, the bare body."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine.rep_range import at_load, before_harder, room
from planner.engine.target import Target, target_of
from planner.engine.terms import (
    Complexity,
    Equipment,
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoadKind,
    LoggedSet,
    Pattern,
    Phase,
    Suggestion,
    phrase,
)
from planner.engine.training import Training

BEGAN = date(2025, 1, 6)
BENCH = Exercise("bench", "Bench press", Pattern.HORIZONTAL_PUSH)
SNATCH = Exercise("snatch", "Snatch", Pattern.OLYMPIC, complexity=Complexity.TECHNICAL)
CHIN = {"pattern": Pattern.VERTICAL_PULL, "bodyweight_share": 1.0,
        "equipment": Equipment.BODYWEIGHT}  # fmt: skip
PULL_UP = Exercise("pull-up", "Pull-up", load_kind=LoadKind.ADDED, **CHIN)
HELPED = Exercise("helped", "Assisted pull-up", load_kind=LoadKind.ASSISTED, **CHIN)
PUSH_UP = Exercise("push-up", "Push-up", load_kind=LoadKind.BODYWEIGHT, **CHIN)


def context(exercise: Exercise, load: float, reps: int, rir: float = 1.0) -> engine.LiftContext:
    """A lifter of 80 kg who did 3 sets of `reps` at `load` in 14 sessions."""
    state = engine.start(exercise, Lifter(Experience.INTERMEDIATE, bodyweight_kg=80.0))
    sets = (LoggedSet(load, reps, rir, target_reps=reps),) * 3
    for number in range(14):
        state = engine.update(state, ExerciseDay(BEGAN + timedelta(days=4 * number), sets))
    today = BEGAN + timedelta(days=52)
    training = Training("Back", 12.0, 9.0, reps, adherence=0.9)
    return engine.LiftContext(
        exercise, state, today, sets, next_on=today + timedelta(days=4), training=training
    )


def target(of: engine.LiftContext) -> Target:
    made = target_of(None, of)
    assert made is not None
    return made


def notice(of: engine.LiftContext) -> Suggestion:
    reading = replace(
        engine.read(of.state, of.today), phase=Phase.STEADY, levelled_off_on=of.today,
        gain_before=0.06, gain_28d=0.02, p_level=0.7,
    )  # fmt: skip
    found = engine.suggest(reading, None, of)
    return next(made for made in found if made.rule == "level_off.notice")


def rep_range(of: engine.LiftContext) -> Suggestion:
    return next(made for made in notice(of).others if made.rule == "structure.rep_range")


@pytest.mark.parametrize("reps", [1, 2, 3])
def test_singles_to_triples_become_fours_to_eights_with_less_load(reps: int) -> None:
    made = notice(context(BENCH, 100.0, reps))
    assert made.change is not None
    assert (made.change.reps_low, made.change.reps_high) == (4, 8)
    assert 70.0 <= (made.change.load_kg or 0.0) < 100.0
    kg = render(phrase("{new_kg}", new_kg=made.change.load_kg))
    assert f"Work from 4 to 8 reps with {kg} before adding load." in render(made.reason)


def test_fives_keep_their_load_and_get_room_above() -> None:
    made = notice(context(BENCH, 100.0, 5))
    assert made.change is not None
    assert (made.change.load_kg, made.change.reps_low, made.change.reps_high) == (None, 5, 9)
    assert "Work from 5 to 9 reps before adding load." in render(made.reason)


@pytest.mark.parametrize(
    ("exercise", "reps"), [(SNATCH, 2), (replace(BENCH, slug="light"), 18), (PUSH_UP, 2)]
)
def test_where_no_range_is_sensible_the_notice_asks_for_none(exercise: Exercise, reps: int) -> None:
    of = context(exercise, 0.0 if exercise is PUSH_UP else 60.0, reps)
    assert room(target(of), of) is None
    made = notice(of)
    assert made.change is None
    assert "reps" not in render(made.reason)
    assert not {"low", "high"} & dict(made.numbers).keys()


def test_a_gym_without_a_lighter_load_gets_no_range() -> None:
    of = context(BENCH, 20.0, 2)
    assert room(target(of), of) is None


@pytest.mark.parametrize(
    ("exercise", "words"),
    [
        (PULL_UP, "before adding weight"),
        (HELPED, "before taking less help"),
        (PUSH_UP, "before a harder variation"),
    ],
)
def test_what_comes_after_the_range_fits_the_lift(exercise: Exercise, words: str) -> None:
    assert f"Work from 6 to 10 reps {words}." in render(notice(context(exercise, 0.0, 6)).reason)
    assert render(before_harder(exercise)) == words


def test_more_repetitions_without_added_weight_are_done_at_bodyweight() -> None:
    made = rep_range(context(PULL_UP, 20.0, 4, rir=0.0))
    assert made.change is not None
    assert made.change.load_kg == 0.0
    assert render(made.headline) == "Change the range: 8 to 12 reps at bodyweight"
    assert made.effect is not None
    assert "the weight added then rises step by step" in render(made.effect)


@pytest.mark.parametrize(
    ("exercise", "kg", "words"),
    [
        (BENCH, 60.0, "with 60 kg"),
        (PULL_UP, 5.0, "with 5 kg added"),
        (PULL_UP, 0.0, "at bodyweight"),
        (HELPED, 20.0, "with 20 kg of help"),
        (HELPED, 0.0, "without help"),
    ],
)
def test_a_load_is_said_as_what_it_is(exercise: Exercise, kg: float, words: str) -> None:
    assert render(at_load(kg, exercise)) == words
