"""How fresh each muscle group was: a lane each, a field a day, the stronger the less fresh."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from planner.coach.charts.recovery_days import RecoveryDay
from planner.ui import theme
from planner.ui.charts import recovery_signs
from planner.ui.charts.lane_plot import LanePlot
from planner.ui.charts.plot_style import Floats
from planner.ui.charts.recovery_series import DAILY_DAYS, WEEK_DAYS, weekly

STEPS = 64  # of colour, from spent to as fresh as ever
EDGE_PX = 3.0  # between two lanes

Words = Callable[[str, RecoveryDay], Sequence[str]]


class GroupsPlot(LanePlot):
    """Shows the groups that were ever trained; nothing is drawn on days of which none is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: Sequence[RecoveryDay] = ()
        self._said: Words = lambda *_: ()
        self._levels = np.empty((0, 0))
        self._daily: bool | None = None
        self._places: list[tuple[int, int]] = []
        self._fields: Any = pg.ImageItem(axisOrder="row-major")
        self.view.addItem(self._fields, ignoreBounds=True)
        self.complete()

    def show_groups(self, days: Sequence[RecoveryDay], said: Words) -> None:
        """Draw other days, oldest first and without a gap; `said` returns the words of a field."""
        self._days, self._said = days, said
        named = next((day.groups for day in reversed(days) if day.groups), ())
        none = [None] * len(named)  # of days in time off
        levels = [[level for _, level in day.groups] or none for day in days]
        table = np.array(levels, dtype=np.float64)
        names = [name for name, _ in named]
        table = table.reshape(len(days), len(names)).T
        known = np.flatnonzero((~np.isnan(table)).any(axis=1))
        self.set_lanes([names[place] for place in known])
        self._levels, self._daily = table[known], None
        self._set_reach()

    def words(self, index: int) -> Sequence[str]:
        """Return what is said of a group on a day."""
        day, lane = self._places[index]
        return self._said(self._names[lane], self._days[day])

    def fitted(self, bottom: float, top: float) -> None:
        """Draw days, or weeks where many of them are in view."""
        del bottom, top
        low, high = self.shown()
        daily = high - low <= DAILY_DAYS
        if daily is not self._daily:
            self._daily = daily
            self._draw()

    def edge(self) -> tuple[str, float]:
        """Return the ground as the line between two lanes."""
        return theme.current().panel, EDGE_PX

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        self._draw()

    def day_of(self, index: int) -> RecoveryDay:
        """Return the day of a field."""
        return self._days[self._places[index][0]]

    def _set_reach(self) -> None:
        days, lanes = np.nonzero(~np.isnan(self._levels.T))
        self._places = list(zip(days.tolist(), lanes.tolist(), strict=True))
        first = self._days[0].on.toordinal() if self._days else 0
        middles = np.asarray(len(self._names) - 0.5 - lanes, dtype=np.float64)
        xs = np.asarray(days + float(first), dtype=np.float64)
        self.set_lane_points(xs, middles, np.asarray(lanes, dtype=np.float64))

    def _draw(self) -> None:
        self._fields.setVisible(bool(self._levels.size))
        if not self._levels.size:
            return
        levels = self._levels if self._daily else _weekly(self._levels)
        days = levels.shape[1] * (1 if self._daily else WEEK_DAYS)
        self._fields.setImage(_painted(levels), levels=None, autoLevels=False)
        first = self._days[0].on.toordinal() - 0.5
        self._fields.setRect(QRectF(first, 0.0, days, len(levels)))


def _weekly(levels: Floats) -> Floats:
    """Return the mean of each lane by week, from the first day on."""
    xs = np.arange(levels.shape[1], dtype=np.float64)
    return np.array([weekly(xs, lane)[1] for lane in levels], dtype=np.float64)


def _painted(levels: Floats) -> NDArray[np.uint8]:
    """Return the colour of each field, the last lane first; clear where nothing is known."""
    inks = [recovery_signs.tired_colour(step / STEPS, theme.current()) for step in range(STEPS + 1)]
    palette = np.array([ink.getRgb() for ink in inks], dtype=np.uint8)
    known = ~np.isnan(levels)
    steps = np.where(known, np.round(levels * STEPS), 0).astype(np.int64)
    painted = palette[np.clip(steps, 0, STEPS)]
    painted[..., 3] = np.where(known, 255, 0)
    return painted[::-1]
