"""Deleted sessions, each to be put back into its lifter's log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QWidget

from planner.coach.trash import KEPT_DAYS, TrashedSession
from planner.ui import log_words
from planner.ui.counts import count
from planner.ui.session_header import session_name
from planner.ui.table_model import Cell, Column, TableModel
from planner.ui.tables import plain_table
from planner.ui.widgets import button, column, label, row, wrapped


class TrashDialog(QDialog):
    """`restore_wanted` carries the session to put back."""

    restore_wanted = Signal(object)

    def __init__(self, parent: QWidget, deleted: Sequence[TrashedSession], today: date) -> None:
        super().__init__(parent)
        self._today = today
        self.setWindowTitle(self.tr("Deleted sessions"))
        self.resize(680, 400)
        layout = column(self, margin=24, spacing=16)
        layout.addWidget(label(self.tr("Deleted sessions"), "title", self))
        self.model = TableModel(self._columns(), self)
        self.model.set_rows(deleted)
        self.table = plain_table(self.model, self)
        self.table.setAccessibleName(self.tr("Deleted sessions, the last one first"))
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        layout.addWidget(self.table, 1)
        layout.addWidget(wrapped(self._note(bool(deleted)), "muted", self))
        layout.addLayout(self._bottom(bool(deleted)))
        self.table.selectRow(0)

    def _columns(self) -> list[Column[TrashedSession]]:
        return [
            Column(self.tr("Day"), lambda made: made.on, self._day),
            Column(self.tr("Session"), lambda made: session_name(made.name)),
            Column(self.tr("Sets"), lambda made: made.sets, _count, numeric=True),
            Column(self.tr("Lifter"), lambda made: made.lifter),
            Column(self.tr("Deleted"), lambda made: made.deleted_on, self._day),
        ]

    def _day(self, day: Cell) -> str:
        return log_words.day(day, self._today) if isinstance(day, date) else "–"

    def _note(self, any_there: bool) -> str:
        if not any_there:
            text = self.tr("Nothing here. A session that you delete can be put back for {0} days.")
        else:
            text = self.tr("Kept for {0} days after deletion, then removed for good.")
        return text.format(KEPT_DAYS)

    def _bottom(self, any_there: bool) -> QHBoxLayout:
        line = row()
        self.restore = button(self.tr("&Restore this session"), parent=self)
        self.restore.setEnabled(any_there)
        self.restore.clicked.connect(self._take)
        close = button(self.tr("&Close"), "primary", self)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        line.addWidget(self.restore)
        line.addStretch(1)
        line.addWidget(close)
        return line

    def _take(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            made = self.model.row(index.row())
            self.accept()
            self.restore_wanted.emit(made)


def _count(number: Cell) -> str:
    return count(number) if isinstance(number, int) else "–"
