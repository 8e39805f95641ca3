"""One table model for every list of values: made of columns, sorted here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QIcon

from planner.language import collated, decimal_sign

Row = TypeVar("Row")
Cell = str | float | int | date | None
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WORD = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _text(value: Cell) -> str:
    """Write a value as it is, a number with the reader's decimal sign."""
    return str(value).replace(".", decimal_sign()) if isinstance(value, float) else str(value)


def _no_mark(_value: Cell) -> QIcon | None:
    return None


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A named column: `value` is sorted and exported, `text` is shown; None is shown as '–'.

    `mark` is drawn before the text, where there is one.
    """

    title: str
    value: Callable[[Row], Cell]
    text: Callable[[Cell], str] = _text
    numeric: bool = False
    mark: Callable[[Cell], QIcon | None] = _no_mark


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows of one kind under named columns; each row is any value the columns can read."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, in the order given."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def replace_row(self, index: int, row: Row) -> None:
        """Show another value in a row, wherever that would be sorted."""
        self._rows[index] = row
        self.dataChanged.emit(self.index(index, 0), self.index(index, len(self._columns) - 1))

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Show the rows under other columns, as when the lifter's unit changes."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def row(self, index: int) -> Row:
        """Return the value behind a row; IndexError when there is none."""
        return self._rows[index]

    def titles(self) -> list[str]:
        """Return the columns' titles."""
        return [column.title for column in self._columns]

    def values(self) -> list[list[Cell]]:
        """Return what the columns hold, row by row, as it is shown now."""
        return [[column.value(row) for column in self._columns] for row in self._rows]

    def texts(self) -> list[list[str]]:
        """Return what is read in the cells, row by row; '' where nothing is known."""
        return [
            ["" if value is None else column.text(value) for column, value in cells]
            for cells in (zip(self._columns, row, strict=True) for row in self.values())
        ]

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, or how it is aligned."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            value = column.value(self._rows[index.row()])
            return "–" if value is None else column.text(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NUMBER if column.numeric else _WORD
        if role == Qt.ItemDataRole.DecorationRole:
            return column.mark(column.value(self._rows[index.row()]))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's title, or how it is aligned; rows have no header."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NUMBER if self._columns[section].numeric else _WORD
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column's values; unknown values come last in either order."""
        if not 0 <= column < len(self._columns):
            return
        value = self._columns[column].value
        before = self._rows
        known = [row for row in before if value(row) is not None]
        known.sort(key=lambda row: _key(value(row)), reverse=order is Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        self._rows = known + [row for row in before if value(row) is None]
        self._follow(before)
        self.layoutChanged.emit()

    def _follow(self, before: list[Row]) -> None:
        """Keep selection and current cell on the row they were on."""
        places = {id(row): place for place, row in enumerate(self._rows)}
        old = self.persistentIndexList()
        new = [self.index(places[id(before[index.row()])], index.column()) for index in old]
        self.changePersistentIndexList(old, new)


def _key(value: Cell) -> tuple[int, Any]:
    """Return what a value is sorted by: numbers, then days, then words, where they are mixed."""
    if isinstance(value, str):
        return 2, collated(value)
    return int(isinstance(value, date)), value
