"""Sleep beside how the session after it came out, with the slope and how unsure that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem, QWidget

from planner.coach.charts.sleep_and_strength import Night, SleepAndStrength, Slope
from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.charts.number_plot import NumberPlot
from planner.ui.charts.plot_style import Floats

DOT_PX = 7.0
HEADROOM = 0.12
LEAST_PERCENT = 2.0  # above and below what was expected in view at least
BESIDE = 0.5  # of an hour or a point, beside the first and the last night


class SleepPlot(NumberPlot):
    """Shows a dot a night; the line and its band are left out while too few are known."""

    shortest = 0.5

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nights: Sequence[Night] = ()
        self._said: Callable[[Night], Sequence[str]] = lambda _: ()
        self._band = QGraphicsPathItem()
        self._band.setPen(Qt.PenStyle.NoPen)
        self._line: Any = pg.PlotCurveItem()
        self._expected: Any = pg.InfiniteLine(0.0, angle=0, movable=False)
        self._dots: Any = pg.ScatterPlotItem(pxMode=True, size=DOT_PX)
        for item in (self._expected, self._band, self._line, self._dots):
            self.view.addItem(item, ignoreBounds=True)
        self.complete()

    def show_nights(self, made: SleepAndStrength, said: Callable[[Night], Sequence[str]]) -> None:
        """Draw other nights; `said` returns the words about one."""
        self._nights = sorted(made.nights, key=lambda night: (night.slept, night.share))
        self._said = said
        xs = np.array([night.slept for night in self._nights], dtype=np.float64)
        ys = 100.0 * np.array([night.share for night in self._nights], dtype=np.float64)
        self._dots.setData(x=xs, y=ys)
        self.set_points(xs, ys)
        self._draw_line(made.line, xs)
        if len(xs):
            window = float(xs[0]) - BESIDE, float(xs[-1]) + BESIDE
            self.show_range(window, window)

    def night(self, index: int) -> Night:
        """Return a night by its place among the dots."""
        return self._nights[index]

    def words(self, index: int) -> Sequence[str]:
        """Return what is said of a night."""
        return self._said(self._nights[index])

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return a height with what was expected in the middle that holds what is in view."""
        since, until = np.searchsorted(self._xs, (low, high))
        most = max([LEAST_PERCENT, *np.abs(self._ys[since:until])])
        return -most * (1 + HEADROOM), most * (1 + HEADROOM)

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        tokens = theme.current()
        self._dots.setPen(None)
        self._dots.setBrush(plot_style.faint(tokens.text, 0.45))
        self._line.setPen(plot_style.pen(QColor(tokens.accent), 2))
        self._band.setBrush(plot_style.faint(tokens.accent, 0.18))
        pen = plot_style.pen(QColor(tokens.muted), 1)
        pen.setDashPattern([2, 4])
        self._expected.setPen(pen)

    def _draw_line(self, made: Slope | None, xs: Floats) -> None:
        for item in (self._line, self._band):
            item.setVisible(made is not None)
        if made is None:
            return
        ends = np.array([xs[0], xs[-1]])
        self._line.setData(ends, _along(made, made.slope, ends))
        path = QPainterPath()
        for x in ends:
            corners = [(made.middle_x, 100.0 * made.middle_y)]
            sides = np.array([x, x])
            corners += zip(sides, _along(made, np.array([made.low, made.high]), sides), strict=True)
            path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        self._band.setPath(path)


def _along(made: Slope, slope: float | Floats, xs: Floats) -> Floats:
    """Return the heights in per cent of lines through the middle point."""
    heights: Floats = 100.0 * (made.middle_y + slope * (xs - made.middle_x))
    return heights
