"""What goes beside a plan, in the window: added where there is one, else a plan of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from planner.coach import planning
from planner.ui.main_window import MainWindow
from planner.ui.program_dialog import ProgramDialog

TODAY = date(2026, 11, 5)
MONDAY = date(2026, 11, 9)


@pytest.fixture
def window(database, lifter, qtbot) -> Iterator[MainWindow]:
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    made.start()
    yield made
    made.close()


def knees(window: MainWindow) -> ProgramDialog:
    window.lifter_stories.choose_program()
    made = window.findChildren(ProgramDialog)[-1]
    slugs = [fit.program.slug for fit in made.list._fits]
    made.list.setCurrentRow(slugs.index("knee-block"))
    return made


def test_without_a_plan_it_is_started_as_one(window, lifter) -> None:
    dialog = knees(window)
    assert dialog._start.text() == "&Start program"
    dialog._start.click()
    assert [block.program for block in planning.mesocycles(lifter)] == ["knee-block"]


def test_where_a_plan_is_there_it_is_added_to_it(window, lifter) -> None:
    planning.start_program(lifter, "steady-fives", MONDAY, TODAY)
    dialog = knees(window)
    assert dialog._start.text() == "&Add to the plan"
    dialog._start.click()
    assert [block.program for block in planning.mesocycles(lifter)] == ["steady-fives"]
