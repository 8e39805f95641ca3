"""Ask in a dialog for what is stored then: what could not be stored stays in it, and says why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from planner.ui.action import UndoHistory
from planner.ui.widgets import wrapped
from planner.ui.writing import fields_write

_WHY = "unstored"  # the name of the line that says why


def nothing() -> None:
    """Follow on nothing."""


def ask(dialog: QDialog, keep: Callable[[], object], then: Callable[[], object] = nothing) -> None:
    """Open a dialog; once it is accepted, `keep` stores what was entered, and `then` follows.

    What could not be stored is not lost: the dialog stays open.
    """
    dialog.accepted.connect(partial(_keep, dialog, keep, then))
    dialog.finished.connect(partial(_leave, dialog))
    fields_write(dialog)
    dialog.open()


def _keep(dialog: QDialog, keep: Callable[[], object], then: Callable[[], object]) -> None:
    told: list[str] = []
    history = _history(dialog)
    if history is not None:
        history.failed.connect(told.append)
    try:
        keep()
    finally:
        if history is not None:
            history.failed.disconnect(told.append)
    if told:
        _say_why(dialog, told[0])
        dialog.open()
    else:
        then()


def _leave(dialog: QDialog, _result: int) -> None:
    if not dialog.isVisible():
        dialog.deleteLater()


def _history(dialog: QDialog) -> UndoHistory | None:
    """Return what writes for the window that a dialog stands over."""
    top: QWidget = dialog
    while (parent := top.parentWidget()) is not None:
        top = parent
    return top.findChild(UndoHistory)


def _say_why(dialog: QDialog, why: str) -> None:
    """Say above the buttons of a dialog why nothing was stored."""
    line, box = dialog.findChild(QLabel, _WHY), dialog.layout()
    if line is None and isinstance(box, QVBoxLayout):
        line = wrapped("", "error", dialog)
        line.setObjectName(_WHY)
        box.insertWidget(box.count() - 1, line)
    if line is not None:
        line.setText(why)
        dialog.resize(dialog.size().expandedTo(dialog.sizeHint()))
