"""Take back, or do again, what wrote thousands of rows: part by part, under a dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.coach import steps
from planner.coach.files import DatabaseProblem
from planner.coach.steps import Step
from planner.language import tr
from planner.ui.action import Action
from planner.ui.doing_dialog import DoingDialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def turn(window: MainWindow, action: Action, there: Callable[[], object], undone: bool) -> None:
    """Do the long part of an action's turn, then `there`; Cancel leaves the file as it was."""
    title = tr("Undo") if undone else tr("Redo")
    pattern = tr("Undoing: {what}…") if undone else tr("Doing again: {what}…")
    dialog = DoingDialog(window, title, pattern.format(what=action.text()))

    def go_on(turned: Step | DatabaseProblem) -> None:
        action.prepare(turned)
        there()

    def refuse(error: Exception) -> None:
        if not isinstance(error, DatabaseProblem):
            raise error
        go_on(error)

    dialog.parts.broke.connect(refuse)
    dialog.begin(steps.reverting(action.step), go_on)
