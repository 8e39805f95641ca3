"""What is marked on a lift's time axis: deloads, variations, swaps and notes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.coach import charts, deciding
from planner.coach.charts import lift_events
from planner.coach.happenings import Event
from planner.coach.wording import render
from planner.engine.terms import (
    Change,
    CheckIn,
    Confidence,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedSession,
    Session,
    Suggestion,
    SuggestionKind,
    phrase,
)
from planner.storage import clients, log, plan

SQUAT = "back-squat"
ENTRY = LoggedSet(100.0, 5, rir=2.0, load=100.0)


def told(lifter, on, kind, slug=SQUAT):
    chart = charts.strength(lifter, slug, on)
    return [(each.on, render(each.text)) for each in chart.events if each.kind == kind]


@pytest.fixture
def block(squatter, today):
    """Plan four weeks of squats that end today, the last one a deload; return their ids."""
    days = (PlannedSession("A", 0), PlannedSession("B", 3))
    monday = today - timedelta(days=27)
    weeks = tuple(
        Microcycle(n + 1, monday + timedelta(weeks=n), days, deload=n == 3) for n in range(4)
    )
    key = plan.add_mesocycle(squatter, Mesocycle("Block", monday, weeks))
    return plan.mesocycle(key).weeks


def test_a_deload_is_marked_on_the_first_day_that_the_lift_was_done_in_it(
    squatter, today, train, block
):
    train(squatter, SQUAT, today, ENTRY)
    assert told(squatter, today, "deload") == [
        (today, "Deload week, 1 session of this lift"),
    ]


def test_a_deload_done_later_is_still_that_deload(squatter, today, block):
    planned = block[3].sessions[1].id
    slot = LoggedExercise(SQUAT, (ENTRY,))
    on = today + timedelta(days=3)
    log.add_session(squatter, Session(on, (slot,), finished=True, planned_session_id=planned))
    assert told(squatter, on, "deload") == [(on, "Deload week, 1 session of this lift")]


def test_a_session_of_another_week_done_in_a_deload_is_not_that_deload(squatter, today, block):
    planned = block[2].sessions[1].id
    slot = LoggedExercise(SQUAT, (ENTRY,))
    log.add_session(squatter, Session(today, (slot,), finished=True, planned_session_id=planned))
    assert told(squatter, today, "deload") == []


def test_a_deload_without_the_lift_is_not_marked_on_it(squatter, today, train, block):
    train(squatter, "bench-press", today, ENTRY)
    assert told(squatter, today, "deload") == []


def test_a_variation_that_was_taken_up_is_marked_on_its_kin(squatter, today, train):
    key = train(squatter, "front-squat", today - timedelta(days=3), ENTRY)
    assert told(squatter, today, "variation") == [
        (today - timedelta(days=3), "First session of Front squat"),
    ]
    assert charts.strength(squatter, SQUAT, today).events[-1].session_id == key
    assert told(squatter, today, "variation", "front-squat") == []  # the squat was there before


def test_what_was_begun_together_is_no_variation_taken_up(squatter, today, train):
    train(squatter, "front-squat", today - timedelta(weeks=9), ENTRY)
    assert told(squatter, today, "variation") == []


def test_another_lift_is_no_variation(squatter, today, train):
    train(squatter, "bench-press", today, ENTRY)
    assert told(squatter, today, "variation") == []


@pytest.fixture
def swap(squatter, today):
    """Accept that the front squat takes the back squat's place."""
    made = Suggestion(
        SuggestionKind.VARIATION, SQUAT, "structure.variation", phrase("Swap for a while"),
        phrase("Flat for weeks."), phrase("A rise."), Confidence.LIKELY,
        (("to", "front-squat"),), Change(exercise="front-squat"),
    )  # fmt: skip
    deciding.accept(squatter, made, today - timedelta(days=4))
    return made


def test_an_accepted_swap_is_told_once_on_both_lifts(squatter, today, train, swap):
    train(squatter, "front-squat", today - timedelta(days=4), ENTRY)
    on = today - timedelta(days=4)
    assert told(squatter, today, "swap") == [(on, "Swapped for Front squat")]
    assert told(squatter, today, "swap", "front-squat") == [(on, "Took the place of Back squat")]
    assert told(squatter, today, "decision") == []
    assert told(squatter, today, "variation") == []
    assert told(squatter, today, "swap", "front-squat")


def test_a_swap_of_other_lifts_is_not_told(squatter, today, train, swap):
    train(squatter, "bench-press", today, ENTRY)
    assert told(squatter, today, "swap", "bench-press") == []


def test_an_accepted_suggestion_that_is_no_swap_stays(today):
    swapped = Event(today, "swap", phrase("Swapped"), decision_id=1)
    accepted = [Event(today, "decision", phrase("Accepted"), decision_id=key) for key in (1, 2)]
    assert lift_events.joined([swapped], accepted) == (swapped, accepted[1])


def test_notes_of_session_and_lift_are_marked_and_lead_to_it(squatter, today):
    slot = LoggedExercise(SQUAT, (ENTRY,), note="new shoes")
    key = log.add_session(squatter, Session(today, (slot,), note="slept\n badly", finished=True))
    assert told(squatter, today, "note") == [(today, "slept badly · new shoes")]
    assert charts.strength(squatter, SQUAT, today).events[-1].session_id == key


def test_a_lift_that_came_twice_in_a_session_has_its_notes_in_one(squatter, today):
    slots = tuple(LoggedExercise(SQUAT, (ENTRY,), note=note) for note in ("first", "", "second"))
    log.add_session(squatter, Session(today, slots, finished=True))
    assert told(squatter, today, "note") == [(today, "first · second")]


def test_what_is_private_is_never_marked(squatter, today, train):
    train(squatter, SQUAT, today, ENTRY)
    clients.save_check_in(squatter, CheckIn(today, mood=1, note="a very bad day"))
    slot = LoggedExercise("bench-press", (ENTRY,), note="another lift")
    log.add_session(squatter, Session(today, (slot,), note=" ", finished=True))
    blank = Session(today, (LoggedExercise(SQUAT, (ENTRY,)),), note=" ", finished=True)
    log.add_session(squatter, blank)
    assert told(squatter, today, "note") == []


def test_what_is_to_come_is_not_marked_yet(squatter, today):
    slot = LoggedExercise(SQUAT, (ENTRY,), note="later")
    log.add_session(squatter, Session(today + timedelta(days=2), (slot,), finished=True))
    assert told(squatter, today, "note") == []
