"""A double click on a button of a dialog does what one click does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from planner.storage import clients
from planner.ui.lifter_dialog import LifterDialog
from planner.ui.main_window import MainWindow

LEFT, NO = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> QDialog:
    """Show the dialog of a new lifter, named and in front."""
    window.start()
    window.show()
    window.menus.new.trigger()
    (shown,) = window.findChildren(LifterDialog)
    with qtbot.waitActive(shown):
        shown.activateWindow()
    shown.form.name.setText("Zoe")
    return shown


def names() -> list[str]:
    return [each.name for each in clients.lifters()]


def test_a_double_click_on_add_adds_one_lifter(dialog: QDialog, qtbot: QtBot) -> None:
    (add,) = (each for each in dialog.findChildren(QPushButton) if each.isDefault())
    qtbot.waitUntil(lambda: add.isEnabled() and not add.visibleRegion().isEmpty())
    QApplication.processEvents()  # till all stands where it stays
    QTest.mouseDClick(dialog.windowHandle(), LEFT, NO, add.mapTo(dialog, add.rect().center()))
    qtbot.waitUntil(lambda: "Zoe" in names())
    QApplication.processEvents()
    assert names().count("Zoe") == 1
