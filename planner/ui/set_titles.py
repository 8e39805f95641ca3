"""The headings above an exercise's rows of sets."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from planner.engine.terms import Exercise, Unit
from planner.language import tr
from planner.ui import dates
from planner.ui.set_columns import columns
from planner.ui.set_line import SetLine
from planner.ui.widgets import ElidedLabel, label


class SetTitles(QWidget):
    """Names each column; `line` has the places that the rows below share."""

    def __init__(self, exercise: Exercise, unit: Unit, parent: QWidget) -> None:
        super().__init__(parent)
        number, target = label(tr("Set"), "small", self), ElidedLabel("", "small", self)
        target.show_text(tr("Target"))
        self.last = ElidedLabel("", "small", self)
        side = label(tr("Side"), "small", self) if exercise.per_side else None
        titles = [
            (label(made.title, "small", self), made.width) for made in columns(exercise, unit)
        ]
        ends = QWidget(self), QWidget(self)
        self.line = SetLine(number, (target, self.last), side, titles, *ends)
        self.setLayout(self.line)

    def show_last(self, last_on: date | None, on: date) -> None:
        """Say when the exercise was done last."""
        words = tr("Last time")
        if last_on is not None:
            words = tr("Last · {0}").format(dates.short(last_on, on))
        self.last.show_text(words)
