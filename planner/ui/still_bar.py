"""A bar of work that stands still while nobody knows how long the work takes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar

from planner.ui import theme

PART_PX, TALL_PX, ROUND_PX = 16, 6, 3


class StillBar(QProgressBar):
    """Qt's own runs to and fro then; here a row of short parts says that work goes on."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint parts side by side, or how far the work is once that is known."""
        if self.minimum() != self.maximum():
            super().paintEvent(event)
            return
        tokens, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top, wide = (self.height() - TALL_PX) / 2, self.width() / max(1, self.width() // PART_PX)
        for place in range(round(self.width() / wide)):
            painter.setBrush(QColor(tokens.line if place % 2 else tokens.accent))
            part = QRectF(place * wide + 1, top, wide - 2, TALL_PX)
            painter.drawRoundedRect(part, ROUND_PX, ROUND_PX)
