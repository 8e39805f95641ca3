"""The planner for who asks it out of sight, where it is not kept up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.ui.top_bar import TabName

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow
    from planner.ui.planner_tab import PlannerTab


def planner(window: MainWindow) -> PlannerTab:
    """Return the planner tab, about the lifter shown as their plan is now."""
    made = window.tabs.planner()
    if window.lifter is not None and window.tab_name is not TabName.PLANNER:
        made.refresh(window.lifter_id(), window.today())
    return made
