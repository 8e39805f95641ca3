"""Change a suggestion's load, sets and reps before accepting it."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from planner.coach import wording
from planner.engine.terms import Change, Suggestion, Unit
from planner.language import tr
from planner.ui import typed, widgets
from planner.ui.mnemonics import unmarked

MOST_SETS, MOST_REPS = 20, 100  # more is a typing error
_REPS = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")


class AdjustForm(QWidget):
    """Fields for load, sets and reps; `accepted` carries the Change."""

    accepted = Signal(object)
    cancelled = Signal()

    def __init__(self, suggestion: Suggestion, unit: Unit, parent: QWidget) -> None:
        super().__init__(parent)
        self._change, self._unit = suggestion.change or Change(), unit
        layout = widgets.column(self, spacing=6)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        load = tr("&Load ({unit})").format(unit=unit)
        self.load = self._field(0, load, load_text(self._change, unit))
        self.sets = self._field(1, tr("&Sets"), str(self._change.sets or ""))
        self.reps = self._field(2, tr("&Reps"), reps_text(self._change))
        layout.addLayout(self._grid)
        self._problem = widgets.wrapped("", "error", self)
        self._problem.hide()
        layout.addWidget(self._problem)
        accept = widgets.button(tr("Accept as changed"), "primary", self)
        accept.setProperty("density", "small")
        accept.clicked.connect(self.accept)
        layout.addWidget(accept, alignment=Qt.AlignmentFlag.AlignLeft)

    def begin(self) -> None:
        """Take the keyboard."""
        self.load.setFocus(Qt.FocusReason.OtherFocusReason)
        self.load.selectAll()

    def accept(self) -> None:
        """Hand over the change, or say which field cannot be read."""
        try:
            change = self._read()
        except ValueError as problem:
            self._problem.setText(str(problem))
            self._problem.show()
        else:
            self.accepted.emit(change)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept on Enter, leave on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _field(self, row: int, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setAccessibleName(unmarked(name))
        field.setPlaceholderText(tr("as planned"))
        label = QLabel(name, self)
        label.setProperty("role", "muted")
        label.setBuddy(field)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)
        return field

    def _read(self) -> Change:
        """Return the change typed; a field left as it was keeps its value to the gram."""
        change = replace(self._change, sets=self._read_sets())
        change = self._read_reps(change)
        if self.load.text().strip() == load_text(self._change, self._unit):
            return change
        return replace(change, load_kg=self._read_load())

    def _read_load(self) -> float | None:
        if not self.load.text().strip():
            return None
        load_kg = typed.load_kg(self.load.text(), self._unit)
        if load_kg is None:
            raise ValueError(tr("The load is a number, for example 62.5."))
        return load_kg

    def _read_sets(self) -> int | None:
        text = self.sets.text().strip()
        if not text:
            return None
        if not text.isdecimal() or not 1 <= int(text) <= MOST_SETS:
            raise ValueError(tr("Between 1 and {most} sets.").format(most=MOST_SETS))
        return int(text)

    def _read_reps(self, change: Change) -> Change:
        text = self.reps.text().strip()
        if not text:
            return replace(change, reps_low=None, reps_high=None)
        found = _REPS.fullmatch(text)
        low = int(found[1]) if found else 0
        high = int(found[2] or found[1]) if found else 0
        if not 1 <= low <= high <= MOST_REPS:
            raise ValueError(tr("Reps are a number or a range: 8 or 8-12."))
        return replace(change, reps_low=low, reps_high=high)


def load_text(change: Change, unit: Unit) -> str:
    """Write the load of a change as it is typed; '' for none."""
    return "" if change.load_kg is None else wording.mass(change.load_kg, unit)


def reps_text(change: Change) -> str:
    """Write the reps of a change as they are typed; '' for none."""
    if change.reps_low is None:
        return ""
    same = change.reps_high in (None, change.reps_low)
    return f"{change.reps_low}" if same else f"{change.reps_low}-{change.reps_high}"
