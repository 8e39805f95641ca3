"""A field for an amount that can be counted in several units: the amount stays, the number not."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.coach import wording
from planner.ui import theme, typed
from planner.ui.widgets import restate

FIELD_WIDTH = 64  # px


class AmountField(QLineEdit):
    """`amount` is in the unit that is kept, None while no number is typed."""

    def __init__(self, amount: float | None, decimals: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.amount = amount
        self._decimals, self._unit = decimals, 1.0
        self.setFixedWidth(theme.grown(FIELD_WIDTH))
        self.textEdited.connect(self._take)
        self.count_in(1.0)

    def count_in(self, unit: float) -> None:
        """Show the same amount in a unit of which one is so much of the one that is kept."""
        self._unit = unit
        if self.amount is not None:
            self.setText(wording.number(self.amount / unit, self._decimals))

    def refuse(self) -> None:
        """Mark what is typed and let it be typed anew."""
        restate(self, "error")
        self.setFocus()
        self.selectAll()

    def _take(self, text: str) -> None:
        found = typed.number(text)
        self.amount = None if found is None else found * self._unit
        restate(self, "")
