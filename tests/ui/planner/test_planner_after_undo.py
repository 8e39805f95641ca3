"""The planner when what it shows is taken back or deleted."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import blocks, trash
from planner.engine.terms import (
    Lifter,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import plan
from planner.ui.main_window import MainWindow
from planner.ui.prescription_editor import PrescriptionEditor
from planner.ui.program_dialog import ProgramDialog
from planner.ui.rename_field import RenameField
from planner.ui.top_bar import TabName

MONDAY = date(2026, 11, 2)


@pytest.mark.parametrize("where", ["list", "grid"])
def test_enter_after_the_block_is_undone_starts_a_program_and_adds_nothing(
    window: MainWindow, qtbot: QtBot, where: str
) -> None:
    window.show_tab(TabName.PLANNER)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.act("Start", partial(blocks.new_mesocycle, window.lifter_id(), "Block", MONDAY, 2))
    planner = window.tabs.planner()
    (planner._exercises.list if where == "list" else planner._grid).setFocus()
    window.history.undo()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert len(window.findChildren(ProgramDialog)) == 1
    assert window.history.next_undo() is None


def test_a_session_that_is_undone_while_it_is_named_is_gone(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_tab(TabName.PLANNER)
    window.show()
    window.act("Start", partial(blocks.new_mesocycle, window.lifter_id(), "Block", MONDAY, 2))
    with qtbot.waitActive(window):
        window.activateWindow()
    grid = window.tabs.planner()._grid
    grid.add_session()
    (field,) = grid.findChildren(RenameField)
    QTest.keyClicks(field, "Legs")
    window.history.undo()
    assert not any(day.cards for day in grid.week.days)
    assert window.history.next_redo() is not None


def name_a_session(window: MainWindow) -> RenameField:
    """Start a block, add a session, type its name, and turn to the charts."""
    window.show_tab(TabName.PLANNER)
    window.show()
    window.act("Start", partial(blocks.new_mesocycle, window.lifter_id(), "Block", MONDAY, 2))
    grid = window.tabs.planner()._grid
    grid.add_session()
    (field,) = grid.findChildren(RenameField)
    field.setText("Legs")
    window.show_tab(TabName.CHARTS)
    return field


def test_a_session_undone_beside_the_planner_while_it_is_named_is_gone(window: MainWindow) -> None:
    field = name_a_session(window)
    window.history.stack.setIndex(1)
    assert window.tabs.finish_edits() == ""
    assert not field.isVisible()
    assert window.history.stack.index() == 1


def test_a_lifter_who_is_undone_while_a_session_is_named_takes_the_name_along(
    window: MainWindow,
) -> None:
    window.lifter_stories.add(Lifter(name="Bea"))
    name_a_session(window)
    window.history.stack.setIndex(0)
    window.refresh()
    assert window.tabs.finish_edits() == ""
    assert window.history.stack.index() == 0


def test_what_is_half_typed_in_a_block_that_is_undone_is_not_put_over_the_next_one(
    window: MainWindow,
) -> None:
    def start(slug: str) -> None:
        day = PlannedSession("Lower", 0, (PlannedExercise(slug, (PlannedSet(5, 5),)),))
        block = Mesocycle("Block", MONDAY, weeks=(Microcycle(1, MONDAY, (day,)),))
        window.act("Start", partial(plan.add_mesocycle, window.lifter_id(), block))

    window.show_tab(TabName.PLANNER)
    window.show()
    start("back-squat")
    grid = window.tabs.planner()._grid
    grid.select(grid.week.spots(0)[1])
    grid.edit()
    (field,) = grid.findChildren(PrescriptionEditor)
    QTest.keyClicks(field.sets, "3x3 @ 140")
    window.show_tab(TabName.LOG)
    window.history.undo()
    start("barbell-row")
    window.show_tab(TabName.PLANNER)
    assert [card.lines[0].exercise.slug for card in grid.week.days[0].cards] == ["barbell-row"]
    assert not field.isVisible()


def test_the_question_for_a_day_goes_with_the_session_that_it_is_about(planner) -> None:
    planner.select(0)
    planner.grid.start()
    assert planner.tab.ask.isVisible()
    planner.select(0)
    planner.choose("Delete")
    assert planner.tab.ask.isHidden()


def test_the_question_for_a_day_stays_when_something_else_changes(planner) -> None:
    planner.select(0)
    planner.grid.start()
    planner.refresh()
    assert planner.tab.ask.isVisible()


def test_advice_that_follows_an_edit_is_given_to_nobody_who_is_gone_by_then(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_tab(TabName.PLANNER)
    window.show()
    window.act("Start", partial(blocks.new_mesocycle, window.lifter_id(), "Block", MONDAY, 2))
    soon = window.tabs.planner()._advising._soon
    assert soon.isActive()
    trash.delete_lifter(window.lifter_id())
    qtbot.waitUntil(lambda: not soon.isActive())
