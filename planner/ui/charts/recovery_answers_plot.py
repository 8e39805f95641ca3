"""The answers of the check-ins: a lane for each question, dots with the middle of those around."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from planner.coach.charts.check_in_answers import HOURS as HOURS_ASKED, Answer, Answers
from planner.ui import theme
from planner.ui.charts import plot_style, recovery_words
from planner.ui.charts.lane_plot import LanePlot
from planner.ui.charts.plot_style import Floats
from planner.ui.charts.recovery_series import DAILY_DAYS

POINTS = (1.0, 5.0)
HOURS = (4.0, 10.0)  # of sleep at least, which leaves most nights room
EDGE = 0.16  # of a lane, left free above and below
DOT_PX, CROWDED_PX = 5.0, 3.0
DOT_ALPHA, CROWDED_ALPHA = 0.4, 0.2

Words = Callable[[str, Answer], Sequence[str]]


class AnswersPlot(LanePlot):
    """Shows questions; more is higher, also of soreness."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: Sequence[Answers] = ()
        self._said: Words = lambda *_: ()
        self._places = np.empty((0, 2), dtype=np.int64)
        self._crowded = False
        self._dots: Any = pg.ScatterPlotItem(pxMode=True, size=DOT_PX)
        self._lines: Any = pg.PlotCurveItem(connect="finite")
        for item in (self._dots, self._lines):
            self.view.addItem(item, ignoreBounds=True)
        self.complete()

    def show_answers(self, answers: Sequence[Answers], said: Words) -> None:
        """Draw other answers; `said` returns the words about one."""
        self._answers, self._said = answers, said
        self.set_lanes([recovery_words.question(each.question) for each in answers])
        self._set_dots()
        self._set_lines()

    def words(self, index: int) -> Sequence[str]:
        """Return what is said of an answer."""
        lane, place = self._places[index]
        return self._said(self._answers[lane].question, self._answers[lane].given[place])

    def answer(self, index: int) -> Answer:
        """Return a day and what was answered on it."""
        lane, place = self._places[index]
        on, value = self._answers[lane].given[place]
        return on, value

    def fitted(self, bottom: float, top: float) -> None:
        """Let the line stand out where many answers are in view."""
        del bottom, top
        low, high = self.shown()
        crowded = high - low > DAILY_DAYS
        if crowded is not self._crowded:
            self._crowded = crowded
            self._dots.setSize(CROWDED_PX if crowded else DOT_PX)
            self._paint_dots()

    def _paint_dots(self) -> None:
        alpha = CROWDED_ALPHA if self._crowded else DOT_ALPHA
        self._dots.setBrush(plot_style.faint(theme.current().text, alpha))

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        tokens = theme.current()
        self._dots.setPen(None)
        self._paint_dots()
        self._lines.setPen(plot_style.pen(QColor(tokens.accent), 2))

    def _set_dots(self) -> None:
        """Draw all answers, and let them be reached by day."""
        each = [self._placed(lane, made.given) for lane, made in enumerate(self._answers)]
        xs, ys = (np.concatenate([np.empty(0), *parts]) for parts in _columns(each))
        lanes = np.repeat(np.arange(len(each)), [len(made.given) for made in self._answers])
        places = np.concatenate([np.empty(0), *(np.arange(len(xs)) for xs, _ in each)])
        order = np.argsort(xs, kind="stable")
        self._places = np.column_stack([lanes, places])[order].astype(np.int64)
        self._dots.setData(x=xs, y=ys)
        self.set_lane_points(xs[order], ys[order], lanes[order].astype(np.float64))

    def _set_lines(self) -> None:
        """Draw the middles of all lanes as one line with gaps."""
        each = [
            self._placed(lane, run, np.nan)
            for lane, made in enumerate(self._answers)
            for run in made.middles
        ]
        xs, ys = (np.concatenate([np.empty(0), *parts]) for parts in _columns(each))
        self._lines.setData(xs, ys, connect="finite")

    def _placed(self, lane: int, run: Sequence[Answer], *end: float) -> tuple[Floats, Floats]:
        """Return days and heights of a run of answers, and what is to follow them."""
        low, high = _bounds(self._answers[lane])
        xs = np.array([*(on.toordinal() for on, _ in run), *end], dtype=np.float64)
        values = np.array([*(value for _, value in run), *end], dtype=np.float64)
        share = (values - low) / (high - low)
        return xs, self.bottom(lane) + EDGE + (1.0 - 2 * EDGE) * share


def _columns(pairs: Sequence[tuple[Floats, Floats]]) -> tuple[list[Floats], list[Floats]]:
    return [first for first, _ in pairs], [second for _, second in pairs]


def _bounds(made: Answers) -> tuple[float, float]:
    """Return the lowest and the highest value that a lane has room for."""
    if made.question != HOURS_ASKED:
        return POINTS
    values = [value for _, value in made.given]
    return min(HOURS[0], *values), max(HOURS[1], *values)
