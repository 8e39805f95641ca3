"""Go to a day of the log, or to the week that a printed sheet names."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from planner.coach import typing_back
from planner.coach.lifter_lock import Locked
from planner.coach.typing_back import SheetWeek
from planner.language import tr
from planner.ui import dates, widgets


class GoToDialog(QDialog):
    """After it was accepted, `sheet` or else `day` says where to go."""

    def __init__(self, parent: QWidget, today: date) -> None:
        super().__init__(parent)
        self._today = today
        self.day: date | None = None
        self.sheet: SheetWeek | None = None
        self.setWindowTitle(tr("Go to a day or a sheet"))
        self.setMinimumWidth(480)
        layout = widgets.column(self, margin=24, spacing=12)
        layout.addWidget(widgets.label(self.windowTitle(), "title", self))
        told = tr("A day, as {example}, or the code at the foot of a printed sheet.")
        layout.addWidget(widgets.wrapped(told.format(example=dates.short(today)), "muted", self))
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.windowTitle())
        self.field.textEdited.connect(lambda: self._complain(""))
        layout.addWidget(self.field)
        self.problem = widgets.wrapped("", "error", self)
        self.problem.hide()
        layout.addWidget(self.problem)
        layout.addLayout(self._buttons())

    def accept(self) -> None:
        """Close when it is known where to go; else say what is missing."""
        text = self.field.text()
        try:
            self.sheet = typing_back.find_sheet(text)
        except Locked as locked:
            self._complain(str(locked))
            return
        self.day = None if self.sheet is not None else dates.read(text, self._today)
        if self.sheet is None and self.day is None:
            self._complain(tr("No day, and no sheet of this code: check the letters."))
        else:
            super().accept()

    def _buttons(self) -> QHBoxLayout:
        line = widgets.row()
        line.addStretch(1)
        cancel = widgets.button(tr("&Cancel"), "", self)
        cancel.clicked.connect(self.reject)
        go = widgets.button(tr("&Go"), "primary", self)
        go.setDefault(True)
        go.clicked.connect(self.accept)
        line.addWidget(cancel)
        line.addWidget(go)
        return line

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        widgets.restate(self.field, "error" if text else "")
