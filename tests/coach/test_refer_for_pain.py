"""Strong pain in two sessions running sends the lift to a professional, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import health, logging
from planner.coach.quiet import quiet
from planner.engine.terms import SUSPECT, LoggedSet, ReferralSource, SetKind, Topic
from planner.storage import log

HURT = LoggedSet(100.0, 5, load=100.0, pain=6)
SORE = LoggedSet(100.0, 5, load=100.0, pain=4)


@pytest.fixture
def log_a_set(lifter, today):
    """Return a function that logs a set of squats without pain some days ago; it returns its id."""

    def log(days, *sets):
        session = logging.start_free(lifter, today - timedelta(days=days))
        return logging.log_sets(logging.add_exercise(session, "back-squat"), sets)[0]

    return log


def test_strong_pain_in_two_sessions_running_opens_the_referral_of_the_lift(
    lifter, today, log_a_set
):
    log_a_set(7, HURT)
    assert health.waiting(lifter, today) == ()
    logging.hurt(log_a_set(0, LoggedSet(100.0, 5, load=100.0)), 5)
    [made] = health.waiting(lifter, today)
    assert (made.topic, made.source, made.exercise) == (
        Topic.STRONG_PAIN,
        ReferralSource.LOG,
        "back-squat",
    )
    assert quiet(lifter, today).blocked is None
    assert quiet(lifter, today).of("back-squat") is not None
    assert quiet(lifter, today).of("bench-press") is None


def test_a_second_set_that_hurts_does_not_double_it(lifter, today, log_a_set):
    log_a_set(7, HURT)
    log_a_set(0, HURT, HURT)
    log_a_set(0, HURT)
    assert len(health.waiting(lifter, today)) == 1


def test_warm_ups_alone_between_two_sessions_that_hurt_change_nothing(lifter, today, log_a_set):
    log_a_set(7, HURT)
    for days in (5, 3):
        log_a_set(days, LoggedSet(20.0, 8, load=20.0, kind=SetKind.WARMUP))
    log_a_set(0, HURT)
    assert len(health.waiting(lifter, today)) == 1


@pytest.mark.parametrize("sets", [[HURT, SORE], [SORE, HURT], [SORE, SORE]])
def test_pain_once_or_less_strong_pain_sends_nobody(lifter, today, log_a_set, sets):
    for days, entry in zip((7, 0), sets, strict=True):
        log_a_set(days, entry)
    assert health.waiting(lifter, today) == ()


def test_a_set_that_is_edited_sends_nobody_for_pain_that_was_told_before(lifter, today, log_a_set):
    log_a_set(7, HURT)
    last = log.set_(log_a_set(0, HURT))
    [made] = health.waiting(lifter, today)
    health.take_back(made)
    logging.change_set(replace(last, reps=6))
    assert (logging.hurt(last.id, 6), health.referrals(lifter)) == (None, [])
    logging.change_set(replace(last, pain=7))
    assert len(health.waiting(lifter, today)) == 1


def test_pain_of_years_ago_that_is_typed_in_now_sends_nobody(lifter, today, log_a_set):
    log_a_set(0, LoggedSet(100.0, 5, load=100.0))
    for days in (2000, 1993):
        logging.hurt(log_a_set(days, HURT), 7)
    assert health.referrals(lifter) == []


def test_pain_of_last_week_that_is_typed_in_today_counts(lifter, today, log_a_set):
    log_a_set(0, replace(SORE, pain=None))
    for days in (13, 6):
        log_a_set(days, HURT)
    assert [made.on for made in health.waiting(lifter, today)] == [today - timedelta(days=6)]


def test_the_second_counts_whichever_is_stored_later(lifter, today, log_a_set):
    log_a_set(0, HURT)
    log_a_set(3, HURT)
    assert [made.on for made in health.waiting(lifter, today)] == [today]
    log_a_set(6, HURT)
    assert len(health.referrals(lifter)) == 1


def test_a_late_first_one_counts_however_long_before_the_second_it_was(lifter, today, log_a_set):
    for days in (0, 90):
        log_a_set(days, HURT)
    assert [made.on for made in health.waiting(lifter, today)] == [today]


@pytest.mark.parametrize("between", [SORE, HURT])
def test_a_session_that_lies_between_tells_whether_they_are_running(
    lifter, today, log_a_set, between
):
    log_a_set(3, between)
    log_a_set(0, HURT)
    referred = len(health.referrals(lifter))
    log_a_set(6, HURT)
    assert len(health.referrals(lifter)) == referred == (between is HURT)


def test_what_was_cleared_since_is_not_raised_by_an_older_session(lifter, today, log_a_set):
    for days in (7, 3):
        log_a_set(days, HURT)
    [made] = health.waiting(lifter, today)
    health.clear(lifter, made, health.Clearance(today - timedelta(days=1), "Dr. Cor"))
    log_a_set(10, HURT)
    assert len(health.referrals(lifter)) == 1


def test_what_was_cleared_since_is_not_raised_by_a_session_that_lies_between(
    lifter, today, log_a_set
):
    for days in (10, 4):
        log_a_set(days, HURT)
    [made] = health.waiting(lifter, today)
    health.clear(lifter, made, health.Clearance(today - timedelta(days=1), "Dr. Cor"))
    log_a_set(7, HURT)
    assert len(health.referrals(lifter)) == 1
    assert quiet(lifter, today).of("back-squat") is None


@pytest.mark.parametrize("cleared", [1, 0])
def test_what_hurts_again_after_it_was_cleared_is_raised_anew(lifter, today, log_a_set, cleared):
    for days in (10, 4):
        log_a_set(days, HURT)
    [made] = health.waiting(lifter, today)
    health.clear(lifter, made, health.Clearance(today - timedelta(days=cleared), "Dr. Cor"))
    log_a_set(0, HURT)
    assert [made.on for made in health.waiting(lifter, today)] == [today]


def test_a_session_that_lies_between_raises_what_hurt_after_the_clearance(lifter, today, log_a_set):
    for days in (10, 8, 4):
        log_a_set(days, HURT)
    [made] = health.waiting(lifter, today)
    health.clear(lifter, made, health.Clearance(today - timedelta(days=5), "Dr. Cor"))
    log_a_set(6, HURT)
    assert [made.on for made in health.waiting(lifter, today)] == [today - timedelta(days=4)]


def test_a_set_in_doubt_that_hurt_counts_as_the_first_of_two(lifter, today, log_a_set):
    log_a_set(14, LoggedSet(100.0, 5, load=100.0))
    log_a_set(7, replace(HURT, load_kg=1000.0, load=1000.0, flags=frozenset({SUSPECT})))
    log_a_set(0, HURT)
    assert len(health.waiting(lifter, today)) == 1


def test_a_set_in_doubt_that_tells_of_no_pain_changes_nothing(lifter, today, log_a_set):
    log_a_set(7, HURT)
    log_a_set(3, LoggedSet(100.0, 5, load=100.0, flags=frozenset({SUSPECT})))
    log_a_set(0, HURT)
    assert len(health.waiting(lifter, today)) == 1
