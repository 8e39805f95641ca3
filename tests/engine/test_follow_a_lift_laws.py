"""Laws of what the engine believes of a lift: never undefined, nor changed by what comes later."""

from dataclasses import replace
from datetime import timedelta
from math import isfinite
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from planner import engine
from planner.engine import simulate
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoadKind,
    LoggedSet,
    SetKind,
)
from tests.engine.followed_lift import BEGAN, NOVICE, SQUAT, after

ANY_SET = [
    LoggedSet(load, reps, rir=rir, kind=kind, target_reps=target)
    for load in (None, 0.0, 0.5, 40.0, 60.0, 62.5, 600.0, 1e6)
    for reps in (None, 0, 1, 5, 12, 20, 877777)
    for rir in (None, -1.0, 0.0, 0.5, 2.0, 9.0)
    for kind in SetKind
    for target in (None, 5)
]
any_days = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 3, 7, 20, 400]),  # days since the one before
        st.lists(st.sampled_from(ANY_SET), max_size=4).map(tuple),
    ),
    min_size=1, max_size=12,
)  # fmt: skip


@st.composite
def logs(draw: st.DrawFn) -> list[ExerciseDay]:
    """Any log a person could type: odd loads, reps, reserves, gaps and kinds of sets."""
    on, days = BEGAN, []
    for gap, sets in draw(any_days):
        on += timedelta(days=gap)
        days.append(ExerciseDay(on, sets))
    return days


@given(logs(), st.sampled_from(LoadKind), st.sampled_from(Experience))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_no_number_is_ever_undefined(
    days: list[ExerciseDay], kind: LoadKind, experience: Experience
) -> None:
    state = after(days, Exercise("any", load_kind=kind), Lifter(experience))
    reading = engine.read(state, days[-1].on + timedelta(days=30))
    shown = [reading.strength_kg, reading.strength_sd, reading.gain_28d, reading.gain_28d_sd]
    assert all(value is None or isfinite(value) for value in shown)
    assert all(0 <= share <= 1 for share in reading.phase_probabilities.values())
    assert sum(reading.phase_probabilities.values()) == pytest.approx(1.0)
    if kind is LoadKind.EXTERNAL:
        made = engine.forecast_sets(state, reading.on, 60.0, 3)
        assert all(isfinite(value) for value in (made.e1rm_kg, made.reps, made.p_hit(5)))


@given(st.randoms(use_true_random=False), st.integers(3, 20))
@settings(max_examples=20, deadline=None)
def test_what_comes_later_never_changes_what_was_said_before(rng: Random, cut: int) -> None:
    days = list(simulate.simulate(5).days)
    later = days[cut:]
    rng.shuffle(later)
    moved = [replace(made, on=day.on) for made, day in zip(later, days[cut:], strict=True)]
    live, shuffled = after(days[:cut]), engine.start(SQUAT, NOVICE)
    for index, day in enumerate([*days[:cut], *moved]):
        if index == cut:
            assert shuffled == live
        shuffled = engine.update(shuffled, day)


@given(st.floats(0.3, 3.0))
@settings(max_examples=15, deadline=None)
def test_pounds_and_kilograms_tell_the_same_story(factor: float) -> None:
    days = simulate.simulate(8, weeks=20).days
    scaled = [
        replace(day, sets=tuple(replace(s, load_kg=(s.load_kg or 0) * factor) for s in day.sets))
        for day in days
    ]
    one, other = after(list(days)), after(scaled)
    today = days[-1].on
    mine, theirs = engine.read(one, today), engine.read(other, today)
    assert theirs.strength_kg == pytest.approx((mine.strength_kg or 0) * factor, rel=1e-9)
    assert theirs.gain_28d == pytest.approx(mine.gain_28d, abs=1e-9)
    assert theirs.levelled_off_on == mine.levelled_off_on
    reps = [
        engine.forecast_sets(made, today, load, 3).reps
        for made, load in ((one, 60.0), (other, 60.0 * factor))
    ]
    assert reps[0] == pytest.approx(reps[1], abs=1e-6)


def test_moving_a_whole_log_to_another_year_changes_only_the_dates() -> None:
    days = simulate.simulate(9, weeks=20).days
    shift = timedelta(days=1000)
    one = after(list(days))
    other = after([replace(day, on=day.on + shift) for day in days])
    assert other.bank == one.bank
    assert other.habit == one.habit


def test_the_log_of_a_lift_may_be_split_anywhere() -> None:
    days = list(simulate.simulate(10, weeks=20).days)
    half = after(days[:9])
    for day in days[9:]:
        half = engine.update(half, day)
    assert half == after(days)
