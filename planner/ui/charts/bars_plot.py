"""Bars by week or by day, in parts when they have several, over a range when there is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from planner.ui import theme
from planner.ui.charts import plot_bars, plot_style
from planner.ui.charts.plot_bars import Bars, Part
from planner.ui.charts.time_plot import TimePlot

WEEK_DAYS, BAR_SHARE = 7, 5 / 7  # of the days that a bar stands for
HEADROOM = 0.15


class BarsPlot(TimePlot):
    """Shows a bar for every week, or every `step_days`; `said` gives the words of one."""

    def __init__(self, parent: QWidget | None = None, step_days: int = WEEK_DAYS) -> None:
        super().__init__(parent)
        self._step = step_days
        self._said: Callable[[int], Sequence[str]] = lambda _: ()
        self._band: tuple[float, float] | None = None
        self._region: Any = pg.LinearRegionItem(orientation="horizontal", movable=False)
        self._region.setZValue(-40)
        self.view.addItem(self._region, ignoreBounds=True)
        self.bars = Bars(self.view, step_days * BAR_SHARE)
        self.complete()

    def show_bars(
        self,
        days: Sequence[date],
        parts: Sequence[Part],
        said: Callable[[int], Sequence[str]],
        band: tuple[float, float] | None = None,
        outlines: Sequence[float] = (),
        running: bool = False,
    ) -> None:
        """Draw bars that begin on days, oldest first; `running` says that the last is not over.

        `said` returns the lines about a bar by its number, `outlines` how tall each might be.
        """
        xs = plot_style.day_numbers(days) + self._step / 2
        self._said, self._band = said, band
        self.bars.show_bars(xs, parts, outlines, len(days) - 1 if running else -1)
        self._region.setVisible(band is not None)
        if band is not None:
            self._region.setRegion(band)
        total = np.sum([part.heights for part in parts], axis=0, dtype=np.float64)
        self.set_points(xs, np.broadcast_to(total, xs.shape))

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        fill, rim = plot_bars.faint_range(theme.current())
        self._region.setBrush(fill)
        for edge in self._region.lines:
            edge.setPen(plot_style.pen(rim, 1))

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return a height that holds the range and every bar in view."""
        top = max(self._band[1] if self._band else 0.0, self.bars.tallest(low, high))
        return 0.0, (top or 1.0) * (1 + HEADROOM)

    def words(self, index: int) -> Sequence[str]:
        """Return what `said` says of a bar."""
        return self._said(index)
