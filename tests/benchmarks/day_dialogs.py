"""Open what the menus of the window open, and close it again."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from planner.ui.main_window import MainWindow

LOOK_MS = 60  # at each dialog; reading goes on as long as it is open
CHANGING = (
    "Quit", "Undo", "Redo", "Archive", "Add a sample", "Fill loads", "Back up now", "Left pane",
    "Right pane", "Start an empty block", "As the system", "Delete lifter", "Copy to the next",
)  # fmt: skip


def doors(window: MainWindow) -> list[QAction]:
    """Return the entries of the menus that open something and change nothing themselves."""
    return [
        each
        for menu in window.menuBar().findChildren(QMenu)
        for each in menu.actions()
        if each.text() and each not in window.menus.tabs.values() and not _changes(each)
    ]


def _changes(action: QAction) -> bool:
    return action.menu() is not None or action.text().replace("&", "").startswith(CHANGING)


def look(window: MainWindow, action: QAction) -> list[str]:
    """Open one and close all that it opened; return what kinds of windows those were."""
    seen: list[str] = []
    timer = QTimer(window)
    timer.timeout.connect(lambda: seen.extend(_close(window)))
    timer.start(LOOK_MS)
    action.trigger()
    QTest.qWait(2 * LOOK_MS)
    while any(_opened(window)):
        QTest.qWait(LOOK_MS)
    timer.stop()
    timer.deleteLater()
    return seen


def _close(window: MainWindow) -> list[str]:
    found = list(_opened(window))
    for each in reversed(found):
        each.close()
    return [type(each).__name__ for each in found]


def _opened(window: MainWindow) -> Iterator[QWidget]:
    return (each for each in QApplication.topLevelWidgets() if each.isVisible() and each != window)
