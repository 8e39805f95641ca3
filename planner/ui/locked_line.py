"""Say beside a list of lifters who is not in it, since they are locked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from planner.engine.terms import Lifter
from planner.language import ntr, tr
from planner.ui.counts import count
from planner.ui.widgets import wrapped


def locked_line(parent: QWidget, locked: Sequence[Lifter]) -> QLabel:
    """Return the line, which is hidden when nobody is locked."""
    line = wrapped(words(locked), "small", parent)
    line.setVisible(bool(locked))
    return line


def words(locked: Sequence[Lifter]) -> str:
    """Say that who is locked is not in the list; of several, how many."""
    if len(locked) == 1:
        text = tr("{name} is locked and not in the list: unlock first.")
        return text.format(name=locked[0].name)
    text = ntr(
        "{count} locked lifter is not in the list: unlock first.",
        "{count} locked lifters are not in the list: unlock first.",
        len(locked),
    )
    return text.format(count=count(len(locked)))
