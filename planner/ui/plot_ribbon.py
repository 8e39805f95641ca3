"""A line with the band around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from planner.coach.charts import LevelPoint
from planner.ui import plot_style
from planner.ui.plot_style import Floats


class Ribbon:
    """Estimated strength on one plot; `low` and `high` hold the band, in the unit shown."""

    def __init__(self, view: Any, dashed: bool = False) -> None:
        self._dashed, self._colour = dashed, ""
        clear = pg.mkPen(QColor(0, 0, 0, 0))  # without a pen no band is drawn
        self._edges = (pg.PlotCurveItem(pen=clear), pg.PlotCurveItem(pen=clear))
        self._band = pg.FillBetweenItem(*self._edges)
        self._line = pg.PlotCurveItem()
        for item in (*self._edges, self._band, self._line):
            view.addItem(item, ignoreBounds=True)
        self.xs = self.middle = self.low = self.high = np.empty(0)

    def show(
        self, points: Sequence[LevelPoint], per_kg: float, breaks: Sequence[date] = ()
    ) -> None:
        """Draw other points; `per_kg` turns kilograms into the unit shown.

        Nothing is drawn between a day of `breaks` and the point before it.
        """
        self.xs = plot_style.day_numbers([point.on for point in points])
        table = [(point.kg, point.low_kg, point.high_kg) for point in points]
        columns = per_kg * np.array(table, dtype=np.float64).reshape(-1, 3)
        self.middle, self.low, self.high = columns.T
        starts = np.searchsorted(self.xs, plot_style.day_numbers(breaks))
        starts = np.unique(starts[(starts > 0) & (starts < len(self.xs))])
        xs = np.insert(self.xs, starts, self.xs[starts])
        for edge, values in zip(self._edges, (self.low, self.high), strict=True):
            edge.setData(xs, np.insert(values, starts, np.nan), connect="finite")
        self._line.setData(
            xs,
            np.insert(self.middle, starts, np.nan),
            connect="finite",
            antialias=len(points) <= plot_style.MANY_POINTS,
            pen=plot_style.line(self._colour, 2, len(points), self._dashed),
        )

    def between(self, low: float, high: float) -> Floats:
        """Return the edges of the band between two day numbers."""
        since, until = np.searchsorted(self.xs, (low, high + 0.5))
        return np.concatenate([self.low[since:until], self.high[since:until]])

    def restyle(self, colour: str, alpha: float) -> None:
        """Take other colours."""
        self._colour = colour
        self._band.setBrush(plot_style.faint(colour, alpha))
        self._line.setPen(plot_style.line(colour, 2, len(self.xs), self._dashed))
