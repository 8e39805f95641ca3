"""A lifter with a short history, for what the coach reads and writes."""

from datetime import date, timedelta

import pytest

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import log

TODAY = date(2026, 11, 5)  # a Thursday


@pytest.fixture
def today() -> date:
    return TODAY


def train(lifter: int, slug: str, on: date, *sets: LoggedSet) -> int:
    """Store a finished session of one exercise; return its id."""
    session = Session(on, (LoggedExercise(slug, sets),), name="Training", finished=True)
    return log.add_session(lifter, session)


@pytest.fixture
def squatter(lifter: int, today: date) -> int:
    """Squat three sets of five once a week for ten weeks, five kilos up each fortnight."""
    for week in range(10, 0, -1):
        load = 100.0 - 5 * (week // 2)
        entry = LoggedSet(load, 5, rir=2.0, load=load)
        train(lifter, "back-squat", today - timedelta(weeks=week), entry, entry, entry)
    return lifter
