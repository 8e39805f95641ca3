"""Planned against done: only days that have passed are due, and more is never held against one."""

from datetime import date, timedelta

import pytest

from planner.coach import blocks, logging, planning, week_edits
from planner.coach.adherence import NOTHING_DUE, Kept, adherence
from planner.engine.terms import Absence, LoggedSet, Session
from planner.storage import clients, log, plan

MONDAY = date(2026, 11, 2)
DAY = timedelta(days=1)


@pytest.fixture
def week(lifter: int) -> list[int]:
    """Plan squats on Monday, Wednesday and Friday of a week; return the sessions' ids."""
    blocks.new_mesocycle(lifter, "Base", MONDAY, 1)
    week = planning.view(lifter, MONDAY, MONDAY).week.id
    made = [week_edits.add_session(week, day, f"Day {day}") for day in (0, 2, 4)]
    for session in made:
        week_edits.add_exercise(session, "back-squat")
    return made


def do(lifter: int, session: int, on: date, sets: int = 3) -> None:
    logged = logging.start_planned(lifter, session, on)
    card = logging.session_view(lifter, logged, on).cards[0]
    logging.log_sets(card.logged_exercise_id, [LoggedSet(100, 8, rir=2, load=100)] * sets)


def kept(lifter: int, today: date) -> Kept:
    return planning.view(lifter, MONDAY, today).weeks[0].kept


def test_what_is_planned_for_today_is_due_once_it_is_finished(lifter, week):
    assert adherence(lifter, MONDAY, MONDAY) == (0, 0)
    do(lifter, week[0], MONDAY)
    assert adherence(lifter, MONDAY, MONDAY) == (0, 0)
    assert kept(lifter, MONDAY) == NOTHING_DUE
    logging.finish(plan.done(lifter)[week[0]])
    assert adherence(lifter, MONDAY, MONDAY) == (1, 1)
    assert kept(lifter, MONDAY) == Kept(1, 1, 3, 3)


def test_a_day_that_passed_is_due_and_one_to_come_is_not(lifter, week):
    do(lifter, week[0], MONDAY, sets=2)
    assert adherence(lifter, MONDAY, MONDAY + 3 * DAY) == (1, 2)
    assert kept(lifter, MONDAY + 3 * DAY) == Kept(1, 2, 2, 6)


def test_days_away_are_not_due(lifter, week):
    clients.add_absence(lifter, Absence(MONDAY + DAY, MONDAY + 3 * DAY))
    later = MONDAY + 7 * DAY
    assert adherence(lifter, MONDAY, later) == (0, 2)
    assert kept(lifter, later) == Kept(0, 2, 0, 6)


def test_a_session_that_nobody_planned_changes_nothing(lifter, week, train):
    train(lifter, "deadlift", MONDAY + DAY, LoggedSet(100, 5, load=100))
    assert adherence(lifter, MONDAY, MONDAY + 7 * DAY) == (0, 3)


def test_a_day_that_a_later_block_has_is_due_once(lifter, week):
    blocks.new_mesocycle(lifter, "Next", MONDAY + 2 * DAY, 1)
    assert adherence(lifter, MONDAY, MONDAY + 7 * DAY) == (0, 1)


def test_a_note_alone_is_no_session_that_was_done(lifter, week):
    noted = Session(MONDAY, note="ill", finished=True, planned_session_id=week[0])
    log.add_session(lifter, noted)
    assert adherence(lifter, MONDAY, MONDAY + DAY) == (0, 1)
    assert kept(lifter, MONDAY + DAY) == Kept(0, 1, 0, 3)
