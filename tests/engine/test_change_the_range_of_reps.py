"""What changes on a plateau: the range of repetitions, and how close to the limit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner import engine
from planner.coach.wording import render
from planner.engine.terms import (
    Change,
    Complexity,
    Equipment,
    Exercise,
    LoadKind,
    LoggedSet,
    Phase,
    PlannedExercise,
    PlannedSet,
    Suggestion,
)
from tests.engine.stuck_lift import BENCH, TRAINING, Kind, change, flat, stuck


def test_fives_become_eights_to_twelves_with_less_load() -> None:
    made = change(TRAINING._replace(weekly_sets=12.0))
    assert made is not None
    assert made.change is not None
    assert (made.change.reps_low, made.change.reps_high) == (8, 12)
    assert 75.0 <= (made.change.load_kg or 0.0) <= 85.0
    assert (made.change.load_kg or 0.0) % 2.5 == 0.0
    assert "around 5 reps for 9 weeks" in render(made.reason)


def test_tens_become_fours_to_sixes_with_a_load_under_the_cap() -> None:
    training = TRAINING._replace(weekly_sets=12.0, reps=10)
    made = change(training, context=stuck(reps=10))
    assert made is not None
    assert made.change is not None
    assert (made.change.reps_low, made.change.reps_high) == (4, 6)
    assert made.change.load_kg == 105.0


def test_the_range_stays_until_it_has_been_done_for_eight_weeks() -> None:
    assert change(TRAINING._replace(weekly_sets=12.0, range_weeks=7.9)) is None


@pytest.mark.parametrize(
    ("exercise", "reps"),
    [
        (replace(BENCH, complexity=Complexity.ISOLATION), 10),
        (replace(BENCH, complexity=Complexity.TECHNICAL), 5),
        (replace(BENCH, load_kind=LoadKind.BODYWEIGHT, equipment=Equipment.BODYWEIGHT), 10),
    ],
)
def test_some_lifts_keep_their_range(exercise: Exercise, reps: int) -> None:
    training = TRAINING._replace(weekly_sets=12.0, reps=reps, alternatives=())
    assert change(training, context=stuck(reps, exercise=exercise)) is None


def test_where_the_gym_has_no_load_between_the_range_stays() -> None:
    stack = replace(BENCH, equipment=Equipment.MACHINE, complexity=Complexity.MACHINE)
    context = stuck(10, exercise=stack)
    coarse = replace(context, inventory=replace(context.inventory, stack_step_kg=20.0))
    training = TRAINING._replace(weekly_sets=12.0, reps=10, alternatives=())
    assert change(training, context=coarse) is None


def test_a_range_does_not_change_while_the_plan_is_ahead_of_the_lifter() -> None:
    light = (LoggedSet(80.0, 5, 0.0, target_reps=5),) * 3
    assert change(TRAINING._replace(weekly_sets=12.0), last_sets=light) is None


def test_twenty_repetitions_are_not_made_more() -> None:
    made = change(TRAINING._replace(reps=18), context=stuck(18))
    assert made is not None
    assert Kind.LEVEL_OFF not in [way.kind for way in made.others]


def test_heavier_repetitions_do_not_begin_with_a_load_that_is_no_work() -> None:
    context = stuck(10)
    light = (LoggedSet(75.0, 10, 5.0),) * 3
    training = TRAINING._replace(weekly_sets=12.0, reps=10, alternatives=())
    easy = replace(context, last_sets=light, training=training)
    planned = PlannedExercise("any", (PlannedSet(10, 10, 1.0, 75.0),) * 3)
    found = engine.suggest(flat(easy), planned, easy)
    assert Kind.REP_RANGE not in {s.kind for s in found}


def test_doubles_are_not_made_a_range() -> None:
    context = stuck()
    planned = PlannedExercise("any", (PlannedSet(2, 2, 1.0, 100.0),) * 3)
    found = engine.suggest(flat(context), planned, context)
    (made,) = [s for s in found if s.kind is Kind.ADD_SET]
    assert Kind.LEVEL_OFF not in {way.kind for way in made.others}


def slowing(rir: float, exercise: Exercise = BENCH, **changed: object) -> Suggestion:
    """The notice that early gains are slowing, for a plan that leaves so much in reserve."""
    context = stuck(exercise=exercise)
    reading = replace(
        flat(context, Phase.STEADY),
        levelled_off_on=context.today, gain_before=0.06, gain_28d=0.02, p_level=0.7, **changed,
    )  # fmt: skip
    planned = PlannedExercise("any", (PlannedSet(5, 5, rir, 95.0),) * 3)
    found = engine.suggest(reading, planned, context)
    (notice,) = [made for made in found if made.rule == "level_off.notice"]
    return notice


def test_sets_far_from_the_limit_may_end_a_repetition_closer_to_it() -> None:
    (closer,) = [way for way in slowing(2.0).others if way.rule == "structure.less_reserve"]
    assert closer.change == Change(rir=1.0)
    assert render(closer.headline) == "Leave 1 in reserve instead of 2"
    assert closer.effect is not None
    assert "strength hardly depended on it" in render(closer.effect)


@pytest.mark.parametrize(
    ("rir", "exercise", "changed"),
    [
        (1.0, BENCH, {}),
        (2.0, replace(BENCH, complexity=Complexity.TECHNICAL), {}),
        (2.0, BENCH, {"fatigue": 0.5}),
    ],
    ids=["close already", "technical", "tired"],
)
def test_nobody_goes_closer_to_the_limit_who_is_there_or_should_not(
    rir: float, exercise: Exercise, changed: dict[str, object]
) -> None:
    rules = [way.rule for way in slowing(rir, exercise, **changed).others]
    assert "structure.less_reserve" not in rules


@pytest.mark.parametrize(("weekly_sets", "offered"), [(8.0, True), (17.0, True), (19.5, False)])
def test_a_set_more_is_a_way_on_within_the_range_that_serves_most(
    weekly_sets: float, offered: bool
) -> None:
    context = replace(stuck(), training=TRAINING._replace(weekly_sets=weekly_sets))
    reading = replace(
        flat(context, Phase.STEADY),
        levelled_off_on=context.today, gain_before=0.06, gain_28d=0.02, p_level=0.7,
    )  # fmt: skip
    (notice,) = [s for s in engine.suggest(reading, None, context) if s.rule == "level_off.notice"]
    assert (Kind.ADD_SET in [way.kind for way in notice.others]) == offered


def test_who_levels_off_chooses_among_at_least_two_different_ways() -> None:
    notice = slowing(2.0)
    ways = [made.change for made in (notice, *notice.others) if made.change is not None]
    assert len(set(ways)) >= 2
