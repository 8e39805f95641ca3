"""An exercise of the user's own that is edited while a session that has it is open in the log."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.coach import own_exercises
from planner.engine.terms import Exercise, LoadKind, Measure
from planner.storage import library
from planner.ui.set_columns import Field


@pytest.fixture
def curl(desk) -> Exercise:
    """Start a session with an own exercise, and log a set of it."""
    copied = own_exercises.copied(library.exercise("lying-leg-curl"))
    slug = own_exercises.save(replace(copied, name="Slow curl"))
    desk.start("Slow curl")
    desk.type("20x8")
    desk.enter()
    return library.exercise(slug)


def edit(desk, exercise: Exercise, **changes: object) -> None:
    own_exercises.save(replace(exercise, **changes))
    desk.refresh()
    QApplication.processEvents()


def test_a_lift_counted_in_seconds_from_now_on_has_cells_for_them(desk, curl) -> None:
    edit(desk, curl, measure=Measure.SECONDS)
    assert list(desk.line(1).cells) == [Field.LOAD, Field.SECONDS]
    assert [made.reps for made in desk.stored()] == [8]


def test_a_lift_done_one_side_at_a_time_from_now_on_asks_for_the_side(desk, curl) -> None:
    assert not desk.line(1)._side.isVisible()
    edit(desk, curl, per_side=True)
    assert desk.line(1)._side.isVisible()


def test_what_does_not_fit_into_its_cell_shows_from_its_beginning(desk, curl) -> None:
    edit(desk, curl, measure=Measure.SECONDS, load_kind=LoadKind.NONE)
    cell = desk.line(1).cells[Field.SECONDS]
    assert (cell.text(), cell.hasFocus()) == ("+20 × 8 reps", False)
    assert begins_in_sight(cell)
    cell.setFocus()
    desk.line(2).first_cell().setFocus()
    assert begins_in_sight(cell)


def begins_in_sight(cell: QLineEdit) -> bool:
    """Tell whether the first letter of a cell stands at its left end."""
    return cell.cursorPositionAt(QPoint(1, cell.height() // 2)) == 0


def test_what_is_half_typed_stays_when_the_cells_are_the_same(desk, curl) -> None:
    desk.type("22.5x")
    edit(desk, curl, name="Rope curl")
    card = desk.tab.session.cards[0]
    assert card.card.exercise.name == "Rope curl"
    assert card.next_open().cells[Field.LOAD].text() == "22.5x"


def test_words_alone_stay_of_what_is_half_typed_into_other_cells(desk, curl) -> None:
    desk.type("22.5x")
    card = desk.tab.session.cards[0]
    card.head.edit_note()
    desk.type("pad at 3")
    edit(desk, curl, measure=Measure.SECONDS)
    card = desk.tab.session.cards[0]
    assert card.head.note.typed() == "pad at 3"
    assert card.next_open() is None or not card.next_open().cells[Field.LOAD].text()


def test_the_keyboard_stays_with_the_lift_that_was_edited(desk, curl) -> None:
    edit(desk, curl, per_side=True)
    assert desk.tab.session.cards[0].isAncestorOf(desk.focus())
