"""Layouts: what stands in them, and that nothing of them stays in Python once Qt has deleted it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from planner import ui
from planner.ui.fitting import fit_screen
from planner.ui.layout_parts import clear_places, empty, move_first, parts

from .known_items import known_items


@pytest.fixture
def dialog(qtbot: QtBot) -> QDialog:
    made = QDialog()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def box(dialog: QDialog) -> QVBoxLayout:
    """A label, a space, a line of two buttons, and a label to the right that takes the room."""
    made, line = QVBoxLayout(dialog), QHBoxLayout()
    made.addWidget(QLabel("first", dialog))
    made.addSpacing(10)
    made.addLayout(line)
    made.addWidget(QLabel("last", dialog), 1, Qt.AlignmentFlag.AlignRight)
    for text in ("one", "two"):
        line.addWidget(QPushButton(text, dialog))
    return made


def texts(layout):
    return [each.text() if hasattr(each, "text") else texts(each) for each in parts(layout)]


def test_parts_are_told_in_the_order_in_which_they_stand(box):
    assert texts(box) == ["first", ["one", "two"], "last"]


def test_another_widget_of_the_dialog_is_no_part(box, dialog):
    QLabel("beside", dialog)
    assert "beside" not in texts(box)


def test_an_emptied_layout_keeps_what_comes_back(box):
    first = parts(box)[0]
    empty(box, but=first)
    assert box.count() == 0
    assert not first.isHidden()


def test_what_is_moved_keeps_its_place_room_and_side(box, dialog):
    inner, last = QVBoxLayout(), parts(box)[-1]
    while box.count():
        move_first(box, inner)
    assert inner.count() == 4
    box.addLayout(inner)
    assert texts(inner) == ["first", ["one", "two"], "last"]
    assert inner.stretch(3) == 1
    dialog.resize(400, 300)
    dialog.show()
    assert last.geometry().right() == inner.geometry().right()
    assert last.width() < 200


def test_a_dialog_grows_with_a_label_in_the_part_that_scrolls(dialog):
    said, column = QLabel("short", dialog), QVBoxLayout(dialog)
    said.setWordWrap(True)
    for each in (said, QPushButton("Close", dialog)):
        column.addWidget(each)
    fit_screen(column)
    dialog.setFixedWidth(300)
    dialog.show()
    said.setText("words that need many lines " * 20)
    QApplication.processEvents()
    assert said.height() >= said.heightForWidth(said.width())
    assert dialog.height() > said.height()


def test_no_item_of_a_dialog_stays_in_python_after_its_widget(dialog):
    before, column = known_items(), QVBoxLayout(dialog)
    for text in ("first", "second", "buttons"):
        column.addWidget(QLabel(text, dialog))
    fitted = fit_screen(column)
    dialog.show()
    delete(parts(column)[-1])
    delete(parts(fitted.widget().layout())[0])
    assert known_items() == before


def test_what_is_placed_anew_leaves_no_item_behind(dialog):
    before, column, line = known_items(), QVBoxLayout(dialog), QHBoxLayout()
    label = QLabel("here", dialog)
    line.addWidget(label)
    column.addLayout(line)
    clear_places(line)
    line.addWidget(label)
    assert parts(line) == [label]
    assert known_items() == before


def test_no_screen_asks_a_layout_for_an_item():
    """A list's own `itemAt` tells which of its rows is at a point."""
    sources = {path: path.read_text("utf-8") for path in Path(ui.__file__).parent.rglob("*.py")}
    asks = re.compile(r"(?<!self)\.itemAt\(|\.itemAtPosition\(")
    assert [path.name for path, text in sources.items() if asks.search(text)] == []
