"""Sort a table by each of its columns, as a click on their titles does."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from planner.ui.table_model import TableModel


def sort_by_all(model: TableModel[Any]) -> None:
    """Sort by every column, up and down; no row may get lost, and unknown values come last."""
    rows = sorted(map(str, model.values()))
    for column in range(model.columnCount()):
        for order in Qt.SortOrder:
            model.sort(column, order)
            assert sorted(map(str, model.values())) == rows
            unknown = [row[column] is None for row in model.values()]
            assert unknown == sorted(unknown), model.titles()[column]
