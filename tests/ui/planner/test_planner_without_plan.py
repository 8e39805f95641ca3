"""A lifter without a plan is shown after one who has a plan: that plan is left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.coach import clients, planning
from planner.engine.terms import (
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import log, plan
from planner.ui.main_window import MainWindow
from planner.ui.mesocycle_pane import MesocyclePane
from planner.ui.side_panes import Side
from planner.ui.top_bar import TabName

MONDAY, TODAY = date(2026, 11, 2), date(2026, 11, 5)


@pytest.fixture
def squatter(lifter: int) -> int:
    """Somebody who squats 100 kg, and has squats planned without a load."""
    for ago in range(1, 6):
        squats = LoggedExercise("back-squat", (LoggedSet(100.0, 5, rir=2.0, load=100.0),) * 3)
        log.add_session(lifter, Session(TODAY - timedelta(days=4 * ago), (squats,), finished=True))
    planned = PlannedExercise("back-squat", (PlannedSet(5, 5, rir=2.0),) * 3)
    weeks = (Microcycle(1, MONDAY, (PlannedSession("Lower", 5, (planned,)),)),)
    plan.add_mesocycle(lifter, Mesocycle("Block", MONDAY, weeks=weeks))
    return lifter


@pytest.fixture
def window(squatter: int, database: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window at the plan of who squats."""
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.start()
    made.show_lifter(squatter)
    made.show_tab(TabName.PLANNER)
    yield made
    made.close()


@pytest.fixture
def bo(window: MainWindow) -> int:
    """Somebody without a plan."""
    return clients.add(Lifter(name="Bo"))


def entry(window: MainWindow, text: str) -> QAction:
    actions = (act for menu in window.menuBar().findChildren(QMenu) for act in menu.actions())
    return next(act for act in actions if act.text() == text)


def open_plan_menu(window: MainWindow) -> QMenu:
    (menu,) = (m for m in window.menuBar().findChildren(QMenu) if m.title() == "&Plan")
    menu.aboutToShow.emit()
    return menu


def loads(lifter: int) -> set[float | None]:
    view = planning.view(lifter, TODAY, TODAY)
    assert view is not None
    return {made.load_kg for made in view.week.sessions[0].exercises[0].sets}


def weeks(lifter: int) -> int:
    view = planning.view(lifter, TODAY, TODAY)
    assert view is not None
    return len(view.weeks)


def test_the_loads_of_who_was_shown_before_are_not_filled(window, squatter, bo):
    fill = entry(window, "&Fill loads")
    open_plan_menu(window)
    assert fill.isEnabled()
    window.show_lifter(bo)
    fill.trigger()
    open_plan_menu(window)
    assert not fill.isEnabled()
    window.tabs.planner().open_loads.fill()
    window.tabs.planner().open_loads.lower()
    assert loads(squatter) == {None}
    assert window.history.next_undo() is None


def test_the_loads_of_who_was_archived_are_not_filled(window, squatter, bo):
    window.lifter_stories.archive()
    assert window.lifter_id() == bo
    open_plan_menu(window)
    assert not entry(window, "&Fill loads").isEnabled()
    window.tabs.planner().open_loads.fill()
    assert loads(squatter) == {None}


def test_nothing_is_filled_where_the_planner_still_has_another_plan_out_of_sight(
    window, squatter, bo
):
    open_plan_menu(window)
    window.show_tab(TabName.LOG)
    window.show_lifter(bo)
    entry(window, "&Fill loads").trigger()
    assert loads(squatter) == {None}


def test_who_is_shown_again_has_their_loads_filled(window, squatter, bo):
    window.show_lifter(bo)
    window.show_lifter(squatter)
    open_plan_menu(window)
    entry(window, "&Fill loads").trigger()
    assert None not in loads(squatter)


@pytest.mark.parametrize("text", ["&Copy to the next week", "Bloc&k calendar…", "&Edit block…"])
def test_the_block_of_who_was_archived_is_out_of_reach_when_nobody_is_left(window, squatter, text):
    window.lifter_stories.archive()
    assert window.lifter is None
    last = window.history.next_undo()
    entry(window, text).trigger()
    open_plan_menu(window).aboutToHide.emit()
    entry(window, text).trigger()
    assert window.history.next_undo() is last
    assert weeks(squatter) == 1
    assert QApplication.activeModalWidget() is None


def blocks_in_sight(window: MainWindow) -> bool:
    return window.tabs.planner().findChild(MesocyclePane).isVisible()


def test_the_pane_put_away_beside_a_plan_does_not_come_back_beside_none(window, squatter, bo):
    window.side_panes.toggle(Side.LEFT)
    window.show_lifter(bo)
    window.side_panes.toggle(Side.LEFT)
    assert not blocks_in_sight(window)
    window.show_lifter(squatter)
    assert blocks_in_sight(window)


def test_a_window_made_wide_beside_no_plan_shows_no_other_block(window, squatter, bo, qtbot):
    window.resize(712, 402)
    qtbot.waitUntil(lambda: not blocks_in_sight(window))
    window.show_lifter(bo)
    window.resize(1280, 720)
    QApplication.processEvents()
    assert not blocks_in_sight(window)
    window.show_lifter(squatter)
    assert blocks_in_sight(window)


def test_keys_of_the_week_do_nothing_beside_no_plan(window, squatter, bo):
    with_plan = window.tabs.planner()._grid
    with_plan.setFocus()
    window.show_lifter(bo)
    for key in (Qt.Key.Key_Insert, Qt.Key.Key_Delete, Qt.Key.Key_R):
        QTest.keyClick(window.windowHandle(), key)
    assert window.history.next_undo() is None
    view = planning.view(squatter, TODAY, TODAY)
    assert view is not None
    assert [made.name for made in view.week.sessions] == ["Lower"]
