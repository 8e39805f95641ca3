"""Adding a block to a plan from the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QDialog

from planner.coach import planning
from planner.ui.main_window import MainWindow
from planner.ui.program_dialog import ProgramDialog

MONDAY = date(2026, 11, 2)


@pytest.fixture
def window(database, lifter, qtbot) -> Iterator[MainWindow]:
    planning.start_program(lifter, "steady-fives", MONDAY, MONDAY)
    made = MainWindow(database, lambda: MONDAY)
    qtbot.addWidget(made)
    made.show()
    made.start()
    yield made
    made.close()


def add(window: MainWindow, slug: str, on: date) -> None:
    window.lifter_stories.choose_program()
    dialog = window.findChildren(ProgramDialog)[-1]
    fits = range(dialog.list.count())
    for place in fits:
        dialog.list.setCurrentRow(place)
        if dialog.program().slug == slug:
            break
    dialog.date.setDate(on)
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_weeks_that_find_no_plan_to_join_are_told_in_the_status_bar(window) -> None:
    add(window, "ankle-block", MONDAY + timedelta(weeks=6))
    said = "Your plan ends 5 weeks before Ankle stability; that part is not planned."
    assert window.status.news.text() == said


def test_nothing_is_told_when_the_whole_block_is_planned(window) -> None:
    add(window, "ankle-block", MONDAY)
    assert "not planned" not in window.status.news.text()
