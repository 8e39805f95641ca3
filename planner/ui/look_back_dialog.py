"""What was said of a lift after every session, and how often its forecasts came true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from time import monotonic

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QDialog, QHeaderView, QProgressBar, QWidget

from planner.coach import library, looking_back, record_of_forecasts
from planner.coach.looking_back import SessionSaid
from planner.coach.record_of_forecasts import Forecasted
from planner.engine.terms import Unit
from planner.language import tr
from planner.ui import dates, phases, suggestion_words, theme
from planner.ui.dialog_foot import close_button
from planner.ui.dialog_sizes import open_at
from planner.ui.table_model import Cell, Column, TableModel
from planner.ui.tables import plain_table
from planner.ui.widgets import column, label, row, wrapped

USUAL_SIZE = QSize(1000, 600)
PART_S = 0.03  # of work between two looks at keyboard and mouse


class LookBackDialog(QDialog):
    """Reads a lift's sessions part by part, then shows them, the newest first."""

    def __init__(self, parent: QWidget, lifter_id: int, slug: str, unit: Unit, today: date) -> None:
        super().__init__(parent)
        name = library.exercise(slug).name
        self._unit, self._today = unit, today
        self._sessions = looking_back.sessions(lifter_id, slug, today)
        self._made: list[SessionSaid] = []
        self.setWindowTitle(tr("What it said before – {name}").format(name=name))
        open_at(self, USUAL_SIZE)
        self.record = wrapped("", "heading", self)
        self.meaning = wrapped("", "", self)
        self.progress = QProgressBar(self)
        self.progress.setMaximum(looking_back.count(lifter_id, slug, today))
        self.progress.setAccessibleName(tr("Sessions read"))
        self.progress.setFormat(tr("Reading session %v of %m"))
        self.model = TableModel(self._columns(), self)
        self.table = plain_table(self.model, self)
        self.table.setAccessibleName(
            tr("Sessions, the newest first: done, forecast, and said after")
        )
        self._arrange(name)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read_on)
        self.finished.connect(self._timer.stop)
        self.finished.connect(self.deleteLater)
        self._timer.start(0)

    def _read_on(self) -> None:
        until = monotonic() + PART_S
        for made in self._sessions:
            self._made.append(made)
            if monotonic() >= until:
                self.progress.setValue(len(self._made))
                return
        self._timer.stop()
        self._show(self._made)

    def _show(self, made: Sequence[SessionSaid]) -> None:
        known = record_of_forecasts.record(each.forecast for each in made if each.forecast)
        say = partial(suggestion_words.said, unit=self._unit)
        self.record.setText(say(record_of_forecasts.sentence(known)))
        self.meaning.setText(say(record_of_forecasts.meaning(known)))
        self.progress.hide()
        self.model.set_rows(made)
        self._fit_columns()
        self.table.selectRow(0)

    def _fit_columns(self) -> None:
        """Make columns as wide as their longest text; to measure every cell takes too long."""
        header = self.table.horizontalHeader()
        for number in range(self.model.columnCount() - 1):
            cells = [self.model.index(at, number) for at in range(self.model.rowCount())]
            longest = max(cells, key=lambda index: len(index.data()), default=None)
            needed = 0 if longest is None else self.table.sizeHintForIndex(longest).width()
            width = max(needed + theme.GRID, header.sectionSizeHint(number))
            self.table.setColumnWidth(number, width)

    def _arrange(self, name: str) -> None:
        layout = column(self, margin=24, spacing=12)
        layout.addWidget(label(name, "title", self))
        for part in (self.record, self.meaning, self.progress):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        layout.addWidget(wrapped(self._note(), "muted", self))
        bottom = row(spacing=theme.GRID)
        bottom.addStretch(1)
        bottom.addWidget(close_button(self))
        layout.addLayout(bottom)
        self.table.setFocus()

    def _note(self) -> str:
        return tr(
            "Each row knows only what was logged up to its day. The range is for the best set at "
            "its load, from the sessions before, and should hold 8 results in 10. Where no reps "
            "were planned, those of the session before count as planned. What was planned for "
            "later days then is not kept, so a suggestion goes by the log alone."
        )

    def _columns(self) -> list[Column[SessionSaid]]:
        return [
            Column(tr("Date"), lambda made: made.on, self._day),
            Column(tr("Best set"), lambda made: made.best_set or None),
            Column(tr("Forecast reps"), _of_forecast(reps_range)),
            Column(tr("Result"), _of_forecast(result_word)),
            Column(tr("Phase then"), lambda made: _phase(made)),
            Column(tr("Levelled off"), lambda made: made.reading.levelled_off_on, self._day),
            Column(tr("Would have suggested"), self._headline),
        ]

    def _day(self, cell: Cell) -> str:
        return dates.short(cell, self._today) if isinstance(cell, date) else ""

    def _headline(self, made: SessionSaid) -> str | None:
        return None if made.headline is None else suggestion_words.said(made.headline, self._unit)


def _of_forecast(say: Callable[[Forecasted], str]) -> Callable[[SessionSaid], str | None]:
    return lambda made: None if made.forecast is None else say(made.forecast)


def reps_range(made: Forecasted) -> str:
    """Write the repetitions that were forecast: '6–9', or '7'."""
    return f"{made.low}" if made.low == made.high else f"{made.low}–{made.high}"


def result_word(made: Forecasted) -> str:
    """Return whether the result came inside, in words: colour alone would not be read."""
    if made.inside:
        return tr("✓ inside")
    return tr("↑ more") if made.counted > made.high else tr("↓ fewer")


def _phase(made: SessionSaid) -> str:
    look = phases.look(made.reading)
    return f"{look.mark} {look.word}"
