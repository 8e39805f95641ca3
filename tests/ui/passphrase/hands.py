"""The hands that set a passphrase in the window, and what it says."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.ui import passphrase_stories
from planner.ui.main_window import MainWindow
from planner.ui.passphrase_dialog import PassphraseDialog

pytest.importorskip("sqlcipher3")
WORDS = "seven quiet lifters eat rice"
OTHER = "a brown kettle sings twice"


def dialog_of(window: MainWindow) -> PassphraseDialog:
    """Open File › Passphrase…"""
    made = passphrase_stories.show(window)
    assert isinstance(made, PassphraseDialog)
    return made


def fill(dialog: PassphraseDialog, new: str, present: str = "") -> None:
    """Type the passphrases."""
    dialog.present.setText(present)
    dialog.new.setText(new)
    dialog.again.setText(new)


def said(window: MainWindow) -> str:
    """Return what the status bar says."""
    return " ".join(label.text() for label in window.status.findChildren(QLabel))


def protect(window: MainWindow, qtbot: QtBot, words: str = WORDS) -> None:
    """Set a passphrase as a user does, and let the backup with it be made."""
    dialog = dialog_of(window)
    fill(dialog, words)
    with qtbot.waitSignal(dialog.finished):
        dialog.go.click()
    qtbot.waitUntil(lambda: not window.backup_stories.is_busy())
