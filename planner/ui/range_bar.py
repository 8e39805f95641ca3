"""A value over a wanted range, on a thin bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui import theme

NOTCH_PX = 2.0  # between what lies in the range and what lies above it
ROUND_PX = 3.5


class RangeBar(QWidget):
    """The range is shaded behind the value; what is above it is set apart."""

    def __init__(self, value: float, low: float, high: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._value, self._low, self._high = value, low, high
        self.setFixedHeight(theme.GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, range and value."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = theme.current()
        self._bar(painter, tokens.line, 0, self._top())
        self._bar(painter, tokens.soft, self._low, self._high)
        if self._value > self._high:
            self._bar(painter, tokens.accent, 0, self._high)
            warning = tokens.phases["levelling"]
            self._bar(painter, warning, self._high, self._value, NOTCH_PX)
        else:
            self._bar(painter, tokens.accent, 0, self._value)

    def _top(self) -> float:
        return max(self._high * 1.25, self._value, 1.0)

    def _box(self, since: float, until: float) -> QRectF:
        scale = self.width() / self._top()
        return QRectF(since * scale, 0, (until - since) * scale, theme.GRID - 1)

    def _bar(
        self, painter: QPainter, colour: str, since: float, until: float, gap_px: float = 0.0
    ) -> None:
        painter.setBrush(QColor(colour))
        box = self._box(since, until).adjusted(gap_px, 0, 0, 0)
        painter.drawRoundedRect(box, ROUND_PX, ROUND_PX)
