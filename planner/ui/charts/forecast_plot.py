"""What was forecast over days, and what came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from planner.coach.wording import MINUS
from planner.ui import theme
from planner.ui.charts import plot_style
from planner.ui.charts.forecast_marks import RangeMarks, Ranges
from planner.ui.charts.time_plot import TimePlot

HEADROOM = 0.1
STEPS, MOST_TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 500), 7
LEAST_SPAN = 1e-3  # so that a single range has a height


class ForecastPlot(TimePlot):
    """Shows ranges and dots; a click or Enter on one emits `session_wanted(session_id)`."""

    session_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: Callable[[int], Sequence[str]] = lambda _: ()
        self._sessions: Sequence[int] = ()
        self._zero: Any = pg.InfiniteLine(angle=0, movable=False)
        self._zero.setZValue(-10)
        self.view.addItem(self._zero, ignoreBounds=True)
        self.marks = RangeMarks(self.view)
        self.picked.connect(self._open)
        self.complete()

    def show_ranges(
        self,
        made: Ranges,
        sessions: Sequence[int],
        said: Callable[[int], Sequence[str]],
        about_zero: bool,
    ) -> None:
        """Draw other ranges, oldest first; `said` returns the words about one.

        `about_zero` says that values are told from the forecast, which is a line then.
        """
        self._sessions, self._said = sessions, said
        self._zero.setVisible(about_zero)
        self.marks.show(made)
        self.set_points(made.xs, made.values)

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        pen = plot_style.pen(QColor(theme.current().muted), 1)
        pen.setDashPattern([2, 4])
        self._zero.setPen(pen)
        self.marks.restyle(theme.current())
        self._follow()

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return a height that holds what is in view."""
        found = self.marks.shown.between(low, high).span() or self.marks.shown.span()
        if found is None:
            return 0.0, 1.0
        room = HEADROOM * max(found[1] - found[0], LEAST_SPAN)
        return found[0] - room, found[1] + room

    def fitted(self, bottom: float, top: float) -> None:
        """Keep what lies beyond the height at its edge."""
        self._ys = self.marks.fit(*self.shown(), bottom, top)
        ticks = [_signed(bottom, top)] if self._zero.isVisible() else None
        self.view.getAxis("left").setTicks(ticks)

    def words(self, index: int) -> Sequence[str]:
        """Return what `said` says of a session."""
        return self._said(index)

    def _open(self, index: int) -> None:
        self.session_wanted.emit(self._sessions[index])


def _signed(bottom: float, top: float) -> list[tuple[float, str]]:
    """Return marks at whole numbers, told as more or fewer."""
    step = next((each for each in STEPS if (top - bottom) / each <= MOST_TICKS), STEPS[-1])
    places = range(ceil(bottom / step) * step, floor(top) + 1, step)
    return [(float(at), f"+{at}" if at > 0 else f"{at}".replace("-", MINUS)) for at in places]
