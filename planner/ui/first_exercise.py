"""The button of an empty session: pressed, or typed upon, it asks for the first exercise."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from planner.language import tr
from planner.ui.writing import writes


class FirstExercise(QPushButton):
    """`wanted` carries what is typed already of the exercise's name."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        writes(self)
        self.setText(tr("Add the first exercise"))
        self.setAutoDefault(True)
        self.clicked.connect(lambda: self.wanted.emit(""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take letters as the start of a name."""
        if event.text().isalnum():
            self.wanted.emit(event.text())
        else:
            super().keyPressEvent(event)
