"""What was imported into a lifter's log, each to be taken back as one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QWidget

from planner.coach.importing import ImportRecord
from planner.ui import dates
from planner.ui.counts import count
from planner.ui.table_model import Cell, Column, TableModel
from planner.ui.tables import plain_table
from planner.ui.widgets import ElidedLabel, button, column, row, wrapped


class ImportsDialog(QDialog):
    """`take_back_wanted` carries the import to take back."""

    take_back_wanted = Signal(object)

    def __init__(
        self, parent: QWidget, name: str, records: Sequence[ImportRecord], today: date
    ) -> None:
        super().__init__(parent)
        self._today = today
        title = self.tr("Imports of {lifter}").format(lifter=name)
        self.setWindowTitle(title)
        self.resize(680, 400)
        layout = column(self, margin=24, spacing=16)
        self.title = ElidedLabel(title, "title", self)
        layout.addWidget(self.title)
        self.model = TableModel(self._columns(), self)
        self.model.set_rows(records)
        self.table = plain_table(self.model, self)
        self.table.setAccessibleName(self.tr("Imports, newest first"))
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        layout.addWidget(self.table, 1)
        layout.addWidget(wrapped(self._note(bool(records)), "muted", self))
        layout.addLayout(self._bottom(bool(records)))
        self.table.selectRow(0)

    def _columns(self) -> list[Column[ImportRecord]]:
        return [
            Column(self.tr("File"), lambda record: record.file_name),
            Column(self.tr("From"), lambda record: record.format),
            Column(self.tr("On"), lambda record: record.imported_on, self._day),
            Column(self.tr("Sessions"), lambda record: record.sessions, _count, numeric=True),
            Column(self.tr("Sets"), lambda record: record.sets, _count, numeric=True),
        ]

    def _day(self, day: Cell) -> str:
        return dates.short(day, self._today) if isinstance(day, date) else "–"

    def _note(self, any_there: bool) -> str:
        if not any_there:
            return self.tr("Nothing was imported into this log yet.")
        return self.tr("Sessions that you edited since are kept, and named.")

    def _bottom(self, any_there: bool) -> QHBoxLayout:
        line = row()
        self.take_back = button(self.tr("&Take back this import"), parent=self)
        self.take_back.setEnabled(any_there)
        self.take_back.clicked.connect(self._take)
        close = button(self.tr("&Close"), "primary", self)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        line.addWidget(self.take_back)
        line.addStretch(1)
        line.addWidget(close)
        return line

    def _take(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            record = self.model.row(index.row())
            self.accept()
            self.take_back_wanted.emit(record)


def _count(number: Cell) -> str:
    return count(number) if isinstance(number, int) else "–"
