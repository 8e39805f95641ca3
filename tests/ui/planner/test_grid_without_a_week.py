"""The grid of a lifter without a plan: keys that reach it all the same do nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName

KEYS = (  # the arrows went on to a week that was not there
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home),
    *(Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Menu),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_5, Qt.Key.Key_X),
)
HELD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.mark.parametrize("held", HELD)
@pytest.mark.parametrize("key", KEYS)
def test_a_key_does_nothing_where_no_week_is_shown(window: MainWindow, key, held) -> None:
    window.show_tab(TabName.PLANNER)
    window.show()
    grid = window.tabs.planner()._grid
    QTest.keyClick(grid, key, held)
    assert window.history.next_undo() is None
