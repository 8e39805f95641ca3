"""The next set follows from the sets before it: today's form, the lifter's own drop, the habit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from math import log

from hypothesis import given, strategies as st

from planner import engine
from planner.engine.lift import LiftState
from planner.engine.next_set import NextSet, next_set, reserve
from planner.engine.set_habit import SetHabit, drop_after, of_work, set_habit
from planner.engine.terms import Complexity, Exercise, ExerciseDay, Lifter, LoggedSet

START = date(2026, 3, 2)
BENCH = Exercise("bench-press", complexity=Complexity.BARBELL)


def days(reps: tuple[int, ...] = (8, 8, 7), kg: float = 80.0, count: int = 8) -> list[ExerciseDay]:
    return [
        ExerciseDay(START + timedelta(days=3 * n), tuple(LoggedSet(kg, each) for each in reps))
        for n in range(count)
    ]


def known(done: list[ExerciseDay]) -> tuple[LiftState, SetHabit, date]:
    state = engine.start(BENCH, Lifter(bodyweight_kg=80.0))
    for day in done:
        state = engine.update(state, day)
    return state, set_habit(done, BENCH, 80.0), done[-1].on + timedelta(days=3)


def after(*reps: int, kg: float = 80.0, rir: float | None = None) -> NextSet:
    state, habit, on = known(days())
    return next_set(state, habit, on, kg, [LoggedSet(80.0, each, rir) for each in reps])


def test_a_set_like_the_ones_before_is_expected() -> None:
    made = after(8, 8)
    assert made.reps in (7, 8)
    assert made.reps_range[0] <= made.reps <= made.reps_range[1]


def test_before_the_first_set_the_forecast_is_last_times_and_knows_no_form() -> None:
    made = after()
    assert (made.form, made.seen) == (None, 0)
    assert made.reps in (7, 8)


def test_a_bad_first_set_lowers_what_is_expected_of_the_second() -> None:
    bad, usual = after(5), after(8)
    assert bad.reps < usual.reps
    assert (bad.form or 0.0) < -0.02 < (usual.form or 0.0) + 0.02


def test_a_ramp_up_set_is_no_like_of_work_planned_near_its_load() -> None:
    ramp = (LoggedSet(50.0, 8), LoggedSet(72.5, 4))
    done = [replace(day, sets=(*ramp, *day.sets)) for day in days((12, 12, 11))]
    state, habit, on = known(done)
    assert next_set(state, habit, on, 75.0).reps < 8
    assert next_set(state, of_work(habit), on, 75.0).reps >= 11


def test_a_warm_up_far_lighter_tells_nothing_of_the_work_to_come() -> None:
    state, habit, on = known(days())
    made = next_set(state, habit, on, 80.0, [LoggedSet(40.0, 8)])
    assert made.seen == 0
    assert made.reps in (7, 8)


def test_lifters_whose_sets_fall_off_are_expected_to_fall_off() -> None:
    state, habit, on = known(days((8, 6, 4)))
    assert habit.drop < set_habit(days((8, 8, 8)), BENCH, 80.0).drop
    assert next_set(state, habit, on, 80.0, [LoggedSet(80.0, 8)]).reps < 8


def test_a_longer_rest_than_usual_lessens_the_drop_and_a_short_one_adds_to_it() -> None:
    habit = SetHabit(-0.02, 0.03, 0.5, 0.05, between_s=160.0)
    assert drop_after(habit, 60) < drop_after(habit, 120) == habit.drop < drop_after(habit, 300)
    assert drop_after(habit._replace(between_s=None), 60) == habit.drop


def test_the_time_between_sets_is_learnt_from_what_was_logged_live() -> None:
    at = datetime(2026, 3, 2, 18, 0)
    sets = tuple(LoggedSet(80.0, 8, logged_at=at + n * timedelta(seconds=150)) for n in range(4))
    assert set_habit([ExerciseDay(START, sets)], BENCH, 80.0).between_s == 150.0
    assert set_habit(days(), BENCH, 80.0).between_s is None


def test_the_reserve_asked_for_counts_where_todays_sets_tell_theirs() -> None:
    state, habit, on = known(days())

    def asked(rir: float, logged: float | None) -> int:
        return next_set(state, habit, on, 80.0, [LoggedSet(80.0, 8, logged)], rir=rir).reps

    assert asked(3.0, 1.0) < asked(1.0, 1.0)
    assert asked(3.0, None) == asked(1.0, None)
    assert reserve(0.0) < reserve(0.5) < reserve(1.0) < reserve(3.0)


@given(
    st.lists(st.integers(1, 19), min_size=1, max_size=4),
    st.integers(0, 3),
    st.floats(60.0, 100.0),
)
def test_more_reps_so_far_never_lower_the_forecast(reps: list[int], place: int, kg: float) -> None:
    more = list(reps)
    more[place % len(reps)] += 1
    less_done, more_done = after(*reps, kg=kg), after(*more, kg=kg)
    assert more_done.reps >= less_done.reps
    for target in (1, 5, 8, 12):
        assert more_done.p_hit(target) >= less_done.p_hit(target) - 1e-9


@given(st.integers(1, 20), st.floats(0.7, 1.0), st.integers(1, 20))
def test_a_lighter_load_never_lowers_the_chance_of_the_target(
    done: int, share: float, target: int
) -> None:
    made = after(done)
    assert made.at(log(share), 80.0 * share).p_hit(target) >= made.p_hit(target) - 1e-9


@given(st.lists(st.integers(1, 20), max_size=4), st.floats(30.0, 200.0))
def test_a_range_holds_its_middle_and_four_fifths(reps: list[int], kg: float) -> None:
    made = after(*reps, kg=kg)
    low, high = made.reps_range
    assert 0 <= low <= high
    assert made.p_hit(low) - made.p_hit(high + 1) >= 0.8 - 1e-9 or low == 0


def test_the_farther_a_load_is_from_those_done_the_less_sure_are_its_repetitions() -> None:
    made = after(8, 8)
    wide = [made.at(log(share), 80.0 * share).reps_range for share in (1.0, 0.85, 0.7)]
    spans = [high - low for low, high in wide]
    assert spans == sorted(set(spans))
    low, high = wide[-1]
    assert high - low >= 12
