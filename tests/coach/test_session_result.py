"""What came out of a session, once it is finished."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import logging
from planner.coach.session_result import session_result
from planner.engine.terms import (
    KG_PER_LB,
    LoggedExercise,
    LoggedSet,
    Session,
    SetKind,
    Technique,
    Unit,
)
from planner.storage import log

HEAVY, LIGHT = LoggedSet(102.5, 5, load=102.5), LoggedSet(60.0, 5, load=60.0)


def result(lifter: int, session_id: int, today: date):
    return session_result(lifter, logging.session_view(lifter, session_id, today), today)


@pytest.fixture
def done(today, train):
    """Return a function that squats today and sums it up."""

    def summed(lifter: int, *sets: LoggedSet):
        return result(lifter, train(lifter, "back-squat", today, *sets), today)

    return summed


def test_a_load_never_lifted_before_is_named_once_with_its_exercise(squatter, done):
    made = done(squatter, HEAVY, HEAVY)
    assert made.records == (("Back squat", "102.5 kg × 5"),)


def test_a_record_in_another_unit_is_told_in_the_lifters(squatter, done):
    pounds = LoggedSet(230 * KG_PER_LB, 5, rir=2.0, load=230.0, unit=Unit.LB)
    assert done(squatter, pounds).records == (("Back squat", "104 kg (230 lb) × 5 @2"),)


@pytest.mark.parametrize("slip", [{"technique": Technique.BREAKDOWN}, {"pain": 6}])
def test_a_set_that_broke_down_or_hurt_is_no_record_to_be_told(squatter, done, slip):
    assert done(squatter, replace(HEAVY, **slip)).records == ()
    heavier = LoggedSet(105.0, 5, load=105.0, **slip)
    assert done(squatter, HEAVY, heavier).records == (("Back squat", "102.5 kg × 5"),)


def test_a_session_deleted_meanwhile_cannot_be_summed_up(squatter, train, today):
    view = logging.session_view(squatter, train(squatter, "back-squat", today, HEAVY), today)
    logging.delete(view.session.id)
    with pytest.raises(LookupError):
        session_result(squatter, view, today)


def test_a_usual_day_has_no_records(squatter, done):
    made = done(squatter, LIGHT, LIGHT, LIGHT)
    assert (made.sets, made.tonnage_kg, made.records) == (3, 900.0, ())


def test_a_load_lifted_before_is_no_record_for_a_repetition_more(squatter, done):
    assert done(squatter, LoggedSet(100.0, 6, load=100.0)).records == ()


def test_warm_ups_count_neither_as_sets_nor_as_tonnage(squatter, done):
    made = done(squatter, LoggedSet(20.0, 10, kind=SetKind.WARMUP, load=20.0), LIGHT, LIGHT)
    assert (made.sets, made.warm_ups, made.tonnage_kg) == (2, 1, 600.0)


def test_the_first_day_of_a_lift_is_no_record(lifter, done):
    assert done(lifter, HEAVY).records == ()


def test_a_hold_is_counted_and_has_no_records(lifter, today, train):
    plank = train(lifter, "plank", today, LoggedSet(None, None, seconds=60.0))
    made = result(lifter, plank, today)
    assert (made.sets, made.records) == (1, ())


def test_a_session_typed_in_later_has_no_minutes(lifter, today):
    slot = LoggedExercise("back-squat", (LIGHT,))
    live = Session(today, (slot,), finished=True, duration_s=50 * 60)
    later = Session(today - timedelta(days=2), (slot,), finished=True)
    stored = [log.add_session(lifter, session) for session in (live, later)]
    assert [result(lifter, each, today).minutes for each in stored] == [50, None]
