"""What the engine believes of a lift as its days come in."""

from dataclasses import replace
from datetime import date, timedelta
from math import exp, isfinite, log
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from planner import engine
from planner.engine import evidence, lift, prediction, simulate, strength, trend
from planner.engine.terms import (
    Complexity,
    Exercise,
    ExerciseDay,
    Experience,
    Lifter,
    LoadKind,
    LoggedSet,
    Measure,
    SetKind,
)

SQUAT = Exercise("squat")
NOVICE = Lifter(Experience.NOVICE, bodyweight_kg=80.0)
BEGAN = date(2025, 1, 6)


def session(number: int, load_kg: float, reps: int = 5, rir: float | None = 2.0) -> ExerciseDay:
    return ExerciseDay(BEGAN + timedelta(days=4 * number), (LoggedSet(load_kg, reps, rir),) * 3)


def after(days: list[ExerciseDay], exercise: Exercise = SQUAT, lifter: Lifter = NOVICE):
    state = engine.start(exercise, lifter)
    for day in days:
        state = engine.update(state, day)
    return state


def level_kg(state: engine.LiftState) -> float:
    assert state.bank is not None
    return exp(trend.level(state.bank).mean)


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


def test_warm_ups_change_nothing() -> None:
    days = [session(n, 100.0 + n) for n in range(8)]
    warm_up = LoggedSet(40.0, 10, kind=SetKind.WARMUP)
    assert after([replace(d, sets=(warm_up, *d.sets)) for d in days]) == after(days)


def test_a_day_without_a_usable_set_leaves_the_state_alone() -> None:
    state = after([session(n, 100.0) for n in range(4)])
    for sets in ((), (LoggedSet(None, 5),), (LoggedSet(100.0, 877777),), (LoggedSet(0.0, 5),)):
        assert engine.update(state, ExerciseDay(date(2026, 1, 1), sets)) is state


def test_days_must_come_in_order() -> None:
    state = after([session(4, 100.0)])
    with pytest.raises(ValueError, match="comes before"):
        engine.update(state, session(3, 100.0))


def test_the_same_exercise_twice_on_a_day_is_two_observations_of_one_day() -> None:
    state = after([session(0, 100.0), session(0, 100.0)])
    assert state.sessions == 2
    assert state.last_on == BEGAN


def test_strength_settles_where_the_sets_say() -> None:
    state = after([session(n, 100.0) for n in range(20)], lifter=Lifter(Experience.INTERMEDIATE))
    assert level_kg(state) == pytest.approx(100 * (1 + 6.5 / 29) * 1.012, rel=0.01)


def test_a_novices_gain_shrinks_as_learning_ends() -> None:
    days = simulate.simulate(6, weeks=30).days
    early, late = after(list(days[:4])), after(list(days))
    assert (engine.read(early, days[3].on).gain_28d or 0) > 0.05
    assert (engine.read(late, days[-1].on).gain_28d or 1) < 0.04


@pytest.mark.parametrize("factor", [10.0, 2.2, 0.45])
def test_a_typing_error_is_held_out_and_forgotten_after_two_clean_sessions(factor: float) -> None:
    days = [session(n, 100.0) for n in range(13)]
    wrong = [*days[:10], session(10, 100.0 * factor), *days[11:]]
    clean, state = after(days[:11]), after(wrong[:11])
    assert state.held == lift.HeldOut(days[10].on, state.held.log_kg if state.held else 0.0)
    assert level_kg(state) == pytest.approx(level_kg(clean), rel=0.005)
    later, forecast = after(wrong), engine.forecast_sets(after(wrong), days[12].on, 100.0)
    assert later.held is None
    assert level_kg(later) == pytest.approx(level_kg(after(days)), rel=0.005)
    assert forecast.e1rm_kg == pytest.approx(
        engine.forecast_sets(after(days), days[12].on, 100.0).e1rm_kg, rel=0.01
    )


def test_a_first_session_with_a_typing_error_is_outvoted_by_the_next_two() -> None:
    state = after([session(0, 1000.0), *[session(n, 100.0) for n in range(1, 8)]])
    assert level_kg(state) == pytest.approx(124, rel=0.06)


def test_a_real_change_of_machine_is_believed_when_it_is_repeated() -> None:
    days = [session(n, 100.0) for n in range(10)] + [session(n, 170.0) for n in range(10, 13)]
    assert after(days[:11]).held is not None
    assert after(days[:12]).held is None
    assert level_kg(after(days)) == pytest.approx(1.7 * level_kg(after(days[:10])), rel=0.05)


def test_a_lifter_who_alternates_two_machines_is_not_held_out_for_ever() -> None:
    days = [session(n, 100.0 if n % 2 else 200.0) for n in range(40)]
    assert after(days).holds <= 5


def test_bodyweight_is_learnt_from_the_day_and_kept() -> None:
    dip = Exercise("dip", load_kind=LoadKind.ADDED, bodyweight_share=1.0)
    light = after([session(0, 10.0)], dip)
    heavy = after([replace(session(0, 10.0), bodyweight_kg=100.0)], dip)
    assert level_kg(heavy) > level_kg(light)
    assert (heavy.bodyweight_kg, heavy.bodyweight_known) == (100.0, True)


def test_complex_lifts_take_longer_to_learn() -> None:
    spans = [trend.learning_steps(c)[1] for c in Complexity]
    assert spans == sorted(spans)


def test_a_break_costs_strength_only_when_the_muscle_rested_too() -> None:
    state = after([session(n, 100.0) for n in range(10)])
    assert state.last_on is not None
    back = state.last_on + timedelta(days=60)
    rested, trained = prediction.level_on(state, back, 60), prediction.level_on(state, back, 3)
    now = prediction.level_on(state, state.last_on)
    assert rested is not None
    assert trained is not None
    assert now is not None
    assert rested.mean < trained.mean < now.mean
    assert rested.variance > trained.variance > now.variance


def test_strength_returns_faster_than_it_came() -> None:
    days = [session(n, 100.0) for n in range(20)]
    gap = timedelta(days=70)
    back = [
        replace(session(n, load), on=session(n, load).on + gap, muscle_gap_days=gap_days)
        for n, load, gap_days in ((20, 92.5, 74), (21, 95.0, 4), (22, 97.5, 4), (23, 100.0, 4))
    ]
    before, late = after(days), after([*days, *back])
    assert level_kg(late) == pytest.approx(level_kg(before), rel=0.025)


def test_before_the_first_session_a_forecast_is_a_wide_guess() -> None:
    made = engine.forecast_sets(engine.start(SQUAT, NOVICE), BEGAN, 60.0, 3)
    low, high = made.reps_interval(0.8)
    assert low < 2
    assert high > 16


@pytest.mark.parametrize(
    "exercise",
    [SQUAT, Exercise("help", load_kind=LoadKind.ASSISTED), Exercise("x", load_kind=LoadKind.NONE)],
)
def test_a_load_that_cannot_be_has_no_forecast(exercise: Exercise) -> None:
    load = 0.0 if exercise is SQUAT else 200.0
    with pytest.raises(ValueError, match="no load"):
        engine.forecast_sets(engine.start(exercise, NOVICE), BEGAN, load)


def test_timed_and_unloaded_exercises_are_never_read() -> None:
    plank = Exercise("plank", load_kind=LoadKind.NONE, measure=Measure.SECONDS)
    state = after([ExerciseDay(BEGAN, (LoggedSet(None, None, seconds=60.0),))], plank)
    reading = engine.read(state, BEGAN)
    assert reading.strength_kg is None
    assert reading.phase == "unclear"


def test_the_log_of_a_lift_may_be_split_anywhere() -> None:
    days = list(simulate.simulate(10, weeks=20).days)
    half = after(days[:9])
    for day in days[9:]:
        half = engine.update(half, day)
    assert half == after(days)


def test_log_kg_is_natural() -> None:
    state = after([session(0, 100.0, reps=1, rir=0.0)])
    assert state.bank is not None
    assert trend.level(state.bank).mean == pytest.approx(log(100.0), abs=0.02)


def planned(number: int, load_kg: float, reps: int = 5) -> ExerciseDay:
    """Return a day without logged reserve that stopped at its target of five."""
    sets = (LoggedSet(load_kg, reps, target_reps=5),) * 3
    return replace(session(number, load_kg), sets=sets)


def test_an_easy_week_that_meets_its_targets_does_not_lower_strength() -> None:
    usual = [planned(n, 100.0) for n in range(15)]
    easy = [*usual, planned(15, 80.0), planned(16, 80.0)]
    assert level_kg(after(easy)) == pytest.approx(level_kg(after(usual)), rel=0.02)


def test_targets_met_at_heavier_loads_raise_strength() -> None:
    rising = [planned(n, 100.0 + 2.5 * n) for n in range(15)]
    assert level_kg(after(rising)) > 135.0


def test_a_missed_target_counts_in_full() -> None:
    missed = [
        *[planned(n, 100.0) for n in range(15)],
        *[planned(15 + n, 100.0, 3) for n in range(4)],
    ]
    assert level_kg(after(missed)) < level_kg(after([planned(n, 100.0) for n in range(15)])) - 3.0


def test_a_first_day_with_five_in_reserve_is_taken_as_it_was_logged() -> None:
    """What the sets left is known; only a first day stopped at its target hides more."""
    on, lifter = date(2026, 1, 5), Lifter()
    logged = ExerciseDay(on, (LoggedSet(60.0, 8, rir=5.0),) * 3)
    stopped = ExerciseDay(on, (LoggedSet(60.0, 8, target_reps=8),) * 3)
    for day, over in ((logged, 0.0), (stopped, evidence.FIRST_RESERVE.value)):
        shown = strength.day_e1rm(day, SQUAT, lifter)
        level = engine.update(engine.start(SQUAT, lifter), day).expected
        assert shown is not None
        assert level == pytest.approx(log(shown) + over)
