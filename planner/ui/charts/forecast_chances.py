"""Chances that were given against the share that came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from planner.language import tr
from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.charts.forecast_marks import RangeMarks, ranges
from planner.ui.charts.number_plot import NumberPlot

WHOLE = 100.0  # %
MARGIN = 3.0


class ChancesPlot(NumberPlot):
    """Shows a dot with its range for each chance given; the slanting line is 'just as said'."""

    shortest = 20.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: Callable[[int], Sequence[str]] = lambda _: ()
        self._as_said: Any = pg.PlotCurveItem([0.0, WHOLE], [0.0, WHOLE])
        self.view.addItem(self._as_said, ignoreBounds=True)
        self.marks = RangeMarks(self.view)
        self.name_axis(tr("chance given, %"))
        self.complete()

    def show_chances(
        self,
        rows: Sequence[tuple[float, float, float, float]],
        said: Callable[[int], Sequence[str]],
    ) -> None:
        """Draw (chance, share that came, low, high), all 0–1, the lowest first."""
        self._said = said
        made = [(low * WHOLE, high * WHOLE, came * WHOLE, low <= chance <= high, False)
                for chance, came, low, high in rows]  # fmt: skip
        xs = np.array([WHOLE * row[0] for row in rows], dtype=np.float64)
        self.marks.show(ranges(xs, made))
        self.set_points(xs, self.marks.shown.values)
        ends = -MARGIN, WHOLE + MARGIN
        self.show_range(ends, ends)

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        pen = plot_style.pen(QColor(theme.current().muted), 1)
        pen.setDashPattern([2, 4])
        self._as_said.setPen(pen)
        self.marks.restyle(theme.current())
        self._follow()

    def span(self, _low: float, _high: float) -> tuple[float, float]:
        """Return the height from never to always."""
        return -MARGIN, WHOLE + MARGIN

    def fitted(self, bottom: float, top: float) -> None:
        """Draw the dots, none of which lies beyond."""
        self.marks.fit(*self.shown(), bottom, top)

    def words(self, index: int) -> Sequence[str]:
        """Return what `said` says of a chance."""
        return self._said(index)
