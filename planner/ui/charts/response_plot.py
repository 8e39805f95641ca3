"""Gain against weekly sets: a point for each window, and the line through the usual ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem, QWidget

from planner.coach.charts.response_page import (
    Kind,
    LinePoint,
    ResponseChart,
    ResponseWindow,
)
from planner.ui import theme
from planner.ui.charts import plot_style, response_words
from planner.ui.charts.number_plot import NumberPlot
from planner.ui.charts.plot_style import Floats

DOT_PX = 9.0
HEADROOM = 0.15  # share of the height kept free above and below
LEAST_TALL = 4.0  # % a month that are in view at least, so that noise looks like noise
SIDE_SETS = 1.0  # free beside the fewest and the most sets
BAND_ALPHA, ERROR_ALPHA = 0.22, 0.28
CROWD = 40  # with more points than this their errors are left to the words
SYMBOLS = {Kind.USUAL: "o", Kind.EARLY: "t1", Kind.BACK: "s"}
_COLOURS = {Kind.USUAL: "", Kind.EARLY: "early", Kind.BACK: "return"}


class ResponsePlot(NumberPlot):
    """Shows one lift; only filled points are in the line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.windows: Sequence[ResponseWindow] = ()
        self._today = date.min
        self._tall: Floats = np.empty(0)
        self._zero: Any = pg.InfiniteLine(pos=0.0, angle=0, movable=False)
        self._band = QGraphicsPathItem()
        self._band.setPen(Qt.PenStyle.NoPen)
        self._line: Any = pg.PlotCurveItem()
        self._errors: Any = pg.ErrorBarItem(x=np.empty(0), y=np.empty(0), beam=0.0)
        self.dots: Any = pg.ScatterPlotItem(pxMode=True, size=DOT_PX)
        for item in (self._zero, self._band, self._errors, self._line, self.dots):
            self.view.addItem(item, ignoreBounds=True)
        self.complete()

    def show_chart(self, chart: ResponseChart, today: date) -> None:
        """Draw a lift's windows, and the line with its band where there is one."""
        self.windows = sorted(chart.windows, key=lambda each: (each.sets, each.since))
        self._today = today
        self.name_axis(response_words.axis(chart))
        xs = np.array([each.sets for each in self.windows], dtype=np.float64)
        ys = 100 * np.array([each.gain for each in self.windows], dtype=np.float64)
        self._draw_line(chart.line)
        self._draw_dots(xs, ys)
        edges = [100 * edge for point in chart.line for edge in (point.low, point.high)]
        self._tall = np.array([0.0, *ys, *edges])
        self.set_points(xs, ys)
        low, high = (float(xs.min()), float(xs.max())) if len(xs) else (0.0, 10.0)
        window = max(0.0, low - SIDE_SETS), high + SIDE_SETS
        self.show_range(window, window)

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        tokens = theme.current()
        pen = plot_style.pen(QColor(tokens.muted), 1)
        pen.setDashPattern([2, 4])
        self._zero.setPen(pen)
        self._band.setBrush(plot_style.faint(tokens.accent, BAND_ALPHA))
        self._line.setPen(plot_style.pen(QColor(tokens.accent), 2))
        self._errors.setOpts(pen=plot_style.pen(plot_style.faint(tokens.muted, ERROR_ALPHA), 1))
        self._draw_dots(self._xs, self._ys)

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return a height that holds every point, the line's band and zero."""
        del low, high
        if not len(self._tall):
            return 0.0, 1.0
        bottom, top = float(self._tall.min()), float(self._tall.max())
        missing = max(0.0, LEAST_TALL - (top - bottom)) / 2
        room = missing + HEADROOM * (top - bottom)
        return bottom - room, top + room

    def words(self, index: int) -> Sequence[str]:
        """Return a window's days, sets and gain."""
        return response_words.window(self.windows[index], self._today)

    def _draw_line(self, line: Sequence[LinePoint]) -> None:
        xs = np.array([point.sets for point in line])
        low, middle, high = (
            100 * np.array([getattr(point, name) for point in line])
            for name in ("low", "gain", "high")
        )
        self._line.setData(xs, middle)
        path = QPainterPath()
        if len(xs):
            around = zip([*xs, *xs[::-1]], [*low, *high[::-1]], strict=True)
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in around]))
        self._band.setPath(path)

    def _draw_dots(self, xs: Floats, ys: Floats) -> None:
        inks = [_ink(each.kind) for each in self.windows]
        errors = 100 * response_words.ERROR_SD * np.array([w.gain_sd for w in self.windows])
        self._errors.setData(x=xs, y=ys, top=errors, bottom=errors)
        self._errors.setVisible(len(xs) <= CROWD)  # new data shows them
        self.dots.setData(
            x=xs,
            y=ys,
            symbol=[SYMBOLS[each.kind] for each in self.windows],
            pen=[plot_style.pen(ink, 1.5) for ink in inks],
            brush=[
                ink if each.kind is Kind.USUAL else None
                for ink, each in zip(inks, self.windows, strict=True)
            ],
        )


def sign(kind: Kind) -> Callable[[QPainter, QRectF], None]:
    """Return what paints the sign of a kind of window into the legend."""

    def paint(painter: QPainter, area: QRectF) -> None:
        ink, middle = _ink(kind), area.center()
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink if kind is Kind.USUAL else Qt.BrushStyle.NoBrush)
        box = QRectF(middle.x() - 4, middle.y() - 4, 8, 8)
        if kind is Kind.USUAL:
            painter.drawEllipse(box)
        elif kind is Kind.BACK:
            painter.drawRect(box)
        else:
            tip = QPointF(middle.x(), box.top())
            painter.drawPolygon(QPolygonF([box.bottomLeft(), box.bottomRight(), tip]))

    return paint


def _ink(kind: Kind) -> QColor:
    tokens = theme.current()
    return QColor(tokens.phases[_COLOURS[kind]]) if _COLOURS[kind] else QColor(tokens.text)
