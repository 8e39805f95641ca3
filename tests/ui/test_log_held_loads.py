"""A planned load over that of a session that hurt a little stays in sight, and is not offered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel

from planner.engine.terms import LoggedSet, PlannedSet
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.set_columns import Field
from tests.ui.log_desk import LogDesk

PRESS = "leg-press"


@pytest.fixture
def begun(
    desk: LogDesk, did: Callable[..., None], plan_today: Callable[..., None], today: date
) -> ExerciseEntry:
    """Begin a planned leg press of 107.5 kg, two days after 105 kg hurt by 3 of 10."""
    done = LoggedSet(105.0, 10, rir=2.0, load=105.0, pain=3)
    did(today - timedelta(days=2), PRESS, done, done)
    planned = PlannedSet(10, 10, rir=2.0, load_kg=107.5, load=107.5)
    plan_today(leg_press=(planned, planned))
    return desk.start_planned()


def test_enter_stores_the_load_of_last_time(desk: LogDesk, begun: ExerciseEntry) -> None:
    desk.enter(2)
    assert [made.load_kg for made in desk.stored()] == [105.0, 105.0]


def test_so_do_several_sets_typed_at_once(desk: LogDesk, begun: ExerciseEntry) -> None:
    desk.line(1).cells[Field.REPS].setFocus()
    desk.type("10, 9")
    desk.enter()
    assert [(made.load_kg, made.reps) for made in desk.stored()] == [(105.0, 10), (105.0, 9)]


def test_what_is_planned_stays_in_sight_and_the_card_says_why(begun: ExerciseEntry) -> None:
    words = [each.text() for each in begun.findChildren(QLabel) if each.isVisible()]
    assert any("107.5" in each for each in words)
    assert "Pain 3 out of 10 in the last session: no harder than last time, with 105 kg." in words


def test_who_types_the_planned_load_has_it(desk: LogDesk, begun: ExerciseEntry) -> None:
    desk.type("107.5x10")
    desk.enter()
    assert [made.load_kg for made in desk.stored()] == [107.5]


def test_a_row_more_offers_no_harder_load_either(desk: LogDesk, begun: ExerciseEntry) -> None:
    begun.add_row()
    desk.enter()
    assert [made.load_kg for made in desk.stored()] == [105.0]


def test_on_the_way_back_from_strong_pain_a_row_more_offers_no_more_than_last_time(
    desk: LogDesk, did: Callable[..., None], plan_today: Callable[..., None], today: date
) -> None:
    for days, kg, pain in ((12, 90.0, None), (9, 90.0, 7), (6, 50.0, 0), (3, 50.0, 0)):
        done = LoggedSet(kg, 5, rir=2.0, load=kg, pain=pain)
        did(today - timedelta(days=days), "back-squat", done, done)
    planned = PlannedSet(5, 5, rir=2.0, load_kg=90.0, load=90.0)
    plan_today(back_squat=(planned, planned))
    card = desk.start_planned()
    card.add_row()
    desk.enter()
    assert [made.load_kg for made in desk.stored()] == [50.0]
