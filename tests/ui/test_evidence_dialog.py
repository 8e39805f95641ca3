"""The evidence page in the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.ui.evidence_dialog import EvidenceDialog


def test_what_is_typed_is_found_and_enter_finds_the_next(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = EvidenceDialog(parent)
    qtbot.keyClicks(dialog.search, "rule of thumb")
    first = dialog.text.textCursor().selectionStart()
    assert dialog.text.textCursor().selectedText() == "rule of thumb"
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.text.textCursor().selectionStart() > first
