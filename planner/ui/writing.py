"""Mark what writes, so that a window that only looks greys it out before it is used."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6 import QtWidgets
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QWidget

WRITES = "writes"
Usable = QAction | QShortcut | QWidget


def writes(*marked: Usable) -> None:
    """Mark entries, keys, or widgets with all that is in them: their use changes the data."""
    for each in marked:
        each.setProperty(WRITES, True)


def fields_write(dialog: QWidget) -> None:
    """Mark whatever is filled in, in a dialog that can be read where nothing may be changed."""
    fields = (
        QtWidgets.QLineEdit, QtWidgets.QComboBox, QtWidgets.QAbstractSpinBox,
        QtWidgets.QPlainTextEdit, QtWidgets.QCheckBox, QtWidgets.QRadioButton,
        QtWidgets.QToolButton,
    )  # fmt: skip
    writes(*(each for each in dialog.findChildren(QWidget) if isinstance(each, fields)))


def marked_in(window: QWidget) -> Iterator[Usable]:
    """Find what writes in a window and its dialogs."""
    found: list[Usable] = [*window.findChildren(QAction), *window.findChildren(QShortcut)]
    found += window.findChildren(QWidget)
    return (each for each in found if each.property(WRITES))
