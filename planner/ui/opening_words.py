"""Say in the middle of the window that its file is being opened, once that takes a while."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from planner.language import tr

A_WHILE_MS = 400  # most files are open by then, and nothing is to flash


class OpeningWords(QLabel):
    """Stands over the empty pages until `end`."""

    def __init__(self, pages: QWidget) -> None:
        super().__init__(tr("Opening…"), pages)
        self._pages = pages
        self.setProperty("role", "muted")
        self.hide()
        self._late = QTimer(self, singleShot=True, interval=A_WHILE_MS)
        self._late.timeout.connect(self.begin)
        self._late.start()
        pages.installEventFilter(self)

    def begin(self) -> None:
        """Say it now."""
        self.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self.setGeometry(self._pages.rect())
        self.raise_()
        self.show()

    def begin_before_a_wait(self) -> None:
        """Say it, and be painted at once: the program is about to be busy."""
        self.begin()
        self.window().repaint()

    def end(self) -> None:
        """Say it no more: what was opened is shown."""
        self._late.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._pages.rect())
        return super().eventFilter(watched, event)
