"""The entries of a window's menus, and what can be used in a place."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QWidget,
)

from planner.ui.main_window import MainWindow


def entries(menu: QMenu) -> Iterator[QAction]:
    for each in menu.actions():
        yield from entries(each.menu()) if isinstance(each.menu(), QMenu) else [each]


def words(entry: QAction) -> str:
    return entry.text().replace("&", "").partition("\t")[0]


def menu_of(window: MainWindow, title: str) -> QMenu:
    (found,) = [each for each in window.menuBar().actions() if words(each) == title]
    menu = found.menu()
    assert isinstance(menu, QMenu)
    return menu


def usable(within: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
    found = [each for kind in kinds for each in within.findChildren(kind)]
    return [each for each in found if each.isVisible() and each.isEnabled()]
