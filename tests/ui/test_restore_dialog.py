"""The dialog to restore from, by keys and with files from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import clients, files
from planner.engine.terms import Lifter
from planner.ui.main_window import MainWindow
from planner.ui.restore_dialog import RestoreDialog


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> RestoreDialog:
    """The dialog with one backup, of a lifter less than there are now, as it opens."""
    files.back_up()
    window.lifter_stories.add(Lifter(name="Too much"))
    window.show()
    window.backup_stories.restore()
    (made,) = window.findChildren(RestoreDialog)
    with qtbot.waitActive(made):
        made.activateWindow()
    qtbot.waitUntil(made.restore.isEnabled)
    return made


def test_enter_restores_what_is_marked(dialog: RestoreDialog) -> None:
    held = QApplication.focusWidget()
    assert held is dialog.list
    QTest.keyClick(held, Qt.Key.Key_Return)
    assert [each.name for each in clients.lifters()] == ["Sam Lifter"]


def test_enter_asks_for_the_passphrase_that_is_wanted(dialog: RestoreDialog, qtbot: QtBot) -> None:
    Path(dialog.list.item(0).toolTip()).write_bytes(bytes(range(256)) * 32)
    dialog.list.setCurrentRow(-1)
    assert dialog.restore.isDefault()
    dialog.list.setCurrentRow(0)
    qtbot.waitUntil(dialog.unlock.isVisible)
    assert dialog.unlock.isDefault()
    dialog.reject()
