"""Eyes and hands for the suggestions beside the week."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QLabel, QPushButton

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import log
from planner.ui.suggestion_card import SuggestionCard

TODAY = date(2026, 11, 5)


def cards(planner) -> list[SuggestionCard]:
    return [card for card in planner.tab.findChildren(SuggestionCard) if not card.isHidden()]


def card(planner) -> SuggestionCard:
    (made,) = cards(planner)
    return made


def click(widget, text: str) -> None:
    next(b for b in widget.findChildren(QPushButton) if b.text().replace("&", "") == text).click()


def says(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def lifted(lifter, *slugs: str) -> None:
    """Log eight easy weeks of each lift."""
    entry = LoggedSet(60.0, 8, rir=2.0, load=60.0)
    for slug in slugs:
        for week in range(8, 0, -1):
            on, slot = TODAY - timedelta(weeks=week), LoggedExercise(slug, (entry,) * 3)
            log.add_session(lifter, Session(on, (slot,), name="Day", finished=True))


def pane(planner):
    return planner.tab._advising.pane
