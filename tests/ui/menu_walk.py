"""Walk through the menus of the window, and wait for the dialogs that they open."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QProgressBar, QWidget

from planner.ui.main_window import MainWindow


def entries(actions: list[QAction]) -> Iterator[QAction]:
    """Yield what menus offer, with what is in menus within them."""
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from entries(menu.actions())
        elif action.text():
            yield action


def opening_none(window: MainWindow) -> list[QAction]:
    """Return what is not to be chosen: the entries of View, Quit, and the list of lifters."""
    file, _edit, view, *_ = window.menuBar().actions()
    return [list(entries([file]))[-1], window.menus.switch, *entries([view])]


def choose_no_file() -> None:
    """Leave the dialog for a file that stands in the way, if there is one."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QFileDialog):
        dialog.reject()


def is_read(dialog: QWidget) -> bool:
    """Tell whether a dialog shows all that it reads."""
    return not any(bar.isVisible() for bar in dialog.findChildren(QProgressBar))
