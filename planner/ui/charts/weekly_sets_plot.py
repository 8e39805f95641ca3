"""Weekly hard sets of a muscle group as bars over the range that serves most lifters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from planner.coach import wording
from planner.coach.charts import WeeklySets
from planner.ui import counts, dates, theme
from planner.ui.charts import plot_style
from planner.ui.charts.time_plot import TimePlot

BAR_DAYS = 5.0
MIDDLE_DAYS = 3.5  # from Monday's first hour to the middle of the week
HEADROOM = 0.15


class WeeklySetsPlot(TimePlot):
    """Shows one muscle group; the week that is still running is the bright bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks: Sequence[tuple[date, float]] = ()
        self._range = (0.0, 0.0)
        self._band: Any = pg.LinearRegionItem(orientation="horizontal", movable=False)
        self._past: Any = pg.BarGraphItem(x=[], height=[], width=BAR_DAYS)
        self._running: Any = pg.BarGraphItem(x=[], height=[], width=BAR_DAYS)
        for item in (self._band, self._past, self._running):
            self.view.addItem(item, ignoreBounds=True)
        self.complete()

    def show_weeks(self, weekly: WeeklySets) -> None:
        """Draw a muscle group; the days in view are set by `show_days`."""
        self._weeks, self._range = weekly.weeks, (weekly.low, weekly.high)
        xs = plot_style.day_numbers([monday for monday, _ in weekly.weeks]) + MIDDLE_DAYS
        ys = np.array([sets for _, sets in weekly.weeks], dtype=np.float64)
        self._past.setOpts(x=xs[:-1], height=ys[:-1])
        self._running.setOpts(x=xs[-1:], height=ys[-1:])
        self._band.setRegion(self._range)
        self.set_points(xs, ys)

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        tokens = theme.current()
        clear = pg.mkPen(None)
        self._past.setOpts(brush=theme.mixed(tokens.accent, tokens.panel, 0.65), pen=clear)
        self._running.setOpts(brush=pg.mkBrush(tokens.accent), pen=clear)
        self._band.setBrush(plot_style.faint(tokens.phases["steady"], 0.16))
        for edge in self._band.lines:
            edge.setPen(plot_style.pen(plot_style.faint(tokens.phases["steady"], 0.6), 1))

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return a height that holds the range and every bar in view."""
        since, until = np.searchsorted(self._xs, (low - MIDDLE_DAYS, high + MIDDLE_DAYS))
        top = max([self._range[1], *self._ys[since:until]])
        return 0.0, max(top, 1.0) * (1 + HEADROOM)

    def words(self, index: int) -> Sequence[str]:
        """Return a week's sets and how they lie to the range."""
        monday, sets = self._weeks[index]
        low, high = (wording.number(value) for value in self._range)
        return [
            self.tr("week of {day}").format(day=dates.short(monday, self._weeks[-1][0])),
            self.tr("{sets} (range {low}–{high})").format(
                sets=counts.hard_sets(sets), low=low, high=high
            ),
        ]
