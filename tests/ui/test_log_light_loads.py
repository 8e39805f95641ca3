"""After weeks away the log offers light loads, for whichever side is chosen, and says why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.coach import logging, suggesting, wording
from planner.engine.terms import LoggedSet, PlannedSet, Side
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


def test_the_card_says_why_before_the_first_set(
    desk: LogDesk, begun: ExerciseEntry, qtbot: QtBot
) -> None:
    assert said(begun, qtbot).startswith("Welcome back: ")
    desk.enter()
    qtbot.waitUntil(lambda: "Welcome back" not in begun.next_set.news.text())


@pytest.mark.parametrize("typed", ["", "40"])
def test_a_set_more_than_advised_goes_on_with_the_load_of_today(
    desk: LogDesk, did: Callable[..., None], today: date, typed: str
) -> None:
    for week in range(26, 17, -1):
        did(today - timedelta(weeks=week), "back-squat", LoggedSet(90.0, 5, rir=2.0, load=90.0))
    desk.start("back-squat")
    desk.type(typed)
    desk.enter(2)
    first, second = desk.stored()
    assert first.load_kg == second.load_kg
    assert first.load_kg == float(typed or 67.5)


def test_the_other_sides_of_a_set_more_are_no_heavier(desk: LogDesk, begun: ExerciseEntry) -> None:
    desk.enter(4)
    assert len({(made.load_kg, made.reps) for made in desk.stored()}) == 1
    assert len(desk.stored()) == 4


def said(card: ExerciseEntry, qtbot: QtBot) -> str:
    """Read what the card says once it has looked."""
    qtbot.waitUntil(lambda: card.next_set.news.text() != "")
    return card.next_set.news.text()


def test_enter_stores_no_more_repetitions_than_the_card_says(
    desk: LogDesk, did: Callable[..., None], today: date, qtbot: QtBot
) -> None:
    for week in range(26, 13, -1):
        did(today - timedelta(weeks=week), "pull-up", LoggedSet(0.0, 12, rir=2.0, load=0.0))
    card = desk.start("pull-up")
    news = said(card, qtbot)
    desk.enter(2)
    made, more = desk.stored()
    assert news == f"Welcome back: 1 × {made.reps}"
    assert made.reps is not None
    assert made.reps < 12
    assert more.reps == made.reps


def test_before_an_easier_variation_no_repetitions_are_offered(
    desk: LogDesk, did: Callable[..., None], today: date, qtbot: QtBot
) -> None:
    for week in range(30, 20, -1):
        did(today - timedelta(weeks=week), "pull-up", LoggedSet(0.0, 2, rir=0.0, load=0.0))
    card = desk.start("pull-up")
    assert said(card, qtbot) == "Welcome back: an easier variation first"
    assert desk.line(1).cells[Field.REPS].placeholderText() == ""


def test_what_the_body_does_alone_comes_back_with_fewer_repetitions(
    desk: LogDesk, did: Callable[..., None], today: date, qtbot: QtBot
) -> None:
    for week in range(26, 17, -1):
        did(today - timedelta(weeks=week), "lying-leg-raise", *(LoggedSet(None, 10),) * 3)
    news = said(desk.start("lying-leg-raise"), qtbot)
    desk.enter()
    (made,) = desk.stored()
    assert news == f"Welcome back: 1 × {made.reps}"
    assert made.load_kg is None
    assert made.reps is not None
    assert made.reps < 10


def test_what_was_done_of_the_body_alone_is_logged_all_the_same(
    desk: LogDesk, did: Callable[..., None], today: date
) -> None:
    for week in range(30, 20, -1):
        did(today - timedelta(weeks=week), "lying-leg-raise", LoggedSet(None, 2, rir=0.0))
    desk.start("lying-leg-raise")
    desk.type("5")
    desk.enter()
    assert [made.reps for made in desk.stored()] == [5]


def test_what_takes_a_planned_lifts_place_is_offered_no_more_than_when_nobody_planned_it(
    desk: LogDesk,
    did: Callable[..., None],
    plan_today: Callable[..., None],
    today: date,
    qtbot: QtBot,
) -> None:
    for week in range(30, 20, -1):
        did(today - timedelta(weeks=week), "back-squat", LoggedSet(140.0, 5, rir=2.0, load=140.0))
    free = offered(desk, desk.start("back-squat"))
    plan_today(leg_press=(PlannedSet(5, 5, rir=2.0, load_kg=200.0, load=200.0),) * 4)
    card = desk.start_planned()
    desk.history.do("Swap", partial(logging.swap, card.card.logged_exercise_id, "back-squat"))
    card = desk.tab.session.cards[0]
    assert offered(desk, card) == free
    assert said(card, qtbot).startswith(f"Welcome back: {free} kg")


def offered(desk: LogDesk, card: ExerciseEntry) -> str:
    """Read the load that the first row offers."""
    return card.rows[0].cells[Field.LOAD].placeholderText()


def test_after_strong_pain_and_weeks_off_the_log_asks_for_a_load_for_as_little_as_the_advice(
    desk: LogDesk, did: Callable[..., None], today: date, qtbot: QtBot
) -> None:
    for days, pain in ((47, 0), (44, 0), (41, 0), (38, 7)):
        done = LoggedSet(40.0, 12, rir=2.0, load=40.0, pain=pain)
        did(today - timedelta(days=days), "leg-press", *(done,) * 4)
    (made,) = suggesting.all_suggestions(desk.lifter, today)
    card = desk.start("leg-press")
    assert wording.render(made.headline) == "Welcome back: 2 × 12"
    assert said(card, qtbot).startswith("Pain of 7 out of 10 on ")
    assert len(card.rows) == 2
    assert offered(desk, card) == ""
    desk.enter()
    assert desk.says() == "What load? None is suggested today."
