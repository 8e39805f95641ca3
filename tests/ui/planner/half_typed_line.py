"""A line of the plan that is half typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtTest import QTest

from planner.ui.main_window import MainWindow
from planner.ui.plan_week import Spot
from planner.ui.prescription_editor import PrescriptionEditor

MONDAY = date(2026, 11, 2)


def editors(window: MainWindow) -> list[PrescriptionEditor]:
    """Return the fields in which a line is being typed."""
    return [made for made in window.findChildren(PrescriptionEditor) if made.isVisible()]


def type_sets(window: MainWindow, text: str) -> None:
    """Open the first lift of Monday and type its sets, without Enter."""
    grid = window.tabs.planner()._grid
    card = grid.week.days[0].cards[0]
    grid.select(Spot(0, card.id, card.lines[0].id))
    grid.edit()
    (editor,) = editors(window)
    editor.sets.selectAll()
    QTest.keyClicks(editor.sets, text)
