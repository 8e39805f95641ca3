"""A lift's estimated strength over time: sessions, level with its band, phases and forecast."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import groupby

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.coach import wording
from planner.coach.charts import LevelPoint, SessionPoint, StrengthChart
from planner.engine.terms import KG_PER_LB, Unit
from planner.ui import dates, happenings, phases, theme
from planner.ui.charts.plot_dots import SessionDots
from planner.ui.charts.plot_marks import Band, Gap, Happening, Marks
from planner.ui.charts.plot_ribbon import Ribbon
from planner.ui.charts.time_plot import TimePlot

HEADROOM = 0.25  # share of the curves' height kept free above them for words
FOOTROOM = 0.08
SEEN_ANYWAY = ("start", "away")  # the first dot and the hatched days need no line
FLATTEST = 0.05  # at least this share of the strength is in view, so that noise looks like noise


class StrengthPlot(TimePlot):
    """Shows one lift; a click or Enter on a session emits `session_wanted(session_id)`."""

    session_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: Sequence[SessionPoint] = ()
        self._unit = Unit.KG
        self._today = date.min
        self.marks = Marks(self.view, self._small_font())
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
        self.marks.show_marks(_bands(chart), _happenings(chart), _gaps(chart))

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
        bottom, top = bottom - missing, top + missing
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
            self.tr("best set {set}").format(set=point.best_set),
            self.tr("e1RM {kg} {unit}").format(
                kg=wording.mass(point.e1rm_kg, self._unit, 0), unit=self._unit
            ),
        ]
        if point.held_out:
            lines.append(self.tr("held out: looks like a typing error"))
        return [line for line in lines if line]

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


def _gaps(chart: StrengthChart) -> list[Gap]:
    return [
        Gap(
            float(off.since.toordinal()),
            float(off.until.toordinal()),
            happenings.time_off_word(off.whole),
        )
        for off in chart.time_off
    ]


def _happenings(chart: StrengthChart) -> list[Happening]:
    return [
        Happening(float(event.on.toordinal()), happenings.look(event.kind).word)
        for event in chart.events
        if event.kind not in SEEN_ANYWAY
    ]
