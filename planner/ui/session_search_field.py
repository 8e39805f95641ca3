"""The field over the sessions that searches them while one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.language import tr

PAUSE_MS = 80  # after the last key


class SessionSearchField(QLineEdit):
    """`searched` says that the text is to be looked for; `stepped` carries +1 or −1 hits.

    `left` says that the keyboard goes back to work; `entered` that the field has got it.
    """

    searched = Signal()
    stepped = Signal(int)
    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Search (Ctrl+F)"))
        self.setAccessibleName(tr("Search sessions"))
        self.setToolTip(
            tr(
                "bench > 100, squat >= 3x5, October, 2025, last week, a word of a note.\n"
                "Enter opens the next session found, Shift+Enter the one before, Esc shows all."
            )
        )
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.searched)
        self.textChanged.connect(lambda _text: self._pause.start())

    def search_now(self) -> None:
        """Look for what is typed without waiting for more keys."""
        if self._pause.isActive():
            self._pause.stop()
            self.searched.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through what is found with Enter and ↓ ↑, show all with Esc."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(-1 if back else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the whole text, so that another one is simply typed."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()
        self.entered.emit()

    def _step(self, places: int) -> None:
        self.search_now()
        self.stepped.emit(places)

    def _leave(self) -> None:
        if self.text():
            self.clear()
            self.search_now()
        else:
            self.left.emit()
