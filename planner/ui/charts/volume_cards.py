"""The plots of the volume page by week: hard sets, what was lifted, zones, monotony, strain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from math import nan
from typing import Any

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.coach import wording
from planner.coach.charts.training_load import WeeklySets
from planner.coach.charts.volume_page import ExerciseSets, TonnageWeeks, WeekLoad, Weeks
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import group_words, theme
from planner.ui.charts import plot_bars, plot_style, plot_table, volume_table, volume_words
from planner.ui.charts.bars_plot import BarsPlot
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.lines_plot import Line, LinesPlot
from planner.ui.charts.plot_bars import Part
from planner.ui.charts.plot_legend import Entry, Legend, LegendSign
from planner.ui.table_model import TableModel
from planner.ui.widgets import column

PARTED_PX = 5.0  # wide a bar must be for lines between its parts
IN_LINE = 3  # entries of the legend
MIDDLE_DAYS = 3.5  # from Monday's first hour to the middle of the week


class LinesOfLegend(QWidget):
    """A legend on two lines, for parts that have no room on one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = Legend((), self), Legend((), self)
        layout = column(self, spacing=2)
        for line in self._lines:
            layout.addWidget(line)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries, three of them on the first line."""
        for line, own in zip(self._lines, (entries[:IN_LINE], entries[IN_LINE:]), strict=True):
            line.show_entries(own)
            line.setVisible(bool(own))


class WeeksCard(ChartCard):
    """A card whose plot and legend stay away while there is nothing to draw."""

    def __init__(self, plot: QWidget, parent: QWidget | None = None) -> None:
        self.signs = LinesOfLegend()
        self.rows = TableModel[Any]((), None)
        super().__init__(plot, self.signs, self.rows, parent)
        self.rows.setParent(self)
        # What a plot would like to be high must not make the page scroll.
        self.stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def offer(self, drawn: bool, hint: str) -> None:
        """Show the plot, or only what will appear and when; `hint` stands under the title."""
        self.show_hint(hint)
        for part in (self.stack, self.signs, self.table_button, self.save_button):
            part.setVisible(drawn)


class SetsCard(WeeksCard):
    """Weekly hard sets of a muscle group against its range."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.bars = BarsPlot()
        super().__init__(self.bars, parent)

    def show_weeks(self, weekly: WeeklySets, made_of: Callable[[date], ExerciseSets]) -> None:
        """Draw the weeks of a group; the last one is still running.

        `made_of` returns the exercises of the week that begins on a day.
        """
        name = group_words.alone(weekly.group)
        title = tr("Hard sets a week – {group}")
        self.set_title(title.format(group=group_words.within(weekly.group)))
        drawn = any(sets for _, sets in weekly.weeks)
        missing = tr("No hard sets yet. They appear with the first session that has some.")
        self.offer(drawn, "" if drawn else missing)
        low, high = wording.number(weekly.low), wording.number(weekly.high)
        words = tr("range {low}–{high}").format(low=low, high=high)
        self.signs.show_entries([(LegendSign.RANGE, words)] if weekly.high else [])
        self.signs.setVisible(drawn and weekly.high > 0)
        days, heights = [day for day, _ in weekly.weeks], [sets for _, sets in weekly.weeks]
        band = (weekly.low, weekly.high) if weekly.high else None
        said = partial(volume_words.sets_lines, weekly, made_of)
        self.bars.show_bars(days, [Part(name, heights)], said, band, running=True)
        self.set_rows(partial(self._fill_rows, weekly))

    def _fill_rows(self, weekly: WeeklySets) -> None:
        self.rows.set_columns(volume_table.set_columns(weekly))
        self.rows.set_rows(plot_table.week_rows(weekly))


class TonnageCard(WeeksCard):
    """Tonnage by week, in parts by movement pattern."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.bars = BarsPlot()
        super().__init__(self.bars, parent)

    def show_weeks(self, weeks: TonnageWeeks, group: str, unit: Unit) -> None:
        """Draw the weeks of a group's exercises, or of all."""
        title = tr("Tonnage a week – {group}, {unit}").format(
            group=group_words.within(group), unit=volume_words.axis_unit(unit)
        )
        self.set_title(title)
        drawn = bool(weeks.parts)
        missing = tr("Appears with the first set that has a load and repetitions.")
        self.offer(drawn, "" if drawn else missing)
        names = [volume_words.pattern(part) for part in weeks.parts]
        self.signs.show_entries(_entries(names))
        per_kg = volume_words.PER_AXIS_KG[unit]
        parts = _parts(names, weeks, per_kg)
        days = [day for day, _ in weeks.rows]
        said = partial(volume_words.tonnage_lines, weeks, unit)
        self.bars.show_bars(days, parts, said, running=True)
        self.set_rows(partial(self._fill_rows, weeks, unit))

    def _fill_rows(self, weeks: TonnageWeeks, unit: Unit) -> None:
        self.rows.set_columns(volume_table.tonnage_columns(weeks, unit))
        self.rows.set_rows(weeks.rows[::-1])


class ZonesCard(WeeksCard):
    """Sets by week, in parts by how heavy they were."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.bars = BarsPlot()
        self.bars.bars.fill = paint_zone
        super().__init__(self.bars, parent)

    def show_weeks(self, weeks: Weeks, group: str) -> None:
        """Draw the weeks of a group's exercises, or of all."""
        name = group_words.within(group)
        self.set_title(tr("Sets by % of e1RM – {group}").format(group=name))
        drawn = any(sum(row) for _, row in weeks.rows)
        missing = tr("Appears with the first set of these exercises.")
        self.offer(drawn, "" if drawn else missing)
        names = volume_words.zones()
        self.signs.show_entries([(zone_sign(place), name) for place, name in enumerate(names)])
        days = [day for day, _ in weeks.rows]
        said = partial(volume_words.zone_lines, weeks)
        self.bars.show_bars(days, _parts(names, weeks), said, running=True)
        self.set_rows(partial(self._fill_rows, weeks))

    def _fill_rows(self, weeks: Weeks) -> None:
        self.rows.set_columns(volume_table.zone_columns())
        self.rows.set_rows(weeks.rows[::-1])


class LoadCard(WeeksCard):
    """Monotony or strain of the hard sets by week."""

    def __init__(self, strain: bool, parent: QWidget | None = None) -> None:
        self._strain = strain
        self.lines = LinesPlot()
        super().__init__(self.lines, parent)

    def show_weeks(self, weeks: Sequence[WeekLoad]) -> None:
        """Draw the weeks; those that tell nothing part the line."""
        name = tr("Strain") if self._strain else tr("Monotony")
        self.set_title(tr("{what} of hard sets by week").format(what=name))
        values = [made.strain if self._strain else made.monotony for made in weeks]
        drawn = any(value is not None for value in values)
        self.offer(drawn, self._means() if drawn else self._missing())
        self.signs.hide()
        xs = plot_style.day_numbers([made.starts_on for made in weeks]) + MIDDLE_DAYS
        ys = np.array([nan if value is None else value for value in values], dtype=np.float64)
        last = weeks[-1].starts_on if weeks else None

        def said(_line: int, place: int) -> Sequence[str]:
            return volume_words.load_lines(weeks[place], last or weeks[place].starts_on)

        self.lines.show_lines([Line(name, xs, ys)], said, floor=0.0)
        self.set_rows(partial(self._fill_rows, weeks))

    def _means(self) -> str:
        if self._strain:
            return tr(
                "The week's hard sets times its monotony. It is not shown to foretell injury or "
                "overtraining."
            )
        return tr(
            "How alike the days were: hard sets of a day, mean ÷ spread over seven days. It is "
            "not shown to foretell injury or overtraining."
        )

    def _missing(self) -> str:
        return tr("Appears after the first whole week with two training days.")

    def _fill_rows(self, weeks: Sequence[WeekLoad]) -> None:
        self.rows.set_columns(volume_table.load_columns())
        self.rows.set_rows(weeks[::-1])


def _parts(names: Sequence[str], weeks: Weeks, per: float = 1.0) -> list[Part]:
    return [
        Part(name, [row[place] / per for _, row in weeks.rows]) for place, name in enumerate(names)
    ]


def _entries(names: Sequence[str]) -> list[Entry]:
    return [(plot_bars.sign(place), name) for place, name in enumerate(names)]


_ZONE_SHARES = (0.16, 0.36, 0.58, 0.8, 1.0)  # of the accent, the lightest loads first


def paint_zone(painter: QPainter, boxes: Sequence[QRectF], place: int, strong: bool = True) -> None:
    """Fill boxes as a zone is: the heavier, the darker; what is not known is hatched."""
    tokens = theme.current()
    narrow = all(box.width() < PARTED_PX for box in boxes)
    painter.setPen(Qt.PenStyle.NoPen if narrow else QPen(QColor(tokens.panel)))
    if place < len(_ZONE_SHARES):
        share = _ZONE_SHARES[place] * (1.0 if strong else 0.9)
        painter.setBrush(theme.mixed(tokens.accent, tokens.panel, share))
    else:
        painter.setBrush(QBrush(QColor(tokens.muted), Qt.BrushStyle.BDiagPattern))
    painter.drawRects(boxes)


def zone_sign(place: int) -> Any:
    """Return what paints a zone's sign into the legend."""

    def paint(painter: QPainter, area: QRectF) -> None:
        middle = area.center().y()
        paint_zone(painter, [QRectF(area.left(), middle - 5, area.width(), 10)], place)

    return paint
