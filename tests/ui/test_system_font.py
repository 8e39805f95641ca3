"""A desktop with larger letters: nothing is cut off at 1280 x 720, and small print grows, too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner import language
from planner.coach import demo
from planner.ui import screen_room, theme
from planner.ui.calendar_day import DayButton
from planner.ui.charts.pages import PageName
from planner.ui.log_start import LogStart
from planner.ui.main_window import MainWindow
from planner.ui.plan_rows import LineRow
from planner.ui.screen_room import FRAME
from planner.ui.session_list import SessionList
from planner.ui.top_bar import TabName

from . import cut_off, menu_walk

SCREEN = QSize(1280, 720)
LEAN = 3  # px that a button may lack of what it would like above and below its words


@pytest.fixture(params=[9, 11, 14], ids=lambda points: f"{points} pt")
def points(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    """The size of the desktop's letters."""
    theme.load_fonts()
    qapp.setFont(QFont("Noto Sans", request.param))
    theme.apply(qapp, theme.LIGHT)
    yield request.param
    qapp.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def shown(
    points: int, empty_window: MainWindow, today: date, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """The window of the sample lifter."""
    demo.add_sample_lifter(today)
    empty_window.resize(SCREEN)
    empty_window.show()
    empty_window.refresh()
    room = empty_window.screen().availableSize() - (SCREEN - FRAME)
    monkeypatch.setattr(screen_room, "FRAME", room)
    QTimer(empty_window, interval=10, timeout=menu_walk.choose_no_file).start()
    return empty_window


def test_nothing_is_cut_off_in_the_tabs(shown: MainWindow, qtbot: QtBot) -> None:
    faults = list[object]()
    for name in TabName:
        shown.show_tab(name)
        qtbot.wait(50)
        faults += [(name.name, *each) for each in lacking(shown)]
        if name is TabName.LOG:
            shown.findChild(LogStart).buttons[0].click()
            qtbot.wait(50)
            faults += [("session", *each) for each in lacking(shown)]
    assert faults == []
    assert shown.size() == SCREEN


@pytest.fixture(params=["de", "es", "fr"])
def spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    """A language whose words are longer than those of English."""
    with language.saying(request.param):
        yield


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("points", [9], indirect=True)
def test_nothing_is_cut_off_in_longer_words_on_laptops_that_show_all_larger(
    shown: MainWindow, qtbot: QtBot
) -> None:
    faults = list[object]()
    for size in (QSize(910, 484), QSize(683, 356), QSize(1024, 548), SCREEN):
        shown.resize(size)
        for name in TabName:
            shown.show_tab(name)
            qtbot.wait(50)
            faults += [(size.width(), name.name, *each) for each in lacking(shown)]
            assert shown.bar.minimumSizeHint().width() <= size.width()
    assert faults == []


@pytest.mark.parametrize("points", [14], indirect=True)
def test_nothing_is_cut_off_on_the_pages_of_the_charts(shown: MainWindow, qtbot: QtBot) -> None:
    faults = list[object]()
    shown.show_tab(TabName.CHARTS)
    for page in PageName:
        shown.tabs.charts().show_page(page)
        qtbot.wait(50)
        faults += [(page.name, *each) for each in lacking(shown)]
    assert faults == []


@pytest.mark.parametrize("points", [14], indirect=True)
def test_nothing_is_cut_off_in_the_dialogs(shown: MainWindow, qtbot: QtBot) -> None:
    faults, seen, none = list[object](), 0, menu_walk.opening_none(shown)
    for action in menu_walk.entries(shown.menuBar().actions()):
        if not action.isEnabled() or action in none:
            continue
        action.trigger()
        for dialog in [each for each in shown.findChildren(QDialog) if each.isVisible()]:
            qtbot.waitUntil(partial(menu_walk.is_read, dialog), timeout=20000)
            QApplication.processEvents()
            faults += [(action.text(), *each) for each in lacking(dialog)]
            size, room = dialog.size(), SCREEN - FRAME
            if size != size.boundedTo(room + QSize(0, theme.GRID)):  # few title bars are as high
                faults.append((action.text(), "too large", size))
            dialog.reject()
            seen += 1
    assert faults == []
    assert seen > 40


@pytest.mark.parametrize("points", [14], indirect=True)
def test_small_print_is_as_much_smaller_as_beside_the_usual_letters(
    shown: MainWindow, qtbot: QtBot
) -> None:
    qtbot.wait(50)
    line = shown.findChild(LineRow)
    assert theme.small(line.font()).pointSizeF() == pytest.approx(14 * 8.5 / 9.5)
    shown.show_tab(TabName.LOG)
    sessions = shown.findChild(SessionList)
    first = sessions.visualRect(sessions.model().index(1, 0))
    lines = sessions.fontMetrics().height() + sessions.fontMetrics().height() * 8.5 / 9.5
    assert first.height() > lines


def lacking(within: QWidget) -> Iterator[tuple[object, ...]]:
    """Yield words, fields and rows that have too little room."""
    for each in cut_off.words(within):
        if cut_off.is_cut(each) and not isinstance(each, DayButton):  # it paints its number
            yield "cut off", each.text(), each.size(), cut_off.needed(each)
        pressed = isinstance(each, QPushButton) or each.property("kind") == "tab"
        if pressed and each.text() and each.sizeHint().height() > each.height() + LEAN:
            yield "flat", each.text(), each.size(), each.sizeHint()
    for area in within.findChildren(QScrollArea):
        off = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if off and area.isVisible() and area.widget().width() > area.viewport().width():
            yield "wider than what shows it", area.widget(), area.viewport().size()
    for field in within.findChildren(QLineEdit):
        if field.isVisible() and field.height() < field.fontMetrics().height():
            yield "flat", field.accessibleName(), field.size()
    for view in within.findChildren(QAbstractItemView):
        rows = view.isVisible() and view.model() is not None and view.model().rowCount()
        first = view.visualRect(view.model().index(0, 0)) if rows else None
        if first and 0 < first.height() < view.fontMetrics().height():
            yield "flat rows", view.accessibleName(), first.height()
