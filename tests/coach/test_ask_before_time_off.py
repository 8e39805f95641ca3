"""Where planned sessions are not typed in yet, it is asked before anything is said of time off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    absences,
    client_list,
    logging,
    questions,
    starting,
    suggesting,
    trail,
    untyped,
)
from planner.coach.parts import at_once
from planner.coach.wording import render
from planner.engine.terms import (
    Absence,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SuggestionKind,
    Unit,
)
from planner.storage import clients, plan

WEEK = timedelta(weeks=1)
TARGET = PlannedSet(5, 5, rir=2.0, load_kg=100.0, load=100.0)


@pytest.fixture
def next_week(today: date) -> date:
    """The first day of the second week: the squatter's last session was 14 days before."""
    return today + WEEK


@pytest.fixture
def planned(squatter: int, today: date, next_week: date) -> int:
    """Plan squats for today's week, nothing of it is logged, and for the week after."""
    session = PlannedSession("Lower", 0, (PlannedExercise("back-squat", (TARGET,) * 3),))
    weeks = tuple(Microcycle(n, today + n * WEEK, (session,)) for n in (0, 1))
    plan.add_mesocycle(squatter, Mesocycle("Block", today, weeks=weeks))
    return squatter


def back(lifter: int, on: date) -> list[str]:
    made = suggesting.advised(lifter, on).asked
    return [each.exercise for each in made if each.kind is SuggestionKind.RETURN_RAMP]


def asked(lifter: int, on: date) -> list[str]:
    made = untyped.asked(suggesting.advised(lifter, on).untyped)
    return [] if made is None else [render(made)]


def test_a_planned_session_that_is_not_typed_in_is_asked_about_first(planned, next_week) -> None:
    assert back(planned, next_week) == []
    assert asked(planned, next_week) == [
        "Was this done? Lower of 5 Nov is not typed in. Until that is known, nothing is said of "
        "time off."
    ]
    assert not suggesting.all_suggestions(planned, next_week)
    (made,) = questions.questions(planned, next_week, [])
    assert questions.text([made], Unit.KG).startswith("Open questions:\n  Was this done?")


def test_several_in_a_week_without_a_session_are_asked_about_though_that_is_no_time_off_yet(
    lifter, train, today
) -> None:
    session = PlannedSession("Lower", 0, (PlannedExercise("back-squat", (TARGET,) * 3),))
    days = tuple(replace(session, day=day) for day in (0, 2, 4))
    week = Microcycle(0, today, days)
    plan.add_mesocycle(lifter, Mesocycle("Block", today, weeks=(week,)))
    for before in (17, 10, 3):
        on = today - timedelta(days=before)
        train(lifter, "back-squat", on, LoggedSet(100.0, 5, rir=2.0, load=100.0))
    planned = lifter
    assert asked(planned, today + timedelta(days=3)) == []
    on = today + timedelta(days=6)
    assert back(planned, on) == []
    assert [made[:37] for made in asked(planned, on)] == ["Were these done? 3 sessions since 5 N"]
    state = at_once(client_list.reading_state(clients.lifter(planned), on))
    assert state.verdict is client_list.ClientVerdict.QUESTION
    untyped.not_done(planned, suggesting.advised(planned, on).untyped, on)
    assert asked(planned, on) == back(planned, on) == []


def test_older_sessions_that_the_log_still_offers_are_counted_along(planned, today) -> None:
    on = today + timedelta(days=15)
    (made,) = asked(planned, on)
    assert made.startswith("Were these done? 2 sessions since 5 Nov are")
    assert len(starting.waiting(planned, on, on).missed) == 2
    assert asked(planned, on + WEEK) == []


def test_once_it_is_typed_in_there_was_no_time_off(planned, today, next_week) -> None:
    ((key, _),) = logging.planned_today(planned, today)
    session = logging.start_planned(planned, key, today)
    slot = logging.session_view(planned, session, next_week).cards[0].logged_exercise_id
    logging.log_sets(slot, [LoggedSet(100.0, 5, rir=2.0, load=100.0)] * 3)
    assert back(planned, next_week) == asked(planned, next_week) == []


@pytest.fixture
def back_at_once(planned, train, next_week) -> int:
    """A bench press is logged after the gap, the squats of the gap are not."""
    other = LoggedSet(60.0, 5, rir=2.0, load=60.0)
    for week in (4, 3, 2):
        train(planned, "bench-press", next_week - week * WEEK, other)
    train(planned, "bench-press", next_week, other)
    return planned


def test_a_session_after_the_gap_does_not_answer_what_was_planned_in_it(
    back_at_once, next_week
) -> None:
    assert [made[:13] for made in asked(back_at_once, next_week)] == ["Was this done"]
    assert back(back_at_once, next_week) == []
    state = at_once(client_list.reading_state(clients.lifter(back_at_once), next_week))
    assert state.verdict is client_list.ClientVerdict.QUESTION


def test_what_was_not_done_stays_time_off_after_the_first_session_back(
    back_at_once, next_week
) -> None:
    untyped.not_done(back_at_once, suggesting.advised(back_at_once, next_week).untyped, next_week)
    assert asked(back_at_once, next_week) == []
    assert back(back_at_once, next_week) == ["back-squat"]


def test_what_was_planned_before_the_first_session_ever_is_not_asked_about(
    lifter, train, today
) -> None:
    session = PlannedSession("Lower", 0, (PlannedExercise("back-squat", (TARGET,)),))
    week = Microcycle(0, today - WEEK, (session,))
    plan.add_mesocycle(lifter, Mesocycle("Block", today - WEEK, weeks=(week,)))
    train(lifter, "back-squat", today, LoggedSet(100.0, 5, load=100.0))
    assert untyped.since_last(lifter, today) == ()


def test_what_was_not_done_is_time_off_and_is_asked_once(planned, next_week) -> None:
    untyped.not_done(planned, suggesting.advised(planned, next_week).untyped, next_week)
    assert asked(planned, next_week) == []
    assert back(planned, next_week) == ["back-squat"]
    (made,) = trail.decided(planned)
    assert (made.verdict, made.said) == (
        trail.DecisionVerdict.ANSWERED,
        "Lower of 5 Nov was not done.",
    )


def test_days_marked_as_away_are_not_asked_about(planned, today, next_week) -> None:
    absences.add(planned, Absence(today, today, "holiday"))
    assert asked(planned, next_week) == []
    assert back(planned, next_week) == ["back-squat"]


def test_without_a_pause_nothing_is_asked(planned, train, today, next_week) -> None:
    train(planned, "back-squat", today + timedelta(days=3), LoggedSet(100.0, 5, load=100.0))
    assert asked(planned, next_week) == []


def test_what_was_planned_more_than_two_weeks_ago_waits_no_longer(planned, today) -> None:
    on = today + 3 * WEEK + timedelta(days=1)
    assert asked(planned, on) == []
    assert back(planned, on) == ["back-squat"]


def test_without_a_plan_time_off_is_told_at_once(squatter, next_week) -> None:
    assert asked(squatter, next_week) == []
    assert back(squatter, next_week) == ["back-squat"]


def test_the_list_of_lifters_tells_that_something_is_to_be_answered(planned, next_week) -> None:
    state = at_once(client_list.reading_state(clients.lifter(planned), next_week))
    assert (state.verdict, render(state.why)[:14]) == (
        client_list.ClientVerdict.QUESTION,
        "Was this done?",
    )
