"""Which tempo a set is moved to, and whether it was kept."""

from __future__ import annotations

import pytest

from planner.coach import library, logging, pacing, turned_lifts
from planner.engine.terms import TEMPO_LOST, LoggedSet, PlannedSet
from planner.storage import log

SET = LoggedSet(60.0, 8, load=60.0)


@pytest.fixture
def squats(lifter, today):
    """Start a session with squats; return a function for their card."""
    session = logging.start_free(lifter, today)
    logging.add_exercise(session, "back-squat")

    def card():
        return logging.session_view(lifter, session, today).cards[0]

    return card


def test_a_set_is_paced_to_the_most_reps_asked_and_an_open_one_without_end() -> None:
    assert pacing.pace("3-1-3-0", PlannedSet(6, 8)).reps == 8
    assert pacing.pace("3-1-3-0", PlannedSet(6, amrap=True)).reps is None
    assert pacing.pace("3-1-3-0", None).reps is None


def test_a_lift_that_was_turned_begins_the_other_way_from_then_on(lifter, squats) -> None:
    squat = library.exercise("back-squat")
    turned_lifts.turn(lifter, squat)
    assert squats().from_below
    assert pacing.pace("3-1-2-0", None, squats().from_below).stretches[0].seconds == 2
    turned_lifts.turn(lifter, squat)
    assert not squats().from_below


def test_the_tempo_offered_is_that_of_the_set_just_done(squats) -> None:
    assert pacing.tempo_of(squats()) == ""
    logging.log_sets(squats().logged_exercise_id, pacing.paced([SET], "4-0-1-0"))
    assert pacing.tempo_of(squats()) == "4-0-1-0"


def test_a_hold_has_no_tempo_and_what_is_next_was_planned_or_is_open(lifter, today, squats) -> None:
    session = logging.start_free(lifter, today)
    logging.add_exercise(session, "plank")
    assert pacing.tempo_of(logging.session_view(lifter, session, today).cards[0]) == ""
    assert pacing.next_target(squats().rows) is None


def test_what_was_not_answered_stays_unknown_and_an_answer_can_be_taken_back(squats) -> None:
    card = squats().logged_exercise_id
    first, second, _ = logging.log_sets(card, pacing.paced([SET] * 3, "3-1-3-0"))
    assert pacing.tally(squats().rows) == (0, 0)
    pacing.answer(first, True)
    pacing.answer(second, False)
    assert pacing.tally(squats().rows) == (1, 2)
    pacing.answer(second, None)
    assert (pacing.kept(log.set_(first)), pacing.kept(log.set_(second))) == (True, None)


def test_an_answer_survives_a_change_of_the_set(squats) -> None:
    (key,) = logging.log_sets(squats().logged_exercise_id, pacing.paced([SET], "3-1-3-0"))
    pacing.answer(key, False)
    logging.change_set(log.set_(key))
    assert log.set_(key).flags == {TEMPO_LOST}


def test_the_set_just_moved_to_a_tempo_is_asked_about_also_beside_its_partner(squats) -> None:
    card = squats().logged_exercise_id
    logging.log_sets(card, pacing.paced([SET], "3-1-3-0"))
    assert pacing.asked_about([squats()], None).tempo == "3-1-3-0"
    logging.log_sets(card, [SET])
    assert pacing.asked_about([squats()], None) is None
    assert pacing.asked_about([squats()], squats()).tempo == "3-1-3-0"
