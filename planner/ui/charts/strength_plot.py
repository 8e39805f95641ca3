"""A lift's estimated strength over time: sessions, level with its band, phases and forecast."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import groupby

import numpy as np
from PySide6.QtWidgets import QWidget

from planner.coach import wording
from planner.coach.charts import LevelPoint, SessionPoint, StrengthChart
from planner.coach.charts.goals import GoalState
from planner.engine.terms import KG_PER_LB, Unit
from planner.language import tr
from planner.ui import dates, phases, theme
from planner.ui.charts import chart_words
from planner.ui.charts.eventful_plot import EventfulPlot, gaps
from planner.ui.charts.plot_dots import SessionDots
from planner.ui.charts.plot_marks import Band
from planner.ui.charts.plot_ribbon import Ribbon

HEADROOM = 0.25  # share of the curves' height kept free above them for words
FOOTROOM = 0.08
FLATTEST = 0.05  # at least this share of the strength is in view, so that noise looks like noise


class StrengthPlot(EventfulPlot):
    """Shows one lift with its goal; a session says what happened on its day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: Sequence[SessionPoint] = ()
        self._unit = Unit.KG
        self._today = date.min
        self.dots = SessionDots(self.view)
        self.level = Ribbon(self.view)
        self.across = Ribbon(self.view, dashed=True)
        self.forecast = Ribbon(self.view, dashed=True)
        self.picked.connect(self._open)
        self.complete()

    def show_chart(self, chart: StrengthChart, unit: Unit) -> None:
        """Draw a lift; the days in view are set by `show_days`."""
        self._points, self._unit, self._today = chart.points, unit, chart.reading.on
        per_kg = 1.0 if unit is Unit.KG else 1 / KG_PER_LB
        self.level.show(_runs(chart), per_kg)
        self.across.show(chart.across, per_kg)
        away = any(off.ongoing for off in chart.time_off)
        start = () if away else chart.level[-1:]
        self.forecast.show([[*start, *chart.forecast]], per_kg)
        self.dots.show(chart.points, per_kg)
        self.set_points(self.dots.xs, self.dots.e1rm)
        found = self.show_events(chart, unit, self._today)
        self.marks.show_marks(_bands(chart), found, gaps(chart))
        self._show_goal(chart.goal, unit, per_kg)

    def _show_goal(self, goal: GoalState | None, unit: Unit, per_kg: float) -> None:
        """Draw the goal; its words are few where they would hide what was done."""
        value = None if goal is None else goal.e1rm_kg * per_kg
        beyond = value is not None and value > np.max(self.level.high, initial=0.0)
        words = chart_words.goal_words(goal, unit, self._today, most=2 if beyond else 1)
        self.goal.show_goal(value, words)

    def restyle(self) -> None:
        """Take the colours of the theme."""
        super().restyle()
        tokens = theme.current()
        self.level.restyle(tokens.accent, 0.28)
        for expected in (self.across, self.forecast):
            expected.restyle(tokens.accent, 0.14)
        self.dots.restyle(tokens)

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return the height of what can be trusted and is in view; typing errors move little."""
        drawn = (self.level, self.across, self.forecast)
        ribbons = [ribbon.between(low, high) for ribbon in drawn]
        values = np.concatenate([self.dots.trusted(low, high), *ribbons])
        if not len(values):
            return 0.0, 1.0
        bottom, top = float(values.min()), float(values.max())
        near = self.dots.near(low, high, bottom, top)
        bottom, top = min([bottom, *near]), max([top, *near])
        missing = max(0.0, FLATTEST * top - (top - bottom)) / 2
        bottom, top = self.goal.reach(bottom - missing, top + missing)
        tall = max(top - bottom, 1.0)
        return bottom - FOOTROOM * tall, top + HEADROOM * tall

    def fitted(self, bottom: float, top: float) -> None:
        """Keep what was held out within reach of the pointer."""
        self._ys = self.dots.fit(self.days_shown(), bottom, top)

    def words(self, index: int) -> Sequence[str]:
        """Return date, best set and e1RM of a session."""
        point = self._points[index]
        lines = [
            dates.short(point.on, self._today),
            tr("best set {set}").format(set=point.best_set),
            tr("e1RM {kg} {unit}").format(
                kg=wording.mass(point.e1rm_kg, self._unit, 0), unit=self._unit
            ),
        ]
        if point.held_out:
            lines.append(tr("held out: looks like a typing error"))
        return [line for line in (*lines, *self.happened(point.on)) if line]

    def _open(self, index: int) -> None:
        self.session_wanted.emit(self._points[index].session_id)


def _runs(chart: StrengthChart) -> list[list[LevelPoint]]:
    """Return the level from one time off to the next."""
    back = [off.until for off in chart.time_off]
    runs = groupby(chart.level, key=lambda point: bisect_right(back, point.on))
    return [list(run) for _, run in runs]


def _bands(chart: StrengthChart) -> list[Band]:
    return [
        Band(
            float(span.since.toordinal()),
            float(span.until.toordinal()),
            phases.phase_look(span.phase, span.levelling_off),
        )
        for span in chart.spans
    ]
