"""How long to rest, when a rest begins, and what two clocks say of it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from planner.coach import blocks, logging, planning, resting, week_edits
from planner.coach.rest_clock import Instant, Rest
from planner.coach.rest_lengths import forget, keep
from planner.engine.terms import LoggedExercise, LoggedSet, PlannedSet, Session
from planner.storage import log

START = Instant(1_800_000_000.0, 500.0)
SET = LoggedSet(100.0, 5, load=100.0)


def after(wall: float, steady: float) -> Instant:
    return Instant(START.wall_s + wall, START.steady_s + steady)


def test_a_rest_runs_down_and_then_counts_how_long_it_is_over() -> None:
    rest = Rest(START, 90.0, 90)
    assert [rest.left_s(after(s, s)) for s in (0, 30, 110)] == [90.0, 60.0, -20.0]


def test_a_sleeping_laptop_goes_on_resting() -> None:
    assert Rest(START, 90.0, 90).left_s(after(wall=80, steady=10)) == 10.0


def test_a_clock_that_is_set_back_does_not_make_the_rest_longer() -> None:
    assert Rest(START, 90.0, 90).left_s(after(wall=-3600, steady=80)) == 10.0


@given(st.integers(1, 1800), st.integers(0, 3600), st.lists(st.sampled_from((-15, 15)), max_size=9))
def test_a_rest_never_ends_before_the_moment_it_is_changed_at(length, at_s, changes) -> None:
    rest, at = Rest(START, float(length), length), after(at_s, at_s)
    for change in changes:
        left = rest.left_s(at)
        rest = rest.longer(change, at)
        assert rest.left_s(at) == pytest.approx(max(max(left, 0.0) + change, 0.0), abs=1.0)


@pytest.fixture
def planned(squatter, today):
    """Plan squats for today with four minutes of rest."""
    blocks.new_mesocycle(squatter, "Block", today, weeks=1)
    week = planning.view(squatter, today, today).weeks[0].id
    line = week_edits.add_exercise(week_edits.add_session(week, 0, "Lower"), "back-squat")
    week_edits.prescribe(line, (PlannedSet(5, 5, 2, load_kg=102.5, load=102.5),) * 3)
    week_edits.annotate(line, 240, "3-1-3-0", "")


@pytest.fixture
def circuit(lifter, today):
    """Log a session of today with rows and pull-ups as superset; return a function for its view."""
    slots = [LoggedExercise(slug, superset=0) for slug in ("barbell-row", "pull-up")]
    session = log.add_session(lifter, Session(today, (*slots, LoggedExercise("barbell-curl"))))

    def cards():
        return logging.session_view(lifter, session, today).cards

    return cards


def test_a_superset_rests_after_its_round_as_long_as_its_longest_rest(lifter, circuit) -> None:
    row, pull_up, curl = (card.logged_exercise_id for card in circuit())
    keep(lifter, pull_up, 200)
    logging.log_sets(row, [SET])
    assert resting.after_set(circuit(), row) is None
    logging.log_sets(pull_up, [SET])
    assert resting.after_set(circuit(), pull_up) == 200
    logging.log_sets(curl, [SET])
    assert resting.after_set(circuit(), curl) == circuit()[2].rest_s


def test_a_partner_without_open_rows_is_waited_for_no_more(lifter, circuit, today, train) -> None:
    train(lifter, "pull-up", today - timedelta(days=7), SET)
    row, pull_up, _ = (card.logged_exercise_id for card in circuit())
    logging.log_sets(pull_up, [SET])
    assert resting.after_set(circuit(), pull_up) is None
    logging.log_sets(row, [SET, SET])
    assert resting.after_set(circuit(), row) is not None


def test_a_rest_is_kept_for_the_lifter_until_it_is_forgotten(lifter, circuit) -> None:
    curl = circuit()[2]
    keep(lifter, curl.logged_exercise_id, curl.rest_s + 30)
    assert circuit()[2].rest_s == curl.rest_s + 30
    forget(lifter, curl.logged_exercise_id)
    assert circuit()[2].rest_s == curl.rest_s


def test_the_plans_rest_goes_before_the_lifters_and_changes_for_today_only(
    squatter, planned, today
) -> None:
    line = logging.planned_today(squatter, today)[0][0]
    session = logging.start_planned(squatter, line, today)
    (card,) = logging.session_view(squatter, session, today).cards
    assert card.rest_s == 240
    keep(squatter, card.logged_exercise_id, 255)
    (card,) = logging.session_view(squatter, session, today).cards
    assert card.rest_s == 255
    free = logging.start_free(squatter, today)
    logging.add_exercise(free, "back-squat")
    assert logging.session_view(squatter, free, today).cards[0].rest_s == card.exercise.rest_s
    forget(squatter, card.logged_exercise_id)
    assert logging.session_view(squatter, session, today).cards[0].rest_s == 240


def test_a_rest_under_way_is_found_again_after_a_restart(lifter, today) -> None:
    at = datetime(2026, 11, 5, 18, 0)
    done = LoggedExercise("back-squat", (LoggedSet(100.0, 5, logged_at=at),), rest_s=180)
    log.add_session(lifter, Session(today, (done,)))
    found = resting.running(lifter, at + timedelta(seconds=60))
    assert found is not None
    assert found.left_s(resting.now()) == pytest.approx(120, abs=1)
    assert resting.running(lifter, at + timedelta(seconds=181)) is None
    assert resting.running(lifter, at - timedelta(seconds=1)) is None


def test_nothing_runs_where_no_session_is_open_or_no_time_is_known(lifter, circuit) -> None:
    now = datetime(2026, 11, 5, 18, 0)
    assert resting.running(lifter, now) is None
    logging.finish(logging.open_session(lifter))
    assert resting.running(lifter, now) is None
