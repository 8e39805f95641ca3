"""A thin bar that is as full as something is fresh."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui import theme

ROUND_PX = 3.5


class LevelBar(QWidget):
    """Shows a share, 0–1; words beside it say the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._level = 0.0
        self.setFixedHeight(theme.GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_level(self, level: float) -> None:
        """Show another share."""
        self._level = level
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track and level."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = theme.current()
        for colour, share in ((tokens.line, 1.0), (tokens.accent, self._level)):
            painter.setBrush(QColor(colour))
            box = QRectF(0, 0, share * self.width(), theme.GRID - 1)
            painter.drawRoundedRect(box, ROUND_PX, ROUND_PX)
