"""A line of text in which the part that cannot be read is underlined."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.ui import theme


class MarkedField(QLineEdit):
    """`mark` underlines a part of the text; typing and undo go on as in any field."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._marked = (0, 0)

    def mark(self, place: tuple[int, int] = (0, 0)) -> None:
        """Underline from a character up to another, for good until told otherwise; not at all."""
        start, end = place
        length = min(end, len(self.text())) - start
        if length <= 0 and self._marked[1] <= self._marked[0]:
            return
        self._marked = place
        self._paint(start, max(length, 0))

    def marked(self) -> str:
        """Return the text underlined."""
        return self.text()[slice(*self._marked)]

    def _paint(self, start: int, length: int) -> None:
        """Format the text: only what an input method sends can do so in a field of one line."""
        wavy = QTextCharFormat()
        wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wavy.setUnderlineColor(QColor(theme.current().error))
        wavy.setForeground(QColor(theme.current().error))
        kind = QInputMethodEvent.AttributeType.TextFormat
        here = start - self.cursorPosition()
        marks = [QInputMethodEvent.Attribute(kind, here, length, wavy)] if length else []
        QCoreApplication.sendEvent(self, QInputMethodEvent("", marks))
