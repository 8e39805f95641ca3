"""Ranges as thin upright bars, and what came as dots: filled inside, hollow outside."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.charts.plot_style import Bools, Floats
from planner.ui.theme import Theme

BAR_PX, DOT_PX, RING_PX, ARROW_PX = 5.0, 6.0, 8.0, 12.0
LEAST_DOT_PX, LEAST_RING_PX = 3.0, 5.0
SOME, MANY = 60, 250  # ranges in view from which on bars and dots are thinner
SHARES = (1.0, 0.6, 0.2)  # of their size, by how many there are
ALPHAS = (0.35, 0.35, 0.15)
EDGE = 0.03  # share of the height between the edge and a dot that belongs beyond it
TAILS = (2.0, 98.0)  # percentiles of what the height holds of many


class Ranges(NamedTuple):
    """Ranges by their place on the lower axis, in order, and the values that came.

    `apart` are those that the height does not follow: they look like typing errors.
    """

    xs: Floats
    lows: Floats
    highs: Floats
    values: Floats
    inside: Bools
    apart: Bools

    def between(self, low: float, high: float) -> Ranges:
        """Return those between two places."""
        since, until = np.searchsorted(self.xs, (low, high + 0.5))
        part = slice(since, until)
        return Ranges(
            self.xs[part], self.lows[part], self.highs[part], self.values[part],
            self.inside[part], self.apart[part],
        )  # fmt: skip

    def span(self) -> tuple[float, float] | None:
        """Return a height that holds them, of many the most; None of none."""
        seen = ~self.apart
        ends = np.concatenate([each[seen] for each in (self.lows, self.highs, self.values)])
        if not len(ends):
            return None
        tails = TAILS if len(self.xs) > MANY else (0.0, 100.0)
        bottom, top = np.percentile(ends, tails)
        return float(bottom), float(top)


def ranges(xs: Floats, rows: list[tuple[float, float, float, bool, bool]]) -> Ranges:
    """Return ranges from (low, high, value, inside, apart), in order."""
    table = np.array([row[:3] for row in rows], dtype=np.float64).reshape(-1, 3)
    flags = np.array([row[3:] for row in rows], dtype=np.bool_).reshape(-1, 2)
    return Ranges(xs, *table.T, *flags.T)


class RangeMarks:
    """Draws ranges on one plot."""

    def __init__(self, view: Any) -> None:
        self.shown = ranges(np.empty(0), [])
        self._thin: int | None = None
        self._bars: Any = pg.PlotCurveItem(connect="pairs")
        self._inside: Any = pg.ScatterPlotItem(pxMode=True)
        self._outside: Any = pg.ScatterPlotItem(pxMode=True)
        for item in (self._bars, self._inside, self._outside):
            view.addItem(item, ignoreBounds=True)

    def show(self, made: Ranges) -> None:
        """Take other ranges; `fit` draws them."""
        self.shown, self._thin = made, None
        ends = np.column_stack([made.lows, made.highs]).ravel()
        self._bars.setData(np.repeat(made.xs, 2), ends, connect="pairs")

    def fit(self, low: float, high: float, bottom: float, top: float) -> Floats:
        """Return where the dots stand in that height; an arrow at the edge is beyond it."""
        thin = int(np.searchsorted((SOME, MANY), len(self.shown.between(low, high).xs)))
        if thin != self._thin:
            self._thin = thin
            self.restyle(theme.current())
        room = EDGE * (top - bottom)
        ys = np.clip(self.shown.values, bottom + room, top - room)
        self._draw_outside(ys, bottom, top)
        return np.where(self._beyond(bottom, top), ys, self.shown.values)

    def _beyond(self, bottom: float, top: float) -> Bools:
        made: Bools = (self.shown.values < bottom) | (self.shown.values > top)
        return made

    def _draw_outside(self, ys: Floats, bottom: float, top: float) -> None:
        out, share, tokens = ~self.shown.inside, SHARES[self._thin or 0], theme.current()
        values, beyond = self.shown.values[out], self._beyond(bottom, top)[out]
        signs = np.where(values > top, "arrow_up", "arrow_down")
        ring = max(RING_PX * share, LEAST_RING_PX)
        self._outside.setData(
            x=self.shown.xs[out],
            y=np.where(beyond, ys[out], values),
            symbol=list(np.where(beyond, signs, "o")),
            size=np.where(beyond, ARROW_PX, ring),
            brush=QColor(tokens.panel),
            pen=plot_style.pen(QColor(tokens.text), 1.6 if share == 1.0 else 1.0),
        )

    def restyle(self, tokens: Theme) -> None:
        """Take the colours of a theme; each dot is styled once, which is slow for many."""
        if self._thin is None:
            return
        share, inside = SHARES[self._thin], self.shown.inside
        bar = plot_style.faint(tokens.accent, ALPHAS[self._thin])
        pen = plot_style.pen(bar, BAR_PX * share)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._bars.setPen(pen)
        self._inside.setData(
            x=self.shown.xs[inside],
            y=self.shown.values[inside],
            size=max(DOT_PX * share, LEAST_DOT_PX),
            pen=None,
            brush=QColor(tokens.accent),
        )


def paint_inside(painter: QPainter, area: QRectF) -> None:
    """Paint the sign of a result inside its range."""
    _paint(painter, area, 2.0, filled=True)


def paint_outside(painter: QPainter, area: QRectF) -> None:
    """Paint the sign of a result outside its range."""
    _paint(painter, area, -4.0, filled=False)


def _paint(painter: QPainter, area: QRectF, dot_at: float, filled: bool) -> None:
    tokens, middle = theme.current(), area.center()
    bar = QRectF(middle.x() - BAR_PX / 2, middle.y() - 2, BAR_PX, 9)
    painter.fillRect(bar, plot_style.faint(tokens.accent, 0.35))
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(QColor(tokens.text), 1.6))
    painter.setBrush(QColor(tokens.accent if filled else tokens.panel))
    painter.drawEllipse(QPointF(middle.x(), middle.y() + dot_at), 3.2, 3.2)
