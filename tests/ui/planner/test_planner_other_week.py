"""Showing another week in the middle of an edit: what is half typed is stored, or told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from planner.coach import blocks, planning
from planner.engine.terms import PlannedSession
from planner.ui.block_calendar import BlockCalendar
from planner.ui.main_window import MainWindow
from planner.ui.mesocycle_pane import WeekButton
from planner.ui.top_bar import TabName
from tests.ui.planner.half_typed_line import MONDAY, editors, type_sets

SECOND, LATER = MONDAY + timedelta(weeks=1), MONDAY + timedelta(weeks=4)


@pytest.fixture
def window(block: int, database: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(database, lambda: MONDAY)
    qtbot.addWidget(made)
    made.show()
    made.start()
    yield made
    made.close()


def sessions(window: MainWindow, on: date = MONDAY) -> list[PlannedSession]:
    view = planning.view(window.lifter_id(), on, MONDAY)
    assert view is not None
    return sorted(view.week.sessions, key=lambda made: made.day)


def first_sets(window: MainWindow, on: date = MONDAY) -> list[int | None]:
    """Return the seconds of the first lift of the week, set by set."""
    return [made.seconds for made in sessions(window, on)[0].exercises[0].sets]


def click_the_arrow(window: MainWindow) -> None:
    buttons = window.tabs.planner().findChildren(QAbstractButton)
    next(made for made in buttons if made.accessibleName() == "Week after").click()


def click_the_week(window: MainWindow) -> None:
    window.tabs.planner().findChildren(WeekButton)[1].click()


def choose_it_in_the_calendar(window: MainWindow) -> None:
    window.tabs.planner().stories.show_calendar()
    (calendar,) = window.findChildren(BlockCalendar)
    calendar.week_chosen.emit(calendar.model.row(1).summary.id)
    calendar.close()


WAYS = (click_the_arrow, click_the_week, choose_it_in_the_calendar)


@pytest.mark.parametrize("go", WAYS)
def test_a_half_typed_prescription_is_stored_and_can_be_undone(
    window: MainWindow, go: Callable[[MainWindow], None]
) -> None:
    type_sets(window, "3x30s")
    go(window)
    assert window.tabs.planner().week_of() == SECOND
    assert editors(window) == []
    assert first_sets(window) == [30, 30, 30]
    window.history.undo()
    assert first_sets(window) == [None] * 4


@pytest.mark.parametrize("go", WAYS)
def test_what_cannot_be_read_is_told_in_the_status_bar(
    window: MainWindow, go: Callable[[MainWindow], None]
) -> None:
    type_sets(window, "three of five")
    go(window)
    assert window.tabs.planner().week_of() == SECOND
    assert editors(window) == []
    assert first_sets(window) == [None] * 4
    said = window.status.news.text()
    assert said.startswith("Not saved – Back squat, three of five: ")
    assert window.status.news.property("role") == "warn"


def test_another_week_without_an_edit_says_nothing(window: MainWindow) -> None:
    click_the_arrow(window)
    assert window.history.next_undo() is None
    assert "Not saved" not in window.status.news.text()


def start_later(window: MainWindow) -> None:
    write = partial(blocks.new_mesocycle, window.lifter_id(), "Next", LATER, 1)
    window.act("Start a block", write)


@pytest.mark.parametrize("tab", [TabName.PLANNER, TabName.LOG])
def test_starting_a_block_stores_what_is_half_typed_in_the_one_shown(
    window: MainWindow, tab: TabName
) -> None:
    type_sets(window, "3x30s")
    window.show_tab(tab)
    start_later(window)
    window.show_tab(TabName.PLANNER)
    assert window.tabs.planner().week_of() == LATER
    assert editors(window) == []
    assert first_sets(window) == [30, 30, 30]
    stack = window.history.stack
    actions = [stack.command(number) for number in range(stack.count())]
    assert [made.text() for made in actions] == ["Start a block", "Change Back squat"]
    assert {made.lifter.id for made in actions} == {window.lifter_id()}


@pytest.mark.parametrize("tab", [TabName.PLANNER, TabName.LOG])
def test_starting_a_block_tells_what_cannot_be_read_in_the_one_shown(
    window: MainWindow, tab: TabName
) -> None:
    type_sets(window, "three of five")
    window.show_tab(tab)
    start_later(window)
    window.show_tab(TabName.PLANNER)
    assert window.tabs.planner().week_of() == LATER
    assert "three of five" in window.status.news.text()


def test_a_week_copied_to_the_next_holds_what_was_half_typed(window: MainWindow) -> None:
    type_sets(window, "3x30s")
    stories = window.tabs.planner().weeks
    stories.copy(stories.shown)
    assert window.tabs.planner().week_of() == SECOND
    assert first_sets(window, SECOND) == first_sets(window) == [30, 30, 30]


def test_a_week_that_is_deleted_comes_back_with_what_was_half_typed(window: MainWindow) -> None:
    type_sets(window, "3x30s")
    week = window.tabs.planner().findChildren(WeekButton)[0].week
    menu = window.tabs.planner().weeks.menu(week, window)
    next(each for each in menu.actions() if each.text() == "De&lete").trigger()
    assert editors(window) == []
    window.history.undo()
    assert first_sets(window) == [30, 30, 30]


def test_a_block_that_is_deleted_comes_back_with_what_was_half_typed(window: MainWindow) -> None:
    (block,) = planning.mesocycles(window.lifter_id())
    type_sets(window, "3x30s")
    window.tabs.planner().stories.delete(block)
    assert planning.mesocycles(window.lifter_id()) == []
    window.history.undo()
    assert first_sets(window) == [30, 30, 30]


def test_deleting_a_block_tells_what_cannot_be_read_in_it(window: MainWindow) -> None:
    (block,) = planning.mesocycles(window.lifter_id())
    type_sets(window, "three of five")
    window.tabs.planner().stories.delete(block)
    assert "Not saved – " in window.status.news.text()
    assert "three of five" in window.status.news.text()
