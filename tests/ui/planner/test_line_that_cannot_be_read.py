"""While a line of the plan cannot be read nothing else is selected: its words stay over it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import planning
from planner.ui.main_window import MainWindow
from planner.ui.plan_week import Spot
from planner.ui.prescription_editor import PrescriptionEditor
from planner.ui.week_grid import WeekGrid
from tests.ui.planner.half_typed_line import MONDAY, type_sets


@pytest.fixture
def window(block: int, database: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on a lifter's plan, with words typed that are no sets."""
    made = MainWindow(database, lambda: MONDAY)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.start()
    type_sets(made, "three of five")
    yield made
    made.close()


@pytest.fixture
def grid(window: MainWindow) -> WeekGrid:
    return window.tabs.planner()._grid


@contextmanager
def nothing_else_selected(grid: WeekGrid) -> Iterator[None]:
    """Whatever is done within, the words and the selection stay where they are."""
    field, before = grid.editor.field, grid.spot
    yield
    assert isinstance(field, PrescriptionEditor)
    assert grid.editor.field is field
    assert field.isVisible()
    assert field.sets.text() == "three of five"
    assert grid.spot == before


def test_a_click_elsewhere_selects_nothing(grid: WeekGrid) -> None:
    with nothing_else_selected(grid):
        grid._hands.pressed.emit(Spot(1), Qt.KeyboardModifier.NoModifier)
        grid._hands.released.emit(Spot(1))


def test_no_menu_opens_for_another_row(grid: WeekGrid) -> None:
    with nothing_else_selected(grid):
        grid._hands.menu_wanted.emit(Spot(1), QPoint(0, 0))
        assert QApplication.activePopupWidget() is None


def test_no_session_is_added_to_another_day(window: MainWindow, grid: WeekGrid) -> None:
    before = planning.view(window.lifter_id(), MONDAY, MONDAY)
    with nothing_else_selected(grid):
        grid._hands.add_wanted.emit(1)
    assert planning.view(window.lifter_id(), MONDAY, MONDAY) == before


def test_no_second_field_opens(grid: WeekGrid) -> None:
    with nothing_else_selected(grid):
        grid.edit()
        grid.rename()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_key_after_a_click_elsewhere_deletes_no_row(
    window: MainWindow, grid: WeekGrid, key: Qt.Key
) -> None:
    before = planning.view(window.lifter_id(), MONDAY, MONDAY)
    other = grid.week.days[3].cards[0]
    row = grid.canvas.spot_widget(Spot(3, other.id, other.lines[0].id))
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.keyClick(QApplication.focusWidget(), key)
    assert planning.view(window.lifter_id(), MONDAY, MONDAY) == before
    assert grid.editor.field is not None
    assert grid.editor.field.isAncestorOf(QApplication.focusWidget())


def test_the_field_goes_with_its_row(grid: WeekGrid) -> None:
    grid.menu._delete.trigger()
    assert grid.editor.field is None


def test_a_key_after_a_click_on_the_field_itself_deletes_no_row(
    window: MainWindow, grid: WeekGrid
) -> None:
    before = planning.view(window.lifter_id(), MONDAY, MONDAY)
    assert grid.editor.field is not None
    QTest.mouseClick(grid.editor.field, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert planning.view(window.lifter_id(), MONDAY, MONDAY) == before
    assert grid.editor.field is not None
