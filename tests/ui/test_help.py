"""The help: pages beside each other, found by what is typed, and in step with the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from planner import language
from planner.coach import manual, planning
from planner.coach.entry import SetRow, parse_entry
from planner.engine.terms import Category, Exercise, LoadKind, Unit
from planner.language import tr
from planner.ui import help_pages, theme
from planner.ui.help_dialog import HelpDialog
from planner.ui.main_window import MainWindow

PATH = re.compile(r"\*([^*›]+) › ([^*›]+)[^*]*\*")
MNEMONIC = re.compile(r"\(&.\)|&")
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")


def plain(entry: str) -> str:
    """Return the words of a menu."""
    return MNEMONIC.sub("", entry).rstrip("…")


def typed(page: str) -> list[str]:
    """Return what the tables of a help page say can be typed."""
    table = [line for line in manual.page(page).splitlines() if line.startswith("| `")]
    return [text for line in table for text in re.findall("`([^`]+)`", line.split("|")[1])]


PRESCRIPTIONS, SETS = typed("planning"), typed("logging")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def help_dialog(parent: QWidget) -> HelpDialog:
    dialog = HelpDialog(parent, "start")
    dialog.show()
    return dialog


def test_all_pages_are_listed_and_the_first_is_where_to_start(help_dialog: HelpDialog) -> None:
    lines = [help_dialog.list.item(at).text() for at in range(help_dialog.list.count())]
    assert lines[0] == "Start here"
    assert len(lines) == len(set(lines)) == len(manual.PAGES)
    assert "The first ten minutes" in help_dialog.text.toPlainText()


def test_what_is_typed_is_found_on_every_page(qtbot: QtBot, help_dialog: HelpDialog) -> None:
    qtbot.keyClicks(help_dialog.search, "forgotten passphrase")
    assert help_dialog.list.item(0).text().startswith("Keep your data from others\n")
    assert "cannot be recovered" in help_dialog.text.toPlainText()
    assert len(help_dialog.text.extraSelections()) > 1


def test_enter_goes_from_word_to_word_and_around(qtbot: QtBot, help_dialog: HelpDialog) -> None:
    qtbot.keyClicks(help_dialog.search, "backups")
    places = []
    for _ in range(3):
        qtbot.keyClick(help_dialog.search, Qt.Key.Key_Return)
        places.append(help_dialog.text.textCursor().selectionStart())
    assert help_dialog.text.textCursor().selectedText().lower() == "backups"
    assert places == sorted(set(places))
    assert help_dialog.isVisible()


def test_what_stands_nowhere_is_said_and_all_pages_come_back(
    qtbot: QtBot, help_dialog: HelpDialog
) -> None:
    qtbot.keyClicks(help_dialog.search, "zzzz")
    assert help_dialog.nothing.isVisible()
    assert help_dialog.list.count() == 0
    for _ in "zzzz":
        qtbot.keyClick(help_dialog.search, Qt.Key.Key_Backspace)
    assert help_dialog.nothing.isHidden()
    assert help_dialog.list.count() == len(manual.PAGES)


def test_only_words_that_are_read_are_found() -> None:
    assert not manual.found("pictures/log.png")
    assert not manual.found("|")
    assert manual.found("strg+z", lambda text: text.replace("Ctrl", "Strg"))


def test_whoever_read_on_stays_there_when_the_window_changes(help_dialog: HelpDialog) -> None:
    help_dialog.show_page("planning", "Write a prescription")
    bar = help_dialog.text.verticalScrollBar()
    bar.triggerAction(QScrollBar.SliderAction.SliderToMaximum)
    help_dialog.resize(help_dialog.width() - 5, help_dialog.height())
    assert bar.value() > bar.maximum() / 2


def test_nothing_stays_marked_where_nothing_is_found(qtbot: QtBot, help_dialog: HelpDialog) -> None:
    qtbot.keyClicks(help_dialog.search, "backups")
    assert help_dialog.text.extraSelections()
    qtbot.keyClicks(help_dialog.search, "zzz")
    assert not help_dialog.text.extraSelections()


def test_a_page_opens_at_a_heading(parent: QWidget) -> None:
    dialog = HelpDialog(parent, "planning", "Write a prescription")
    dialog.show()
    assert dialog.text.textCursor().block().text() == "Write a prescription"
    assert dialog.text.verticalScrollBar().value() > 0


def test_the_help_that_is_open_turns_to_the_page(window: MainWindow) -> None:
    help_pages.show_help(window)
    (dialog,) = window.findChildren(HelpDialog)
    dialog.showMinimized()
    help_pages.show_page(window, "sheets")
    assert not dialog.isMinimized()
    assert dialog.shown == "sheets"
    assert "Ctrl+Enter" in dialog.text.toPlainText()


def test_pictures_are_there_and_no_wider_than_the_text(help_dialog: HelpDialog) -> None:
    found = [name for page in manual.PAGES for name in PICTURE.findall(manual.page(page))]
    assert len(found) > 3
    assert all(QImageReader(str(theme.RESOURCES / "help" / name)).size().width() for name in found)
    help_dialog.resize(640, 400)
    assert help_dialog.text.document().idealWidth() <= help_dialog.text.viewport().width()


def test_every_picture_is_used() -> None:
    used = {Path(name).name for page in manual.PAGES for name in PICTURE.findall(manual.page(page))}
    assert {file.name for file in (theme.RESOURCES / "help" / "pictures").iterdir()} == used


@pytest.mark.parametrize("code", sorted(language.NAMES))
def test_every_menu_entry_that_the_help_names_is_there(window: MainWindow, code: str) -> None:
    menus = [
        (menu.text(), each.text())
        for menu in window.menuBar().actions()
        for each in menu.menu().actions()
    ]
    with language.saying(code):
        entries = [(plain(tr(menu)), plain(tr(entry))) for menu, entry in menus]
        named = {path for page in manual.PAGES for path in PATH.findall(manual.page(page))}
    titles = {menu for menu, _ in entries}
    paths = {
        (menu, entry.replace("\n", " ").rstrip(" …")) for menu, entry in named if menu in titles
    }
    assert len(paths) > 30
    lacking = [
        (menu, entry) for menu, entry in sorted(paths)
        if not any(menu == each and words.startswith(entry) for each, words in entries)
    ]  # fmt: skip
    assert not lacking


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
    (dialog,) = window.findChildren(HelpDialog)
    assert dialog.text.accessibleName().startswith(entry.removeprefix("&"))
    assert title in dialog.text.toPlainText()
