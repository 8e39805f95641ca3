"""The end of a set row: an empty ring, or a tick once the set is on disk."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from planner.ui import theme

MARK_WIDTH = 28  # px


class DoneMark(QAbstractButton):
    """Clicking it logs the row, as Enter does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(MARK_WIDTH, MARK_WIDTH)
        self._shown = False, ""

    def show_done(self, done: bool, name: str) -> None:
        """Show whether the set is stored; `name` says it to a screen reader."""
        if (done, name) != self._shown:
            self._shown = done, name
            self.setAccessibleName(name)
            self.setToolTip(name)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the fixed size."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ring or tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        done, _ = self._shown
        if done:
            pen = QPen(QColor(colours.good), 2.4)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF([QPointF(9, 14.5), QPointF(12.5, 18), QPointF(19, 10)]))
        else:
            painter.setPen(QPen(QColor(colours.muted), 1.6))
            painter.drawEllipse(QRectF(9.5, 9.5, 9, 9))
