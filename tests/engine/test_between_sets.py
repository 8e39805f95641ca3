"""Another load is suggested between sets only where it is clear, and never against caution."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from planner import engine
from planner.engine import plates
from planner.engine.base import base_of
from planner.engine.between_sets import Asked, NextLoad, other_load
from planner.engine.next_set import next_set
from planner.engine.set_habit import set_habit
from planner.engine.target import LiftContext
from planner.engine.terms import (
    Complexity,
    Equipment,
    Exercise,
    ExerciseDay,
    Lifter,
    LoadKind,
    LoggedSet,
    Pattern,
    Technique,
    WayBack,
)

START = date(2026, 3, 2)
SQUAT = Exercise("back-squat", pattern=Pattern.SQUAT, complexity=Complexity.BARBELL)
HELPED = Exercise(
    "assisted-pull-up", load_kind=LoadKind.ASSISTED, complexity=Complexity.MACHINE,
    bodyweight_share=1.0, equipment=Equipment.MACHINE,
)  # fmt: skip


def day(number: int, *sets: LoggedSet) -> ExerciseDay:
    return ExerciseDay(START + timedelta(days=3 * number), sets)


def usual(kg: float = 100.0) -> list[ExerciseDay]:
    return [day(n, *[LoggedSet(kg, 5, 2.0, target_reps=5)] * 3) for n in range(12)]


def context(done: list[ExerciseDay], gap: int = 3, exercise: Exercise = SQUAT) -> LiftContext:
    state = engine.start(exercise, Lifter(bodyweight_kg=80.0))
    for each in done:
        state = engine.update(state, each)
    on = done[-1].on + timedelta(days=gap)
    return LiftContext(
        exercise, state, on, done[-1].sets, on, gap, (None, None),
        tuple(each.technique for each in done[-2:]), base=base_of(done, state, on),
    )  # fmt: skip


def said(
    today: list[LoggedSet],
    kg: float = 100.0,
    *,
    done: list[ExerciseDay] | None = None,
    made: LiftContext | None = None,
    fatigue: float | None = None,
    rir: float = 2.0,
) -> NextLoad | None:
    done = done or usual()
    made = made or context(done)
    habit = set_habit(done, made.exercise, 80.0)
    expected = next_set(made.state, habit, made.session_on, kg, today, rir=rir)
    return other_load(expected, Asked(kg, 5, 5, rir), today, made, fatigue)


EASY = [LoggedSet(100.0, 5, 5.0)] * 2
HARD = [LoggedSet(100.0, 4, 0.0)]


def test_a_set_that_fell_far_short_asks_for_less_that_is_likely_to_do() -> None:
    made = said(HARD)
    assert made is not None
    assert 80.0 <= made.load_kg < 100.0
    assert (made.words.value("now_p"), made.words.value("done_reps")) < (0.3, 5)
    assert float(str(made.words.value("hit_p"))) >= 0.65


def test_after_three_to_the_limit_fives_are_likely_with_a_tenth_less() -> None:
    made = said([LoggedSet(100.0, 3, 0.0)], rir=1.0)
    assert made is not None
    assert made.load_kg == 90.0


def test_two_sets_with_clearly_more_left_allow_one_step_more() -> None:
    made = said(EASY)
    assert made is not None
    assert made.load_kg == 102.5


@pytest.mark.parametrize(
    "today",
    [
        [],
        [LoggedSet(100.0, 5, 2.0)] * 2,
        [LoggedSet(100.0, 5, 5.0)],
        [LoggedSet(90.0, 5, 5.0)] * 2,
        [LoggedSet(100.0, 5)] * 2,
    ],
    ids=["nothing done", "as asked", "only one set", "with less than asked", "none told"],
)
def test_nothing_is_said_where_nothing_is_clear(today: list[LoggedSet]) -> None:
    assert said(today) is None


@pytest.mark.parametrize(
    "slip",
    [
        replace(EASY[0], technique=Technique.BREAKDOWN),
        replace(EASY[0], technique=Technique.MINOR),
        replace(EASY[0], pain=3),
    ],
)
def test_never_more_after_unsound_technique_or_pain(slip: LoggedSet) -> None:
    assert said([slip, EASY[1]]) is None


def test_never_more_in_a_deload_when_tired_or_back_from_time_off() -> None:
    assert said(EASY, made=replace(context(usual()), deload=True)) is None
    assert said(EASY, fatigue=0.4) is None
    assert said(EASY, made=context(usual(), gap=21)) is None


def test_never_more_on_a_day_that_is_meant_to_be_light() -> None:
    assert said([LoggedSet(90.0, 5, 5.0)] * 2, kg=90.0) is None


def test_never_more_where_the_advice_before_the_session_was_to_keep_the_load() -> None:
    rated = [*usual()[:-1], replace(usual()[-1], technique=Technique.BREAKDOWN)]
    assert said(EASY, done=rated, made=context(rated)) is None
    hurt = replace(context(usual()), pain=(None, 4))
    assert said(EASY, made=hurt) is None
    assert said(EASY, done=usual()[:2], made=context(usual()[:2])) is None


def test_never_more_than_a_step_on_the_way_back_from_strong_pain() -> None:
    made = context(usual())
    for most_kg, more_kg in ((110.0, 102.5), (101.0, None)):
        back = replace(made, pain=(0, 0), way_back=WayBack(8, START, most_kg))
        offer = said(EASY, made=back)
        assert (offer and offer.load_kg) == more_kg


def test_nor_after_a_session_that_left_nothing_to_spare() -> None:
    done = [day(n, *[LoggedSet(100.0, 5, 0.5, target_reps=5)] * 3) for n in range(12)]
    made = replace(context(done), pain=(0, 0))
    assert said(EASY, done=done, made=made, rir=0.0) is not None
    back = replace(made, way_back=WayBack(8, START, 101.0))
    assert said(EASY, done=done, made=back, rir=0.0) is None


def test_never_more_than_the_cap_over_the_last_session() -> None:
    above = [LoggedSet(110.0, 5, 5.0)] * 2
    assert said(above, kg=110.0) is None


def test_less_of_an_assisted_lift_is_more_help() -> None:
    done = [day(n, *[LoggedSet(20.0, 5, 2.0, target_reps=5)] * 3) for n in range(12)]
    made = said([LoggedSet(20.0, 4, 0.0)], 20.0, done=done, made=context(done, exercise=HELPED))
    assert made is not None
    assert made.load_kg > 20.0


@given(
    st.lists(
        st.builds(
            LoggedSet,
            st.sampled_from((90.0, 95.0, 100.0, 105.0)),
            st.integers(0, 12),
            st.none() | st.integers(0, 5).map(float),
            technique=st.none() | st.sampled_from(Technique),
            pain=st.none() | st.integers(0, 10),
        ),
        max_size=4,
    ),
    st.sampled_from((90.0, 95.0, 100.0, 105.0, 110.0)),
)
def test_a_suggested_load_can_be_set_and_only_rises_when_sound_and_free_of_pain(
    today: list[LoggedSet], kg: float
) -> None:
    made = said(today, kg)
    if made is None:
        return
    before = context(usual())
    assert plates.nearest(made.load_kg, SQUAT, before.inventory) == made.load_kg
    if made.load_kg > kg:
        assert all(entry.technique in (None, Technique.SOUND) for entry in today)
        assert all((entry.pain or 0) < 3 for entry in today)
        assert made.load_kg <= 110.0
