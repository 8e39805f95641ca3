"""One line over days as it is drawn: its colour, dash and marks, and its band where it has one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem

from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.charts.plot_style import Floats

MARK_PX = 7.0
LINE_PX = 1.8
BAND_ALPHA = 0.18
LOOKS = (  # (colour, dash in line widths, mark): never told apart by colour alone
    ("accent", None, "o"),
    ("levelling", (5, 3), "s"),
    ("steady", (1, 2), "t"),
    ("plateau", (6, 2, 1, 2), "d"),
    ("early", (3, 2), "t1"),
    ("fatigue", (8, 3), "p"),
    ("return", (2, 2), "h"),
    ("text", None, "+"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of values by day number, oldest first; a value that is not a number parts it.

    `low` and `high` are the edges of its band, empty without one; `look` is its place in LOOKS.
    """

    name: str
    xs: Floats
    ys: Floats
    look: int = 0
    low: Floats | None = None
    high: Floats | None = None
    marks: bool = True


def colour(look: int, tokens: theme.Theme) -> str:
    """Return the colour of a look in a theme."""
    key = LOOKS[look % len(LOOKS)][0]
    return {"accent": tokens.accent, "text": tokens.text, **tokens.phases}[key]


def sign(look: int) -> Callable[[QPainter, QRectF], None]:
    """Return what paints a line's sign into the legend: its dash with its mark."""

    def paint(painter: QPainter, area: QRectF) -> None:
        ink = QColor(colour(look, theme.current()))
        pen, dash = QPen(ink, LINE_PX), LOOKS[look % len(LOOKS)][1]
        if dash is not None:
            pen.setDashPattern(list(dash))
        painter.setPen(pen)
        middle = area.center()
        painter.drawLine(QPointF(area.left(), middle.y()), QPointF(area.right(), middle.y()))
        painter.save()
        painter.translate(middle)
        painter.scale(MARK_PX, MARK_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPath(Symbols[LOOKS[look % len(LOOKS)][2]])
        painter.restore()

    return paint


class DrawnLine:
    """What a line is drawn with; nothing while it has none."""

    def __init__(self, view: Any) -> None:
        self._line: Line | None = None
        self._gap = -1.0
        self._band = QGraphicsPathItem()
        self._band.setPen(Qt.PenStyle.NoPen)
        self._curve: Any = pg.PlotCurveItem(connect="finite")
        self._marks: Any = pg.ScatterPlotItem(pxMode=True, size=MARK_PX)
        for item in (self._band, self._curve, self._marks):
            view.addItem(item, ignoreBounds=True)

    def show(self, line: Line | None) -> None:
        """Draw another line, or nothing."""
        self._line = line
        for item in (self._band, self._curve, self._marks):
            item.setVisible(line is not None)
        if line is None:
            return
        self._curve.setData(line.xs, line.ys, connect="finite")
        self._band.setPath(QPainterPath())
        self._ink(line)
        self._gap = -1.0

    def show_band(self, shown: bool) -> None:
        """Draw the band, which is made when it is first asked for, or leave it out."""
        self._band.setVisible(shown and self._line is not None)
        if shown and self._line is not None and self._band.path().isEmpty():
            self._band.setPath(_band(self._line))

    def thin(self, gap: float) -> None:
        """Draw marks so far apart on the lower axis at the least; the last one stays."""
        if self._line is None or gap == self._gap:
            return
        self._gap = gap
        self._mark(self._line)

    def _mark(self, line: Line) -> None:
        tokens, places = theme.current(), _thinned(line, self._gap)
        self._marks.setData(
            x=line.xs[places],
            y=line.ys[places],
            symbol=LOOKS[line.look % len(LOOKS)][2],
            brush=QColor(colour(line.look, tokens)),
            pen=plot_style.pen(QColor(tokens.panel), 0.8),
        )

    def restyle(self) -> None:
        """Take the colours of the theme."""
        if self._line is not None:
            self._ink(self._line)
            self._mark(self._line)

    def _ink(self, line: Line) -> None:
        ink = colour(line.look, theme.current())
        pen = plot_style.line(ink, LINE_PX, len(line.xs))
        dash = LOOKS[line.look % len(LOOKS)][1]
        if dash is not None:
            pen.setDashPattern(list(dash))
        self._curve.setPen(pen)
        self._band.setBrush(plot_style.faint(ink, BAND_ALPHA))


def _marked(line: Line) -> NDArray[np.int64]:
    """Return the places of a line that have a mark."""
    return np.flatnonzero(~np.isnan(line.ys)) if line.marks else np.empty(0, dtype=np.int64)


def _thinned(line: Line, gap: float) -> NDArray[np.int64]:
    """Return the places of marks that are so far apart at the least, the last one first."""
    marked = _marked(line)
    if gap <= 0.0 or not len(marked):
        return marked
    xs, alone, kept = line.xs, _alone(line), [int(marked[-1])]
    for place in marked[-2::-1].tolist():
        if alone[place] or xs[kept[-1]] - xs[place] >= gap:
            kept.append(place)
    return np.array(kept, dtype=np.int64)


def _alone(line: Line) -> NDArray[np.bool_]:
    """Tell which points have no neighbour that a line could lead to: only a mark shows them."""
    unknown = np.concatenate([[True], np.isnan(line.ys), [True]])
    alone: NDArray[np.bool_] = unknown[:-2] & unknown[2:]
    return alone


def _band(line: Line) -> QPainterPath:
    """Return the area between the edges of a band, parted where they are not known."""
    path = QPainterPath()
    if line.low is None or line.high is None:
        return path
    known = np.flatnonzero(~np.isnan(line.low) & ~np.isnan(line.high))
    for run in np.split(known, np.flatnonzero(np.diff(known) > 1) + 1):
        xs = np.concatenate([line.xs[run], line.xs[run][::-1]])
        ys = np.concatenate([line.low[run], line.high[run][::-1]])
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in zip(xs, ys, strict=True)]))
    return path
