"""The list of lifters at the top left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.engine.terms import Lifter
from planner.ui import theme
from planner.ui.lifter_picker import LifterPicker

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LONG = "Maximiliana Konstantinopolitanskaya-Featherstonehaugh of the Northern Weights Club"


@pytest.fixture
def picker(qapp: QApplication, qtbot: QtBot) -> Iterator[LifterPicker]:
    theme.load_fonts()
    theme.apply(qapp, theme.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    made = LifterPicker(window)
    window.show()
    yield made
    made.popup.close()


def open_with(picker: LifterPicker, count: int) -> list[int]:
    """Open the list of so many lifters, one with a very long name; return the rows in sight."""
    names = [LONG, *(f"Lifter {number}" for number in range(2, count + 1))]
    lifters = [Lifter(name=name, id=number) for number, name in enumerate(names, 1)]
    picker.show_lifters(lifters, lifters[0])
    picker.open_list()
    QApplication.processEvents()
    rows = picker.popup.list
    places = [rows.visualItemRect(rows.item(row)) for row in range(count)]
    height = rows.viewport().height()
    return [row for row, at in enumerate(places) if at.top() >= 0 and at.bottom() < height]


@pytest.mark.parametrize("count", [1, 2, 5, 8, 10])
def test_a_long_name_hides_nobody(picker, count):
    assert open_with(picker, count) == list(range(count))


def test_of_many_lifters_ten_are_seen_at_once(picker):
    assert open_with(picker, 30) == list(range(10))


def test_a_long_name_ends_in_dots_and_is_whole_in_its_tooltip(picker):
    open_with(picker, 30)
    rows = picker.popup.list
    assert not rows.horizontalScrollBar().isVisible()
    assert rows.horizontalScrollBar().maximum() == 0
    assert rows.item(0).toolTip() == LONG


def test_a_name_that_begins_as_typed_comes_before_words_that_do_and_letters_inside(picker):
    names = ["Robin Beno", "Ruben Otto", "Ona Ben", "Ben Okafor", "Ben Novak", *map(str, range(9))]
    lifters = [Lifter(name=name, id=number) for number, name in enumerate(names, 1)]
    picker.show_lifters(lifters, lifters[0])
    picker.open_list()
    popup, taken = picker.popup, []
    picker.chosen.connect(taken.append)
    popup.search.setText("ben o")
    found = [popup.list.item(row).text() for row in range(popup.list.count())]
    assert found == ["Ben Okafor", "Ona Ben", "Robin Beno", "Ruben Otto", "Ben Novak"]
    popup.search.returnPressed.emit()
    assert taken == [4]


@pytest.mark.parametrize("count", [3, 30])
def test_a_name_that_nobody_has_is_told_and_chooses_nobody(picker, count):
    chosen: list[int] = []
    picker.chosen.connect(chosen.append)
    open_with(picker, count)
    popup = picker.popup
    QTest.keyClicks(QApplication.focusWidget() or popup.list, "B")
    QTest.keyClicks(popup.search, "ob")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    assert popup.nobody.isVisible()
    assert popup.nobody.text() == "Nobody is called “Bob”."
    assert popup.isVisible()
    assert chosen == []
    popup.search.setText("Lifter 2")
    assert not popup.nobody.isVisible()
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    assert chosen == [2]
