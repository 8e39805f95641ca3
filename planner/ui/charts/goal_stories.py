"""Let the goal of a lift be set from its chart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from planner.coach import charts, clients
from planner.coach.charts import goals
from planner.language import tr
from planner.ui.asking import ask
from planner.ui.charts.goal_dialog import GoalDialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def show(window: MainWindow, slug: str) -> None:
    """Ask for the goal of a lift of the lifter shown."""
    lifter_id = window.lifter_id()
    chart = charts.strength(lifter_id, slug, window.today())
    kept, unit = goals.goal(lifter_id, slug), clients.lifter(lifter_id).unit
    dialog = GoalDialog(window, chart, kept, unit)
    text = tr("Change goal")
    ask(dialog, lambda: window.act(text, partial(goals.change, lifter_id, slug, dialog.goal)))
