"""What the engine believes of a lift as its days come in."""

from dataclasses import replace
from datetime import date, timedelta
from math import log

import pytest

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
from tests.engine.followed_lift import BEGAN, NOVICE, SQUAT, after, level_kg, session


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
