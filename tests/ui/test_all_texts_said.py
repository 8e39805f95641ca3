"""Every text of the window can be said in another language: none is left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from planner import language
from planner.coach import demo, logging
from planner.ui.charts.pages import PageName
from planner.ui.help_dialog import HelpDialog
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName

from . import menu_walk
from .marked_language import MarkedLanguage, left, texts

# what is written so in every language: units, notation that can be typed back, formats of paper,
# names of programs and of languages
NAMES = {
    *("kg", "KG", "lb", "LB", "cm", "km", "min", "MiB"),
    *("bw", "RIR", "RPE", "AMRAP", "Letter"),
    *("Strong", "Hevy", "Fitbod", "Liftosaur", "JEFIT", "StrongLifts"),
    *(part for name in language.NAMES.values() for part in re.findall("[A-Za-z]+", name)),
}
KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:\w+|\W)|PgUp|PgDn|Ins|Del|Esc|Enter|Home|Space")
SOURCE = re.compile(
    r"\(?[A-ZÀ-Ž][\w-]+ [^;\n()]*\b(?:19|20)\d\d\b[^:;\n()]*(?::[\w-]+)?(?: \([^()]*\))?"
)
PATH = re.compile(r"\S*/\S*")
WORD = re.compile(r"[A-Za-z]{2,}")
SETTLED_MS = 300


@pytest.fixture
def in_marked_language() -> Iterator[None]:
    """Say everything in brackets, and days and numbers without Latin letters."""
    before = QLocale()
    QLocale.setDefault(QLocale("ja_JP"))
    language.use(MarkedLanguage())
    yield
    language.use(None)
    QLocale.setDefault(before)


@pytest.fixture
def seen(
    in_marked_language: None, empty_window: MainWindow, today: date, qtbot: QtBot
) -> MainWindow:
    """The window of the sample lifter."""
    demo.add_sample_lifter(today)
    empty_window.resize(1280, 720)
    empty_window.show()
    empty_window.refresh()
    QTimer(empty_window, interval=10, timeout=menu_walk.choose_no_file).start()
    return empty_window


def test_no_text_of_the_tabs_is_left_in_english(seen: MainWindow, qtbot: QtBot) -> None:
    found = set[str]()
    for name in TabName:
        seen.menus.tabs[name].trigger()
        QApplication.processEvents()
        found |= {f"{name}: {each}" for each in _unsaid(seen)}
    assert not sorted(found)


def test_no_text_of_the_charts_is_left_in_english(seen: MainWindow, qtbot: QtBot) -> None:
    found = set[str]()
    seen.show_tab(TabName.CHARTS)
    for name in PageName:
        seen.tabs.charts().show_page(name)
        qtbot.wait(SETTLED_MS)
        found |= {f"{name}: {each}" for each in _unsaid(seen)}
    assert not sorted(found)


def test_no_text_of_a_session_is_left_in_english(seen: MainWindow, qtbot: QtBot) -> None:
    found = set[str]()
    for made in logging.sessions(seen.lifter_id())[:3]:
        seen.show_session(made.id)
        QApplication.processEvents()
        found |= {f"session: {each}" for each in _unsaid(seen)}
    assert not sorted(found)


def test_no_text_of_the_menus_and_their_dialogs_is_left_in_english(
    seen: MainWindow, qtbot: QtBot
) -> None:
    found, opened, none = set[str](), 0, menu_walk.opening_none(seen)
    for action in menu_walk.entries(seen.menuBar().actions()):
        found |= {f"menu: {each}" for each in _english("action", action.text())}
        if not action.isEnabled() or action in none:
            continue
        action.trigger()
        for dialog in [each for each in seen.findChildren(QDialog) if each.isVisible()]:
            qtbot.waitUntil(lambda shown=dialog: menu_walk.is_read(shown), timeout=20000)
            QApplication.processEvents()
            if not isinstance(dialog, HelpDialog):  # a page comes whole, as it is written
                found |= {f"{action.text()}: {each}" for each in _unsaid(dialog)}
            dialog.reject()
            opened += 1
    assert not sorted(found)
    assert opened > 40


def _unsaid(root: QWidget) -> Iterator[str]:
    for kind, text in texts(root):
        yield from _english(kind, text)


def _english(kind: str, text: str) -> Iterator[str]:
    rest = left(text)
    for other in (KEYS, SOURCE, PATH):
        rest = other.sub(" ", rest)
    words = set(WORD.findall(rest)) - NAMES
    if words:
        yield f"{kind}: {text!r}: {sorted(words)}"
