"""The card of a step that is climbed: no load, and so no phase of strength either."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel

from planner.engine.terms import LoggedExercise, LoggedSet, Session, Side, Technique
from planner.storage import log
from planner.ui.suggestion_card import SuggestionCard
from planner.ui.why_dialog import WhyDialog
from planner.ui.widgets import PhaseMark

TODAY = date(2026, 11, 5)
SOUND = LoggedSet(None, None, seconds=40.0, technique=Technique.SOUND, side=Side.EACH)


def test_the_card_of_a_step_bears_no_phase(planner):
    slot = LoggedExercise("single-leg-balance", (SOUND,) * 3)
    log.add_session(planner.lifter, Session(TODAY, (slot,), finished=True))
    planner.refresh()
    (card,) = (each for each in planner.tab.findChildren(SuggestionCard) if not each.isHidden())
    assert card.advice.suggestion.kind == "climb"
    assert card.accessibleName() == "Single-leg balance"
    asked = WhyDialog(card.advice, (), planner.window)
    assert not [*card.findChildren(PhaseMark), *asked.findChildren(PhaseMark)]
    assert "" not in [each.text() for each in asked.findChildren(QLabel)]
