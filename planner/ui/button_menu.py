"""The menu of a button: by the keyboard it opens with its first entry marked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton


def give(button: QPushButton | QToolButton, menu: QMenu) -> None:
    """Let a button open a menu."""
    button.setMenu(menu)
    menu.aboutToShow.connect(partial(_begin, menu))


def _begin(menu: QMenu) -> None:
    """Mark the first entry, unless the mouse opens the menu: it points at an entry itself."""
    if not _by_mouse():
        QTimer.singleShot(0, menu, partial(_mark, menu))


def _mark(menu: QMenu) -> None:
    usable = (entry for entry in menu.actions() if entry.isEnabled() and not entry.isSeparator())
    first = next(usable, None)
    if first is not None and menu.isVisible() and menu.activeAction() is None:
        menu.setActiveAction(first)


def _by_mouse() -> bool:
    return bool(QGuiApplication.mouseButtons().value)
