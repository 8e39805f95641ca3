"""What was not trained lately, a quiet line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.coach import non_use
from planner.coach.non_use import Unused
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import suggestion_words
from planner.ui.widgets import column, label, wrapped


class NonUseLines(QWidget):
    """Hidden while there is nothing to tell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        box = column(self, spacing=4)
        box.addWidget(label(tr("NOT TRAINED LATELY"), "section", self))
        self.told = wrapped("", "", self)
        box.addWidget(self.told)
        self.hide()

    def show_unused(self, found: Sequence[Unused]) -> None:
        """Show what was not trained, the longest first."""
        lines = (suggestion_words.said(each, Unit.KG) for each in non_use.lines(found))
        self.told.setText("\n".join(lines))
        self.setVisible(bool(found))
