"""Why nothing is suggested: each case is told as it is."""

from __future__ import annotations

from datetime import timedelta

from planner.coach import deciding, silence, suggesting, wording
from planner.engine.terms import (
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import plan

HEAVY = LoggedSet(100.0, 5, rir=2.0, load=100.0)


def why(lifter, today):
    return wording.render(silence.why(lifter, today))


def test_nothing_was_logged(lifter, today):
    assert suggesting.all_suggestions(lifter, today) == []
    assert why(lifter, today).startswith("Nothing is logged yet.")


def test_what_comes_later_is_not_known_yet(lifter, today, train):
    train(lifter, "back-squat", today + timedelta(days=3), HEAVY)
    assert why(lifter, today).startswith("Nothing is logged yet.")


def test_who_only_runs_reads_what_is_suggested_at_all(lifter, today, train):
    train(lifter, "running", today, LoggedSet(None, None, seconds=1500.0))
    assert suggesting.all_suggestions(lifter, today) == []
    assert why(lifter, today) == (
        "Nothing to suggest for now. Loads are suggested for lifts that are logged with load and "
        "repetitions, two or three sessions of each; what is logged so far has none."
    )


def test_who_trains_on_a_ladder_reads_where_on_it(lifter, today, train):
    train(lifter, "plank", today, LoggedSet(None, None, seconds=60.0))
    assert suggesting.all_suggestions(lifter, today) == []
    assert why(lifter, today).startswith("Nothing to change now. Plank is step ")
    assert "on its ladder" in why(lifter, today)


def test_too_few_sessions_say_how_many_there_are(lifter, today, train):
    train(lifter, "back-squat", today - timedelta(days=7), HEAVY)
    train(lifter, "back-squat", today, HEAVY)
    assert why(lifter, today) == (
        "Too few sessions yet: 2 of a lift at the most, the last on 5 Nov. After two or three "
        "the next step shows here."
    )


def test_all_that_was_suggested_is_answered(squatter, today):
    for made in suggesting.all_suggestions(squatter, today):
        deciding.dismiss(squatter, today=today, suggestion=made, reason="")
    assert suggesting.all_suggestions(squatter, today) == []
    assert why(squatter, today) == (
        "Nothing to change now: all that was suggested since the last session, on 29 Oct, is "
        "answered."
    )


def test_a_lighter_week_is_planned(squatter, today):
    slot = PlannedExercise("back-squat", (PlannedSet(5, 5, load_kg=60.0, load=60.0),))
    week = Microcycle(1, today, (PlannedSession("Light", 1, (slot,)),), deload=True)
    plan.add_mesocycle(squatter, Mesocycle("Block", today, weeks=(week,)))
    assert suggesting.all_suggestions(squatter, today) == []
    assert why(squatter, today) == (
        "A lighter week is planned from 6 Nov: nothing else changes until it is over."
    )


def test_otherwise_what_is_followed_is_told(squatter, today):
    assert why(squatter, today) == (
        "Nothing to change now. Lifts followed: 1; the last session was on 29 Oct."
    )
