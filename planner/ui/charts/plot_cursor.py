"""The ring and the words at the point that the pointer or the keyboard has reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from planner.ui import theme
from planner.ui.charts.plot_overlay import Overlay

RING_PX = 6.5
PAD_PX = 7.0


class Cursor(Overlay):
    """Lies over a ViewBox, in its pixels; shows nothing until it is told where."""

    def __init__(self, box: Any, font: QFont) -> None:
        super().__init__(box, 100)
        self._font = font
        self._at: tuple[float, float] | None = None
        self._lines: Sequence[str] = ()
        self._ring = True

    def show_at(self, x: float, y: float, lines: Sequence[str], ring: bool = True) -> None:
        """Show words at a point of the plot, and a ring around it."""
        self._at, self._lines, self._ring = (x, y), lines, ring
        self.update()

    def leave(self) -> None:
        """Show nothing."""
        self._at, self._lines = None, ()
        self.update()

    def lines(self) -> Sequence[str]:
        """Return the words that are shown."""
        return self._lines

    def draw(self, painter: QPainter) -> None:
        """Draw ring and words."""
        if self._at is None or not self._lines:
            return
        tokens = theme.current()
        spot = self._box.mapFromView(QPointF(*self._at))
        painter.setPen(QPen(QColor(tokens.text), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._ring:
            painter.drawEllipse(spot, RING_PX, RING_PX)
        self._paint_words(painter, tokens, spot)

    def _paint_words(self, painter: QPainter, tokens: theme.Theme, spot: QPointF) -> None:
        metrics = QFontMetricsF(self._font)
        width = max(metrics.horizontalAdvance(line) for line in self._lines) + 2 * PAD_PX
        height = metrics.lineSpacing() * len(self._lines) + 2 * PAD_PX
        box = self._place(spot, width, height)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(box, theme.RADIUS, theme.RADIUS)
        painter.setFont(self._font)
        painter.setPen(QColor(tokens.text))
        inner = box.adjusted(PAD_PX, PAD_PX, -PAD_PX, -PAD_PX)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft, "\n".join(self._lines))

    def _place(self, spot: QPointF, width: float, height: float) -> QRectF:
        """Stand right of the point, or left of it near the edge, and always inside."""
        room = self.boundingRect()
        gap = RING_PX + PAD_PX
        left = spot.x() + gap
        if left + width > room.right():
            left = max(room.left(), spot.x() - gap - width)
        top = min(max(spot.y() - height / 2, room.top()), room.bottom() - height)
        return QRectF(left, top, width, height)
