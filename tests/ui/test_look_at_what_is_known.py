"""A window that only looks shows answers and advice, and lets nothing be filled in or answered."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QToolButton,
    QWidget,
)

from planner.coach import files
from planner.coach.load_changes import LoadChange
from planner.engine.terms import Confidence, Suggestion, SuggestionKind, Unit, phrase
from planner.ui.doubt_card import DoubtCard
from planner.ui.loads_card import LoadRow, LoadsCard
from planner.ui.main_window import MainWindow
from planner.ui.today_line import TodayLine
from planner.ui.untyped_card import UntypedCard
from tests.ui.entries import entries, menu_of, usable, words

ASKS = (
    "Edit lifter…",
    "What the gym can load…",
    "Health questions…",
    "Limits…",
    "Fuel targets…",
    "Time away…",
)  # entries whose dialogs have fields
DONE = phrase("All sets were done.")
HEAVIER = Suggestion(
    SuggestionKind.HOLD, "back-squat", "hold.cant_tell", DONE, DONE, DONE, Confidence.CANT_TELL, ()
)
CHANGE = LoadChange(HEAVIER, "Back squat", "100", "102.5 kg", DONE)


def filled_in(dialog: QDialog) -> list[QWidget]:
    """Return what can be typed, ticked or turned in a dialog."""
    kinds = QLineEdit, QComboBox, QAbstractSpinBox, QCheckBox, QToolButton
    return [each for each in usable(dialog) if isinstance(each, kinds)]


@pytest.mark.parametrize("name", ASKS)
def test_what_is_known_of_a_lifter_can_be_looked_at(looking: MainWindow, name: str) -> None:
    (entry,) = [each for each in entries(menu_of(looking, "Lifter")) if words(each) == name]
    entry.trigger()
    (dialog,) = [each for each in looking.findChildren(QDialog) if each.isVisible()]
    assert filled_in(dialog) == []
    dialog.reject()
    assert files.is_read_only()


def test_advice_can_be_read_and_not_be_answered(looking: MainWindow) -> None:
    cards = [LoadRow(CHANGE, Unit.KG, looking), UntypedCard(looking), DoubtCard(looking)]
    line = TodayLine(looking)
    pressed = [each for card in cards for each in card.findChildren(QAbstractButton)]
    assert pressed
    assert not any(each.isEnabled() for each in (*pressed, line.action, line.close_it))
    assert line.why.isEnabled()
    loads = LoadsCard(looking)
    assert [each.isEnabled() for each in (loads.accept, loads.later, loads.singly)] == [
        False,
        False,
        True,
    ]
