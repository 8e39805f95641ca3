"""A plot of lanes over days, one above the other, each with its name on the left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.charts.plot_style import Floats
from planner.ui.charts.time_plot import TimePlot

AXIS_PX = 14  # beside the longest name
LANE_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def names_px(font: QFont, names: Sequence[str]) -> float:
    """Return the width that an axis needs for names."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(name) for name in names), default=0.0) + AXIS_PX


class LanePlot(TimePlot):
    """Frame of lanes, the first at the top; arrows up and down go from lane to lane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._lanes: Floats = np.empty(0)
        self._edges: list[Any] = []

    def set_lanes(self, names: Sequence[str]) -> None:
        """Name the lanes, from the top."""
        self._names = names
        self._set_edges()
        middles = [(self.bottom(lane) + 0.5, name) for lane, name in enumerate(names)]
        self.view.getAxis("left").setTicks([middles])

    def names(self) -> Sequence[str]:
        """Return the names of the lanes, from the top."""
        return self._names

    def needs_px(self) -> float:
        """Return the width that the names need."""
        return names_px(self._small_font(), self._names)

    def bottom(self, lane: int) -> float:
        """Return where a lane begins; it is 1 high."""
        return float(len(self._names) - 1 - lane)

    def set_lane_points(self, xs: Floats, ys: Floats, lanes: Floats) -> None:
        """Set what can be reached, by day, and the lane of each point."""
        self._lanes = lanes
        self.set_points(xs, ys)
        self._follow()

    def edge(self) -> tuple[str, float]:
        """Return colour and width of the line between two lanes."""
        return theme.current().line, 1.0

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        colour, width = self.edge()
        for edge in self._edges:
            edge.setPen(plot_style.pen(QColor(colour), width))

    def _set_edges(self) -> None:
        """Draw a line between two lanes."""
        wanted = max(0, len(self._names) - 1)
        while len(self._edges) < wanted:
            made = pg.InfiniteLine(len(self._edges) + 1.0, angle=0, movable=False)
            colour, width = self.edge()
            made.setPen(plot_style.pen(QColor(colour), width))
            self.view.addItem(made, ignoreBounds=True)
            self._edges.append(made)
        for number, edge in enumerate(self._edges):
            edge.setVisible(number < wanted)

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return the height of all lanes."""
        del low, high
        return 0.0, float(max(len(self._names), 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down change the lane; the other keys do what they do in every plot."""
        step = LANE_KEYS.get(Qt.Key(event.key()))
        if step is None or self._current is None:
            super().keyPressEvent(event)
        else:
            self._change_lane(step)

    def _change_lane(self, step: int) -> None:
        """Go to the nearest day of the next lane that has any."""
        assert self._current is not None
        lane, x = self._lanes[self._current] + step, self._xs[self._current]
        while 0 <= lane < len(self._names):
            found = np.flatnonzero(self._lanes == lane)
            if len(found):
                self.go_to(int(found[np.argmin(np.abs(self._xs[found] - x))]))
                return
            lane += step

    def _walk(self, step: int) -> None:
        """Go on in the same lane; the keyboard begins at the newest day of the first."""
        if self._current is None:
            last = np.flatnonzero(self._lanes == self._lanes.min())[-1]
            self.go_to(int(last))
            return
        own = np.flatnonzero(self._lanes == self._lanes[self._current])
        place = int(np.searchsorted(own, self._current)) + step
        self.go_to(int(own[min(max(place, 0), len(own) - 1)]))
