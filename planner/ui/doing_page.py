"""A page of a dialog that says what goes on, with a bar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.ui.still_bar import StillBar
from planner.ui.widgets import column, wrapped


class DoingPage(QWidget):
    """Shows what goes on and how far it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = column(self)
        layout.addStretch(1)
        self.what = wrapped("", "muted", self)
        layout.addWidget(self.what)
        self.bar = StillBar(self)
        self.bar.setTextVisible(False)
        layout.addWidget(self.bar)
        layout.addStretch(2)

    def begin(self, what: str) -> None:
        """Say what begins; the bar stands still until it is known how far it is."""
        self.what.setText(what)
        self.bar.setAccessibleName(what)
        self.bar.setRange(0, 0)

    def show_percent(self, percent: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, 100)
        self.bar.setValue(percent)

    def show_rows(self, done: int, total: int) -> None:
        """Show how many rows are done of how many."""
        self.show_percent(100 * done // max(total, 1))
