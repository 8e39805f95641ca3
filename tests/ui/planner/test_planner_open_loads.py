"""Planned lifts without a load: the line above the week that fills them from the log."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from planner.coach import planning, week_edits
from planner.engine.terms import PlannedSet, Unit
from planner.ui.open_loads import OpenLoads


@pytest.fixture
def unloaded(benched, planner):
    """The planner with a bench press that was planned before the log was there."""
    line = planner.planned()[1].exercises[0]
    week_edits.prescribe(line.id, (PlannedSet(8, 8, 2.0),) * 4)
    planner.refresh()
    return planner


def line(planner) -> OpenLoads:
    return planner.tab.findChild(OpenLoads)


def bench(planner) -> str:
    return planning.prescription_text(planner.planned()[1].exercises[0].sets, Unit.KG)[1]


def test_a_plan_with_its_loads_asks_for_nothing(planner):
    assert not line(planner).isVisible()


def test_loads_are_filled_with_one_click_and_emptied_with_one_undo(unloaded):
    assert line(unloaded).isVisible()
    assert "Bench press" in line(unloaded)._words.accessibleName()
    line(unloaded).findChild(QPushButton).click()
    assert 50 <= float(bench(unloaded)) <= 62.5
    assert not line(unloaded).isVisible()
    unloaded.history.undo()
    assert bench(unloaded) == ""
    assert line(unloaded).isVisible()


def test_many_lifts_are_counted(planner):
    line(planner).show_lifts(["A", "B", "C", "D", "E"])
    assert line(planner)._words.accessibleName().endswith(": A, B, C and 2 more")


def test_an_exercise_put_into_the_week_comes_with_a_load(benched, planner):
    planner.select(0)
    planner.grid.add_exercise("bench-press")
    made = planner.planned()[0].exercises[-1]
    text, load = planning.prescription_text(made.sets, Unit.KG)
    assert text == "4×8 @2"
    assert 50 <= float(load) <= 62.5
