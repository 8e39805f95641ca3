"""What the window does with advice: give the keyboard to the suggestions, show what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.ui.side_panes import Side
from planner.ui.top_bar import TabName
from planner.ui.trail_dialog import TrailDialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def read_suggestions(window: MainWindow) -> None:
    """Show the suggestions beside the week, and give them the keyboard."""
    window.show_tab(TabName.PLANNER)
    window.side_panes.open(Side.RIGHT)
    window.tabs.planner().read_suggestions()


def show_trail(window: MainWindow) -> None:
    """Show what was decided on the suggestions for the lifter shown."""
    dialog = TrailDialog(window.lifter_id(), window.today(), window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
