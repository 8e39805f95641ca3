"""Another program writes while a line of the plan is half typed: the words stay, or are told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.coach import planning
from planner.ui.main_window import MainWindow
from planner.ui.plan_week import Spot
from planner.ui.rename_field import RenameField
from planner.ui.top_bar import TabName
from tests.ui.planner.half_typed_line import MONDAY, editors, type_sets


@pytest.fixture
def window(lifter: int, other: int, database: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window at a lifter's first lift of Monday, with other sets typed, without Enter."""
    made = MainWindow(database, lambda: MONDAY)
    qtbot.addWidget(made)
    made.show()
    made.start()
    made.show_lifter(lifter)
    type_sets(made, "3x30s")
    yield made
    made.close()


def name_typed(window: MainWindow) -> RenameField:
    """Leave the sets, and type another name for the session of Monday, without Enter."""
    (editor,) = editors(window)
    QTest.keyClick(editor.sets, Qt.Key.Key_Escape)
    window.tabs.planner()._grid.rename()
    (field,) = names(window)
    QTest.keyClicks(field, "Heavy legs")
    return field


def names(window: MainWindow) -> list[RenameField]:
    return [made for made in window.findChildren(RenameField) if made.isVisible()]


def first_name(lifter: int) -> str:
    view = planning.view(lifter, MONDAY, MONDAY)
    assert view is not None
    return min(view.week.sessions, key=lambda made: made.day).name


def elsewhere(database: Path, statement: str) -> None:
    """Write to the file as another program does."""
    with closing(sqlite3.connect(database)) as other:
        other.execute("PRAGMA foreign_keys = ON")
        other.execute(statement)
        other.commit()


def first_sets(lifter: int) -> list[int | None]:
    view = planning.view(lifter, MONDAY, MONDAY)
    assert view is not None
    first = min(view.week.sessions, key=lambda made: made.day).exercises[0]
    return [made.seconds for made in first.sets]


def test_what_is_not_stored_since_the_plan_was_changed_stays_typed(
    window: MainWindow, lifter: int, database: Path
) -> None:
    elsewhere(database, "UPDATE lifter SET coach = 'Bo'")
    (editor,) = editors(window)
    QTest.keyClick(editor.sets, Qt.Key.Key_Return)
    assert "Not done: another program changed your data" in window.status.news.text()
    assert [made.sets.text() for made in editors(window)] == ["3x30s"]
    QTest.keyClick(editor.sets, Qt.Key.Key_Return)
    assert editors(window) == []
    assert first_sets(lifter) == [30, 30, 30]


def test_choosing_another_lifter_stores_it_all_the_same(
    window: MainWindow, lifter: int, other: int, database: Path
) -> None:
    elsewhere(database, "UPDATE lifter SET coach = 'Bo'")
    window.show_lifter(other)
    assert first_sets(lifter) == [30, 30, 30]
    assert "Not saved" not in window.status.news.text()


def test_showing_another_week_stores_it_all_the_same(
    window: MainWindow, lifter: int, database: Path
) -> None:
    elsewhere(database, "UPDATE lifter SET coach = 'Bo'")
    window.tabs.planner()._grid.week_wanted.emit(1)
    assert window.tabs.planner().week_index() == 1
    assert first_sets(lifter) == [30, 30, 30]
    assert "Not" not in window.status.news.text()


def test_what_was_typed_for_a_session_that_is_gone_is_told_before_another_week_is_shown(
    window: MainWindow, database: Path
) -> None:
    elsewhere(database, "DELETE FROM planned_session")
    window.tabs.planner()._grid.week_wanted.emit(1)
    assert editors(window) == []
    assert window.status.news.text() == "Not saved – Back squat, 3x30s"


@pytest.mark.parametrize("tab", TabName)
@pytest.mark.parametrize("what", ["lifter", "mesocycle"])
def test_what_was_typed_for_somebody_or_a_plan_that_is_gone_is_told(
    window: MainWindow, lifter: int, other: int, database: Path, tab: TabName, what: str
) -> None:
    window.show_tab(tab)
    column = "id" if what == "lifter" else "lifter_id"
    elsewhere(database, f"DELETE FROM {what} WHERE {column} = {lifter}")
    window.show_lifter(other)
    assert window.lifter_id() == other
    assert editors(window) == []
    assert window.status.news.text() == "Not saved – Back squat, 3x30s"


def test_the_window_closes_once_it_told_what_went_with_the_only_lifter(
    window: MainWindow, database: Path
) -> None:
    window.show_tab(TabName.LOG)
    elsewhere(database, "DELETE FROM lifter")
    window.close()
    assert window.isVisible()
    assert window.status.news.text() == "Not saved – Back squat, 3x30s"
    window.close()
    assert not window.isVisible()


def test_a_name_that_is_not_stored_since_the_plan_was_changed_stays_typed(
    window: MainWindow, lifter: int, database: Path
) -> None:
    field = name_typed(window)
    elsewhere(database, "UPDATE lifter SET coach = 'Bo'")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Not done: another program changed your data" in window.status.news.text()
    assert [made.text() for made in names(window)] == ["Heavy legs"]
    assert first_name(lifter) == "Lower"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert names(window) == []
    assert first_name(lifter) == "Heavy legs"
    assert window.history.next_undo() is not None


def test_a_name_that_is_not_stored_can_be_left_as_it_was(
    window: MainWindow, lifter: int, database: Path
) -> None:
    field = name_typed(window)
    elsewhere(database, "UPDATE lifter SET coach = 'Bo'")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert names(window) == []
    assert first_name(lifter) == "Lower"
    assert window.history.next_undo() is None


def test_a_name_stays_typed_when_the_keyboard_leaves_it_and_it_is_not_stored(
    window: MainWindow, lifter: int, database: Path
) -> None:
    name_typed(window)
    elsewhere(database, "UPDATE lifter SET coach = 'Bo'")
    window.tabs.planner()._exercises.search.setFocus()
    assert [made.text() for made in names(window)] == ["Heavy legs"]
    grid = window.tabs.planner()._grid
    grid.select(Spot(1))
    assert names(window) == []
    assert first_name(lifter) == "Heavy legs"


def test_a_name_that_could_not_be_stored_is_stored_before_another_tab_is_shown(
    window: MainWindow, lifter: int, database: Path
) -> None:
    name_typed(window)
    elsewhere(database, "UPDATE lifter SET coach = 'Bo'")
    grid = window.tabs.planner()._grid
    here = grid.spot
    assert not grid.select(Spot(1))
    assert grid.spot == here
    window.show_tab(TabName.LOG)
    window.show_tab(TabName.PLANNER)
    assert first_name(lifter) == "Heavy legs"
    assert grid.select(Spot(1))
    assert names(window) == []


def test_a_name_that_is_told_as_not_stored_is_not_stored_by_being_closed(
    window: MainWindow, lifter: int, database: Path
) -> None:
    name_typed(window)
    elsewhere(database, "UPDATE lifter SET coach = 'Bo'")
    assert window.tabs.planner().finish_edit(None) == "Heavy legs"
    assert names(window) == []
    assert first_name(lifter) == "Lower"


def test_a_name_is_stored_before_another_lifter_is_shown(
    window: MainWindow, lifter: int, other: int, database: Path
) -> None:
    name_typed(window)
    elsewhere(database, "UPDATE lifter SET coach = 'Bo'")
    window.show_lifter(other)
    assert first_name(lifter) == "Heavy legs"
    assert "Not saved" not in window.status.news.text()


def test_a_name_typed_for_a_session_that_is_gone_is_told_before_another_week_is_shown(
    window: MainWindow, database: Path
) -> None:
    name_typed(window)
    elsewhere(database, "DELETE FROM planned_session")
    window.tabs.planner()._grid.week_wanted.emit(1)
    assert names(window) == []
    assert window.status.news.text() == "Not saved – Heavy legs"


def test_a_name_that_another_program_gave_already_is_no_edit(
    window: MainWindow, lifter: int, database: Path
) -> None:
    field = name_typed(window)
    elsewhere(database, "UPDATE planned_session SET name = 'Heavy legs'")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert names(window) == [field]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert names(window) == []
    assert window.history.next_undo() is None
