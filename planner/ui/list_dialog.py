"""A dialog that lists things in a table; one of them can be taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView

from planner.ui.counts import count
from planner.ui.dialog_foot import close_button
from planner.ui.dialog_sizes import open_at
from planner.ui.row_menu import RowMenu
from planner.ui.table_model import Cell, Column, TableModel
from planner.ui.tables import keep_ends, plain_table
from planner.ui.widgets import ElidedLabel, button, column, row, wrapped
from planner.ui.writing import writes

MEASURED_ROWS = 100  # for the widths of columns; Qt would measure 1,000, for half a second
Row = TypeVar("Row")


class Listing(NamedTuple, Generic[Row]):
    """What a dialog lists: its words, its columns, of which `wide` is stretched, and its rows."""

    title: str
    about: str
    note: str
    take: str
    columns: Sequence[Column[Row]]
    wide: int
    rows: Sequence[Row]


class ListDialog(QDialog):
    """`wanted` carries the row that was taken."""

    wanted = Signal(object)
    usual_size = QSize(680, 400)

    def build(self, listing: Listing[Row]) -> None:
        """Build the dialog; to be called once."""
        self.setWindowTitle(listing.title)
        open_at(self, self.usual_size)
        layout = column(self, margin=24, spacing=16)
        self.title = ElidedLabel(listing.title, "title", self)
        layout.addWidget(self.title)
        self.model = TableModel(listing.columns, self)
        self.model.set_rows(listing.rows)
        self.table = plain_table(self.model, self)
        self.table.setAccessibleName(listing.about)
        keep_ends(self.table)
        header = self.table.horizontalHeader()
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setSectionResizeMode(listing.wide, QHeaderView.ResizeMode.Stretch)
        layout.addWidget(self.table, 1)
        layout.addWidget(wrapped(listing.note, "muted", self))
        layout.addLayout(self._bottom(listing.take))
        self.take.setEnabled(bool(listing.rows))
        RowMenu(self.table, self.take)
        self.table.selectRow(0)
        (self.table if listing.rows else self.close_it).setFocus()

    def _bottom(self, take: str) -> QHBoxLayout:
        line = row()
        self.take = button(take, parent=self)
        writes(self.take)
        self.take.clicked.connect(self._take)
        line.addWidget(self.take)
        line.addStretch(1)
        self.close_it = close_button(self)
        line.addWidget(self.close_it)
        return line

    def _take(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            made = self.model.row(index.row())
            self.accept()
            self.wanted.emit(made)


def count_text(number: Cell) -> str:
    """Write a number of things in a cell."""
    return count(number) if isinstance(number, int) else "–"
