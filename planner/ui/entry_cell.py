"""A cell of a set row: a line of text whose keys log, move, step and delete."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.ui.set_columns import Column
from planner.ui.set_draft import is_whole

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_STEPS = {Qt.Key.Key_Plus: True, Qt.Key.Key_Minus: False}


class EntryCell(QLineEdit):
    """One value of one set; `removed` is Del on a cell without unsaved text."""

    entered = Signal()
    moved = Signal(int)
    stepped = Signal(bool)
    warmup_wanted = Signal()
    removed = Signal()
    reverted = Signal()
    focused = Signal()

    def __init__(self, column: Column, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = column.field
        self._stored = ""
        self.minus_types = False
        self.setMaxLength(40)
        self.setFixedWidth(column.width)
        self.setProperty("kind", "cell")

    def store(self, text: str) -> None:
        """Show the text that the file holds."""
        self._stored = text
        if self.text() != text:
            self.setText(text)

    def put(self, text: str) -> None:
        """Show an unsaved text."""
        if self.text() != text:
            self.setText(text)

    def edited(self) -> bool:
        """Say whether the text differs from what the file holds."""
        return self.text() != self._stored

    def event(self, event: QEvent) -> bool:
        """Leave the window's shortcuts to the window, also where a line of text has its own."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_D, Qt.Key.Key_E):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Log on Enter, move on arrows, step the load, mark a warm-up, delete."""
        if event.modifiers() & ~_TYPING or not self._handles(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the row is looked at, its text ready to be replaced."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()
        self.focused.emit()

    def _handles(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key in _STEPS and self._steps(key):
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_W and not is_whole(self.field, self.text()):
            self.warmup_wanted.emit()
        elif key == Qt.Key.Key_Delete and self._deletes():
            self.removed.emit()
        elif key == Qt.Key.Key_Escape and self.edited():
            self.reverted.emit()
        else:
            return False
        return True

    def _steps(self, key: Qt.Key) -> bool:
        """A whole entry is typed with + and −, and so is the help of an assisted exercise."""
        starts_help = key == Qt.Key.Key_Minus and self.minus_types and not self.text()
        return not (is_whole(self.field, self.text()) or self.text() == "bw" or starts_help)

    def _deletes(self) -> bool:
        at_rest = self.hasSelectedText() or self.cursorPosition() == len(self.text())
        return not self.edited() and at_rest


_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
