"""The name of a session, edited where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.language import tr
from planner.ui.plan_words import Card


class RenameField(QLineEdit):
    """The name of a session while it is typed."""

    saved = Signal(str)
    closed = Signal()

    def __init__(self, card: Card, parent: QWidget) -> None:
        super().__init__(card.name, parent)
        self.subject = card.id
        self.setAccessibleName(tr("Name of the session"))
        self.setMaxLength(80)
        self._open = True

    def begin(self) -> None:
        """Take the keyboard with the whole name selected."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def save(self) -> bool:
        """Hand over the name once; a name is never wrong."""
        if self._open:
            self._open = False
            self.saved.emit(self.text())
        return True

    def problem(self) -> str:
        """Return '': a name is never wrong."""
        return ""

    def typed(self) -> str:
        """Return the name as it is typed."""
        return self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, leave on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._open = False
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save when the keyboard goes elsewhere in the window."""
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self._open and event.reason() not in stays:
            self.save()
            self.closed.emit()
