"""What else a lift shows by session: best set, reps at a load, tonnage, intensity, hard sets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies

from planner import engine
from planner.coach import charts, clients
from planner.coach.charts import lift_measures
from planner.coach.charts.lift_measures import LiftMeasure, measured
from planner.coach.replay import ReplayedDay
from planner.engine.terms import (
    KG_PER_LB,
    SUSPECT,
    Exercise,
    ExerciseDay,
    Lifter,
    LoggedSet,
    SetKind,
    Unit,
)

SQUAT = "back-squat"


def done(kg, reps, rir=2.0, **more):
    return LoggedSet(kg, reps, rir=rir, load=kg, **more)


def values(lifter, measure, today, slug=SQUAT, at_kg=None):
    return [each.value for each in measured(lifter, slug, measure, today, at_kg).values]


@pytest.mark.parametrize("measure", list(LiftMeasure)[1:])
def test_a_lift_without_a_history_has_no_measure(lifter, today, measure):
    with pytest.raises(LookupError, match="no history"):
        measured(lifter, SQUAT, measure, today)


def test_the_best_set_of_a_session_is_told_with_load_and_reps(squatter, today, train):
    key = train(squatter, SQUAT, today, done(100, 5), done(105, 5), done(90, 6))
    chart = measured(squatter, SQUAT, LiftMeasure.BEST_SET, today)
    best = chart.values[-1]
    assert chart.in_kg
    assert (best.on, best.session_id, best.value) == (today, key, 105)
    assert (best.entry.load_kg, best.entry.reps) == (105, 5)


def test_without_any_load_the_best_set_is_that_of_most_reps(lifter, today, train):
    for back, reps in ((7, 8), (3, 10)):
        train(lifter, "push-up", today - timedelta(days=back), LoggedSet(None, reps, rir=1.0))
    chart = measured(lifter, "push-up", LiftMeasure.BEST_SET, today)
    assert not chart.in_kg
    assert [each.value for each in chart.values] == [8, 10]


def test_reps_are_counted_at_the_load_used_most_often(squatter, today, train):
    for back, reps in ((5, 6), (3, 7), (1, 8)):
        train(squatter, SQUAT, today - timedelta(days=back), done(100, reps), done(100, reps - 1))
    chart = measured(squatter, SQUAT, LiftMeasure.REPS_AT_LOAD, today)
    assert (chart.at_kg, chart.step_kg) == (100, 2.5)
    assert [(load.load_kg, load.sessions) for load in chart.loads] == [(100, 4)]
    assert [each.value for each in chart.values] == [5, 6, 7, 8]


def test_a_plate_step_beside_the_load_counts_and_says_so(squatter, today, train):
    for back in (5, 3, 2):
        train(squatter, SQUAT, today - timedelta(days=back), done(100, 6), done(97.5, 9))
    train(squatter, SQUAT, today, done(102.5, 4), done(105, 3))
    made = measured(squatter, SQUAT, LiftMeasure.REPS_AT_LOAD, today, 100.0).values
    assert [(each.value, each.near) for each in made[-2:]] == [(6, False), (4, True)]


def test_a_load_that_was_not_used_often_gives_way_to_one_that_was(squatter, today, train):
    for back in (5, 3, 1):
        train(squatter, SQUAT, today - timedelta(days=back), done(82.5, 9))
    assert measured(squatter, SQUAT, LiftMeasure.REPS_AT_LOAD, today, 300.0).at_kg == 82.5


def test_no_load_is_used_often_at_first(lifter, today, train):
    train(lifter, SQUAT, today, done(100, 5))
    chart = measured(lifter, SQUAT, LiftMeasure.REPS_AT_LOAD, today)
    assert (chart.at_kg, chart.loads, chart.values) == (None, (), ())


def test_bodyweight_alone_is_a_load_to_count_reps_at(lifter, today, train):
    for back in (5, 3, 1):
        train(lifter, "pull-up", today - timedelta(days=back), LoggedSet(None, 12 - back, rir=1.0))
    chart = measured(lifter, "pull-up", LiftMeasure.REPS_AT_LOAD, today)
    assert chart.at_kg == 0
    assert [each.value for each in chart.values] == [7, 9, 11]


def test_a_barbell_without_a_load_is_no_load(lifter, today, train):
    for back in (5, 3, 1):
        train(lifter, SQUAT, today - timedelta(days=back), LoggedSet(None, 5))
    assert not measured(lifter, SQUAT, LiftMeasure.REPS_AT_LOAD, today).loads


def test_pounds_are_counted_by_the_steps_of_a_gym_in_pounds(lifter, today, train):
    gym = clients.usual_inventory(Unit.LB)
    clients.change(replace(clients.lifter(lifter), unit=Unit.LB, inventory=gym))
    for back, pounds in ((5, 225.0), (3, 225.0), (1, 225.0), (0, 230.0)):
        kg = pounds * KG_PER_LB
        entry = LoggedSet(kg, 5, rir=2.0, load=pounds, unit=Unit.LB)
        train(lifter, SQUAT, today - timedelta(days=back), entry)
    chart = measured(lifter, SQUAT, LiftMeasure.REPS_AT_LOAD, today)
    assert chart.step_kg == pytest.approx(5 * KG_PER_LB)
    assert len(chart.values) == 4


def test_tonnage_is_load_times_reps_without_warm_ups(lifter, today, train):
    warm = done(60, 5, kind=SetKind.WARMUP)
    train(lifter, SQUAT, today - timedelta(days=2), warm, done(100, 5), done(100, 4))
    train(lifter, SQUAT, today - timedelta(days=1), warm)
    assert values(lifter, LiftMeasure.TONNAGE, today) == [900]
    assert measured(lifter, SQUAT, LiftMeasure.TONNAGE, today).in_kg


def test_intensity_is_told_once_strength_is_known(squatter, today, train):
    train(squatter, SQUAT, today, done(100, 5), done(105, 3), done(95, 6))
    chart = measured(squatter, SQUAT, LiftMeasure.INTENSITY, today)
    assert len(chart.values) == 10  # of eleven sessions the first has nothing to go by
    last = chart.values[-1]
    now = charts.strength(squatter, SQUAT, today - timedelta(days=1)).reading.strength_kg
    assert last.value == pytest.approx(100 / now, abs=0.02)
    assert last.top == pytest.approx(105 / now, abs=0.02)


def test_a_session_of_warm_ups_has_no_intensity(squatter, today, train):
    train(squatter, SQUAT, today, done(60, 5, kind=SetKind.WARMUP))
    chart = measured(squatter, SQUAT, LiftMeasure.INTENSITY, today)
    assert chart.values[-1].on < today


def test_hard_sets_leave_out_easy_ones_and_warm_ups(lifter, today, train):
    sets = (done(60, 5, kind=SetKind.WARMUP), done(80, 5, rir=6.0), done(100, 5), done(100, 5))
    train(lifter, SQUAT, today, *sets)
    train(lifter, SQUAT, today - timedelta(days=1), done(60, 5, rir=8.0))
    assert values(lifter, LiftMeasure.HARD_SETS, today) == [2]


def test_days_to_come_are_left_out(squatter, today, train):
    train(squatter, SQUAT, today + timedelta(days=2), done(100, 5))
    for measure in (LiftMeasure.TONNAGE, LiftMeasure.HARD_SETS):
        assert len(values(squatter, measure, today)) == 10


def test_a_session_that_looks_like_a_typing_error_moves_no_axis(squatter, today, train):
    train(squatter, SQUAT, today - timedelta(days=2), done(1000, 5))
    train(squatter, SQUAT, today - timedelta(days=1), done(100, 5), done(100, 5))
    for measure in (LiftMeasure.BEST_SET, LiftMeasure.TONNAGE):
        assert max(values(squatter, measure, today)) < 2000
    assert max(values(squatter, LiftMeasure.INTENSITY, today)) < 1.5


def test_a_set_flagged_as_a_typing_error_counts_nowhere(lifter, today, train):
    slip = done(100, 50, flags=frozenset({SUSPECT}))
    for back in (5, 3, 1):
        train(lifter, SQUAT, today - timedelta(days=back), done(100, 5), slip)
    assert values(lifter, LiftMeasure.TONNAGE, today) == [500] * 3
    assert values(lifter, LiftMeasure.REPS_AT_LOAD, today) == [5] * 3
    assert values(lifter, LiftMeasure.HARD_SETS, today) == [1] * 3


def test_a_session_of_slips_alone_has_no_best_set(squatter, today, train):
    train(squatter, SQUAT, today, done(100, 50, flags=frozenset({SUSPECT})))
    assert len(values(squatter, LiftMeasure.BEST_SET, today)) == 10


def test_what_was_read_is_read_again_after_a_write(squatter, today, train):
    assert len(values(squatter, LiftMeasure.TONNAGE, today)) == 10
    train(squatter, SQUAT, today, done(100, 5))
    assert len(values(squatter, LiftMeasure.TONNAGE, today)) == 11


LOADS = strategies.lists(strategies.sampled_from([80.0, 82.5, 85.0, 100.0]), max_size=30)
LIFT = Exercise(SQUAT)


def step_of(kg, number):
    day = ExerciseDay(date(2026, 1, 1) + timedelta(days=number), (done(kg, 5),))
    return ReplayedDay(day, number, engine.start(LIFT, Lifter(name="Sam")))


@given(loads=LOADS)
def test_loads_to_choose_from_were_all_used_often_and_the_most_used_comes_first(loads):
    used = lift_measures._used_often(LIFT, [step_of(kg, at) for at, kg in enumerate(loads)])
    assert all(loads.count(each.load_kg) == each.sessions >= 3 for each in used)
    assert [each.sessions for each in used] == sorted((u.sessions for u in used), reverse=True)
