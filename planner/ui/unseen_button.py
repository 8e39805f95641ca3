"""The button that leads to suggestions that are out of sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from planner.ui import counts, key_names


class UnseenButton(QPushButton):
    """Is there while there are some, and says how many."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("density", "small")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(key_names.shown("F6"))
        self.hide()

    def show_unseen(self, suggestions: int) -> None:
        """Say how many suggestions there are that are out of sight."""
        self.setText(counts.suggestions(suggestions))
        self.setVisible(suggestions > 0)
