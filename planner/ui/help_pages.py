"""What the help menu opens: pages to read, the keys, what this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def show_page(window: MainWindow, page: str) -> None:
    """Open the help at a page; the window that is open already turns to it."""
    from planner.ui.help_dialog import HelpDialog

    direct = QtCore.Qt.FindChildOption.FindDirectChildrenOnly
    shown = window.findChild(HelpDialog, options=direct)
    if shown is None:
        HelpDialog(window, page).show()
        return
    shown.show_page(page)
    shown.showNormal()
    shown.activateWindow()


def show_help(window: MainWindow) -> None:
    """Open the help where a newcomer starts."""
    from planner.coach import manual

    show_page(window, manual.PAGES[0])


def show_shortcuts(window: MainWindow) -> None:
    """List the keyboard shortcuts."""
    from planner.ui.shortcuts import ShortcutsDialog

    ShortcutsDialog(window, window.tab_name).open()


def show_evidence(window: MainWindow) -> None:
    """List every number the engine relies on."""
    from planner.coach import manual

    show_page(window, manual.EVIDENCE)


def show_privacy(window: MainWindow) -> None:
    """Say where the data are and that nothing leaves the computer."""
    from planner.ui import about

    about.PrivacyDialog(window, window.database).open()


def show_about(window: MainWindow) -> None:
    """Say what this program is."""
    from planner.ui import about_dialog

    about_dialog.AboutDialog(window, window.database).open()
