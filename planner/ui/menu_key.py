"""Let Shift+F10 open the menu of what has the keyboard, as the Menu key does of itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class MenuKey(QObject):
    """Takes what the window is left with: a key that no widget and no entry wanted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Ask the widget in focus for its menu."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        held = QApplication.focusWidget()
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if held is None or event.key() != Qt.Key.Key_F10 or not shift:
            return False
        ask(held)
        return True


def ask(widget: QWidget) -> None:
    """Ask a widget for its menu where the keyboard is in it, as Qt does for the Menu key."""
    at = place(widget)
    kind = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(kind, at, widget.mapToGlobal(at)))


def place(widget: QWidget) -> QPoint:
    """Return where the keyboard is in a widget."""
    place: QPoint = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    return place
