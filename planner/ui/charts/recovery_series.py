"""One gauge over days: a line with a mark a day, over years with the mean of each week."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from planner.ui import theme
from planner.ui.charts import drawn_line, plot_style
from planner.ui.charts.plot_style import Floats

MARKED_DAYS = 120  # with more in view a mark stands only where no line leads to
DAILY_DAYS = 400  # with more in view the line is that of weeks
MARK_PX, LONE_PX = 5.5, 3.5
WEEK_DAYS = 7


class Series:
    """Draws shares by day number; what is not known parts the line."""

    def __init__(self, view: Any, look: int) -> None:
        self._look = look
        self._curve: Any = pg.PlotCurveItem(connect="finite")
        self._marks: Any = pg.ScatterPlotItem(pxMode=True, symbol=drawn_line.LOOKS[look][2])
        for item in (self._curve, self._marks):
            view.addItem(item, ignoreBounds=True)
        self._daily = self._weekly = (np.empty(0), np.empty(0))
        self._kind: tuple[bool, bool] | None = None
        self._points = 0

    def show(self, xs: Floats, ys: Floats) -> None:
        """Draw other days, oldest first, one after the other."""
        self._daily, self._weekly, self._kind = (xs, ys), weekly(xs, ys), None

    def fit(self, days: float) -> None:
        """Draw as much as so many days in view have room for."""
        kind = days <= MARKED_DAYS, days <= DAILY_DAYS
        if kind == self._kind:
            return
        self._kind = kind
        marked, daily = kind
        xs, ys = self._daily if daily else self._weekly
        self._points = len(xs)
        shown = ~np.isnan(ys) if marked else lone(ys)
        self._curve.setData(xs, ys, connect="finite")
        self._marks.setData(x=xs[shown], y=ys[shown], size=MARK_PX if marked else LONE_PX)
        self.restyle()

    def restyle(self) -> None:
        """Take the colours of the theme."""
        tokens = theme.current()
        ink = drawn_line.colour(self._look, tokens)
        pen = plot_style.line(ink, drawn_line.LINE_PX, self._points)
        dash = drawn_line.LOOKS[self._look][1]
        if dash is not None:
            pen.setDashPattern(list(dash))
        self._curve.setPen(pen)
        self._marks.setBrush(QColor(ink))
        self._marks.setPen(None)


def lone(ys: Floats) -> Any:
    """Tell of each value whether it is known and neither the one before nor the one after is."""
    known = np.concatenate([[False], ~np.isnan(ys), [False]])
    return known[1:-1] & ~known[:-2] & ~known[2:]


def weekly(xs: Floats, ys: Floats) -> tuple[Floats, Floats]:
    """Return the middle day of each week and the mean of what is known of it."""
    if not len(xs):
        return xs, ys
    weeks = ((xs - xs[0]) // WEEK_DAYS).astype(np.int64)
    known = ~np.isnan(ys)
    count = np.bincount(weeks[known], minlength=weeks[-1] + 1)
    total = np.bincount(weeks[known], weights=ys[known], minlength=weeks[-1] + 1)
    means = np.where(count > 0, total / np.maximum(count, 1), np.nan)
    return xs[0] + WEEK_DAYS * np.arange(weeks[-1] + 1) + WEEK_DAYS / 2, means
