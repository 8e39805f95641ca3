"""The last line of a dialog: Close; or Cancel, and what it is for."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from planner.language import tr
from planner.ui.widgets import button, row
from planner.ui.writing import writes


def foot(
    dialog: QDialog, done: str, beside: QWidget | None = None, *, stores: bool = True
) -> QHBoxLayout:
    """Return a line with a button that accepts, which Enter presses, and one that rejects.

    `beside` stands at its beginning. What is accepted is written, unless nothing `stores` it.
    """
    line = row()
    if beside is not None:
        line.addWidget(beside)
    line.addStretch(1)
    cancel = button(tr("&Cancel"), "", dialog)
    cancel.setAutoDefault(False)
    cancel.clicked.connect(dialog.reject)
    go = button(done, "primary", dialog)
    go.setDefault(True)
    go.clicked.connect(dialog.accept)
    if stores:
        writes(go)
    line.addWidget(cancel)
    line.addWidget(go)
    return line


def leaving_button(dialog: QDialog, role: str = "") -> QPushButton:
    """Return a button that leaves a dialog in which Enter does something else."""
    made = button(tr("&Close"), role, dialog)
    made.setAutoDefault(False)
    made.clicked.connect(dialog.reject)
    return made


def close_button(dialog: QDialog) -> QPushButton:
    """Return a button that accepts a dialog in which nothing can be cancelled; Enter presses it."""
    made = button(tr("&Close"), "primary", dialog)
    made.setDefault(True)
    made.clicked.connect(dialog.accept)
    return made
