"""The two gauges of a day, apart: the lifter as a whole, and each muscle group on its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QGridLayout, QHeaderView, QTableView, QWidget

from planner.coach import wording
from planner.coach.muscle_days import MuscleDay
from planner.engine.terms import Gauge, Phrase, Recovery, Unit
from planner.language import tr
from planner.ui import group_words, suggestion_words, today_words
from planner.ui.fresh_figure import FreshFigure
from planner.ui.level_bar import LevelBar
from planner.ui.table_model import Cell, Column, TableModel
from planner.ui.tables import make_plain
from planner.ui.widgets import column, label, row, wrapped

LEAST_TABLE_PX = 160
BAR_PX = 160
_RECOVERED, _READY = 2, 3  # columns of the table


class CentralGauge(QWidget):
    """How fresh the lifter is as a whole, and what says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(2, 1)
        self.level = label("", "heading", self)
        self._bar = LevelBar(self)
        self._bar.setFixedWidth(BAR_PX)
        self.feeds = wrapped("", "muted", self)
        grid.addWidget(self.level, 0, 0)
        grid.addWidget(self._bar, 0, 1)
        grid.addWidget(self.feeds, 1, 0, 1, 3)

    def show_gauge(
        self, gauge: Gauge, unit: Unit, above: Collection[Phrase], note: str = ""
    ) -> None:
        """Show the level in words, as a bar, and what feeds it beside what is said above.

        A `note` comes last.
        """
        self.level.setText(wording.sentence(today_words.fresh_about(gauge.level)))
        self._bar.setVisible(gauge.level is not None)
        self._bar.show_level(gauge.level or 0.0)
        nothing = tr("Answer a check-in or log a session, and it shows here.")
        told = {value for each in above for value in each.values}
        more = [each for each in gauge.feeds if each not in above and told.isdisjoint(each.values)]
        lines = [_listed(more, unit)] if more else []
        lines += [note] if note else []
        if len(more) < len(gauge.feeds):
            lines.insert(0, tr("The reasons above, and:") if more else tr("See above."))
        self.feeds.setText("\n".join(lines) or nothing)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the table; `level` and `percent` are 0–1."""

    group: str
    level: float | None
    recovered: float | None
    ready: str
    feeds: tuple[Phrase, ...] = ()


class MuscleGauges(QWidget):
    """The figure and, beside it, each muscle group: how fresh, how far recovered, when ready."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._unit = Unit.KG
        self.figure = FreshFigure(self)
        self.model = TableModel(_columns(), self)
        self.table = QTableView(self)
        make_plain(self.table, self.model)
        self.table.setAccessibleName(tr("Muscle groups, the most tired first"))
        self.table.horizontalHeader().setSectionResizeMode(_READY, QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(LEAST_TABLE_PX)
        self.feeds = wrapped("", "muted", self)
        self.none = wrapped(tr("Nothing is logged that tires a muscle."), "muted", self)
        sides = row(spacing=16)
        sides.addWidget(self.figure)
        sides.addWidget(self.table, 1)
        self._box = box = column(self)
        box.addLayout(sides, 1)
        box.addWidget(self.feeds)
        box.addWidget(self.none)
        box.addStretch(0)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell())

    def show_days(
        self,
        days: Sequence[MuscleDay],
        overall: Recovery | None,
        today: date,
        unit: Unit,
        trains: bool = True,
    ) -> None:
        """Show groups, the least fresh first, below all of them together.

        Recovery has a column of its own where it differs; who `trains` is told what is ready.
        """
        self._unit = unit
        lines = [_line(day, today) for day in days]
        apart = any(_differ(line) for line in lines)
        if overall is not None:
            ready = today_words.ready(overall, today)
            fresh = None if apart else overall.level
            lines.insert(0, _Line(tr("All together"), fresh, overall.level, ready))
        self.table.setColumnHidden(_RECOVERED, not apart)
        self.table.setColumnHidden(_READY, not trains)
        self.figure.show_days(days)
        self.model.set_rows(lines)
        for made in (self.figure, self.table, self.feeds):
            made.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self._box.setStretch(0, 1 if lines else 0)  # hidden, the table would keep its room
        if lines:
            self.table.selectRow(min(1, len(lines) - 1) if overall is not None else 0)

    def _tell(self) -> None:
        place = self.table.currentIndex().row()
        line = self.model.row(place) if place >= 0 else None
        said = _listed(line.feeds, self._unit) if line is not None else ""
        named = "" if line is None else group_words.alone(line.group)
        self.feeds.setText(wording.told_of(named, said) if said else "")


def _differ(line: _Line) -> bool:
    shown = (today_words.percent(line.level), today_words.percent(line.recovered))
    return line.recovered is not None and shown[0] != shown[1]


def _line(day: MuscleDay, today: date) -> _Line:
    recovery = day.recovery
    recovered = recovery.level if recovery is not None else None
    ready = today_words.ready(recovery, today) if recovery is not None else "–"
    return _Line(day.group, day.gauge.level, recovered, ready, day.gauge.feeds)


def _columns() -> list[Column[_Line]]:
    return [
        Column(tr("Muscle"), lambda line: group_words.alone(line.group)),
        Column(tr("Fresh"), lambda line: line.level, _fresh),
        Column(tr("Recovered"), lambda line: line.recovered, _percent, numeric=True),
        Column(tr("Ready"), lambda line: line.ready),
    ]


def _fresh(value: Cell) -> str:
    level = value if isinstance(value, float) else None
    return today_words.fresh_about(level)


def _percent(value: Cell) -> str:
    return today_words.percent(value if isinstance(value, float) else None)


def _listed(feeds: Sequence[Phrase], unit: Unit) -> str:
    return "\n".join(suggestion_words.said(each, unit) for each in feeds)
