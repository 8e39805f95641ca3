"""Draw the curves of a plot into a vector picture.

Qt writes them there in numbers of the plot, six digits each, with pens that not every program
keeps thin, and cuts nothing off: https://doc.qt.io/qt-6/qsvggenerator.html. So they are brought to
pixels first, and to the room that the plot has for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsPathItem, QWidget

from planner.ui.charts.reach_plot import ReachPlot


def render(painter: QPainter, plot: ReachPlot, at: QPoint) -> None:
    """Draw a plot at a place: first what is no curve, then the curves."""
    curves = [item for item in plot.view.items()[::-1] if _is_curve(item) and item.isVisible()]
    for item in curves:
        item.hide()
    plot.render(painter, at, QRegion(), QWidget.RenderFlag.DrawChildren)
    for item in curves:
        item.show()
    painter.save()
    painter.translate(at)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = plot.view.mapFromScene(plot.box.sceneBoundingRect()).boundingRect()
    for item in curves:
        _draw(painter, item, plot.view.viewportTransform(), QRectF(room))
    painter.restore()


def _is_curve(item: object) -> bool:
    return isinstance(item, pg.PlotCurveItem | QGraphicsPathItem)


def _draw(painter: QPainter, item: Any, view: QTransform, room: QRectF) -> None:
    """Draw a line as far as it lies in the room, or fill the part of an area that does."""
    place = item.sceneTransform() * view
    if isinstance(item, pg.PlotCurveItem):
        painter.setPen(_pen(item.opts["pen"]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in item.getPath().toSubpathPolygons(place):
            seen_line = list(clipped(list(line), room))
            if seen_line:
                painter.drawPolyline(QPolygonF(seen_line))
        return
    whole, frame = QPainterPath(), QPainterPath()
    whole.addPath(place.map(item.path()))
    frame.addRect(room)
    painter.setPen(_pen(item.pen()))
    painter.setBrush(item.brush())
    seen = whole.intersected(frame)
    if not seen.isEmpty():
        painter.drawPath(seen)


def _pen(pen: QPen) -> QPen:
    """Return a pen as wide in pixels, which does not depend on how far a picture is zoomed."""
    made = QPen(pen)
    made.setCosmetic(False)
    return made


def clipped(line: Sequence[QPointF], room: QRectF) -> Iterator[QPointF]:
    """Yield the points of a line that runs from left to right, cut off at both sides of a room."""
    for before, after in pairwise(line):
        since, until = max(before.x(), room.left()), min(after.x(), room.right())
        if since <= until:
            yield _between(before, after, since)
            yield _between(before, after, until)


def _between(before: QPointF, after: QPointF, x: float) -> QPointF:
    share = (x - before.x()) / max(after.x() - before.x(), 1e-9)
    return QPointF(x, before.y() + share * (after.y() - before.y()))
