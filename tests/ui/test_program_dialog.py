"""The program chooser shows what one is about to start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel, QWidget

from planner.coach import planning
from planner.ui.program_dialog import ProgramDialog

THURSDAY = date(2026, 11, 5)


@pytest.fixture
def dialog(database, qtbot) -> Iterator[ProgramDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ProgramDialog(parent, planning.programs(), THURSDAY)
    made.show()
    yield made
    made.close()


def choose(dialog: ProgramDialog, name: str) -> None:
    names = [program.name for program in planning.programs()]
    dialog.list.setCurrentRow(names.index(name))


def texts(dialog: ProgramDialog) -> list[str]:
    return [made.text() for made in dialog.sessions.findChildren(QLabel) if made.isVisible()]


def test_the_marked_program_shows_its_sessions_exercises_and_sets(dialog) -> None:
    choose(dialog, "Twice a week")
    shown = texts(dialog)
    assert {"Mon · Short A", "Thu · Short B", "Back squat", "2×6–10 @2"} <= set(shown)


def test_another_program_shows_other_sessions(dialog) -> None:
    choose(dialog, "Upper and lower, four days")
    assert "Tue · Upper A" in texts(dialog)
    assert "Mon · Short A" not in texts(dialog)


def test_the_weekdays_follow_the_first_day(dialog) -> None:
    choose(dialog, "Twice a week")
    dialog.date.setDate(QDate(2026, 11, 10))
    assert {"Tue · Short A", "Fri · Short B"} <= set(texts(dialog))


def test_the_dialog_says_for_whom_the_program_is(dialog) -> None:
    made = ProgramDialog(dialog, planning.programs(), THURSDAY, "Ada Novak")
    assert made.windowTitle() == "Start a program for Ada Novak"
