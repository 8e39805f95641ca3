"""The list of keyboard shortcuts."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.ui import help_pages
from planner.ui.main_window import MainWindow
from planner.ui.shortcuts import ShortcutsDialog
from planner.ui.top_bar import TabName


def headings(dialog: ShortcutsDialog) -> set[str]:
    """Return the headings in sight."""
    return {each.text() for each in dialog.findChildren(QLabel) if each.isVisible()}


def test_the_keys_of_the_tab_shown_come_first_and_arrows_turn_to_the_others(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show()
    window.show_tab(TabName.LOG)
    help_pages.show_shortcuts(window)
    (dialog,) = window.findChildren(ShortcutsDialog)
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    assert "A SET" in headings(dialog)
    held = dialog.focusWidget()
    assert held is not None
    QTest.keyClick(held, Qt.Key.Key_Left)
    assert "LINES AND SESSIONS" in headings(dialog)
    assert "A SET" not in headings(dialog)
    dialog.accept()
