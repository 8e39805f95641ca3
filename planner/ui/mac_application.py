"""macOS hands over the files that it opens by an event, where other systems name them at start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class MacApplication(QApplication):
    """`file_opened` carries the path of a file that the desktop wants to be opened."""

    file_opened = Signal(Path)

    def event(self, event: QEvent) -> bool:
        """Tell of a file to open; all else is Qt's."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(Path(event.file()))
            return True
        return super().event(event)
