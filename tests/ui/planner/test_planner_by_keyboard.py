"""A block from nothing, with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from planner.coach import planning
from planner.engine.terms import Unit
from planner.ui.block_dialog import BlockDialog
from planner.ui.menu_key import MenuKey

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
LINES = (
    "back squat w ramp; 5/3/1+ 70/80/90",
    "bench press A 4x6 @2 100",
    "pull-up A 3x5 bw+10",
)


def start_block(desk) -> None:
    begin = next(
        b for b in desk.tab.findChildren(QPushButton) if "empty block" in b.text().replace("&", "")
    )
    begin.setFocus()
    desk.press(Key.Key_Return)
    (dialog,) = desk.tab.findChildren(BlockDialog)
    QTest.keyClick(dialog, Key.Key_Return)
    desk.window.activateWindow()  # as a window manager would
    QApplication.processEvents()


def test_a_session_is_built_without_the_mouse(desk):
    start_block(desk)
    desk.press(Key.Key_Insert)
    desk.type("Full body")
    desk.press(Key.Key_Return)
    for line in LINES:
        desk.press(Key.Key_F, Ctrl)
        desk.type(line)
        desk.press(Key.Key_Return)
    (card,) = [card for day in desk.grid.week.days for card in day.cards]
    assert card.name == "Full body"
    assert [planning.prescription_source(each.planned.sets, Unit.KG) for each in card.lines] == [
        "w 8/5/3/1 20/35/50/60; 5/3/1+ 70/80/90",
        "4x6 @2 100",
        "3x5 10",
    ]
    assert [each.planned.superset for each in card.lines] == [None, 0, 0]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_shift_f10_shows_what_can_be_done_with_what_is_selected(desk):
    MenuKey(desk.window)
    start_block(desk)
    desk.press(Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert menu.actions()[0].text() == "Add session"
    menu.close()
