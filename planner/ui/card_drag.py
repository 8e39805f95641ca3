"""Carry a card with the mouse by its head; Esc lets go of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui import plan_drag


class CardDrag(QObject):
    """`moved` and `dropped` carry where the mouse is on the screen; `left` is the end of a drag."""

    moved = Signal(QPoint)
    dropped = Signal(QPoint)
    left = Signal()

    def __init__(self, head: QWidget) -> None:
        super().__init__(head)
        self._head = head
        self._pressed_at: QPoint | None = None
        self._carried = False
        head.setCursor(Qt.CursorShape.OpenHandCursor)
        head.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse from a press on the head to its release; keep keys away meanwhile."""
        if watched is self._head and isinstance(event, QMouseEvent):
            return self._follow(event)
        if self._carried and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._end()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _follow(self, event: QMouseEvent) -> bool:
        at, kind = event.globalPosition().toPoint(), event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = at
            return True
        if kind == QEvent.Type.MouseMove and self._pressed_at is not None:
            self._carry(self._pressed_at, at)
            return True
        if kind == QEvent.Type.MouseButtonRelease and self._pressed_at is not None:
            carried = self._carried
            self._end()
            if carried:
                self.dropped.emit(at)
            return True
        return False

    def _carry(self, pressed_at: QPoint, at: QPoint) -> None:
        if not self._carried and plan_drag.far_enough(pressed_at, at):
            self._carried = True
            self._head.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._watch_keys(True)
        if self._carried:
            self.moved.emit(at)

    def _end(self) -> None:
        self._pressed_at = None
        if self._carried:
            self._carried = False
            self._watch_keys(False)
            self._head.setCursor(Qt.CursorShape.OpenHandCursor)
            self.left.emit()

    def _watch_keys(self, on: bool) -> None:
        app = QApplication.instance()
        assert app is not None, "a card is carried in a running application"
        if on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)
