"""What is done about limits of a lifter: listed, added, edited, deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from planner.coach import clients, scope
from planner.engine.terms import Restriction
from planner.language import tr
from planner.ui.asking import ask
from planner.ui.scope_dialog import ScopeDialog
from planner.ui.scope_list import ScopeList

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def show(window: MainWindow) -> None:
    """List the limits of the lifter shown; without any, ask for the first."""
    lifter = clients.lifter(window.lifter_id())
    known = scope.restrictions(window.lifter_id())
    if not known:
        add(window)
        return
    dialog = ScopeList(window, known, lifter.name, lifter.unit, window.today())
    dialog.add_wanted.connect(lambda: add(window))
    dialog.wanted.connect(partial(edit, window))
    dialog.delete_wanted.connect(partial(delete, window))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def add(window: MainWindow) -> None:
    """Ask for a new limit."""
    edit(window, Restriction(window.today()))


def edit(window: MainWindow, made: Restriction) -> None:
    """Let a limit be changed."""
    lifter_id = window.lifter_id()
    dialog = ScopeDialog(window, made, clients.lifter(lifter_id), window.today())
    text = tr("Add a limit") if made.id is None else tr("Change a limit")
    ask(dialog, lambda: window.act(text, partial(scope.keep, lifter_id, dialog.made)))


def delete(window: MainWindow, made: Restriction) -> None:
    """Delete a limit; Undo brings it back."""
    window.act(tr("Delete a limit"), partial(scope.delete, made))
