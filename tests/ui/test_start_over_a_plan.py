"""A block or program that runs into the plan that is there says so before it starts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from planner.coach import planning
from planner.ui.block_dialog import BlockDialog
from planner.ui.main_window import MainWindow
from planner.ui.program_dialog import ProgramDialog

TODAY, MONDAY = date(2026, 11, 5), date(2026, 11, 2)


@pytest.fixture
def window(database, lifter, qtbot) -> Iterator[MainWindow]:
    planning.start_program(lifter, "steady-fives", MONDAY, MONDAY)
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    made.start()
    yield made
    made.close()


def sessions(lifter: int) -> int:
    view = planning.view(lifter, MONDAY, TODAY)
    return sum(len(week.sessions) for week in view.mesocycle.weeks)


def test_an_empty_block_tells_and_may_end_what_is_there(window, lifter) -> None:
    before = sessions(lifter)
    window.lifter_stories.start_block()
    dialog = window.findChildren(BlockDialog)[-1]
    name = planning.mesocycles(lifter)[0].name
    said = dialog.overlap.said.text()
    assert said.startswith(f"“{name}” lasts until ")
    assert said.endswith("from 9 Nov on the days belong to the newer one.")
    assert not dialog.overlap.end.isChecked()
    dialog.overlap.end.click()
    dialog.accept()
    assert len(planning.mesocycles(lifter)) == 2
    assert sessions(lifter) == 3
    window.history.undo()
    assert sessions(lifter) == before
    assert len(planning.mesocycles(lifter)) == 1


def test_a_program_tells_unless_it_joins_the_plan(window, lifter) -> None:
    window.lifter_stories.choose_program()
    dialog = window.findChildren(ProgramDialog)[-1]
    joining = [each.program.beside for each in dialog.list._fits].index(True)
    assert dialog.overlap.isVisible()
    dialog.overlap.end.click()
    dialog.list.setCurrentRow(joining)
    assert dialog.overlap.isHidden()
    assert dialog.overlap.ending() == []
    dialog.list.setCurrentRow(0)
    dialog.date.setDate(date(2027, 6, 7))
    assert dialog.overlap.isHidden()
    dialog.date.setDate(date(2026, 11, 9))
    dialog.accept()
    assert sessions(lifter) == 3
