"""Let a lifter's gym be described, from the log or from the menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from planner.coach import clients, gym
from planner.language import tr
from planner.ui import asking


def ask(parent: QWidget, lifter_id: int, want: Callable[[str, Any, Any], object]) -> None:
    """Ask what a lifter's gym can load; `want` gets (label for Undo, write, None) of a change."""
    from planner.ui.gym_dialog import GymDialog

    lifter = clients.lifter(lifter_id)
    dialog = GymDialog(parent.window(), lifter.inventory, lifter.unit, lifter.name)
    text = tr("Change what the gym can load")
    asking.ask(dialog, lambda: want(text, partial(gym.change, lifter_id, dialog.gym), None))
