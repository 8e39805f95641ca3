"""What the window does with the exercise library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from planner.coach import favourites
from planner.ui import merge_exercises_stories, own_library
from planner.ui.library_dialog import LibraryDialog
from planner.ui.top_bar import TabName

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def show_library(window: MainWindow, slug: str = "") -> None:
    """Open the library, at one exercise when a slug is given."""
    dialog = LibraryDialog(window, window.lifter, window.today(), slug)
    dialog.charts_wanted.connect(lambda lift: _show_in_charts(window, lift))
    dialog.new_wanted.connect(lambda: own_library.new_exercise(window, dialog, dialog.follow))
    dialog.copy_wanted.connect(
        lambda lift: own_library.copy_exercise(window, dialog, lift, dialog.follow)
    )
    dialog.edit_wanted.connect(
        lambda lift: own_library.edit_exercise(window, dialog, lift, dialog.follow)
    )
    dialog.merge_wanted.connect(
        lambda lift: merge_exercises_stories.merge_with(window, dialog, lift, dialog.follow)
    )
    dialog.star_wanted.connect(lambda lift: _star(window, dialog, lift))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _star(window: MainWindow, dialog: LibraryDialog, slug: str) -> None:
    """Star an exercise or take its star away, and go on showing it."""
    window.act(favourites.label(slug), partial(favourites.toggle, slug))
    dialog.follow(slug)


def _show_in_charts(window: MainWindow, slug: str) -> None:
    def show() -> None:
        window.tabs.charts().take_lift(slug)
        window.show_tab(TabName.CHARTS)

    window.tabs.once_made(TabName.CHARTS, show)
