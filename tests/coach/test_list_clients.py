"""All lifters at a glance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from planner.coach import client_list, health, readings, steps, switches, today as day
from planner.coach.client_list import Client, ClientState, ClientVerdict
from planner.coach.parts import at_once
from planner.coach.switches import Switch
from planner.coach.wording import render
from planner.engine.terms import (
    Absence,
    CheckIn,
    DayVerdict,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    Phase,
    PlannedSession,
    ReferralSource,
    Session,
    Topic,
)
from planner.storage import clients, log, plan


def state(lifter_id: int, today: date) -> ClientState:
    """Return what the engine says of a lifter."""
    return at_once(client_list.reading_state(clients.lifter(lifter_id), today))


def one(lifter_id: int, today: date) -> Client:
    """Return a lifter's row of the list."""
    return next(made for made in client_list.clients(today) if made.lifter.id == lifter_id)


def test_the_list_tells_who_was_here_who_comes_next_and_what_was_kept(
    lifter: int, today: date
) -> None:
    monday = date(2026, 10, 26)
    planned = tuple(PlannedSession(name, day) for name, day in (("A", 0), ("B", 2), ("C", 4)))
    weeks = tuple(
        Microcycle(number + 1, monday + timedelta(weeks=number), planned) for number in range(2)
    )
    block = plan.mesocycle(plan.add_mesocycle(lifter, Mesocycle("Block", monday, weeks)))
    done = block.weeks[0].sessions[0].id
    slot = LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),))
    log.add_session(lifter, Session(monday, (slot,), planned_session_id=done, finished=True))
    row = one(lifter, today)
    assert (row.last_on, row.next) == (monday, client_list.Due(date(2026, 11, 6), "C"))
    assert (row.done, row.due) == (1, 5)
    nobody = clients.add_lifter(Lifter(name="New"))
    clients.archive_lifter(nobody, today)
    assert one(nobody, today) == Client(clients.lifter(nobody))


def test_who_is_ill_is_told_to_be_since_when(squatter: int, today: date) -> None:
    clients.add_absence(squatter, Absence(today - timedelta(days=3), None, "ill"))
    made = state(squatter, today)
    assert made.verdict is ClientVerdict.ILL
    assert made.why is not None
    assert render(made.why).startswith("Ill since 2 Nov")


def test_the_phases_the_verdict_and_the_longest_rest_come_from_the_engine(
    squatter: int, today: date, train: Callable[..., int]
) -> None:
    curl = LoggedSet(12.0, 10, load=12.0)
    for days in (51, 44, 37, 30):
        train(squatter, "dumbbell-curl", today - timedelta(days=days), curl)
    train(squatter, "bench-press", today - timedelta(days=9), curl)
    made = state(squatter, today)
    assert {reading.exercise for reading in made.readings} == {
        "back-squat",
        "bench-press",
        "dumbbell-curl",
    }
    assert Phase.EARLY in {reading.phase for reading in made.readings}
    assert made.verdict is ClientVerdict.HOLD  # one lift alone is no return
    assert (made.unused[0].what, made.unused[0].days) == ("Biceps", 30)
    assert "Calves" not in {each.what for each in made.unused}  # never trained, nor planned


def test_a_poor_check_in_or_a_time_off_changes_the_verdict_and_says_why(
    squatter: int, today: date
) -> None:
    later = today + timedelta(weeks=6)
    back = state(squatter, later)
    assert back.verdict is ClientVerdict.EASE
    assert back.why is not None
    usual = [CheckIn(today - timedelta(days=n), sleep=4, soreness=2, energy=4) for n in range(1, 9)]
    for check_in in (*usual, CheckIn(today, sleep=1, sleep_hours=3, soreness=5, energy=1)):
        clients.save_check_in(squatter, check_in)
    tired = state(squatter, today)
    assert tired.verdict is ClientVerdict.REST
    assert tired.why is not None


def test_loads_that_jumped_leave_a_question_open(per_hand: int, today: date) -> None:
    assert state(per_hand, today).verdict is ClientVerdict.QUESTION


def test_a_lifter_without_a_log_has_no_verdict(lifter: int, today: date) -> None:
    assert state(lifter, today) == ClientState((), None, None, 0, ())


@pytest.fixture
def read(squatter: int, today: date) -> ClientState:
    """What was said of the squatter."""
    return state(squatter, today)


def test_what_was_said_is_at_hand_until_something_changes(
    read: ClientState, squatter: int, today: date
) -> None:
    who = clients.lifter(squatter)
    assert one(squatter, today).state is read
    assert client_list.is_sure(who, today)
    other = clients.add_lifter(Lifter(name="Somebody else"))
    assert not client_list.is_sure(who, today)
    assert state(squatter, today) is read  # it was not about this lifter
    assert client_list.is_sure(who, today)
    assert not client_list.is_sure(clients.lifter(other), today)
    assert client_list.at_hand(who, today + timedelta(days=1)) is None
    clients.add_absence(squatter, Absence(today))
    assert state(squatter, today) is not read


def test_an_undone_change_needs_no_second_reading(
    read: ClientState, squatter: int, today: date, train: Callable[..., int]
) -> None:
    entry = LoggedSet(100.0, 5, rir=2.0, load=100.0)
    _, step = steps.do(lambda: train(squatter, "back-squat", today, entry))
    steps.revert(step)
    assert state(squatter, today) is read


def test_reading_through_many_forgets_all_but_the_lifter_in_sight(
    squatter: int, today: date
) -> None:
    uid = clients.lifter(squatter).uid
    readings.forget(uid)
    state(squatter, today)
    assert not readings.remembered(uid)
    readings.replays(squatter, today)
    state(squatter, today + timedelta(days=1))
    assert readings.remembered(uid)
    unfinished = client_list.reading_state(clients.lifter(squatter), today + timedelta(days=2))
    readings.forget(uid)
    next(unfinished)
    next(unfinished)
    unfinished.close()
    assert not readings.remembered(uid)


def test_the_list_says_what_the_line_of_the_day_says_and_whose_choice_it_was(
    squatter: int, today: date
) -> None:
    day.choose(squatter, today, DayVerdict.REST, "a cold is coming")
    made = state(squatter, today)
    assert (made.verdict, made.chosen) == (ClientVerdict.REST, True)
    switches.set_on(squatter, Switch.VERDICT, False)
    assert state(squatter, today).verdict is ClientVerdict.UNSHOWN
    health.raise_referral(squatter, Topic.CARDIAC_EVENT, today, ReferralSource.INTAKE)
    assert state(squatter, today).verdict is ClientVerdict.WAITING
