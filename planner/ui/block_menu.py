"""What the Plan menu does with the block shown in the planner."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from planner.language import tr
from planner.ui.top_bar import TabName
from planner.ui.writing import writes

if TYPE_CHECKING:
    from planner.ui.block_stories import BlockStories
    from planner.ui.main_window import MainWindow


def add_entries(window: MainWindow, add: Callable[..., QAction]) -> list[QAction]:
    """Add the entries; return those that need a block."""

    def entry(
        text: str, story: Callable[[BlockStories], None], keys: str = "", icon: str = ""
    ) -> QAction:
        return add(text, lambda: story(_stories(window)), keys, icon)

    empty = add(tr("Start an e&mpty block…"), lambda: window.lifter_stories.start_block())
    copy, calendar, *changing = (
        entry(tr("&Copy to the next week"), lambda stories: stories.copy(), "Ctrl+Shift+D", "copy"),
        entry(
            tr("Bloc&k calendar…"),
            lambda stories: stories.show_calendar(),
            "Ctrl+Shift+B",
            "calendar",
        ),
        entry(tr("Pro&gress the weeks…"), lambda stories: stories.progress()),
        entry(tr("Train on &other days…"), lambda stories: stories.change_days()),
        entry(tr("&Edit block…"), lambda stories: stories.edit(), icon="edit"),
    )
    writes(empty, copy, *changing)
    return [copy, calendar, *changing]


def _stories(window: MainWindow) -> BlockStories:
    """Show the planner, whose block the stories are about."""
    if window.tab_name is not TabName.PLANNER:
        window.show_tab(TabName.PLANNER)
    return window.tabs.planner().stories
