"""A measure of a lift over time: best set, reps at a load, tonnage, intensity or hard sets."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from planner.coach.charts import StrengthChart
from planner.coach.charts.lift_measures import LiftMeasure, MeasureChart, SessionValue
from planner.engine.terms import KG_PER_LB, Unit
from planner.language import tr
from planner.ui import theme
from planner.ui.charts import measure_words, plot_style
from planner.ui.charts.eventful_plot import EventfulPlot, gaps
from planner.ui.charts.lines_plot import Line, LinesPlot
from planner.ui.charts.plot_events import EventLines
from planner.ui.charts.plot_overlay import Overlay

FROM_ZERO = (LiftMeasure.TONNAGE, LiftMeasure.HARD_SETS)
COUNTED = (LiftMeasure.REPS_AT_LOAD, LiftMeasure.HARD_SETS)
MOST_TICKS = 6
HEADROOM = 0.25  # share of the height kept free above for words
LEAST_PERCENT, LEAST_COUNT = 12.0, 4.0
FLATTEST = 0.1  # at least this share of the highest value is in view
OFF_PX = 4.0  # between a point and its number
LEAST_ROOM_PX = 26.0  # from one number of repetitions to the next


class LiftMeasurePlot(EventfulPlot, LinesPlot):
    """Shows one measure; lines and points as LinesPlot has them, events as EventfulPlot has."""

    mark_gap_px = 3.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: MeasureChart | None = None
        self._unit = Unit.KG
        self._reps = _RepNumbers(self.view, self._small_font(), self.marks.events)
        self.picked.connect(self._open)

    def show_measure(self, chart: MeasureChart, lift: StrengthChart, unit: Unit) -> None:
        """Draw a measure with the events of its lift; the days in view are set by `show_days`."""
        self._chart, self._unit = chart, unit
        per_kg = 1.0 if unit is Unit.KG or not chart.in_kg else 1 / KG_PER_LB
        lines = _lines(chart, per_kg)
        self.show_lines(lines, self._session_words, 0.0 if chart.measure in FROM_ZERO else None)
        labelled = chart.measure is LiftMeasure.BEST_SET and chart.in_kg
        self._reps.show_numbers(_numbers(chart) if labelled else (), lines[0])
        self.marks.show_marks((), self.show_events(lift, unit, chart.on), gaps(lift))
        self._show_goal(chart, lift, per_kg, unit)
        self._show_whole_numbers()

    def span(self, low: float, high: float) -> tuple[float, float]:
        """Return a height with what is in view, the goal where it is near, and room for words."""
        bottom, top = super().span(low, high)
        missing = max(0.0, self._least_height() - (top - bottom)) / 2
        from_zero = self._chart is not None and self._chart.measure in FROM_ZERO
        bottom, top = bottom - (0.0 if from_zero else missing), top + missing
        bottom, top = self.goal.reach(max(0.0, bottom), top)
        return bottom, top + HEADROOM * (top - bottom)

    def _least_height(self) -> float:
        """Return how much is in view at least, so that little looks like little."""
        chart = self._chart
        if chart is None or not chart.values:
            return 0.0
        if chart.measure is LiftMeasure.INTENSITY:
            return LEAST_PERCENT
        return LEAST_COUNT if _is_counted(chart) else FLATTEST * float(self._ys.max())

    def fitted(self, bottom: float, top: float) -> None:
        """Count on the axis in whole numbers what is counted in whole numbers."""
        super().fitted(bottom, top)
        self._show_whole_numbers()

    def words(self, index: int) -> Sequence[str]:
        """Return what the session shows, and what happened on its day."""
        assert self._chart is not None, "only what is drawn can be pointed at"
        _, place = self.owner(index)
        return [*super().words(index), *self.happened(self._chart.values[place].on)]

    def _session_words(self, _line: int, place: int) -> Sequence[str]:
        assert self._chart is not None, "only what is drawn can be pointed at"
        return measure_words.told(self._chart, place, self._unit)

    def _show_goal(
        self, chart: MeasureChart, lift: StrengthChart, per_kg: float, unit: Unit
    ) -> None:
        """Draw the load of a goal among the best sets; other measures have none."""
        goal = lift.goal.goal if lift.goal is not None else None
        if goal is None or not goal.reps or chart.measure is not LiftMeasure.BEST_SET:
            self.goal.show_goal(None)
            return
        words = tr("Goal {load} × {reps}")
        said = words.format(load=measure_words.load(goal.kg, unit), reps=goal.reps)
        self.goal.show_goal(per_kg * goal.kg if chart.in_kg else float(goal.reps), said)

    def _show_whole_numbers(self) -> None:
        chart, axis = self._chart, self.view.getAxis("left")
        if chart is None or not _is_counted(chart):
            axis.setTickSpacing()
            return
        low, high = self.box.viewRange()[1]
        axis.setTickSpacing(levels=[(float(max(1, ceil((high - low) / MOST_TICKS))), 0.0)])

    def _open(self, index: int) -> None:
        assert self._chart is not None, "only what is drawn can be pointed at"
        _, place = self.owner(index)
        self.session_wanted.emit(self._chart.values[place].session_id)


def _is_counted(chart: MeasureChart) -> bool:
    in_reps = chart.measure is LiftMeasure.BEST_SET and not chart.in_kg
    return in_reps or chart.measure in COUNTED


def _lines(chart: MeasureChart, per_kg: float) -> list[Line]:
    """Return the lines of a measure, each as long as its values."""
    xs = plot_style.day_numbers([each.on for each in chart.values])
    scale = 100.0 if chart.measure is LiftMeasure.INTENSITY else per_kg
    ys = scale * np.array([each.value for each in chart.values], dtype=np.float64)
    if chart.measure is LiftMeasure.REPS_AT_LOAD:
        near = np.array([each.near for each in chart.values], dtype=bool)
        exact = Line("", xs, np.where(near, np.nan, ys))
        return [exact, Line("", xs, np.where(near, ys, np.nan), look=1)]
    if chart.measure is LiftMeasure.INTENSITY:
        top = [each.value if each.top is None else each.top for each in chart.values]
        return [Line("", xs, scale * np.array(top, dtype=np.float64), look=1), Line("", xs, ys)]
    return [Line("", xs, ys)]


def _numbers(chart: MeasureChart) -> list[str]:
    return [_reps(each) for each in chart.values]


def _reps(made: SessionValue) -> str:
    reps = made.entry.reps if made.entry is not None else None
    return "" if reps is None else f"× {reps}"


class _RepNumbers(Overlay):
    """Writes the repetitions above the points of a line, where they have room."""

    def __init__(self, view: Any, font: QFont, events: EventLines) -> None:
        box = view.getViewBox()
        super().__init__(box, 10)
        self._font, self._events = font, events
        self._numbers: Sequence[str] = ()
        self._line: Line | None = None

    def show_numbers(self, numbers: Sequence[str], line: Line) -> None:
        """Write other numbers, one for each point of a line."""
        self._numbers, self._line = numbers, line
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Write each number that has room beside the one before."""
        if not self._numbers or self._line is None:
            return
        painter.setFont(self._font)
        painter.setPen(QColor(theme.current().muted))
        metrics, room = QFontMetricsF(self._font), self.boundingRect()
        since, until = np.searchsorted(self._line.xs, self._box.viewRange()[0])
        if (until - since) * LEAST_ROOM_PX / 3 > room.width():
            return
        end = room.left()
        for place in range(int(since), int(until)):
            spot = self._box.mapFromView(QPointF(self._line.xs[place], self._line.ys[place]))
            width = metrics.horizontalAdvance(self._numbers[place])
            if spot.x() - width / 2 < end or spot.x() + width / 2 > room.right():
                continue
            end = spot.x() + width / 2 + 3
            self._write(painter, self._numbers[place], spot, QSizeF(width, metrics.height()))

    def _write(self, painter: QPainter, number: str, spot: QPointF, size: QSizeF) -> None:
        """Write a number above its point, below it where the words of an event are."""
        corner = spot - QPointF(size.width() / 2, 0)
        for top in (-OFF_PX - size.height(), OFF_PX):
            box = QRectF(corner + QPointF(0, top), size)
            if not any(map(box.intersects, self._events.words)):
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)
                return
