"""Take the Enter that habit adds to an answer which needed none, so that it logs no set."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

HABIT_MS = 5000  # Enter by habit comes at once, no set is done so soon: rule of thumb
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESSES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class EnterByHabit(QObject):
    """Takes the very next key where it is Enter, held down or not; whatever else is pressed ends
    it, and time does."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._taken = False
        self._application = QApplication.instance()
        if self._application is not None:
            self._application.installEventFilter(self)
        QTimer.singleShot(HABIT_MS, self, self._end)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take Enter; let everything else go where it goes."""
        if event.type() in _PRESSES:
            if self._takes(event):
                self._taken = True
                return True
            self._end()
        return False

    def _takes(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return False
        return not self._taken or event.isAutoRepeat()

    def _end(self) -> None:
        if self._application is not None:
            self._application.removeEventFilter(self)
        self.deleteLater()
