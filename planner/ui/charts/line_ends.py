"""The name of every line at its right end, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from planner.ui import theme
from planner.ui.charts import drawn_line, plot_style
from planner.ui.charts.drawn_line import Line

SIGN_PX, GAP_PX = 18.0, 5.0
WIDEST_PX, WIDEST_SHARE = 170.0, 0.28  # of the plot; longer names end in …
LEAD_PX = 4.0  # from here on a dotted line leads from the end of a line to its name
LEAD_ALPHA = 0.6


class End(NamedTuple):
    """The last point of a line in view, in the pixels of the plot."""

    line: Line
    at: QPointF


class LineEnds(QGraphicsItem):
    """Stands in the room that the right axis leaves, in the pixels of the whole plot."""

    def __init__(self, view: Any, font: QFont) -> None:
        self._plot = view.getFrame()
        super().__init__(self._plot)
        self._box, self._axis = view.getViewBox(), view.add_axis("right")
        self._font = font
        self._lines: Sequence[Line] = ()
        self.setZValue(90)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._axis.setTicks([])
        self._axis.setPen(None)
        self._box.sigResized.connect(self._resized)
        self._box.sigRangeChanged.connect(self._moved)

    def show_lines(self, lines: Sequence[Line], width_px: float) -> None:
        """Name other lines in a plot of a width."""
        self._lines = lines
        self.fit(width_px)
        self.update()

    def fit(self, width_px: float) -> None:
        """Take as much room as the names need, a share of the plot at the most."""
        metrics = QFontMetricsF(self._font)
        wanted = max([metrics.horizontalAdvance(each.name) for each in self._lines], default=0.0)
        wide = min(wanted, WIDEST_PX, WIDEST_SHARE * width_px)
        self._axis.setWidth(ceil(wide + SIGN_PX + 4 * GAP_PX) if self._lines else 0)

    def boundingRect(self) -> QRectF:
        """Cover the whole plot."""
        rect: QRectF = self._plot.boundingRect()
        return rect

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Draw sign and name of every line that has a point in view."""
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for area, end in self.areas():
            self._lead(painter, end, area)
            drawn_line.sign(end.line.look)(painter, _of_sign(area))
            painter.setPen(QColor(theme.current().text))
            words = area.adjusted(SIGN_PX + GAP_PX, 0, 0, 0)
            metrics = QFontMetricsF(self._font)
            name = metrics.elidedText(end.line.name, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)

    def areas(self) -> list[tuple[QRectF, End]]:
        """Return where each name stands, from the top."""
        ends = sorted(self._ends(), key=lambda end: end.at.y())
        room, tall = self._room(), QFontMetricsF(self._font).height()
        middles = spread(
            [end.at.y() for end in ends], tall, room.top() + tall / 2, room.bottom() - tall / 2
        )
        return [
            (QRectF(room.left(), middle - tall / 2, room.width(), tall), end)
            for middle, end in zip(middles, ends, strict=True)
        ]

    def _ends(self) -> list[End]:
        """Return the last point in view of every line that has one."""
        low, high = self._box.viewRange()[0]
        found = []
        for line in self._lines:
            seen = np.flatnonzero((line.xs >= low) & (line.xs <= high) & ~np.isnan(line.ys))
            if len(seen):
                spot = self._box.mapFromView(QPointF(line.xs[seen[-1]], line.ys[seen[-1]]))
                found.append(End(line, self._box.mapToParent(spot)))
        return found

    def _room(self) -> QRectF:
        """Return the room right of the box, as high as it is."""
        box, axis = self._box.geometry(), self._axis.geometry()
        left = box.right() + 2 * GAP_PX
        return QRectF(left, box.top(), max(0.0, axis.right() - left), box.height())

    def _lead(self, painter: QPainter, end: End, area: QRectF) -> None:
        """Lead from the end of a line to its name, where they are not side by side."""
        to = QPointF(area.left() - 2, area.center().y())
        if abs(to.y() - end.at.y()) <= LEAD_PX and to.x() - end.at.x() <= 4 * GAP_PX:
            return
        ink = plot_style.faint(drawn_line.colour(end.line.look, theme.current()), LEAD_ALPHA)
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
        bend = QPointF(self._box.geometry().right(), end.at.y())
        painter.drawPolyline([end.at + QPointF(GAP_PX, 0), bend, to])

    def _resized(self) -> None:
        self.prepareGeometryChange()

    def _moved(self) -> None:
        self.update()


def _of_sign(area: QRectF) -> QRectF:
    return QRectF(area.left(), area.top(), SIGN_PX, area.height())


def spread(wanted: Sequence[float], tall: float, top: float, bottom: float) -> list[float]:
    """Return middles as near as can be to those wanted, `tall` apart and in the same order.

    `wanted` ascends. Where there is no room for that they are nearer to each other, evenly.
    """
    count = len(wanted)
    step = min(tall, max(0.0, bottom - top) / max(1, count - 1))
    blocks: list[tuple[float, int]] = []  # (sum, count) of neighbours that push each other
    for place, middle in enumerate(wanted):
        total, size = middle - place * step, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / size:
            before = blocks.pop()
            total, size = total + before[0], size + before[1]
        blocks.append((total, size))
    starts = [total / size for total, size in blocks for _ in range(size)]
    last = max(top, bottom - step * (count - 1))
    return [min(max(start, top), last) + place * step for place, start in enumerate(starts)]
