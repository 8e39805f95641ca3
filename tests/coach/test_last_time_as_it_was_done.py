"""Beside a row stand last time's sets as they were done."""

from datetime import timedelta

import pytest

from planner.coach import logging
from planner.engine.terms import Exercise, LoadKind, LoggedSet, SetKind
from planner.storage import library

ROW, SQUAT = "seated-cable-row", "back-squat"


def lifted(kg, reps, rir=None, **more):
    return LoggedSet(kg, reps, rir=rir, load=kg, **more)


FAILED = (lifted(45, 3, 0), lifted(45, 4, 0), lifted(45, 8, 3))
ONE_HEAVY = (lifted(65, 6, 3), lifted(100, 6, 2), lifted(65, 6, 3))


@pytest.fixture
def beside(lifter, today, train):
    """Return a function that trains yesterday and tells what stands beside today's rows."""

    def read(slug, *sets):
        train(lifter, slug, today - timedelta(days=1), *sets)
        session = logging.start_free(lifter, today)
        logging.add_exercise(session, slug)
        rows = logging.session_view(lifter, session, today).cards[0].rows
        return [(row.last.load_kg, row.last.reps) for row in rows]

    return read


def test_sets_that_failed_at_the_load_stand_beside_the_one_that_went(beside):
    assert beside(ROW, *FAILED) == [(45, 3), (45, 4), (45, 8)]


def test_a_set_that_came_again_after_the_heaviest_led_up_to_nothing(beside):
    assert beside(SQUAT, *ONE_HEAVY) == [(65, 6), (100, 6), (65, 6)]


def test_lighter_sets_that_lead_up_to_the_heaviest_are_left_out(beside):
    ramp = [lifted(kg, 5) for kg in (40, 40, 60, 80)]
    assert beside(SQUAT, *ramp, lifted(100, 5), lifted(100, 5)) == [(100, 5)] * 2


def test_a_ramp_is_none_of_the_work_for_a_longer_set_after_it(beside):
    sets = lifted(60, 5), lifted(100, 5), lifted(60, 15)
    assert beside(SQUAT, *sets) == [(100, 5), (60, 15)]


def test_a_lighter_set_to_the_limit_led_up_to_nothing(beside):
    sets = lifted(40, 8), lifted(80, 5, 0), lifted(100, 5, 2), lifted(100, 5, 2)
    assert beside(SQUAT, *sets) == [(80, 5), (100, 5), (100, 5)]


def test_a_lighter_set_marked_as_failed_led_up_to_nothing(beside):
    sets = lifted(80, 5, kind=SetKind.FAILURE), lifted(100, 5), lifted(100, 5)
    assert beside(SQUAT, *sets) == [(80, 5), (100, 5), (100, 5)]


def test_a_load_that_did_not_move_is_shown_before_the_lighter_ones_that_did(beside):
    assert beside(SQUAT, lifted(120, 0), lifted(100, 5), lifted(100, 5))[0] == (120, 0)


def test_a_first_load_mistyped_by_a_digit_is_still_left_out(beside):
    assert beside(SQUAT, lifted(1000, 5), lifted(100, 5), lifted(100, 5)) == [(100, 5)] * 2


def test_more_help_leads_up_to_less(beside, lifter):
    helped = Exercise("dips-helped", "Dips, helped", load_kind=LoadKind.ASSISTED)
    library.add_exercises([helped])
    sets = lifted(40, 5), lifted(10, 5), lifted(10, 5)
    assert beside("dips-helped", *sets) == [(10, 5)] * 2
