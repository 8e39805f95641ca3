"""A note being typed on a set is of that set, wherever undo or a row asked for puts it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.coach import clients, logging, own_exercises
from planner.engine.terms import Measure, SetKind, Technique, Unit
from planner.storage import library, log
from planner.ui.entry_cell import EntryCell


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


@pytest.mark.parametrize("what", ["exercise", "session"])
def test_a_note_half_typed_goes_with_the_set_when_its_deletion_is_done_again(three, what) -> None:
    (session,) = logging.sessions(three.lifter)
    (slot,) = log.session(session.id).exercises
    delete = {
        "exercise": partial(logging.remove_exercise, slot.id),
        "session": partial(logging.delete, session.id),
    }[what]
    three.history.do("Delete", delete)
    undo(three)
    begin(three, 2, "fell")
    three.history.redo()
    three.refresh()
    QApplication.processEvents()
    undo(three)
    assert [made.note for made in three.stored()] == ["", "", ""]


def test_the_keyboard_is_in_the_row_when_another_program_was_in_front_meanwhile(
    three, qtbot
) -> None:
    begin(three, 2, "fell")
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    with qtbot.waitActive(other):
        other.activateWindow()
    assert [made.note for made in three.stored()] == ["", "fell", ""]
    other.close()
    with qtbot.waitActive(three.window):
        three.window.activateWindow()
    assert three.line(2).isAncestorOf(three.focus())


def test_a_note_half_typed_is_typed_on_below_its_set_when_the_unit_changes(three) -> None:
    pounds = replace(clients.lifter(three.lifter), unit=Unit.LB)
    three.history.do("Change lifter", partial(clients.change, pounds))
    begin(three, 2, "left kn")
    undo(three)
    assert three.focus().accessibleName() == "Note on set 2 of Back squat"
    three.type("ee")
    three.enter()
    assert [made.note for made in three.stored()] == ["", "left knee", ""]


def test_a_note_half_typed_is_typed_on_when_its_exercise_has_other_cells(desk) -> None:
    copied = own_exercises.copied(library.exercise("lying-leg-curl"))
    curl = library.exercise(own_exercises.save(replace(copied, name="Slow curl")))
    desk.start("Slow curl")
    desk.type("20x8")
    desk.enter()
    begin(desk, 1, "fe")
    own_exercises.save(replace(curl, measure=Measure.SECONDS))
    desk.refresh()
    desk.type("ll")
    desk.enter()
    assert [made.note for made in desk.stored()] == ["fell"]


def test_a_note_half_typed_waits_below_its_set_while_another_session_is_shown(three) -> None:
    (first,) = logging.sessions(three.lifter)
    begin(three, 2, "fell")
    three.tab.show_session(logging.start_free(three.lifter, three.today))
    (half,) = three.tab.session.half_typed()
    assert half.texts() == ["fell"]
    three.tab.show_session(first.id)
    assert three.line(2).foot.typed() == "fell"


def test_a_note_that_was_opened_and_not_changed_is_nothing_typed(three) -> None:
    begin(three, 2, "fell")
    three.enter()
    begin(three, 2, "")
    three.tab.show_session(logging.start_free(three.lifter, three.today))
    (half,) = three.tab.session.half_typed()
    assert half.texts() == []


def test_a_note_is_typed_on_where_its_cursor_is_when_another_set_is_rated(three) -> None:
    begin(three, 2, "ell")
    three.press(Qt.Key.Key_Home)
    three.line(1).rated.emit(Technique.SOUND)
    QApplication.processEvents()
    three.type("f")
    three.enter()
    assert [made.note for made in three.stored()] == ["", "fell", ""]
    assert isinstance(three.focus(), EntryCell)
