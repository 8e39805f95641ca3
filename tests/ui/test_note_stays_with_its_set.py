"""A note being typed on a set is of that set, wherever undo or a row asked for puts it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.engine.terms import SetKind
from planner.ui.entry_cell import EntryCell


@pytest.fixture
def three(desk):
    """Log three sets of squats."""
    desk.start()
    for text in ("100x5", "90x6", "80x7"):
        desk.type(text)
        desk.enter()
    return desk


def begin(desk, number: int, text: str) -> None:
    desk.line(number).first_cell().setFocus()
    desk.press(Qt.Key.Key_N)
    desk.type(text)


def undo(desk) -> None:
    """Undo, as the button does, which leaves the focus where it is."""
    desk.history.undo()
    desk.refresh()
    QApplication.processEvents()


def test_a_set_that_comes_back_above_moves_the_note_with_its_set(three) -> None:
    three.line(1).removed.emit()
    begin(three, 1, "f")
    undo(three)
    three.type("ell")
    assert three.focus().accessibleName() == "Note on set 2 of Back squat"
    three.enter()
    assert [(made.note, made.kind) for made in three.stored()] == [
        ("", SetKind.WORK), ("fell", SetKind.WORK), ("", SetKind.WORK),
    ]  # fmt: skip
    assert isinstance(three.focus(), EntryCell)


def test_a_drop_set_asked_for_above_moves_the_note_with_its_set(three) -> None:
    begin(three, 3, "fell")
    three.line(1).dropped.emit()
    QApplication.processEvents()
    assert [made.note for made in three.stored()] == ["", "", "fell"]


def test_the_note_goes_with_a_set_that_is_gone_and_the_keyboard_is_in_its_row(three) -> None:
    begin(three, 3, "f")
    undo(three)
    assert three.line(3).isAncestorOf(three.focus())
    assert isinstance(three.focus(), EntryCell)
    assert [made.note for made in three.stored()] == ["", ""]
