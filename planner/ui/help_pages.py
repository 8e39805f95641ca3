"""What the help menu opens: pages to read, the keys, what this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def show_page(window: MainWindow, page: str) -> None:
    """Open a page of the help."""
    from planner.ui.reading_dialog import ReadingDialog, help_page

    ReadingDialog(window, help_page(page)).open()


def show_shortcuts(window: MainWindow) -> None:
    """List the keyboard shortcuts."""
    from planner.ui.shortcuts import ShortcutsDialog

    ShortcutsDialog(window, window.tab_name).open()


def show_evidence(window: MainWindow) -> None:
    """List every number the engine relies on."""
    from planner.coach import evidence_page
    from planner.ui.reading_dialog import ReadingDialog

    ReadingDialog(window, evidence_page.markdown()).open()


def show_privacy(window: MainWindow) -> None:
    """Say where the data are and that nothing leaves the computer."""
    from planner.ui import about

    about.PrivacyDialog(window, window.database).open()


def show_about(window: MainWindow) -> None:
    """Say what this program is."""
    from planner.ui import about_dialog

    about_dialog.AboutDialog(window, window.database).open()
