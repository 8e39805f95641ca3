"""The card of a return after strong pain has sets and repetitions, and no load."""

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

TODAY = date(2026, 11, 5)
SQUAT = "back-squat"


def trained(lifter: int, days_ago: int, entry: LoggedSet) -> None:
    done = (LoggedExercise(SQUAT, (entry,) * 3),)
    log.add_session(lifter, Session(TODAY - timedelta(days=days_ago), done, finished=True))


def test_no_load_is_offered_and_later_sessions_lose_theirs(lifter: int) -> None:
    for days in range(84, 21, -7):
        trained(lifter, days, LoggedSet(90.0, 5, rir=3.0, load=90.0))
    trained(lifter, 21, LoggedSet(90.0, 5, rir=1.0, load=90.0, pain=6))
    entry = PlannedSet(5, 5, 2.0, load_kg=90.0, load=90.0)
    days = [PlannedSession("S", day, (PlannedExercise(SQUAT, (entry,) * 3),)) for day in (0, 3)]
    week = Microcycle(1, TODAY, tuple(days))
    plan.add_mesocycle(lifter, Mesocycle("Block", TODAY, weeks=(week,)))
    view = planning.view(lifter, TODAY, TODAY)
    made = suggesting.suggestions(lifter, TODAY)
    (card,) = suggestion_advice.advice(made, clients.lifter(lifter), view, TODAY)
    assert card.outcome == "2×5 @4"
    assert card.note.startswith("Also 1 later session: planned loads go")
