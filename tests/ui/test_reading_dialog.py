"""Pages to read in the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.coach import evidence_page
from planner.ui.reading_dialog import ReadingDialog, help_page


def test_what_is_typed_is_found_and_enter_finds_the_next(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ReadingDialog(parent, evidence_page.markdown())
    qtbot.keyClicks(dialog.search, "rule of thumb")
    first = dialog.text.textCursor().selectionStart()
    assert dialog.text.textCursor().selectedText() == "rule of thumb"
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.text.textCursor().selectionStart() > first


def test_a_help_page_shows_its_title_once(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ReadingDialog(parent, help_page("suggestions"))
    assert dialog.windowTitle() == "How suggestions are made"
    assert "# How" not in dialog.text.toPlainText()
    assert "Ten moments from real logs" in dialog.text.toPlainText()


def test_the_help_on_sheets_names_the_keys(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ReadingDialog(parent, help_page("sheets"))
    assert dialog.windowTitle() == "Sheets: printing and typing back"
    assert "Ctrl+Enter" in dialog.text.toPlainText()
