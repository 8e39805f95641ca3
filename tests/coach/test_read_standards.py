"""Strength beside bodyweight: told of who asked for it, never of a bodyweight nobody entered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from math import hypot

import pytest

from planner.coach import lifter_settings, switches
from planner.coach.charts import standards_page
from planner.coach.charts.standards_page import Big, Division, Formula, Standards
from planner.coach.switches import Switch
from planner.engine import standards
from planner.engine.terms import LoggedSet
from planner.storage import clients

Train = Callable[..., int]
BIG = {"back-squat": 140.0, "bench-press": 100.0, "deadlift": 180.0}


@pytest.fixture
def powerlifter(lifter: int, today: date, train: Train) -> int:
    """Squat, bench and deadlift once a week for ten weeks; 82.5 kg, a woman."""
    for week in range(10, 0, -1):
        for slug, kg in BIG.items():
            entry = LoggedSet(kg, 5, rir=1.0, load=kg)
            train(lifter, slug, today - timedelta(weeks=week), entry, entry, entry)
    weigh(lifter, today - timedelta(weeks=8), 82.5)
    clients.update_lifter(replace(clients.lifter(lifter), sex="female"))
    return lifter


def read(lifter: int, today: date) -> Standards:
    """Read what the page shows."""
    parts = standards_page.reading(lifter, today)
    while True:
        try:
            next(parts)
        except StopIteration as done:
            made: Standards = done.value
            return made


def weigh(lifter: int, on: date, kg: float) -> None:
    """Store a bodyweight."""
    clients.record_bodyweight(lifter, on, kg)


def born(lifter: int, year: int) -> None:
    """Store a year of birth."""
    clients.update_lifter(replace(clients.lifter(lifter), birth_year=year))


def of(made: Standards, big: Big) -> standards_page.BigLift:
    """Return one of the lifts."""
    return next(each for each in made.lifts if each.big is big)


def test_nobody_is_shown_points_unasked(powerlifter):
    assert not switches.is_on(powerlifter, Switch.STANDARDS)


def test_the_total_is_estimated_with_a_range(powerlifter, today):
    made = read(powerlifter, today)
    assert made.total is not None
    ables = [each.able for each in made.lifts]
    assert made.total.kg == pytest.approx(sum(each.kg for each in ables if each))
    down = hypot(*(each.kg - each.low_kg for each in ables if each))
    assert made.total.low_kg == pytest.approx(made.total.kg - down)
    assert made.total.low_kg < made.total.kg < made.total.high_kg


def test_points_carry_the_range_of_the_total_through_the_formula(powerlifter, today):
    made = read(powerlifter, today)
    assert made.division is Division.WOMEN
    by_formula = {score.formula: score.points for score in made.scores}
    assert set(by_formula) == set(Formula)
    dots = by_formula[Formula.DOTS]
    assert dots is not None
    assert made.total is not None
    for points, kg in zip(dots, made.total, strict=True):
        assert points == standards.points(Formula.DOTS, Division.WOMEN, 82.5, kg)
    bench = of(made, Big.BENCH).able
    assert bench is not None
    assert by_formula[Formula.GL_BENCH][0] == standards.points(
        Formula.GL_BENCH, Division.WOMEN, 82.5, bench.kg
    )


def test_a_single_that_was_lifted_is_no_estimate(powerlifter, today, train):
    train(powerlifter, "back-squat", today, LoggedSet(175, 1, load=175))
    squat = of(read(powerlifter, today), Big.SQUAT)
    assert squat.lifted
    assert squat.single is not None
    assert squat.able is not None
    assert (squat.single.kg, squat.able.kg, squat.able.low_kg) == (175, 175, 175)
    assert not of(read(powerlifter, today), Big.BENCH).lifted


def test_the_stronger_way_of_doing_a_lift_counts(powerlifter, today, train):
    for days in (5, 3, 1):
        entry = LoggedSet(200, 5, rir=1.0, load=200)
        train(powerlifter, "sumo-deadlift", today - timedelta(days=days), entry, entry)
    exercise = of(read(powerlifter, today), Big.DEADLIFT).exercise
    assert exercise is not None
    assert exercise.slug == "sumo-deadlift"


def test_without_a_bodyweight_nothing_is_assumed(lifter, today, train):
    train(lifter, "back-squat", today, LoggedSet(100, 5, rir=1.0, load=100))
    made = read(lifter, today)
    assert made.bodyweight_kg is None
    assert made.weighed is None
    assert made.scores == made.days == ()


def test_an_old_bodyweight_counts_no_more(powerlifter, today):
    for on, _ in clients.bodyweights(powerlifter)[1:]:
        clients.forget_bodyweight(powerlifter, on)
    late = today + timedelta(days=150)
    made = read(powerlifter, late)
    assert made.weight_old
    assert made.weighed == (today - timedelta(weeks=8), 82.5)
    assert made.bodyweight_kg is None


def test_each_day_has_the_bodyweight_of_its_time(powerlifter, today):
    weigh(powerlifter, today - timedelta(weeks=3), 80.0)
    made = read(powerlifter, today)
    found = {day.on: day.bodyweight_kg for day in made.days}
    assert today - timedelta(weeks=9) not in found, "nobody had weighed themselves yet"
    assert found[today - timedelta(weeks=4)] == 82.5
    assert found[today - timedelta(weeks=2)] == 80.0


def test_a_lift_left_out_for_twelve_weeks_counts_for_no_total(powerlifter, today, train):
    late = today + timedelta(days=60)
    entry = LoggedSet(140, 5, rir=1.0, load=140)
    train(powerlifter, "back-squat", late, entry)
    later = late + timedelta(days=30)
    made = read(powerlifter, later)
    assert of(made, Big.SQUAT).able is not None
    assert of(made, Big.BENCH).able is None
    assert made.total is None
    assert {score.points for score in made.scores} == {None}
    assert made.days[-1].total is not None, "on that day the others were ten weeks old"


def test_without_a_total_the_bench_press_alone_has_its_points(lifter, today, train):
    for days in (14, 7, 0):
        entry = LoggedSet(100, 5, rir=1.0, load=100)
        train(lifter, "bench-press", today - timedelta(days=days), entry)
    weigh(lifter, today - timedelta(days=20), 90)
    standards_page.choose(lifter, Division.MEN)
    made = read(lifter, today)
    told = {score.formula for score in made.scores if score.points is not None}
    assert told == {Formula.GL_BENCH}


def test_a_bodyweight_that_a_formula_is_not_made_for_has_no_points(powerlifter, today):
    weigh(powerlifter, today, 160.0)
    made = read(powerlifter, today)
    by_formula = {score.formula: score for score in made.scores}
    assert by_formula[Formula.DOTS].points is None
    assert by_formula[Formula.DOTS].made_for == (40.0, 150.0)
    assert by_formula[Formula.GL].points is not None


def test_whose_tables_count_is_asked_where_it_is_not_known(lifter, today):
    assert read(lifter, today).division is None
    standards_page.choose(lifter, Division.MEN)
    assert read(lifter, today).division is Division.MEN


def test_an_answer_goes_before_the_sex_and_travels_with_the_lifter(powerlifter, today):
    standards_page.choose(powerlifter, Division.MEN)
    assert read(powerlifter, today).division is Division.MEN
    standards_page.choose(powerlifter, Division.WOMEN)
    assert read(powerlifter, today).division is Division.WOMEN
    uid = clients.lifter(powerlifter).uid
    assert lifter_settings.STANDARDS + uid in lifter_settings.keys_of([uid])


def test_who_may_not_be_18_is_shown_nothing(powerlifter, today):
    born(powerlifter, today.year - 18)
    made = read(powerlifter, today)
    assert made.too_young
    assert made.lifts == made.scores == made.days == ()
    born(powerlifter, today.year - 19)
    assert not read(powerlifter, today).too_young


def test_a_lift_of_which_no_strength_is_known_stays_out(lifter, today, train):
    train(lifter, "deadlift", today, LoggedSet(60, 30, load=60))
    deadlift = of(read(lifter, today), Big.DEADLIFT)
    assert deadlift.able is None
    weigh(lifter, today, 80)
    assert read(lifter, today).days == ()


def test_a_day_trained_and_today_tell_the_same_single(lifter, today, train):
    """A heavy single counts for the day it was lifted as it does for today."""
    weigh(lifter, today - timedelta(days=20), 80.0)
    for slug in ("back-squat", "bench-press", "deadlift"):
        for days in range(28, 0, -7):
            train(lifter, slug, today - timedelta(days=days), LoggedSet(80, 5, rir=2, load=80))
        train(lifter, slug, today, LoggedSet(150, 1, load=150))
    made = read(lifter, today)
    last = made.days[-1]
    assert last.on == today
    assert [round(each.kg, 1) for each in last.lifts if each] == [
        round(each.able.kg, 1) for each in made.lifts if each.able
    ]
