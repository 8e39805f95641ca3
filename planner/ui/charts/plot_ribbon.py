"""A line with the band around it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem

from planner.coach.charts import LevelPoint
from planner.ui.charts import plot_style
from planner.ui.charts.plot_style import Floats

Run = Sequence[LevelPoint]


class Ribbon:
    """Estimated strength on one plot; `low` and `high` hold the band, in the unit shown."""

    def __init__(self, view: Any, dashed: bool = False) -> None:
        self._dashed, self._colour = dashed, ""
        self._band = QGraphicsPathItem()
        self._band.setPen(Qt.PenStyle.NoPen)
        self._line = pg.PlotCurveItem()
        for item in (self._band, self._line):
            view.addItem(item, ignoreBounds=True)
        self.xs = self.middle = self.low = self.high = np.empty(0)

    def show(self, runs: Sequence[Run], per_kg: float) -> None:
        """Draw other points, oldest first, with nothing between one run and the next.

        `per_kg` turns kilograms into the unit shown.
        """
        points = [point for run in runs for point in run]
        self.xs = plot_style.day_numbers([point.on for point in points])
        table = [(point.kg, point.low_kg, point.high_kg) for point in points]
        columns = per_kg * np.array(table, dtype=np.float64).reshape(-1, 3)
        self.middle, self.low, self.high = columns.T
        ends = [0, *accumulate(len(run) for run in runs)]
        self._show_band(ends)
        self._line.setData(
            np.insert(self.xs, ends[1:-1], np.nan),
            np.insert(self.middle, ends[1:-1], np.nan),
            connect="finite",
            antialias=len(points) <= plot_style.MANY_POINTS,
            pen=plot_style.line(self._colour, 2, len(points), self._dashed),
        )

    def _show_band(self, ends: Sequence[int]) -> None:
        path = QPainterPath()
        for since, until in pairwise(ends):
            part = slice(since, until)
            xs = np.concatenate([self.xs[part], self.xs[part][::-1]])
            ys = np.concatenate([self.low[part], self.high[part][::-1]])
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in zip(xs, ys, strict=True)]))
        self._band.setPath(path)

    def between(self, low: float, high: float) -> Floats:
        """Return the edges of the band between two day numbers."""
        since, until = np.searchsorted(self.xs, (low, high + 0.5))
        return np.concatenate([self.low[since:until], self.high[since:until]])

    def restyle(self, colour: str, alpha: float) -> None:
        """Take other colours."""
        self._colour = colour
        self._band.setBrush(plot_style.faint(colour, alpha))
        self._line.setPen(plot_style.line(colour, 2, len(self.xs), self._dashed))
