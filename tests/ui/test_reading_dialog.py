"""Pages to read in the window."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.coach import evidence_page, planning
from planner.coach.entry import SetRow, parse_entry
from planner.engine.terms import Category, Exercise, LoadKind, Unit
from planner.ui.main_window import MainWindow
from planner.ui.reading_dialog import ReadingDialog, help_page


def typed(page: str) -> list[str]:
    """Return what the tables of a help page say can be typed."""
    table = [line for line in help_page(page).splitlines() if line.startswith("| `")]
    return [text for line in table for text in re.findall("`([^`]+)`", line.split("|")[1])]


PRESCRIPTIONS, SETS = typed("planning"), typed("logging")


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


@pytest.mark.parametrize("text", PRESCRIPTIONS)
def test_every_prescription_of_the_help_on_planning_is_understood(text: str) -> None:
    kinds = {"30s": LoadKind.NONE, "bw": LoadKind.ADDED, "-20": LoadKind.ASSISTED}
    kind = next((made for sign, made in kinds.items() if sign in text), LoadKind.EXTERNAL)
    whole = text if any(sign in text for sign in ("x", "/", "20min")) else f"3x10 {text}"
    run = Category.ENDURANCE if "min" in text else Category.STRENGTH
    read = planning.parse_prescription(
        whole, Unit.KG, Exercise("any", load_kind=kind, category=run)
    )
    assert not read.problem


@pytest.mark.parametrize("text", SETS)
def test_every_set_of_the_help_on_logging_is_understood(text: str) -> None:
    kinds = {"bw": LoadKind.ADDED, "-20": LoadKind.ASSISTED}
    kind = next((made for sign, made in kinds.items() if sign in text), LoadKind.EXTERNAL)
    row = SetRow(1, None, None, None, 100.0)
    assert not parse_entry(text, Exercise("any", load_kind=kind), Unit.KG, row).problem


@pytest.mark.parametrize(
    ("entry", "title"), [("&Planning", "Progress the weeks"), ("&Logging", "Technique and pain")]
)
def test_the_help_menu_opens_a_page(window: MainWindow, entry: str, title: str) -> None:
    entries = (each for menu in window.menuBar().actions() for each in menu.menu().actions())
    next(each for each in entries if each.text().startswith(entry)).trigger()
    (dialog,) = window.findChildren(ReadingDialog)
    assert dialog.windowTitle().startswith(entry.removeprefix("&"))
    assert title in dialog.text.toPlainText()


def test_the_help_on_sheets_names_the_keys(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ReadingDialog(parent, help_page("sheets"))
    assert dialog.windowTitle() == "Sheets: printing and typing back"
    assert "Ctrl+Enter" in dialog.text.toPlainText()
