"""Take the Enter that habit adds to an answer which needed none, so that it logs no set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from planner.ui.set_row import SetRowView

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
        return _is_enter(event, self._taken)

    def _end(self) -> None:
        if self._application is not None:
            self._application.removeEventFilter(self)
        self.deleteLater()


class FirstEnter(QObject):
    """Takes the first Enter in the cells of a row, held down or not and whenever that comes, unless
    something is typed there before."""

    def __init__(self, line: SetRowView) -> None:
        super().__init__(line)
        self._line, self._taken = line, False
        for cell in line.cells.values():
            cell.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take Enter; let everything else go where it goes."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        if _is_enter(event, self._taken) and not self._line.edited():
            self._taken = True
            return True
        if self._taken or self._line.edited():
            self._end()
        return False

    def _end(self) -> None:
        for cell in self._line.cells.values():
            cell.removeEventFilter(self)
        self.deleteLater()


def _is_enter(event: QEvent, again: bool) -> bool:
    """Say whether Enter is pressed; `again`, whether it is held down."""
    if not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
        return False
    return not again or event.isAutoRepeat()
