"""Train on other days: choose them above, see below what becomes of muscles and sessions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QWidget

from planner.coach.training_days import OtherDays
from planner.engine.terms import Microcycle
from planner.language import tr
from planner.ui import dates, days_words, widgets
from planner.ui.dialog_sizes import open_at
from planner.ui.flow_layout import FlowLayout
from planner.ui.table_model import Column, TableModel
from planner.ui.wrapping_table import WrappingTable

USUAL_SIZE = QSize(900, 640)
LEAST_MINUTES, MOST_MINUTES = 20, 240
Row = TypeVar("Row")
Preview = Callable[[Sequence[int], int | None, date], OtherDays]


class DaysDialog(QDialog):
    """`days()` and `most_minutes()` hold what was chosen; `preview` shows what they make."""

    def __init__(
        self,
        parent: QWidget,
        week: Microcycle,
        days: Sequence[int],
        preview: Preview,
        today: date,
    ) -> None:
        super().__init__(parent)
        self._week, self._preview, self._today = week, preview, today
        self.setWindowTitle(tr("Train on other days"))
        layout = widgets.column(self, margin=24, spacing=12)
        headline = tr("From week {number} on, train on").format(number=week.number)
        layout.addWidget(widgets.label(headline, "title", self))
        self.boxes = self._day_boxes(days)
        self.minutes = QLineEdit(self)
        self.minutes.setValidator(QIntValidator(LEAST_MINUTES, MOST_MINUTES, self.minutes))
        self.minutes.setPlaceholderText(tr("any"))
        layout.addWidget(self._days_row())
        layout.addLayout(self._minutes_row())
        tables = widgets.row(spacing=16)
        self.sessions, sessions = self._table(days_words.session_columns(week), tr("Sessions"))
        self.muscles, muscles = self._table(days_words.muscle_columns(), tr("Hard sets per muscle"))
        tables.addWidget(sessions, 3)
        tables.addWidget(muscles, 2)
        layout.addLayout(tables, 1)
        self.says = widgets.wrapped("", "", self)
        layout.addWidget(self.says)
        layout.addLayout(self._buttons())
        open_at(self, USUAL_SIZE)
        self.minutes.textChanged.connect(self._show)
        self._show()

    def _day_boxes(self, days: Sequence[int]) -> list[QCheckBox]:
        made = []
        for number in range(self._week.days):
            on = self._week.starts_on + timedelta(days=number)
            box = QCheckBox(days_words.day(self._week, number), self)
            day = dates.weekday_in_full(on.isoweekday())
            box.setAccessibleName(day if self._week.days == 7 else box.text())
            box.setChecked(number in days)
            box.toggled.connect(self._show)
            made.append(box)
        return made

    def _days_row(self) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, 16)
        for box in self.boxes:
            flow.addWidget(box)
        return row

    def _minutes_row(self) -> QHBoxLayout:
        line = widgets.row()
        name = widgets.label(tr("&Minutes a session, at most"), "", self)
        name.setBuddy(self.minutes)
        self.minutes.setFixedWidth(80)
        line.addWidget(name)
        line.addWidget(self.minutes)
        self.before = widgets.label("", "muted", self)
        line.addWidget(self.before)
        line.addStretch(1)
        return line

    def _table(
        self, columns: Sequence[Column[Row]], name: str
    ) -> tuple[TableModel[Row], WrappingTable]:
        model = TableModel(columns, self)
        table = WrappingTable(model, self)
        table.setProperty("role", "card")
        table.setAccessibleName(name)
        return model, table

    def _buttons(self) -> QHBoxLayout:
        line = widgets.row()
        cancel = widgets.button(tr("Cance&l"), "", self)
        cancel.clicked.connect(self.reject)
        self.change = widgets.button(tr("&Change the days"), "primary", self)
        self.change.setDefault(True)
        self.change.clicked.connect(self.accept)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self.change)
        return line

    def days(self) -> tuple[int, ...]:
        """Return the days chosen, counted from the week's first, 0-based."""
        return tuple(number for number, box in enumerate(self.boxes) if box.isChecked())

    def most_minutes(self) -> int | None:
        """Return how long a session may take; None when nothing that serves is typed."""
        return int(self.minutes.text()) if self.minutes.hasAcceptableInput() else None

    def _show(self) -> None:
        days, most = self.days(), self.most_minutes()
        made = self._preview(days, most, self._today) if days else None
        first = made.first if made is not None else None
        self.sessions.set_rows(days_words.sessions(made))
        self.muscles.set_rows(first.muscles if first is not None else [])
        self.change.setEnabled(made is not None and bool(made.weeks))
        if made is not None:
            self.before.setText(days_words.before(made))
        self.says.setText(days_words.said(made, most))
