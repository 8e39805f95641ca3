"""An exercise without a load over time: its own measure, left and right as two lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from planner.coach import ladder_words
from planner.coach.scores import Score, ScoreChart
from planner.engine.terms import Measure, Side
from planner.ui import dates, theme
from planner.ui.charts import plot_style, score_words
from planner.ui.charts.time_plot import TimePlot

HEADROOM = 0.12  # share of the height kept free above and below
MARK_PX, LOST_PX = 10.0, 15.0
QUALITY_AXIS = (0.5, 3.5)  # from below 'lost' to above 'sound'


class ScorePlot(TimePlot):
    """Shows one exercise; a click or Enter on a session emits `session_wanted(session_id)`.

    A line joins the medians of sessions that follow each other; where a side is missing there is
    none. The thin upright line goes up to the best set of the session.
    """

    session_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: ScoreChart | None = None
        self._known: list[Score] = []
        self._today = date.min
        self._target: Any = pg.InfiniteLine(angle=0, movable=False)
        self._lines = {side: _SideLine(self.view, side) for side in (*_LOOKS,)}
        self._lost: Any = pg.ScatterPlotItem(pxMode=True, symbol="x", size=LOST_PX)
        for item in (self._target, self._lost):
            self.view.addItem(item, ignoreBounds=True)
        self.picked.connect(self._open)
        self.complete()

    def show_chart(self, chart: ScoreChart) -> None:
        """Draw an exercise; the days in view are set by `show_days`."""
        self._chart, self._today = chart, chart.on
        for side, line in self._lines.items():
            line.show(chart.by_side.get(side, ()))
        self._known = [each for each in chart.scores if each.middle is not None]
        lost = [each for each in self._known if each.lost]
        self._lost.setData(x=_days(lost), y=_middles(lost))
        self._target.setVisible(self._target_value() is not None)
        self._target.setValue(self._target_value() or 0.0)
        self.set_points(_days(self._known), _middles(self._known))
        self._show_axis(chart.exercise.measure)

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        tokens = theme.current()
        for line in self._lines.values():
            line.restyle(tokens)
        self._lost.setPen(plot_style.pen(QColor(tokens.error), 2))
        pen = plot_style.pen(QColor(tokens.muted), 1)
        pen.setDashPattern([2, 4])
        self._target.setPen(pen)

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return a height that holds what is in view and the target; quality has its own."""
        if self._chart is not None and self._chart.exercise.measure is Measure.QUALITY:
            return QUALITY_AXIS
        seen = [each for each in self._known if low <= each.on.toordinal() <= high + 0.5]
        values = [each.middle or 0.0 for each in seen] + [each.best or 0.0 for each in seen]
        target = self._target_value()
        values += [] if target is None else [target]
        if not values:
            return 0.0, 1.0
        bottom, top = min(values), max(values)
        room = HEADROOM * max(top - bottom, 0.1 * top, 1.0)
        return max(0.0, bottom - room), top + room

    def words(self, index: int) -> Sequence[str]:
        """Return the day, the side, its best and its median."""
        assert self._chart is not None, "only what is drawn can be pointed at"
        score = self._known[index]
        return [dates.short(score.on, self._today), *score_words.told(score, self._chart.exercise)]

    def _target_value(self) -> float | None:
        chart = self._chart
        if chart is None or chart.exercise.measure is Measure.QUALITY:
            return None
        return chart.target

    def _show_axis(self, measure: Measure) -> None:
        words = [(float(at), ladder_words.amount(at, measure)) for at in (1, 2, 3)]
        self.view.getAxis("left").setTicks([words] if measure is Measure.QUALITY else None)

    def _open(self, index: int) -> None:
        self.session_wanted.emit(self._known[index].session_id)


_LOOKS = {  # (symbol, filled, dashed)
    Side.BOTH: ("o", True, False),
    Side.LEFT: ("o", True, False),
    Side.RIGHT: ("s", False, True),
}


class _SideLine:
    """Line, marks and best sets of one side."""

    def __init__(self, view: Any, side: Side) -> None:
        self._side = side
        self._points = 0
        self._best: Any = pg.PlotCurveItem(connect="pairs")
        self._line: Any = pg.PlotCurveItem(connect="finite")
        self._marks: Any = pg.ScatterPlotItem(pxMode=True, size=MARK_PX, symbol=_LOOKS[side][0])
        for item in (self._best, self._line, self._marks):
            view.addItem(item, ignoreBounds=True)

    def show(self, scores: Sequence[Score]) -> None:
        """Draw the sessions of the side; a session without a value parts the line."""
        values = [np.nan if each.middle is None else each.middle for each in scores]
        self._points = len(scores)
        self._line.setData(_days(scores), np.array(values, dtype=np.float64), connect="finite")
        known = [each for each in scores if each.middle is not None]
        self._marks.setData(x=_days(known), y=_middles(known))
        ends = [end for each in known for end in (each.middle, each.best)]
        self._best.setData(
            np.repeat(_days(known), 2), np.array(ends, dtype=np.float64), connect="pairs"
        )

    def restyle(self, tokens: theme.Theme) -> None:
        """Take the colours of a theme."""
        _, filled, dashed = _LOOKS[self._side]
        colour = score_words.colour(self._side, tokens)
        self._line.setPen(plot_style.line(colour, 1.6, self._points, dashed))
        self._best.setPen(plot_style.pen(plot_style.faint(colour, 0.5), 1.4))
        self._marks.setPen(plot_style.pen(QColor(colour), 1.8))
        self._marks.setBrush(QColor(colour if filled else tokens.panel))


def _days(scores: Sequence[Score]) -> plot_style.Floats:
    return plot_style.day_numbers([each.on for each in scores])


def _middles(scores: Sequence[Score]) -> plot_style.Floats:
    return np.array([each.middle for each in scores], dtype=np.float64)
