"""The planner when its plan is taken back."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import blocks

MONDAY = date(2026, 11, 2)


@pytest.mark.parametrize("where", ["list", "grid"])
def test_enter_after_the_block_is_undone_starts_a_program_and_adds_nothing(desk, where) -> None:
    wishes: list[bool] = []
    desk.tab.program_wanted.connect(lambda: wishes.append(True))
    start = partial(blocks.new_mesocycle, desk.lifter, "Strength block", MONDAY, 2)
    desk.tab.wanted.emit("Start a block", start, None)
    (desk.tab._exercises.list if where == "list" else desk.grid).setFocus()
    desk.history.undo()
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert wishes == [True]
    assert desk.history.next_undo() is None
