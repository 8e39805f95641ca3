"""Hours slept in the night before a day: typed as hours, or from bed to waking."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.coach import sleep
from planner.coach.sleep import Slept
from planner.language import tr
from planner.ui.set_columns import shown
from planner.ui.widgets import restate, row

EDGE_PX = 2  # around each answer above, which the field stands below
FIELD_WIDTH = 116  # px, as wide as those answers
LONGEST = 24  # characters: '11:15 p.m. – 6:45 a.m.'


class HoursField(QWidget):
    """`kept` carries hours to store, or None; `said` a problem or note and the role it has."""

    kept = Signal(object)
    said = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._on: date | None = None
        self._whose = 0
        self._hours: float | None = None
        self.edit = QLineEdit(self)
        self.edit.setAccessibleName(tr("Hours slept"))
        self.edit.setFixedWidth(FIELD_WIDTH)
        self.edit.setMaxLength(LONGEST)
        self.edit.editingFinished.connect(self._keep)
        line = row(self)
        line.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        line.addWidget(self.edit)

    def show_hours(self, lifter_id: int, on: date, hours: float | None) -> None:
        """Show the hours of a night; what is half typed for the same night stays."""
        same = (self._whose, self._on) == (lifter_id, on)
        self._whose, self._on, self._hours = lifter_id, on, hours
        if not same:
            self._say("", "")
        if not (same and self.edit.isModified()):
            self.edit.setText(shown(hours))

    def forget(self) -> None:
        """Let nothing half typed stay: the next hours are somebody else's."""
        self._on = None

    def _keep(self) -> None:
        if self._on is None or not self.edit.isModified():
            return
        text = self.edit.text().strip()
        made = sleep.read(text, self._on)
        if text and made is None:
            self._say(tr("Hours from 0 to 24, such as 7.5 or 7:30, or 23:15-6:45."), "error")
            return
        self.edit.setModified(False)
        self._say(self._shift(made), "muted")
        hours = made.hours if made is not None else None
        if hours != self._hours:
            self.kept.emit(hours)
        self.edit.setText(shown(self._hours))

    def _shift(self, made: Slept | None) -> str:
        if made is None or not made.shifted_min:
            return ""
        forward = tr("The clock went forward {0} min that night: you slept {1} h.")
        back = tr("The clock went back {0} min that night: you slept {1} h.")
        text = forward if made.shifted_min > 0 else back
        return text.format(abs(made.shifted_min), shown(made.hours))

    def _say(self, text: str, role: str) -> None:
        restate(self.edit, "error" if role == "error" else "")
        self.said.emit(text, role)
