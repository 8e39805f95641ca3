"""A doctor's limit on food or drink: how much at most, by whom, until when."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from planner.coach.fuel import DoctorLimit
from planner.language import tr
from planner.ui.amount_field import AmountField
from planner.ui.date_field import DateField
from planner.ui.mnemonics import unmarked
from planner.ui.widgets import column, label, row

INDENT = 24  # px, below the words of a tick
A_QUARTER = timedelta(days=91)


class FuelLimit(QWidget):
    """`limit()` is what was entered; only what is ticked asks for more."""

    def __init__(self, title: str, kept: DoctorLimit | None, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        made = kept or DoctorLimit(0.0)
        self.ticked = QCheckBox(title, self)
        self.ticked.setChecked(kept is not None)
        self.most = AmountField(kept.most if kept is not None else None, 1, self)
        self.unit = label("", "muted", self)
        self.by = QLineEdit(made.by, self)
        self.by.setPlaceholderText(tr("Who says so"))
        self.ends = QCheckBox(tr("until"), self)
        self.ends.setChecked(made.until is not None)
        self.until = DateField(made.until or today + A_QUARTER, today, self)
        self._build(unmarked(title))
        self._show()
        self.ticked.toggled.connect(self._show)
        self.ends.toggled.connect(self._show)

    def count_in(self, unit: float, words: str) -> None:
        """Show the same amount in another unit."""
        self.most.count_in(unit)
        self.unit.setText(words)

    def limit(self) -> DoctorLimit | None:
        """Return the limit entered, None where none is ticked; no number counts as nothing."""
        if not self.ticked.isChecked():
            return None
        until = self.until.day() if self.ends.isChecked() else None
        return DoctorLimit(self.most.amount or 0.0, self.by.text().strip(), until)

    def _build(self, title: str) -> None:
        box, first = column(self, spacing=4), row()
        self.most.setAccessibleName(title)
        self.by.setAccessibleName(tr("{0}: by whom").format(title))
        self.ends.setAccessibleName(tr("{0}: it ends").format(title))
        self.until.setAccessibleName(tr("{0}: until").format(title))
        for widget in (self.ticked, self.most, self.unit):
            first.addWidget(widget)
        first.addStretch(1)
        self._more = QWidget(self)
        second = row(self._more)
        second.setContentsMargins(INDENT, 0, 0, 0)
        second.addWidget(self.by, 1)
        second.addWidget(self.ends)
        second.addWidget(self.until)
        box.addLayout(first)
        box.addWidget(self._more)

    def _show(self) -> None:
        wanted = self.ticked.isChecked()
        for widget in (self.most, self.unit, self._more):
            widget.setVisible(wanted)
        self.until.setEnabled(self.ends.isChecked())
