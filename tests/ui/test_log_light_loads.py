"""After weeks away the log offers light loads, for whichever side is chosen, and says why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from planner.engine.terms import LoggedSet, Side
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.set_columns import Field
from tests.ui.log_desk import LogDesk

SPLIT_SQUAT = "bulgarian-split-squat"


@pytest.fixture
def begun(desk: LogDesk, did: Callable[..., None], today: date) -> ExerciseEntry:
    """Begin a lift again that was trained up to 18 weeks ago."""
    sides = [LoggedSet(60.0, 8, rir=2.0, load=60.0, side=each) for each in (Side.LEFT, Side.RIGHT)]
    for week in range(26, 17, -1):
        did(today - timedelta(weeks=week), SPLIT_SQUAT, *sides)
    return desk.start(SPLIT_SQUAT)


@pytest.mark.parametrize("key", [None, Qt.Key.Key_L, Qt.Key.Key_R])
def test_enter_stores_a_light_load(desk: LogDesk, begun: ExerciseEntry, key: Qt.Key | None) -> None:
    light = float(desk.line(1).cells[Field.LOAD].placeholderText())
    if key is not None:
        desk.press(key)
    assert float(desk.line(1).cells[Field.LOAD].placeholderText()) == light
    desk.enter()
    assert [made.load_kg for made in desk.stored()] == [light]
    assert light < 54.0


def test_the_card_says_why_before_the_first_set(desk: LogDesk, begun: ExerciseEntry) -> None:
    assert begun.next_set.news.text().startswith("Welcome back: ")
    desk.enter()
    assert "Welcome back" not in begun.next_set.news.text()
