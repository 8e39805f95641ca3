"""Texts that are too long for a line are wrapped, and cut only when they must be."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui import theme
from planner.ui.table_model import Column, TableModel
from planner.ui.wrapping import wrapped
from planner.ui.wrapping_table import ITEM_PADDING, WrappingTable


@pytest.fixture(scope="module")
def font(qapp) -> QFont:
    return QFont(qapp.font())


def width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text) + 2


def test_a_text_that_fits_stays_on_one_line(font):
    assert wrapped("Back squat", font, width("Back squat", font)) == ["Back squat"]


def test_a_long_text_breaks_between_words(font):
    room = width("Romanian", font)
    assert wrapped("Romanian deadlift", font, room) == ["Romanian", "deadlift"]


def test_only_what_exceeds_the_last_line_is_cut(font):
    first, second = wrapped("Incline dumbbell bench press", font, width("dumbbell b", font))
    assert first == "Incline"
    assert second.startswith("dumbbell")
    assert second.endswith("…")


def test_a_word_wider_than_the_line_breaks_within_itself(font):
    assert wrapped("Hamstrings", font, width("Hamst", font)) == ["Hamst", "rings"]


def test_an_empty_text_is_an_empty_line(font):
    assert wrapped("", font, 50) == [""]


@given(text=st.text("abc de", max_size=40), room=st.integers(20, 200), most=st.integers(1, 4))
def test_no_line_is_wider_than_the_room_and_none_too_many(font, text, room, most):
    lines = wrapped(text, font, room, most)
    assert len(lines) <= most
    assert all(QFontMetrics(font).horizontalAdvance(line) <= room + 1 for line in lines)
    if not any(line.endswith("…") for line in lines):
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_row_is_as_high_as_the_lines_of_its_text(qtbot):
    theme.apply(QApplication.instance(), theme.LIGHT)
    words = ", ".join(("4 × Deadlift", "3 × Incline dumbbell bench press", "2 × Pallof press"))
    window = QWidget()
    qtbot.addWidget(window)
    table = WrappingTable(model := TableModel([Column("Exercises", str)]), window)
    window.show()
    model.set_rows([words])
    QApplication.processEvents()
    metrics, wraps = QFontMetrics(table.font()), int(Qt.TextFlag.TextWordWrap)
    for room in range(200, 320, 4):
        table.resize(room, 200)
        QApplication.processEvents()
        inner = QRect(0, 0, table.columnWidth(0) - ITEM_PADDING, 999)
        assert inner.width() < room
        assert table.rowHeight(0) >= metrics.boundingRect(inner, wraps, words).height()
