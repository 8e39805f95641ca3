"""The card on early gains: one for all new lifts, put away with one button."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from planner.coach import clients
from planner.engine.terms import Experience, LoggedExercise, LoggedSet, Session, SuggestionKind
from planner.storage import decisions, log
from planner.ui.suggestion_card import SuggestionCard
from planner.ui.why_dialog import WhyDialog

TODAY = date(2026, 11, 5)
NEW = ("back-squat", "bench-press", "barbell-row", "overhead-press", "deadlift", "leg-press",
       "leg-extension", "seated-leg-curl", "front-squat", "lat-pulldown")  # fmt: skip


@pytest.fixture
def learning(lifter, planner):
    """The planner of a novice who began ten lifts two weeks ago, every one still rising."""
    clients.change(replace(clients.lifter(lifter), experience=Experience.NOVICE))
    for place in range(6):
        load = 40.0 + 2.5 * place
        sets = (LoggedSet(load, 8, rir=2.0, load=load),) * 3
        slots = tuple(LoggedExercise(slug, sets) for slug in NEW)
        on = TODAY - timedelta(days=15 - 3 * place)
        log.add_session(lifter, Session(on, slots, name="Whole body", finished=True))
    planner.refresh()
    return planner


def cards(planner) -> list[SuggestionCard]:
    """Return the cards on early gains that are shown."""
    shown = [card for card in planner.tab.findChildren(SuggestionCard) if not card.isHidden()]
    return [card for card in shown if card.advice.suggestion.kind is SuggestionKind.EXPECT]


def buttons(card) -> list[str]:
    shown = (button for button in card.findChildren(QPushButton) if button.isVisible())
    return [button.text().replace("&", "") for button in shown]


def click(widget, text: str) -> None:
    next(b for b in widget.findChildren(QPushButton) if b.text().replace("&", "") == text).click()


def test_ten_new_lifts_get_one_card_that_changes_nothing(learning):
    (card,) = cards(learning)
    assert buttons(card) == ["Why?", "Got it"]
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Early gains" in said
    assert "and 8 others" in said
    assert "Nothing to do now" in said
    assert "→" not in said


def test_got_it_puts_the_card_away_for_good_and_undo_brings_it_back(learning):
    click(cards(learning)[0], "Got it")
    assert cards(learning) == []
    assert [kept.rule for kept in decisions.decisions(learning.lifter)] == ["lifter.expect"]
    learning.history.undo()
    learning.refresh()
    assert len(cards(learning)) == 1


@pytest.mark.usefixtures("dressed")
def test_why_names_the_lifts_and_fits_the_screen(learning):
    click(cards(learning)[0], "Why?")
    dialog = learning.tab.findChild(WhyDialog)
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Back squat, up by about" in said
    assert "Other lifts\n8" in said
    assert "back-squat" not in said
    assert dialog.height() < dialog.screen().availableGeometry().height()
    (area,) = dialog.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert next(b for b in dialog.findChildren(QPushButton) if "Close" in b.text()).isVisible()
