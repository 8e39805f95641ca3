"""The sessions of a lift as dots: larger with more sets, hollow when held out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from planner.coach.charts import SessionPoint
from planner.ui import plot_style
from planner.ui.plot_style import Bools, Floats
from planner.ui.theme import Theme

SMALLEST_PX, LARGEST_PX = 5.0, 11.0  # a session of one set, and of many
CROWD = 250  # with more dots in view than this they are small and let the line shine through
CROWDED_PX = 4.0
HELD_OUT_PX = 9.0
EDGE = 0.02  # share of the height between the edge and a dot that belongs beyond it


class SessionDots:
    """Dots on one plot; `xs` are day numbers, `e1rm` the values in the unit shown."""

    def __init__(self, view: Any) -> None:
        self._sessions: Any = pg.ScatterPlotItem(pxMode=True)
        self._held_out: Any = pg.ScatterPlotItem(pxMode=True, size=HELD_OUT_PX)
        for item in (self._held_out, self._sessions):
            view.addItem(item, ignoreBounds=True)
        self.xs: Floats = np.empty(0)
        self.e1rm: Floats = np.empty(0)
        self._trusted: Bools = np.empty(0, dtype=bool)
        self._sizes: Floats = np.empty(0)
        self._crowded = False
        self._colours = (QColor(), QColor())

    def show(self, points: Sequence[SessionPoint], per_kg: float) -> None:
        """Draw other sessions, oldest first."""
        self.xs = plot_style.day_numbers([point.on for point in points])
        self.e1rm = per_kg * np.array([point.e1rm_kg for point in points], dtype=np.float64)
        self._trusted = np.array([not point.held_out for point in points], dtype=bool)
        sets = np.array([point.sets for point in points], dtype=np.float64)
        self._sizes = np.clip(SMALLEST_PX - 1 + sets, SMALLEST_PX, LARGEST_PX)[self._trusted]
        self._draw()

    def trusted(self, low: float, high: float) -> Floats:
        """Return the values between two day numbers without what was held out."""
        since, until = np.searchsorted(self.xs, (low, high + 0.5))
        return self.e1rm[since:until][self._trusted[since:until]]

    def fit(self, days: tuple[float, float], bottom: float, top: float) -> Floats:
        """Return where the dots stand; what was held out stays at the edge of what is in view."""
        since, until = np.searchsorted(self.xs, days)
        if (until - since > CROWD) is not self._crowded:
            self._crowded = bool(until - since > CROWD)
            self._draw()
        room = EDGE * (top - bottom)
        ys = np.where(self._trusted, self.e1rm, np.clip(self.e1rm, bottom + room, top - room))
        self._held_out.setData(x=self.xs[~self._trusted], y=ys[~self._trusted])
        return ys

    def restyle(self, tokens: Theme) -> None:
        """Take the colours of a theme."""
        self._colours = plot_style.faint(tokens.text, 0.72), plot_style.faint(tokens.text, 0.4)
        self._held_out.setBrush(None)
        self._held_out.setPen(plot_style.pen(QColor(tokens.muted), 1.5))
        self._sessions.setPen(None)
        self._sessions.setBrush(self._colours[self._crowded])

    def _draw(self) -> None:
        xs, ys = self.xs[self._trusted], self.e1rm[self._trusted]
        size = CROWDED_PX if self._crowded else self._sizes
        self._sessions.setData(x=xs, y=ys, size=size, brush=self._colours[self._crowded])
