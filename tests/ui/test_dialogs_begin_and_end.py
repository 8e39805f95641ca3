"""Every dialog of the menus: the ring of the focus and Enter agree, and a button leads out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from planner.coach import blocks
from planner.ui.main_window import MainWindow

from . import menu_walk

OUT = {"Cancel", "Close"}


@pytest.fixture(params=["with a block", "with nothing"])
def shown(request: pytest.FixtureRequest, window: MainWindow, lifter: int) -> MainWindow:
    if request.param == "with a block":
        blocks.new_mesocycle(lifter, "Block", window.today(), weeks=1)
    window.show()
    window.refresh()
    QTimer(window, interval=10, timeout=menu_walk.choose_no_file).start()
    return window


def opened(window: MainWindow, qtbot: QtBot) -> Iterator[tuple[str, QDialog]]:
    none = menu_walk.opening_none(window)
    for action in menu_walk.entries(window.menuBar().actions()):
        if not action.isEnabled() or action in none:
            continue
        action.trigger()
        for dialog in [each for each in window.findChildren(QDialog) if each.isVisible()]:
            qtbot.waitUntil(partial(menu_walk.is_read, dialog))
            QApplication.processEvents()
            yield action.text(), dialog
            dialog.reject()


def test_where_a_button_has_the_focus_at_first_enter_presses_it_and_each_dialog_has_a_way_out(
    shown: MainWindow, qtbot: QtBot
) -> None:
    faults = list[tuple[object, ...]]()
    for name, dialog in opened(shown, qtbot):
        focus = dialog.focusWidget()
        if isinstance(focus, QPushButton) and not focus.isDefault():
            faults.append((name, "Enter presses another than", focus.text()))
        words = {each.text().replace("&", "") for each in dialog.findChildren(QPushButton)}
        if not isinstance(dialog, QFileDialog) and not words & OUT:
            faults.append((name, "no way out", words))
    assert not faults
