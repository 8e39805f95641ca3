"""The name of a session, edited where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.language import tr
from planner.ui.plan_words import Card


class RenameField(QLineEdit):
    """The name of a session while it is typed; `store` gets it and says whether it is stored."""

    closed = Signal()

    def __init__(self, card: Card, parent: QWidget, store: Callable[[str], bool]) -> None:
        super().__init__(card.name, parent)
        self.subject = card.id
        self._store = store
        self.setAccessibleName(tr("Name of the session"))
        self.setMaxLength(80)
        self._open = True

    def begin(self) -> None:
        """Take the keyboard with the whole name selected."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def go_on(self) -> None:
        """Take the keyboard again."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> bool:
        """Store the name, once; False when that fails."""
        if self._open:
            self._open = False  # storing shows the week anew, and may take the keyboard
            self._open = not self._store(self.text())
        return not self._open

    def problem(self) -> str:
        """Return the name that could not be stored; of itself none is wrong."""
        return self.typed()

    def typed(self) -> str:
        """Return the name as it is typed."""
        return self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, leave on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._done()
        elif event.key() == Qt.Key.Key_Escape:
            self._open = False
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save when the keyboard goes elsewhere in the window."""
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self._open and not self.isHidden() and event.reason() not in stays:
            self._done()

    def _done(self) -> None:
        if self.save():
            self.closed.emit()
