"""Several lines over days, each with its own colour, dash and mark, and a band where it has one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.charts.drawn_line import DrawnLine, Line as Line, sign as sign
from planner.ui.charts.plot_style import Floats
from planner.ui.charts.time_plot import TimePlot

HEADROOM = 0.12


class LinesPlot(TimePlot):
    """Shows lines; a point's number counts through the points of all lines by day.

    `mark_gap_px` is how far apart marks are at the least, `resting_bands` tells whether bands are
    drawn that nobody has called by `show_band`.
    """

    mark_gap_px = 0.0
    resting_bands = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._drawn: list[DrawnLine] = []
        self._owner: list[tuple[int, int]] = []
        self._said: Callable[[int, int], Sequence[str]] = lambda _line, _place: ()
        self._floor: float | None = None
        self._level: Any = pg.InfiniteLine(angle=0, movable=False)
        self._level.hide()
        self.view.addItem(self._level, ignoreBounds=True)
        self.complete()

    def show_lines(
        self,
        lines: Sequence[Line],
        said: Callable[[int, int], Sequence[str]],
        floor: float | None = None,
        level: float | None = None,
    ) -> None:
        """Draw other lines; `said` returns the words about (line, place in it).

        `floor` is the lowest value that the height shows, None as low as there are values; `level`
        is drawn across.
        """
        self._lines, self._said, self._floor = lines, said, floor
        self._level.setVisible(level is not None)
        self._level.setValue(level or 0.0)
        while len(self._drawn) < len(lines):
            self._drawn.append(DrawnLine(self.view))
        for number, drawn in enumerate(self._drawn):
            drawn.show(lines[number] if number < len(lines) else None)
            drawn.show_band(self.resting_bands)
        self._thin()
        self._reach()

    def show_band(self, line: int | None) -> None:
        """Draw the band of one line alone, or of none."""
        for number, drawn in enumerate(self._drawn):
            drawn.show_band(number == line)

    def fitted(self, bottom: float, top: float) -> None:
        """Draw as many marks as have room between one another."""
        del bottom, top
        self._thin()

    def _thin(self) -> None:
        low, high = self.shown()
        for drawn in self._drawn:
            drawn.thin(self.mark_gap_px * (high - low) / max(1.0, self.box.width()))

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        pen = plot_style.pen(QColor(theme.current().muted), 1)
        pen.setDashPattern([2, 4])
        self._level.setPen(pen)
        for drawn in self._drawn:
            drawn.restyle()

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return a height that holds what is in view."""
        bands = self.resting_bands
        seen = (_seen(line, low, high, bands) for line in self._lines)
        values = np.concatenate([np.empty(0), *seen])
        if self._level.isVisible():
            values = np.append(values, self._level.value())
        if not len(values):
            return (0.0, 1.0) if self._floor is None else (self._floor, self._floor + 1.0)
        bottom, top = float(values.min()), float(values.max())
        room = HEADROOM * max(top - bottom, 0.05 * abs(top), 1e-3)
        return (bottom - room if self._floor is None else self._floor), top + room

    def words(self, index: int) -> Sequence[str]:
        """Return what `said` says of a point."""
        return self._said(*self._owner[index])

    def owner(self, index: int) -> tuple[int, int]:
        """Return (line, place in it) of a point."""
        return self._owner[index]

    def _reach(self) -> None:
        """Let pointer and keyboard reach every value, by day."""
        xs, ys, numbers, places = np.empty((4, 0))
        if self._lines:
            parts = [_points(number, line) for number, line in enumerate(self._lines)]
            xs, ys, numbers, places = np.concatenate(parts, axis=1)
        by_day = np.argsort(xs, kind="stable")
        owners = np.stack([numbers, places], axis=1)[by_day].astype(np.int64).tolist()
        self._owner = [(number, place) for number, place in owners]
        self.set_points(xs[by_day], ys[by_day])


def _points(number: int, line: Line) -> NDArray[np.float64]:
    """Return (days, values, number of the line, places in it) of all values that are known."""
    known = np.flatnonzero(~np.isnan(line.ys))
    points: Floats = np.stack(
        [line.xs[known], line.ys[known], np.full(len(known), float(number)), known]
    )
    return points


def _seen(line: Line, low: float, high: float, bands: bool) -> Floats:
    """Return the values of a line, with the edges of its band, between two day numbers."""
    since, until = np.searchsorted(line.xs, (low, high + 0.5))
    edges = (line.low, line.high) if bands else ()
    parts = [each[since:until] for each in (line.ys, *edges) if each is not None]
    values = np.concatenate(parts)
    known: Floats = values[~np.isnan(values)]
    return known
