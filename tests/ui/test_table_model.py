"""The table model that stands behind every list of values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from planner.ui.table_model import Cell, Column, TableModel


@dataclass(frozen=True)
class Lift:
    name: str
    kg: float | None


COLUMNS = (
    Column[Lift]("Lift", lambda row: row.name),
    Column[Lift]("kg", lambda row: row.kg, lambda value: f"{value:.1f}", numeric=True),
)
ROWS = (Lift("squat", 100.0), Lift("Bench", 82.5), Lift("plank", None))


@pytest.fixture
def model(qapp):
    made = TableModel[Lift](COLUMNS, qapp)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_rows(ROWS)
    return made


def texts(model, column):
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_every_cell_shows_the_text_of_its_column_and_a_dash_for_what_is_unknown(model):
    assert texts(model, 0) == ["squat", "Bench", "plank"]
    assert texts(model, 1) == ["100.0", "82.5", "–"]


def test_numbers_stand_right_with_their_title(model):
    right = int(Qt.AlignmentFlag.AlignRight)
    role = Qt.ItemDataRole.TextAlignmentRole
    assert int(model.index(0, 1).data(role)) & right
    assert int(model.headerData(1, Qt.Orientation.Horizontal, role)) & right
    assert not int(model.index(0, 0).data(role)) & right


def test_words_sort_without_regard_to_capitals_and_numbers_by_size(model):
    model.sort(0)
    assert texts(model, 0) == ["Bench", "plank", "squat"]
    model.sort(1)
    assert texts(model, 1) == ["82.5", "100.0", "–"]


def test_the_unknown_stays_last_when_the_largest_comes_first(model):
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert texts(model, 1) == ["100.0", "82.5", "–"]


def test_a_column_of_numbers_days_and_words_sorts_each_among_themselves():
    mixed: list[Cell] = ["18:30", 3, date(2026, 11, 5), 2.5, "9:00", date(2026, 10, 5)]
    table = TableModel([Column[Cell]("Value", lambda row: row)])
    table.set_rows(mixed)
    table.sort(0)
    assert [row for (row,) in table.values()] == [
        2.5, 3, date(2026, 10, 5), date(2026, 11, 5), "18:30", "9:00",
    ]  # fmt: skip


def test_a_selected_row_stays_selected_when_the_table_is_sorted(model):
    selected = QPersistentModelIndex(model.index(0, 0))
    model.sort(0)
    assert selected.row() == 2
    assert selected.data() == "squat"


def test_other_columns_show_the_same_rows(model):
    model.set_columns(COLUMNS[:1])
    assert model.columnCount() == 1
    assert model.titles() == ["Lift"]
    assert model.values() == [["squat"], ["Bench"], ["plank"]]
    assert model.row(1) == ROWS[1]


def test_a_table_without_columns_yet_says_nothing_of_its_rows(model):
    model.set_columns(())
    assert model.texts() == [[], [], []]


def test_cells_outside_the_table_are_empty(model):
    assert model.data(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(7, Qt.Orientation.Horizontal) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


def test_sorting_by_a_column_that_is_not_there_changes_nothing(model):
    model.sort(-1)
    assert texts(model, 0) == ["squat", "Bench", "plank"]
