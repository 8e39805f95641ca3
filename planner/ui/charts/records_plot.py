"""Load against repetitions: every set, the sets that none beats, and what is due today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem, QWidget

from planner.coach.charts.records_front import CurvePoint, Spot
from planner.language import tr
from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.charts.number_plot import NumberPlot
from planner.ui.charts.plot_style import Floats

SMALLEST_PX, LARGEST_PX = 6.0, 14.0
USUAL_REPS = 20  # beyond it the plot scrolls
LEAST_REPS = 6
EDGE = 0.5  # repetitions beside the first and the last
HEADROOM = 0.06
TICK_PX = 28
BAND_ALPHA, OLD_ALPHA, NEW_ALPHA = 0.16, 0.22, 0.9


class RecordsPlot(NumberPlot):
    """Shows the sets of one lift by repetitions and load; `picked` names a spot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spots: Sequence[Spot] = ()
        self._said: Callable[[int], Sequence[str]] = lambda _index: ()
        self._curve: Floats = np.empty((0, 4))
        self._band = QGraphicsPathItem()
        self._band.setPen(Qt.PenStyle.NoPen)
        self._middle: Any = pg.PlotCurveItem(antialias=True)
        self._front: Any = pg.PlotCurveItem(antialias=True)
        self._old: Any = pg.ScatterPlotItem(pxMode=True)
        self._new: Any = pg.ScatterPlotItem(pxMode=True)
        for item in (self._band, self._middle, self._front, self._old, self._new):
            self.view.addItem(item, ignoreBounds=True)
        self.name_axis(tr("repetitions"))
        self.complete()

    def show_spots(
        self,
        spots: Sequence[Spot],
        curve: Sequence[CurvePoint],
        recent: Sequence[bool],
        per_kg: float,
        said: Callable[[int], Sequence[str]],
    ) -> None:
        """Draw other sets; `recent` tells which are drawn strongly, `said` what a spot is."""
        self._spots, self._said = spots, said
        xs = np.array([spot.reps for spot in spots], dtype=np.float64)
        ys = per_kg * np.array([spot.kg for spot in spots], dtype=np.float64)
        times = np.sqrt(np.array([spot.times for spot in spots], dtype=np.float64))
        sizes = np.clip(SMALLEST_PX - 1.5 + 1.5 * times, SMALLEST_PX, LARGEST_PX)
        new = np.array(recent, dtype=bool)
        for item, chosen in ((self._old, ~new), (self._new, new)):
            item.setData(x=xs[chosen], y=ys[chosen], size=sizes[chosen])
        self._draw_front(xs, ys)
        table = [(point.reps, point.kg, point.low_kg, point.high_kg) for point in curve]
        self._curve = np.array(table, dtype=np.float64).reshape(-1, 4)
        self._curve[:, 1:] *= per_kg
        self._draw_curve()
        self.set_points(xs, ys)
        self._show_all(xs)

    def _show_all(self, xs: Floats) -> None:
        most = float(xs.max()) if len(xs) else 0.0
        shown = max(LEAST_REPS, min(most, USUAL_REPS)) + EDGE
        self.show_range((EDGE, shown), (EDGE, max(shown, most + EDGE)))

    def _draw_front(self, xs: Floats, ys: Floats) -> None:
        """Draw, for each count, the hardest load done at least so often, as steps."""
        front = np.array([spot.front for spot in self._spots], dtype=bool)
        ends = xs[front]
        starts = np.concatenate([[EDGE], ends[:-1]]) if len(ends) else ends
        self._front.setData(np.column_stack([starts, ends]).ravel(), np.repeat(ys[front], 2))

    def _draw_curve(self) -> None:
        reps, middle, low, high = self._curve.T
        self._middle.setData(reps, middle)
        path = QPainterPath()
        xs, ys = np.concatenate([reps, reps[::-1]]), np.concatenate([low, high[::-1]])
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in zip(xs, ys, strict=True)]))
        self._band.setPath(path)

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        tokens = theme.current()
        self._band.setBrush(plot_style.faint(tokens.accent, BAND_ALPHA))
        dashed = plot_style.pen(QColor(tokens.accent), 1.8)
        dashed.setStyle(Qt.PenStyle.DashLine)
        self._middle.setPen(dashed)
        self._front.setPen(plot_style.pen(QColor(tokens.phases["steady"]), 2.2))
        self._old.setPen(plot_style.pen(plot_style.faint(tokens.text, 0.45), 1))
        self._old.setBrush(plot_style.faint(tokens.text, OLD_ALPHA))
        self._new.setPen(plot_style.pen(QColor(tokens.panel), 0.8))
        self._new.setBrush(plot_style.faint(tokens.text, NEW_ALPHA))

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return a height that holds the sets and the band in view."""
        parts = [ys[(xs >= low) & (xs <= high)] for xs, ys in self._drawn()]
        values = np.concatenate(parts)
        if not len(values):
            return 0.0, 1.0
        bottom, top = float(values.min()), float(values.max())
        room = HEADROOM * max(top - bottom, 0.1 * top, 1.0)
        return max(bottom - room, -room), top + room

    def _drawn(self) -> list[tuple[Floats, Floats]]:
        reps, _, low, high = self._curve.T
        return [(self._xs, self._ys), (reps, low), (reps, high)]

    def ticks(self, low: float, high: float) -> list[list[tuple[float, str]]]:
        """Return the whole counts of repetitions that have room."""
        room = (high - low) * theme.grown(TICK_PX) / max(self.box.width(), 1.0)
        step = next((each for each in (1, 2, 5, 10, 20) if each >= room), 50)
        first = max(step, -(-int(low) // step) * step) if step > 1 else max(1, round(low))
        return [[(float(reps), str(reps)) for reps in range(first, int(high) + 1, step)]]

    def words(self, index: int) -> Sequence[str]:
        """Return what `said` says of a spot."""
        return self._said(index)


def paint_front(painter: QPainter, area: QRectF) -> None:
    """Paint the sign of the steps into a legend."""
    painter.setPen(QPen(QColor(theme.current().phases["steady"]), 2.2))
    middle, third = area.center(), area.width() / 3
    painter.drawPolyline(
        [
            QPointF(area.left(), middle.y() - 4),
            QPointF(area.left() + third, middle.y() - 4),
            QPointF(area.left() + third, middle.y()),
            QPointF(area.left() + 2 * third, middle.y()),
            QPointF(area.left() + 2 * third, middle.y() + 4),
            QPointF(area.right(), middle.y() + 4),
        ]
    )


def paint_expected(painter: QPainter, area: QRectF) -> None:
    """Paint the sign of what is expected, a band with a dashed line, into a legend."""
    tokens, middle = theme.current(), area.center()
    band = QRectF(area.left(), middle.y() - 5, area.width(), 10)
    painter.fillRect(band, plot_style.faint(tokens.accent, BAND_ALPHA))
    painter.setPen(QPen(QColor(tokens.accent), 1.8, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(area.left(), middle.y()), QPointF(area.right(), middle.y()))


def paint_old(painter: QPainter, area: QRectF) -> None:
    """Paint the sign of sets of long ago into a legend."""
    tokens = theme.current()
    painter.setPen(QPen(plot_style.faint(tokens.text, 0.45), 1))
    painter.setBrush(plot_style.faint(tokens.text, OLD_ALPHA))
    painter.drawEllipse(area.center(), 4.5, 4.5)
