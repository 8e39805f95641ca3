"""Snatches that were rated and practised, for the page of a lift's skill."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.engine.terms import LoggedExercise, LoggedSet, Session, Technique
from planner.storage import log
from tests.ui.charts.conftest import TODAY

SOUND, MINOR, BROKE = Technique


@pytest.fixture
def snatched(lifter):
    """Return what logs a snatch session some days ago, its sets rated; return its id."""

    def logged(days_ago, *looks, rir=2.0):
        sets = tuple(LoggedSet(40.0, 2, rir=rir, load=40.0, technique=look) for look in looks)
        on = TODAY - timedelta(days=days_ago)
        slot = LoggedExercise("snatch", sets)
        return log.add_session(lifter, Session(on, (slot,), name="Lift", finished=True))

    return logged


@pytest.fixture
def rated(lifter, snatched):
    """Twenty rated sessions, better lately, then a break, then two more."""
    for day in range(200, 170, -2):
        snatched(day, SOUND, MINOR, BROKE)
    for day in range(40, 20, -2):
        snatched(day, SOUND, SOUND, MINOR)
    return lifter
