"""Let a lifter's targets of food and drink be set, from the menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from planner.coach import clients, fuel
from planner.language import tr
from planner.ui.asking import ask
from planner.ui.fuel_dialog import FuelDialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def show(window: MainWindow) -> None:
    """Ask for the targets of the lifter shown."""
    lifter_id, today = window.lifter_id(), window.today()
    lifter = clients.lifter(lifter_id)
    made = fuel.targets(lifter_id, today)
    dialog = FuelDialog(window, made, lifter.name, lifter.unit, today)
    text = tr("Change fuel targets")
    ask(dialog, lambda: window.act(text, partial(fuel.change, lifter_id, dialog.goals)))
