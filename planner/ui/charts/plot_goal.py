"""The goal of a lift on a plot: a dotted line with its words, an arrow where it is out of view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.charts.plot_events import ROW_PX
from planner.ui.charts.plot_overlay import Overlay

NEAR = 0.5  # of the height of what was done: so far beyond it a goal still moves the axis
ARROW_PX = 8.0
PAD_PX = 4.0
LINE_PX = 1.6


class GoalLine(Overlay):
    """Lies over the curves of a ViewBox, in its pixels; nothing is drawn without a goal."""

    def __init__(self, view: Any, font: QFont) -> None:
        box = view.getViewBox()
        super().__init__(box, 20)
        self._font = font
        self._words = ""
        self.value: float | None = None

    def show_goal(self, value: float | None, words: str = "") -> None:
        """Draw another goal at a value in the unit shown; None draws none."""
        self.value, self._words = value, words
        self.update()

    def reach(self, bottom: float, top: float) -> tuple[float, float]:
        """Return a height with the goal in it, unless that would squash what was done."""
        if self.value is None:
            return bottom, top
        room = NEAR * (top - bottom)
        if not bottom - room <= self.value <= top + room:
            return bottom, top
        return min(bottom, self.value), max(top, self.value)

    def out_of_view(self) -> bool:
        """Say whether the goal is drawn as an arrow at the edge."""
        low, high = self._box.viewRange()[1]
        return self.value is not None and not low <= self.value <= high

    def words_box(self) -> QRectF:
        """Return the pixels that the words take, an empty box without any in view."""
        room = self.boundingRect()
        if self.value is None or not room.height():
            return QRectF()
        low, high = self._box.viewRange()[1]
        if self.out_of_view():
            up = self.value > high
            top = room.top() + ROW_PX + PAD_PX if up else room.bottom() - 2 * self._tall()
            left = room.left() + 2 * PAD_PX + ARROW_PX
            return QRectF(left, top, self._wide(), self._tall())
        y = room.bottom() - (self.value - low) / max(high - low, 1e-9) * room.height()
        above = y - self._tall() - 1
        top = above if above >= room.top() + ROW_PX else y + 2
        return QRectF(room.left() + PAD_PX, top, self._wide(), self._tall())

    def taken(self) -> list[QRectF]:
        """Return the pixels of words and line, where nothing else can be read."""
        if self.value is None or self.out_of_view():
            return [self.words_box()]
        room, y = self.boundingRect(), self._box.mapFromView(QPointF(0.0, self.value)).y()
        return [self.words_box(), QRectF(room.left(), y - 1, room.width(), 2)]

    def draw(self, painter: QPainter) -> None:
        """Draw the line, or the arrow at the edge beyond which it is."""
        if self.value is None:
            return
        painter.setFont(self._font)
        if self.out_of_view():
            self._paint_arrow(painter, upwards=self.value > self._box.viewRange()[1][1])
        else:
            self._paint_line(painter, self.boundingRect())
        self._write(painter, self.words_box())

    def _paint_line(self, painter: QPainter, room: QRectF) -> None:
        y = self._box.mapFromView(QPointF(0.0, self.value or 0.0)).y()
        painter.setPen(QPen(QColor(theme.current().text), LINE_PX, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(room.left(), y, room.right(), y))

    def _paint_arrow(self, painter: QPainter, upwards: bool) -> None:
        """Draw an arrow beside the words, towards where the goal is."""
        words = self.words_box()
        left, middle = words.left() - ARROW_PX - PAD_PX, words.center().y()
        tip, base = (-ARROW_PX / 2, ARROW_PX / 2) if upwards else (ARROW_PX / 2, -ARROW_PX / 2)
        corners = [(left, base), (left + ARROW_PX, base), (left + ARROW_PX / 2, tip)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().text))
        painter.drawPolygon(QPolygonF([QPointF(x, middle + dy) for x, dy in corners]))

    def _write(self, painter: QPainter, spot: QRectF) -> None:
        painter.fillRect(spot, plot_style.faint(theme.current().panel, 0.8))
        painter.setPen(QColor(theme.current().text))
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, self._words)

    def _wide(self) -> float:
        return QFontMetricsF(self._font).horizontalAdvance(self._words) + PAD_PX

    def _tall(self) -> float:
        return QFontMetricsF(self._font).height() + 2
