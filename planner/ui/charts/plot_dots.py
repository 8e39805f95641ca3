"""The sessions of a lift as dots: larger with more sets, hollow when held out.

What was held out far beyond the rest is an arrow at the edge: it stands farther up or down.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from planner.coach.charts import SessionPoint
from planner.ui.charts import plot_style
from planner.ui.charts.plot_style import Bools, Floats
from planner.ui.theme import Theme

SMALLEST_PX, LARGEST_PX = 5.0, 11.0  # a session of one set, and of many
CROWD = 250  # with more dots in view than this they are small and let the line shine through
CROWDED_PX = 4.0
HELD_OUT_PX = 9.0
HELD_OUT_NEAR = 0.5  # of the height of what is trusted: so far beyond it a dot is still drawn
ARROW_PX = 13.0
EDGE = 0.03  # share of the height between the edge and a dot that belongs beyond it


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

    def near(self, low: float, high: float, bottom: float, top: float) -> Floats:
        """Return what was held out between two day numbers and stands near the rest."""
        since, until = np.searchsorted(self.xs, (low, high + 0.5))
        values = self.e1rm[since:until][~self._trusted[since:until]]
        room = HELD_OUT_NEAR * (top - bottom)
        return values[(values > bottom - room) & (values < top + room)]

    def fit(self, days: tuple[float, float], bottom: float, top: float) -> Floats:
        """Return where the dots stand; beyond what is in view, an arrow at the edge."""
        since, until = np.searchsorted(self.xs, days)
        crowded = bool(until - since > CROWD)
        if crowded is not self._crowded:
            self._crowded = crowded
            self._draw()
        ys = np.where(self._trusted, self.e1rm, self._at_edge(bottom, top))
        self._draw_held_out(ys[~self._trusted], bottom, top)
        return ys

    def _at_edge(self, bottom: float, top: float) -> Floats:
        room = EDGE * (top - bottom)
        low = np.where(self.e1rm < bottom, bottom + room, self.e1rm)
        return np.where(self.e1rm > top, top - room, low)

    def _draw_held_out(self, ys: Floats, bottom: float, top: float) -> None:
        values = self.e1rm[~self._trusted]
        signs = ["arrow_up" if value > top else "arrow_down" for value in values]
        inside = (bottom <= values) & (values <= top)
        symbols = ["o" if shown else sign for shown, sign in zip(inside, signs, strict=True)]
        sizes = np.where(inside, HELD_OUT_PX, ARROW_PX)
        self._held_out.setData(x=self.xs[~self._trusted], y=ys, symbol=symbols, size=sizes)

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
