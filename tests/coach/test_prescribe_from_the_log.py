"""What the log tells of an exercise that is planned by hand, or was planned before the log."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import blocks, clients, logging, planning, week_edits
from planner.coach.steps import do, revert
from planner.engine.terms import LoggedSet, PlannedSet, SetKind, Unit


@pytest.fixture
def week(lifter, today):
    """Make an empty block of two weeks that began on Monday; return the first week's id."""
    monday = today - timedelta(days=today.weekday())
    blocks.new_mesocycle(lifter, "Block", monday, weeks=2)
    return planning.view(lifter, today, today).weeks[0].id


def add(lifter, week, slug, today, day=4):
    """Add an exercise to a new session; return it as it is planned."""
    session = week_edits.add_session(week, day, "Training")
    planning.add_usual_exercise(session, slug, lifter_id=lifter, today=today)
    return line(lifter, session, today)


def line(lifter, session, today):
    sessions = planning.view(lifter, today, today).week.sessions
    return next(made for made in sessions if made.id == session).exercises[-1]


def shown(planned, unit=Unit.KG):
    return planning.prescription_text(planned.sets, unit)


def test_an_added_lift_is_prescribed_as_it_was_done_last_with_a_load(squatter, week, today):
    sets, load = shown(add(squatter, week, "back-squat", today))
    assert sets == "3×5 @2"
    assert 92.5 <= float(load) <= 100


def test_without_a_history_there_are_sets_to_start_from_and_no_load(squatter, week, today):
    assert shown(add(squatter, week, "bench-press", today)) == ("3×8–12 @2", "")
    assert shown(add(squatter, week, "plank", today)) == ("3×30s", "")


def test_warm_ups_and_drop_sets_are_not_prescribed(squatter, week, today, train):
    ramp = [LoggedSet(kg, 5, load=kg) for kg in (40, 60)]
    work = LoggedSet(100, 4, rir=0, load=100)
    drop = LoggedSet(70, 12, kind=SetKind.DROP, load=70)
    train(squatter, "back-squat", today - timedelta(days=1), *ramp, work, work, drop)
    assert shown(add(squatter, week, "back-squat", today))[0] == "2×4 @1"


def test_the_reserve_prescribed_is_in_halves(squatter, week, today, train):
    done = [LoggedSet(100, 5, rir=rir, load=100) for rir in (2, 2, 2.5, 2.5)]
    train(squatter, "back-squat", today - timedelta(days=1), *done)
    assert shown(add(squatter, week, "back-squat", today))[0] == "4×5 @2.5"


def test_a_hold_is_prescribed_as_long_as_last_time(lifter, week, today, train):
    held = [LoggedSet(None, None, seconds=seconds) for seconds in (60, 45, 40)]
    train(lifter, "plank", today - timedelta(days=1), *held)
    assert shown(add(lifter, week, "plank", today)) == ("3×45s", "")


def test_a_carry_is_planned_for_as_many_metres_as_last_time(lifter, week, today, train):
    train(lifter, "farmers-carry", today - timedelta(days=1), LoggedSet(40, None, distance_m=40))
    (entry,) = add(lifter, week, "farmers-carry", today).sets
    assert (entry.distance_m, entry.reps_low) == (40.0, None)


def test_what_is_logged_later_tells_nothing_about_today(lifter, week, today, train):
    train(lifter, "back-squat", today + timedelta(days=7), LoggedSet(100, 5, load=100))
    assert shown(add(lifter, week, "back-squat", today)) == ("3×8–12 @2", "")


@pytest.fixture
def program(lifter, today, train):
    """Start a program, and bring a log of squats in after it; return the lifter."""
    planning.start_program(lifter, "steady-fives", today - timedelta(weeks=1), today)
    for week in range(10, 0, -1):
        entry = LoggedSet(100 - 5 * (week // 2), 5, rir=2, load=100)
        train(lifter, "back-squat", today - timedelta(weeks=week), entry, entry, entry)
    return lifter


def loads(lifter, on, today, slug="back-squat"):
    sessions = planning.view(lifter, on, today).week.sessions
    planned = [e for made in sessions for e in made.exercises if e.exercise == slug]
    return [entry.load_kg for made in planned for entry in made.sets]


def fill(lifter, today):
    block = planning.view(lifter, today, today).mesocycle.id
    return do(lambda: planning.fill_loads(lifter, block, today))


def test_loads_that_a_later_log_tells_are_offered_and_filled_from_this_week_on(program, today):
    assert planning.view(program, today, today).open_lifts == ("back-squat",)
    changed, step = fill(program, today)
    assert changed > 0
    assert all(loads(program, today, today))
    assert all(loads(program, today + timedelta(weeks=1), today))
    assert set(loads(program, today - timedelta(weeks=1), today)) == {None}
    assert planning.view(program, today, today).open_lifts == ()
    revert(step)
    assert set(loads(program, today, today)) == {None}


def test_loads_that_were_typed_stay_as_they_are(program, today):
    (planned, *_) = [
        e
        for made in planning.view(program, today, today).week.sessions
        for e in made.exercises
        if e.exercise == "back-squat"
    ]
    typed, warm_up = PlannedSet(5, 5, 2, 70, load=70), PlannedSet(5, 5, kind=SetKind.WARMUP)
    week_edits.prescribe(planned.id, (warm_up, typed, PlannedSet(5, 5, 2), PlannedSet(amrap=True)))
    fill(program, today)
    made = loads(program, today, today)[:4]
    assert made[:2] == [None, 70]
    assert 80 <= made[2] <= 100
    assert made[3] is None


def test_sessions_that_are_done_and_lifts_without_a_history_are_left_alone(program, today):
    view = planning.view(program, today, today)
    for made in view.week.sessions:
        logging.start_planned(program, made.id, today)
    fill(program, today)
    assert set(loads(program, today, today)) == {None}
    assert set(loads(program, today, today, "bench-press")) == {None}


def test_filled_loads_are_in_the_lifters_unit(program, today):
    clients.change(replace(clients.lifter(program), unit=Unit.LB))
    fill(program, today)
    units = {
        entry.unit
        for made in planning.view(program, today, today).week.sessions
        for e in made.exercises
        for entry in e.sets
        if entry.load_kg is not None
    }
    assert units == {Unit.LB}


def test_a_block_that_is_over_asks_for_nothing(program, today):
    assert planning.view(program, today, date(2030, 1, 1)).open_lifts == ()
