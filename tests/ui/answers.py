"""Answer a dialog that stands in the way of what a test has begun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from planner.ui.opening_dialog import OpeningDialog

LOOK_MS = 5


def answer(act: Callable[[Any], object], kind: type[QDialog] = OpeningDialog) -> list[str]:
    """Act on the next modal dialog of a kind; return what it says, once it is there."""
    said: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            said.extend(each.text() for each in dialog.findChildren(QLabel))
            act(dialog)
        else:
            QTimer.singleShot(LOOK_MS, look)

    QTimer.singleShot(0, look)
    return said


def press(dialog: QDialog, text: str) -> None:
    """Press the one button whose words hold a text."""
    (found,) = [
        each for each in dialog.findChildren(QPushButton) if text in each.text().replace("&", "")
    ]
    found.click()
