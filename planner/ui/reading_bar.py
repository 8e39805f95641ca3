"""The bar that is shown while a dialog is being read part by part; Close, or Esc, ends that."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from planner.ui.still_bar import StillBar


def reading_bar(name: str, parent: QWidget) -> QProgressBar:
    """Return a bar of work whose length nobody knows; `name` is what a screen reader says."""
    made = StillBar(parent)
    made.setRange(0, 0)
    made.setTextVisible(False)
    made.setAccessibleName(name)
    return made
