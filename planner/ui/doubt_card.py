"""One quiet card for all lifts whose phase cannot be told yet, with the way to the check-in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from planner.coach import questions, wording
from planner.coach.doubts import Doubts
from planner.coach.wording import in_row
from planner.engine.terms import Phrase, Unit
from planner.language import tr
from planner.ui import suggestion_words, widgets
from planner.ui.writing import writes

NAMED = 3  # lifts; further ones are counted


class DoubtCard(QFrame):
    """`check_in_wanted` asks for the day's check-in."""

    check_in_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        layout = widgets.column(self, spacing=6)
        layout.setContentsMargins(12, 10, 8, 10)
        layout.addWidget(widgets.label(tr("Can't tell yet"), "heading", self))
        self.tired = widgets.wrapped("", "", self)
        self.others = widgets.wrapped("", "small", self)
        self.button = widgets.button(tr("Check in"), "", self)
        self.button.setProperty("density", "small")
        writes(self.button)
        self.button.clicked.connect(self.check_in_wanted)
        layout.addWidget(self.tired)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.others)
        self.hide()

    def show_doubts(self, made: Doubts | None) -> None:
        """Say which lifts are in doubt; without any the card goes."""
        self.setVisible(made is not None)
        if made is None:
            return
        self._show(self.tired, made.tired, questions.tiredness(made.checked_in))
        self.button.setVisible(bool(made.tired) and not made.checked_in)
        self._show(self.others, made.others, questions.slow_gain(made.weeks))

    def _named(self, names: Sequence[str]) -> str:
        shown = in_row(names[:NAMED])
        more = len(names) - NAMED
        text = tr("{lifts} and {count} more")
        return text.format(lifts=shown, count=more) if more > 0 else shown

    def _show(self, label: QLabel, names: Sequence[str], words: Phrase) -> None:
        label.setVisible(bool(names))
        label.setText(wording.told_of(self._named(names), suggestion_words.said(words, Unit.KG)))
        label.setToolTip(in_row(names) if len(names) > NAMED else "")
