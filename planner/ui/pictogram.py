"""A small person doing a movement pattern, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QWidget

from planner.coach.library_words import plain
from planner.engine.terms import Pattern
from planner.ui import theme
from planner.ui.drawing import drawing
from planner.ui.theme import Theme

SIZE = 96  # px


def pictogram(pattern: Pattern, tokens: Theme, size: int) -> QPixmap:
    """Return a square drawing of a pattern, `size` px wide, sharp on the sharpest screen.

    The body has the colour of text, the load the accent.
    """
    ratio = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    key = f"pictogram {pattern} {tokens.text} {tokens.accent} {size} {ratio}"
    made = QPixmap()
    if not QPixmapCache.find(key, made):
        made = _drawn(pattern, tokens, size, ratio)
        QPixmapCache.insert(key, made)
    return made


def _drawn(pattern: Pattern, tokens: Theme, size: int, ratio: float) -> QPixmap:
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    colours = {"body": tokens.text, "load": tokens.accent}
    drawing(f"pictograms/{pattern}.svg", colours).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


class Pictogram(QWidget):
    """Shows the pictogram of a pattern; nothing before one is shown."""

    def __init__(self, parent: QWidget, size: int = SIZE) -> None:
        super().__init__(parent)
        self._pattern: Pattern | None = None
        self.setFixedSize(size, size)

    def show_pattern(self, pattern: Pattern) -> None:
        """Draw the person who does this pattern."""
        self._pattern = pattern
        self.setAccessibleName(plain(pattern))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw in the colours that the theme has now."""
        if self._pattern is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, pictogram(self._pattern, theme.current(), self.width()))
