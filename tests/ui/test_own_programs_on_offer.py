"""Programs of one's own in the window that starts programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.coach import own_programs, planning
from planner.coach.own_programs import OwnProgram, OwnWeek
from planner.engine.terms import PlannedExercise, PlannedSession, PlannedSet
from planner.ui.main_window import MainWindow
from planner.ui.program_dialog import ProgramDialog
from planner.ui.program_rename import ProgramRename

TODAY = date(2026, 11, 5)
BENCH = PlannedExercise("bench-press", (PlannedSet(8, 10, rir=2.0),) * 3)
PAIR = OwnProgram("", "Pair", (OwnWeek(0, (PlannedSession("A", 1, (BENCH,)),)),), "strength")


@pytest.fixture
def window(database, lifter, qtbot) -> Iterator[MainWindow]:
    own_programs.save(PAIR)
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.start()
    yield made
    made.close()


@pytest.fixture
def dialog(window) -> ProgramDialog:
    return opened(window)


def opened(window: MainWindow) -> ProgramDialog:
    window.lifter_stories.choose_program()
    made = window.findChildren(ProgramDialog)[-1]
    made.list.setCurrentRow(0)
    return made


def renaming(dialog: ProgramDialog) -> ProgramRename:
    return dialog.findChildren(ProgramRename)[-1]


def test_an_own_program_is_listed_as_yours_and_started(window, dialog, lifter) -> None:
    assert dialog.list.item(0).text().startswith("Pair\nyours · 1 day")
    assert dialog._card.facts.text().startswith("Yours, for strength · 1 day")
    assert not dialog._card.evidence.isVisible()
    dialog._start.click()
    (block,) = planning.mesocycles(lifter)
    assert (block.name, block.program) == ("Pair", "own-pair")


def test_an_own_program_is_renamed_and_the_name_is_checked(window, dialog) -> None:
    dialog._card.rename.click()
    asked = renaming(dialog)
    asked.field.clear()
    asked.save.click()
    assert asked.problem.text() == "A name is needed."
    QTest.keyClicks(asked.field, "Two of it")
    asked.save.click()
    assert dialog.list.item(0).text().startswith("Two of it\n")
    assert dialog.program().slug == "own-pair"
    window.history.undo()
    assert own_programs.program("own-pair").name == "Pair"


def test_an_own_program_is_deleted_with_a_key_and_comes_back(window, dialog) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert own_programs.programs() == []
    assert not dialog.program().own
    assert "Pair is deleted" in dialog._loads.text()
    window.history.undo()
    assert [made.name for made in own_programs.programs()] == ["Pair"]


def test_what_ships_is_neither_renamed_nor_deleted(dialog) -> None:
    dialog.list.setCurrentRow(1)
    assert not dialog._card.rename.isVisible()
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    QTest.keyClick(dialog.list, Qt.Key.Key_F2)
    assert len(own_programs.programs()) == 1
    assert dialog.findChildren(ProgramRename) == []


def test_the_answers_of_a_lifter_are_there_again(window, dialog) -> None:
    dialog.wish.days.setCurrentText("3 a week")
    dialog.reject()
    assert opened(window).wish.wish().days == 3
