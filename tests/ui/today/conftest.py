"""A lifter who squats once a week, and the line that is read of the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from planner.engine.terms import CheckIn, LoggedSet, PlannedSet
from planner.storage import clients
from planner.ui.main_window import MainWindow
from planner.ui.today_line import TodayLine

Shown = Callable[[], TodayLine]
SQUAT = LoggedSet(100.0, 5, rir=2.0, load=100.0)


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> Shown:
    """Return a function that lets the day be read and returns its line."""

    def read() -> TodayLine:
        with qtbot.waitSignal(window.today_stories.reader.finished):
            window.today_stories.read()
        return window.today_stories.line

    return read


@pytest.fixture
def trained(window: MainWindow, did: Callable[..., None], today: date, lifter: int) -> int:
    """Squats once a week for ten weeks, the last time five days ago."""
    window.resize(1280, 720)
    for week in range(10):
        did(today - timedelta(days=5 + 7 * week), "back-squat", *(SQUAT,) * 3)
    window.refresh()
    return lifter


@pytest.fixture
def drained(window: MainWindow, trained: int, today: date, plan_today: Callable[..., None]) -> int:
    """Who usually feels well feels badly today, with squats planned."""
    plan_today(back_squat=(PlannedSet(5, 5, rir=2.0, load_kg=100.0, load=100.0),) * 5)
    for days in (*range(30, 0, -3), 0):
        points = 4 if days else 1
        on = today - timedelta(days=days)
        clients.save_check_in(trained, CheckIn(on, sleep=points, energy=points))
    window.refresh()
    return trained
