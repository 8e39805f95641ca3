"""Start a program for several lifters and copy a week to them, from the window."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressDialog
from pytestqt.qtbot import QtBot

from planner.coach import clients
from planner.coach.assigning import Assignment
from planner.engine.terms import (
    Equipment,
    Lifter,
    Limit,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import plan
from planner.ui import assign_stories, clients_stories
from planner.ui.assign_dialog import AssignDialog, Words
from planner.ui.copy_week_dialog import CopyWeekDialog
from planner.ui.main_window import MainWindow
from planner.ui.program_dialog import ProgramDialog

SETS = (PlannedSet(5, 5, rir=2.0, load_kg=80.0, load=80.0),)


@pytest.fixture
def many(window: MainWindow) -> list[int]:
    """Ann, Ben and Cem beside Sam."""
    return [clients.add(Lifter(name=name)) for name in ("Ann", "Ben", "Cem")]


@pytest.fixture
def preview(window: MainWindow, qtbot: QtBot) -> Iterator[Callable[[], AssignDialog]]:
    """Return a function that waits for the preview that is open."""

    def ready() -> AssignDialog:
        dialog = window.findChildren(AssignDialog)[-1]
        qtbot.waitUntil(dialog.give.isEnabled)
        return dialog

    yield ready
    for dialog in window.findChildren(AssignDialog):
        dialog.close()


def cells(dialog: AssignDialog) -> list[list[str]]:
    """Return what the preview shows, row by row."""
    model = dialog.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def blocks(who: int) -> list[str]:
    """Return the names of a lifter's blocks."""
    return [each.name for each in plan.mesocycles(who)]


def test_a_program_is_started_for_those_marked_in_one_step(
    window: MainWindow, many: list[int], preview: Callable[[], AssignDialog]
) -> None:
    everybody = clients_stories.show(window)
    everybody.table.mark({many[0], many[1], many[2]})
    everybody.program.click()
    (program,) = everybody.findChildren(ProgramDialog)
    assert program.windowTitle() == "Start a program for 3 lifters"
    program.accept()
    look = preview()
    assert [row[0] for row in cells(look)] == ["Ann", "Ben", "Cem"]
    assert {row[2] for row in cells(look)} == {"open: nothing logged yet"}
    look.table.selectRow(1)
    look.table.setFocus()
    QTest.keyClick(look.table, Qt.Key.Key_Delete)
    assert look.give.text() == "&Start for 2 lifters"
    QTest.keyClick(look, Qt.Key.Key_Return)
    assert [len(blocks(who)) for who in many] == [1, 0, 1]
    window.history.undo()
    assert [len(blocks(who)) for who in many] == [0, 0, 0]
    everybody.close()


@pytest.fixture
def week(lifter: int, today: date, window: MainWindow) -> int:
    """Sam's week with a squat, shown in the planner; its id."""
    monday = today - timedelta(days=today.weekday())
    session = PlannedSession("A", 0, (PlannedExercise("back-squat", SETS),))
    made = (Microcycle(1, monday, (session,)),)
    block = plan.mesocycle(plan.add_mesocycle(lifter, Mesocycle("Strong", monday, made)))
    window.show_lifter(lifter)
    return block.weeks[0].id or 0


def test_the_week_shown_is_copied_to_those_found_and_checked(
    window: MainWindow,
    many: list[int],
    week: int,
    preview: Callable[[], AssignDialog],
) -> None:
    menu = window.tabs.planner().actions_bar()[0].menu()
    menu.aboutToShow.emit()
    (entry,) = [each for each in menu.actions() if each.text() == "To &other lifters…"]
    entry.trigger()
    chooser = window.findChildren(CopyWeekDialog)[-1]
    assert not chooser.go_on.isEnabled()
    QTest.keyClicks(chooser.search, "e")
    chooser.all.click()
    assert [each.name for each in chooser.lifters()] == ["Ben", "Cem"]
    chooser.search.setText("ann")
    chooser.list.setCurrentItem(chooser.list.topLevelItem(0))
    QTest.keyClick(chooser.list, Qt.Key.Key_Space)
    assert len(chooser.lifters()) == 3
    QTest.keyClick(chooser.list, Qt.Key.Key_Space)
    chooser.instead.click()
    chooser.accept()
    look = preview()
    assert cells(look)[0][:3] == ["Ben", "no block then; one is made", "open: nothing logged yet"]
    look.accept()
    assert [blocks(who) for who in many] == [[], ["Strong"], ["Strong"]]
    assert window.history.stack.undoText().endswith("to 2 lifters")


def test_cancelling_half_way_changes_nothing_and_says_so(
    window: MainWindow,
    many: list[int],
    week: int,
    preview: Callable[[], AssignDialog],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chooser = assign_stories.copy_week(window, week)
    chooser.all.click()
    chooser.accept()
    look = preview()

    def cancel(progress: QProgressDialog, done: int) -> None:
        if done == 2:
            progress.cancel()

    monkeypatch.setattr(QProgressDialog, "setValue", cancel)
    look.accept()
    assert [blocks(who) for who in many] == [[], [], []]
    assert look.isVisible()
    assert look.problem.text() == "Cancelled; nothing was changed."
    monkeypatch.undo()
    look.accept()
    assert not look.isVisible()
    assert [len(blocks(who)) for who in many] == [1, 1, 1]


def test_what_is_known_of_a_lifter_is_the_first_answer(window: MainWindow, lifter: int) -> None:
    there = (Equipment.BARBELL, Equipment.BODYWEIGHT, Equipment.OTHER)
    known = replace(clients.lifter(lifter), limits=(Limit.KNEE,), equipment=there)
    clients.change(known)
    window.refresh()
    dialog = assign_stories.start_program(window, window, [lifter])
    wish = dialog.wish.wish()
    assert wish.limits == {Limit.KNEE}
    assert wish.equipment == frozenset(there)
    QApplication.processEvents()
    dialog.close()


def test_who_leaves_the_preview_is_back_at_the_choice_of_programs_as_it_was(
    window: MainWindow, many: list[int], preview: Callable[[], AssignDialog], qtbot: QtBot
) -> None:
    window.show()
    everybody = clients_stories.show(window)
    everybody.table.mark(set(many))
    everybody.program.click()
    (program,) = everybody.findChildren(ProgramDialog)
    program.list.setCurrentRow(2)
    slug = program.program().slug
    for leave in ("Escape", "Back"):
        program.accept()
        look = preview()
        assert not program.isVisible()
        if leave == "Escape":
            QTest.keyClick(look, Qt.Key.Key_Escape)
        else:
            look.back.click()
        assert program.isVisible()
        assert program.program().slug == slug
    program.accept()
    preview().accept()
    assert [len(blocks(who)) for who in many] == [1, 1, 1]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not everybody.findChildren(ProgramDialog)
    everybody.close()


def test_who_has_nothing_planned_and_nothing_to_mind_is_told_of_in_a_sentence(
    window: MainWindow, qtbot: QtBot
) -> None:
    bob = Lifter(name="Bob Pounds", id=1)

    def job(lifter: Lifter) -> Generator[None, None, Assignment]:
        yield
        return Assignment(lifter, (), (), 0, 0, lambda: None)

    look = AssignDialog(window, Words("Title", "About", str), [bob], job)
    qtbot.waitUntil(look.give.isEnabled)
    said = "Bob Pounds has nothing planned then, and there is nothing to mind."
    assert said in [each.text() for each in look.findChildren(QLabel)]
    look.close()
