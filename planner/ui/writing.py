"""Mark what writes, so that a window that only looks greys it out before it is used."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QWidget

WRITES = "writes"
Usable = QAction | QShortcut | QWidget


def writes(*marked: Usable) -> None:
    """Mark entries, keys, or widgets with all that is in them: their use changes the data."""
    for each in marked:
        each.setProperty(WRITES, True)


def marked_in(within: QObject) -> Iterable[Usable]:
    """List what writes within a window."""
    kinds = (QAction, QShortcut, QWidget)
    return [made for kind in kinds for made in within.findChildren(kind) if made.property(WRITES)]
