"""The dialog that asks about sets that are not stored yet."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from planner.ui.main_window import MainWindow
from planner.ui.unstored import UnstoredDialog


def asked(window: MainWindow) -> UnstoredDialog:
    """Return the dialog in sight."""
    QApplication.processEvents()
    (shown,) = (each for each in window.findChildren(UnstoredDialog) if each.isVisible())
    return shown


def choose(dialog: UnstoredDialog, words: str) -> None:
    """Click the button that is called so."""
    (found,) = (b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == words)
    found.click()
    QApplication.processEvents()


def said(dialog: UnstoredDialog) -> str:
    """Return all that the dialog says."""
    return "\n".join(each.text() for each in dialog.findChildren(QLabel))
