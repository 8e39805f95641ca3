"""The card of a return to what the body does alone: sets and repetitions, and never a load."""

from __future__ import annotations

from datetime import date, timedelta

from planner.coach import clients, planning, suggesting
from planner.engine.terms import (
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import log, plan
from planner.ui import suggestion_advice
from planner.ui.suggestion_advice import Advice

TODAY = date(2026, 11, 5)
RAISE = "lying-leg-raise"


def card(lifter: int, weeks_off: int, last_pain: int | None = None) -> Advice:
    """Train for twelve weeks up to a pause, and read the card when the lift is planned again."""
    for week in range(11 + weeks_off, weeks_off - 1, -1):
        entry = LoggedSet(None, 10, 1.0, pain=last_pain if week == weeks_off else None)
        done = (LoggedExercise(RAISE, (entry,) * 3),)
        log.add_session(lifter, Session(TODAY - timedelta(weeks=week), done, finished=True))
    lines = (PlannedExercise(RAISE, (PlannedSet(10, 10, 1.0),) * 3),)
    days = tuple(PlannedSession("S", day, lines) for day in (0, 3, 5))
    week_ahead = (Microcycle(1, TODAY, days),)
    plan.add_mesocycle(lifter, Mesocycle("Block", TODAY, weeks=week_ahead))
    view, made = planning.view(lifter, TODAY, TODAY), suggesting.suggestions(lifter, TODAY)
    (found,) = suggestion_advice.advice(made, clients.lifter(lifter), view, TODAY)
    return found


def test_the_way_back_is_told_in_sets_and_not_in_kilograms(lifter: int) -> None:
    found = card(lifter, weeks_off=10)
    assert found.suggestion.rule == "return.ramp"
    assert found.outcome.startswith("1×")
    assert found.outcome.endswith("bw")
    assert found.note == "The session after it is shorter, too."


def test_after_strong_pain_no_load_is_said_to_go(lifter: int) -> None:
    found = card(lifter, weeks_off=4, last_pain=6)
    assert found.suggestion.rule == "return.ramp"
    assert found.outcome.startswith("2×")
    assert "loads go" not in found.note
