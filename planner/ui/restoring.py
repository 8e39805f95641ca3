"""Put a backup in the place of the data, off the UI thread, with a way to stop it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from planner.coach import files
from planner.language import tr
from planner.ui.waiting import wait_for


def restore(backup: Path, over: QWidget | None) -> Path | None:
    """Restore a backup; return that of what was there, None when it could not be opened.

    Raises DatabaseProblem, and Stopped when the user stopped it; then all is as it was.
    """
    text = tr("Restoring {0}…").format(backup.name)
    with files.restoring(backup) as work:
        return wait_for(over, text, work)
