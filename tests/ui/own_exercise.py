"""An exercise of the user's own, as it is edited while the log shows it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from planner.coach import own_exercises
from planner.engine.terms import Exercise
from tests.ui.log_desk import LogDesk


def edit(desk: LogDesk, exercise: Exercise, **changes: object) -> None:
    """Edit an exercise elsewhere in the window."""
    own_exercises.save(replace(exercise, **changes))
    desk.refresh()
    QApplication.processEvents()
