"""Every dialog of the menus on 1440 x 900 at 200 %: inside the screen, with no words cut off.

A language that is longer than any of ours has 1280 x 720, and one may go right to left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner import language
from planner.coach import blocks, clients
from planner.ui import screen_room, theme
from planner.ui.main_window import MainWindow
from planner.ui.screen_room import FRAME

from . import cut_off, menu_walk
from .long_language import LongLanguage

SMALL = QSize(720, 450)  # points
USUAL = QSize(1280, 720)  # for what is longer than any language here
LONG = "Bartholomew Featherstonehaugh-Cholmondeley van der Westhuizen-Montgomery III, jr."
ROUNDING = 1  # px by which a dialog may be measured larger than it is drawn


@pytest.fixture(params=[*sorted(language.NAMES), "right to left", "long"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Say everything in each language, which is longer or has wider signs, or is no language."""
    before = QLocale()
    if request.param == "right to left":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    elif request.param == "long":
        language.use(LongLanguage())
    else:
        language.choose(request.param)
        QLocale.setDefault(QLocale(request.param))
    if request.param == "ja":
        theme.load_japanese()
    yield
    language.use(None)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def screen(request: pytest.FixtureRequest) -> QSize:
    """The screen in points."""
    return USUAL if "long" in request.node.name else SMALL


@pytest.fixture
def shown(
    spoken: None,
    screen: QSize,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    lifter: int,
    qapp: QApplication,
) -> MainWindow:
    """A window as large as the screen, of somebody with a long name and a block."""
    theme.apply(qapp, theme.LIGHT)
    window.resize(screen)
    window.show()
    room = window.screen().availableSize() - (screen - FRAME)
    monkeypatch.setattr(screen_room, "FRAME", room)
    clients.change(replace(clients.lifter(lifter), name=LONG))
    blocks.new_mesocycle(lifter, "Block", window.today(), weeks=1)
    window.refresh()
    QTimer(window, interval=10, timeout=menu_walk.choose_no_file).start()
    return window


def test_each_dialog_of_the_menus_is_inside_the_screen_and_cuts_off_no_words(
    shown: MainWindow, screen: QSize, qtbot: QtBot
) -> None:
    seen, faults, none = 0, list[tuple[object, ...]](), menu_walk.opening_none(shown)
    for action in menu_walk.entries(shown.menuBar().actions()):
        if not action.isEnabled() or action in none:
            continue
        action.trigger()
        for dialog in [each for each in shown.findChildren(QDialog) if each.isVisible()]:
            qtbot.waitUntil(partial(menu_walk.is_read, dialog))
            QApplication.processEvents()
            faults += _faults(dialog, action.text(), screen - FRAME)
            dialog.reject()
            seen += 1
    assert not faults
    assert seen > 40


def _faults(dialog: QDialog, name: str, room: QSize) -> Iterator[tuple[object, ...]]:
    if dialog.width() > room.width() or dialog.height() > room.height() + ROUNDING:
        yield name, "too large", dialog.size()
    for each in dialog.findChildren(QWidget):
        if each.isVisible() and not each.isWindow() and not _scrolls(each, dialog):
            place = QRect(each.mapTo(dialog, QPoint(0, 0)), each.size())
            if not dialog.rect().contains(place):
                yield name, "outside", each
    for area in dialog.findChildren(QScrollArea):
        off = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        content = area.widget()
        if off and area.isVisible() and content.width() > area.viewport().width():
            yield name, "wider than what shows it", content.size(), area.viewport().size()
    for words in cut_off.words(dialog):
        if cut_off.is_cut(words):
            yield name, "cut off", words.text(), words.size(), cut_off.needed(words)


def _scrolls(widget: QWidget, dialog: QDialog) -> bool:
    areas = dialog.findChildren(QAbstractScrollArea)
    return any(area.isAncestorOf(widget) for area in areas)
