"""How fresh the lifter was, as a whole and in the muscles, over the verdict of each day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from planner.coach.charts.recovery_days import RecoveryDay
from planner.coach.charts.recovery_page import Wanted
from planner.engine.terms import DayVerdict
from planner.ui import theme
from planner.ui.charts import plot_style, recovery_signs, recovery_words
from planner.ui.charts.lane_plot import names_px
from planner.ui.charts.plot_marks import Gap, Marks
from planner.ui.charts.plot_style import Floats
from planner.ui.charts.recovery_series import Series
from planner.ui.charts.recovery_signs import VERDICTS
from planner.ui.charts.time_plot import TimePlot

TOP, ROOM = 1.22, 0.06  # above the whole of a gauge for the words of days away, and below it
ROW = 0.13  # of the gauge's height
SMALLEST_PX, LARGEST_PX, RING_PX = 5.0, 8.0, 6.0
LABELLED = (0.0, 0.5, 1.0)
GRID = ((1.0, 0.0), (10.0, 0.5))  # steps and starts of lines: at all, half and nothing, none below
FAINT_PX = 6.0  # signs smaller than this lie over each other and let others shine through

Words = Callable[[RecoveryDay], Sequence[str]]


class GaugesPlot(TimePlot):
    """Shows two lines, and below them a row for each verdict with a sign a day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: Sequence[RecoveryDay] = ()
        self._wanted = Wanted(gauges=True, verdicts=True, answers=True)
        self._said: Words = lambda _: ()
        self._marks = Marks(self.view, self._small_font())
        self._muscles = Series(self.view, recovery_signs.MUSCLES)
        self._whole = Series(self.view, recovery_signs.WHOLE)
        self._signs: Any = pg.ScatterPlotItem(pxMode=True)
        self._chosen: Any = pg.ScatterPlotItem(pxMode=True, symbol="o")
        for item in (self._signs, self._chosen):
            self.view.addItem(item, ignoreBounds=True)
        self._size = 0.0
        self.complete()

    def show_recovery(
        self, days: Sequence[RecoveryDay], wanted: Wanted, gaps: Sequence[Gap], said: Words
    ) -> None:
        """Draw other days, oldest first; `said` returns the words about one."""
        self._days, self._wanted, self._said, self._size = days, wanted, said, 0.0
        xs = plot_style.day_numbers([day.on for day in days])
        whole, muscles = _column(days, "whole"), _column(days, "muscles")
        unknown = np.full(len(days), np.nan)
        self._whole.show(xs, whole if wanted.gauges else unknown)
        self._muscles.show(xs, muscles if wanted.gauges else unknown)
        self._marks.show_marks((), (), gaps)
        self._name_heights()
        self.set_points(xs, self._heights(whole, muscles))
        self._follow()

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return the height of what is wanted: the gauge, the rows of verdicts, or both."""
        del low, high
        bottom = -ROOM - ROW * len(VERDICTS) if self._wanted.verdicts else -ROOM
        return bottom, TOP if self._wanted.gauges else 0.1

    def fitted(self, bottom: float, top: float) -> None:
        """Draw lines and signs as large as there is room for."""
        del bottom, top
        low, high = self.shown()
        for series in (self._whole, self._muscles):
            series.fit(high - low)
        wide = self.box.width() / max(high - low, 1.0)
        size = float(np.clip(round(2 * 0.9 * wide) / 2, SMALLEST_PX, LARGEST_PX))
        if size != self._size:
            self._size = size
            self._draw_signs()

    def words(self, index: int) -> Sequence[str]:
        """Return what is said of a day."""
        return self._said(self._days[index])

    def day(self, index: int) -> RecoveryDay:
        """Return a day by its place, from the oldest."""
        return self._days[index]

    def needs_px(self) -> float:
        """Return the width that the names of the verdicts need."""
        return names_px(self._small_font(), [recovery_words.verdict(each) for each in VERDICTS])

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        for series in (self._whole, self._muscles):
            series.restyle()
        self._chosen.setBrush(None)
        self._chosen.setPen(plot_style.pen(QColor(theme.current().text), 1.3))
        self._draw_signs()

    def _draw_signs(self) -> None:
        """Draw a sign a day in the row of its verdict, and a ring where another was chosen."""
        told = [day for day in self._days if day.verdict and self._wanted.verdicts]
        tokens = theme.current()
        inks = {each: recovery_signs.verdict_colour(each, tokens) for each in VERDICTS}
        for ink in inks.values():
            ink.setAlphaF(0.5 if self._size < FAINT_PX else 1.0)
        brushes = {each: pg.mkBrush(ink) for each, ink in inks.items()}
        made = [day.verdict for day in told if day.verdict]
        self._signs.setData(
            x=plot_style.day_numbers([day.on for day in told]),
            y=np.array([height(each) for each in made], dtype=np.float64),
            symbol=[VERDICTS[each].shape for each in made],
            brush=[brushes[each] for each in made],
            size=self._size or SMALLEST_PX,
            pen=None,
        )
        own = [(day.on, day.chosen) for day in told if day.chosen]
        self._chosen.setData(
            x=plot_style.day_numbers([on for on, _ in own]),
            y=np.array([height(each) for _, each in own], dtype=np.float64),
            size=self._size + RING_PX,
        )

    def _name_heights(self) -> None:
        """Write shares beside the gauge, and the verdicts beside their rows."""
        axis = self.view.getAxis("left")
        shares = [(y, f"{round(100 * y)} %") for y in LABELLED] if self._wanted.gauges else []
        rows = [(height(each), recovery_words.verdict(each)) for each in VERDICTS]
        axis.setTickSpacing(levels=GRID)
        axis.setTicks([shares + rows if self._wanted.verdicts else shares])

    def _heights(self, whole: Floats, muscles: Floats) -> Floats:
        """Return where the cursor stands on each day: on a line, else in the strip."""
        strip = np.full(len(whole), -ROOM - ROW)
        if not self._wanted.gauges:
            return strip
        known = np.where(np.isnan(muscles), whole, muscles)
        return np.where(np.isnan(known), strip, known)

    def _nearest(self, spot: QPointF, reach_px: float) -> int | None:
        """Return the day that the pointer is at, at whatever height."""
        if not len(self._xs) or not self.box.sceneBoundingRect().contains(spot):
            return None
        x = self.box.mapSceneToView(spot).x()
        away = np.abs(self._xs - x)
        best = int(np.argmin(away))
        return best if away[best] <= reach_px * self.box.viewPixelSize()[0] else None


def height(made: DayVerdict) -> float:
    """Return where the row of a verdict lies."""
    return -ROOM - ROW * (VERDICTS[made].row + 0.5)


def _column(days: Sequence[RecoveryDay], name: str) -> Floats:
    return np.array([getattr(day, name) for day in days], dtype=np.float64)
