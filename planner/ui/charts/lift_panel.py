"""A lift in numbers and sentences: strength now, records, what happened, what it means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHeaderView, QTableView, QWidget

from planner.coach import charts, estimates, wording
from planner.coach.charts import Event, LevelPoint, Record, StrengthChart
from planner.engine.terms import Phrase, Reading, Unit
from planner.language import passage, tr
from planner.ui import dates, happenings, log_words, theme
from planner.ui.layout_parts import empty
from planner.ui.table_model import Column, TableModel
from planner.ui.widgets import PhaseMark, button, column, hairline, label, row, wrapped

HEAVY_KG = 1000.0  # from here on it is a session's tonnage, written in tonnes
MOST_EVENTS = 10
NEARLY_ALL = timedelta(weeks=4)  # of a history, beyond the days in view: rule of thumb
RECORD_ROW_PX = 30


class LiftPanel(QWidget):
    """Shows one StrengthChart beside its plot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = Unit.KG
        self._today = date.min
        self.name = wrapped("", "section", self)
        self.at_least = label(tr("at least"), "muted", self)
        self.number = label("", "huge", self)
        self.spread = label("", "muted", self)
        self.unknown = wrapped(tr("can't tell yet"), "title", self)
        self.change = wrapped("", "muted", self)
        self.records = TableModel[Record]((), self)
        self.record_table = self._table()
        self.events = QWidget(self)
        self._event_rows = column(self.events)
        self.sentences = wrapped("", "", self)
        self.replay = button(tr("&Replay…"), "quiet", self)
        self.replay.setProperty("edge", "start")
        self.replay.setToolTip(tr("What was forecast and said after every session"))
        self._arrange()

    def clear(self) -> None:
        """Show nothing: there is no lift to tell of."""
        self._content.hide()
        for words in (self.name, self.number, self.spread, self.change, self.sentences):
            words.clear()
        self.records.set_rows(())
        self._show_events(())

    def show_chart(self, chart: StrengthChart, unit: Unit, since: date) -> None:
        """Show a lift; `since` is the first day in view, from which change is counted."""
        self._unit, self._today = unit, chart.reading.on
        self.name.setText((chart.exercise.name or chart.exercise.slug).upper())
        self._show_number(chart.reading)
        self.show_change(chart, since)
        self.records.set_columns(self._record_columns())
        self.records.set_rows(chart.records)
        self.record_table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.record_table.setFixedHeight(theme.spread(RECORD_ROW_PX) * len(chart.records) + 2)
        self._show_events([each for each in chart.events[::-1] if each.kind != "note"])
        self.sentences.setText(passage(map(self._words, (*chart.summary, *chart.outlook))))
        self._content.show()

    def show_change(self, chart: StrengthChart, since: date) -> None:
        """Say how strength moved since the first day in view, and what to expect next."""
        parts = [self._gain(chart, since), self._next(chart.next_session)]
        self.change.setText(" · ".join(part for part in parts if part))

    def _show_number(self, reading: Reading) -> None:
        kg = reading.strength_kg
        known = kg is not None
        self.unknown.setVisible(not known)
        self.at_least.setVisible(known and reading.capped)
        self.number.setVisible(known)
        self.spread.setVisible(known)
        if kg is not None:
            said = estimates.about(kg, estimates.spread_kg(reading), self._unit)
            number, _, around = said.partition(" ")
            self.number.setText(number)
            self.spread.setText(f"{around} {tr('e1RM')}")
            for shown in (self.number, self.spread):
                shown.setToolTip(log_words.what_the_range_means())

    def _gain(self, chart: StrengthChart, since: date) -> str:
        then = next((point for point in chart.level if point.on >= since), None)
        if then is None or then.on - chart.level[0].on < NEARLY_ALL:
            return ""  # nearly what is said of all sessions
        jumped = charts.jumped_on(chart, then.on)
        if jumped is not None:
            text = tr("loads jumped on {day}: the change can't be told")
            return text.format(day=dates.short(jumped, self._today))
        gain = charts.gain(chart, then)
        if gain is None:
            return ""
        text = tr("{percent} since {day}")
        percent = wording.change(gain)
        return text.format(percent=percent, day=dates.short(then.on, self._today))

    def _next(self, point: LevelPoint | None) -> str:
        if point is None:
            return ""
        around = estimates.between(point.low_kg, point.high_kg, self._unit)
        text = tr("next session forecast {kg} ({range})")
        if not around:
            text = tr("next session forecast {kg}")
        return text.format(kg=wording.mass(point.kg, self._unit, 0), range=around)

    def _show_events(self, events: Sequence[Event]) -> None:
        layout = self._event_rows
        empty(layout)
        for event in events[:MOST_EVENTS]:
            layout.addWidget(self._event(event))
        if len(events) > MOST_EVENTS:
            more = tr("and {count} earlier, in the table").format(count=len(events) - MOST_EVENTS)
            layout.addWidget(wrapped(more, "small", self.events))

    def _event(self, event: Event) -> QWidget:
        made = QWidget(self.events)
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.GRID // 2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(hairline(made), 0, 0, 1, 2)
        mark = PhaseMark(happenings.look(event.kind), made)
        grid.addWidget(mark, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(wrapped(self._words(event.text), "", made), 1, 1)
        grid.addWidget(label(dates.short(event.on, self._today), "small", made), 2, 1)
        return made

    def _words(self, phrase: Phrase) -> str:
        return wording.render(phrase, self._unit, lambda day: dates.short(day, self._today))

    def _record_columns(self) -> list[Column[Record]]:
        return [
            Column(tr("Record"), lambda row: self._words(row.what)),
            Column(tr("Best"), self._best, numeric=True),
            Column(tr("Date"), lambda row: row.on, self._day, numeric=True),
        ]

    def _day(self, on: object) -> str:
        """Write a day as short as can be, of another year the month: the record's name has what
        room is left."""
        if not isinstance(on, date):
            return ""
        return dates.short(on) if on.year == self._today.year else dates.month_with_year(on)

    def _best(self, record: Record) -> str:
        if record.value_kg >= HEAVY_KG:
            return log_words.tonnage(record.value_kg, self._unit)
        decimals = 0 if record.estimate else 2
        return f"{wording.mass(record.value_kg, self._unit, decimals)} {self._unit}"

    def _table(self) -> QTableView:
        made = QTableView(self)
        made.setModel(self.records)
        made.setAccessibleName(tr("Records"))
        made.horizontalHeader().hide()
        made.verticalHeader().hide()
        made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        made.verticalHeader().setDefaultSectionSize(theme.spread(RECORD_ROW_PX))
        made.setShowGrid(False)
        made.setProperty("kind", "lines")
        made.setTabKeyNavigation(False)
        made.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        made.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _arrange(self) -> None:
        self._content = QWidget(self)
        column(self).addWidget(self._content)
        layout = column(self._content)
        figures = row()
        for figure in (self.at_least, self.number, self.spread):
            figures.addWidget(figure, 0, Qt.AlignmentFlag.AlignBaseline)
        figures.addStretch(1)
        layout.addWidget(self.name)
        layout.addLayout(figures)
        layout.addWidget(self.unknown)
        layout.addWidget(self.change)
        for title, part in (
            (tr("RECORDS"), self.record_table),
            (tr("WHAT HAPPENED"), self.events),
            (tr("IN SHORT"), self.sentences),
        ):
            layout.addSpacing(theme.GRID)
            layout.addWidget(label(title, "section", self))
            layout.addWidget(part)
        layout.addWidget(self.replay, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
