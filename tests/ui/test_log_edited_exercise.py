"""An exercise of the user's own that is edited while a session that has it is open in the log."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from planner.coach import logging
from planner.engine.terms import (
    Category,
    Limit,
    LoadKind,
    Measure,
    Side,
)
from planner.ui.pain_bar import PainBar
from planner.ui.set_columns import Field
from tests.ui.own_exercise import edit


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


def test_notes_of_an_open_row_stay_with_other_cells(desk, curl) -> None:
    row = desk.tab.session.cards[0].next_open()
    row.edit_note()
    desk.type("elbow")
    desk.enter()
    edit(desk, curl, measure=Measure.SECONDS)
    row = desk.tab.session.cards[0].next_open()
    assert row.draft().note == "elbow"
    assert row.isAncestorOf(desk.focus())


def test_what_is_half_typed_stays_when_the_sides_are_done_in_turn_from_now_on(desk, curl) -> None:
    desk.type("22.5x")
    edit(desk, curl, per_side=True)
    assert desk.cell() is desk.line(2).cells[Field.LOAD]
    desk.type("9")
    desk.enter()
    assert desk.work()[1:] == [(22.5, 9, None)]


def test_another_exercise_in_its_place_takes_nothing_that_was_half_typed(desk, curl) -> None:
    desk.add("back squat")
    desk.type("140x")
    slot = desk.tab.session.cards[1].card.logged_exercise_id
    desk.history.do("Swap", partial(logging.swap, slot, "front-squat"))
    QApplication.processEvents()
    card = desk.tab.session.cards[1]
    assert card.card.exercise.slug == "front-squat"
    assert not any(cell.text() for line in card.rows for cell in line.cells.values())
    assert card.isAncestorOf(desk.focus())


def test_a_new_name_is_shown_by_the_same_card_in_all_its_parts(desk, curl) -> None:
    card = desk.tab.session.cards[0]
    desk.line(1).edit_note()
    desk.type("pad")
    edit(desk, curl, name="Rope curl")
    assert desk.tab.session.cards == [card]
    note = desk.focus()
    assert (note.text(), note.accessibleName()) == ("pad", "Note on set 1 of Rope curl")
    named = [card.add_button, card.head.menu, *card.rows[0].cells.values()]
    assert all("Rope curl" in each.accessibleName() for each in named)
    assert not any("Slow curl" in each.placeholderText() for each in card.findChildren(QLineEdit))


def test_a_correction_half_typed_stays_as_it_was_with_its_cursor(desk, curl) -> None:
    cell = desk.line(1).cells[Field.REPS]
    cell.setFocus()
    desk.type("12")
    desk.press(Qt.Key.Key_Left)
    edit(desk, curl, name="Rope curl")
    assert desk.cell() is cell
    assert (cell.text(), cell.cursorPosition()) == ("12", 1)
    desk.enter()
    assert desk.work() == [(20, 12, None)]


def test_the_set_that_the_pacer_began_keeps_its_tempo(desk, curl) -> None:
    card = desk.tab.session.cards[0]
    desk.tab.session.pace(card.card.key, "3-1-3-0")
    edit(desk, curl, cues=("elbows in",))
    desk.type("20x8")
    desk.enter()
    assert [made.tempo for made in desk.stored()] == ["", "3-1-3-0"]


@pytest.mark.parametrize("others", [{}, {"per_side": True}, {"measure": Measure.SECONDS}])
def test_an_open_question_about_pain_is_answered_by_the_next_digit(desk, curl, others) -> None:
    desk.line(1).first_cell().setFocus()
    desk.press(Qt.Key.Key_P)
    edit(desk, curl, name="Rope curl", **others)
    (bar,) = desk.tab.findChildren(PainBar)
    assert bar.accessibleName().startswith("Pain in Rope curl, set 1")
    desk.press(Qt.Key.Key_8)
    assert [made.pain for made in desk.stored()] == [8]


def test_an_exercise_of_balance_from_now_on_is_rated_in_its_words(desk, curl) -> None:
    edit(desk, curl, category=Category.NEUROMUSCULAR)
    card = desk.tab.session.cards[0]
    assert desk.line(1).chip.accessibleName() == "Technique: rate"
    edit(desk, curl, category=Category.NEUROMUSCULAR, limits=(Limit.FALLS,))
    assert desk.tab.session.cards == [card]
    assert desk.line(1).chip.accessibleName() == "Balance: rate"


def test_bw_is_typed_where_the_body_is_the_load_from_now_on(desk, curl) -> None:
    edit(desk, curl, load_kind=LoadKind.NONE)
    card, cell = desk.tab.session.cards[0], desk.cell()
    edit(desk, curl, load_kind=LoadKind.BODYWEIGHT)
    assert desk.tab.session.cards == [card]
    desk.type("bwx12")
    assert (desk.cell(), cell.text()) == (cell, "bwx12")


@pytest.mark.parametrize("changes", [{"per_side": True}, {"measure": Measure.SECONDS}])
def test_the_keyboard_stays_in_the_set_that_is_corrected(desk, curl, changes) -> None:
    desk.line(1).cells[Field.LOAD].setFocus()
    desk.type("25")
    edit(desk, curl, **changes)
    assert desk.cell() is desk.line(1).cells[Field.LOAD]
    desk.enter()
    assert len(desk.stored()) == 1


def test_the_keyboard_stays_in_its_set_below_rows_that_go(desk, curl) -> None:
    desk.type("20x8")
    desk.enter()
    desk.line(1).dropped.emit()
    desk.line(3).first_cell().setFocus()
    edit(desk, curl, measure=Measure.SECONDS)
    assert desk.line(2).isAncestorOf(desk.focus())


def test_an_enter_by_habit_logs_nothing_once_what_was_typed_does_not_fit(desk, curl) -> None:
    desk.type("25x9")
    edit(desk, curl, load_kind=LoadKind.ADDED)
    assert desk.line(2).isAncestorOf(desk.focus())
    desk.enter()
    assert len(desk.stored()) == 1


@pytest.mark.parametrize("part", ["add_button", "menu", "note"])
def test_the_keyboard_stays_on_what_is_beside_the_rows(desk, curl, part) -> None:
    def found():
        card = desk.tab.session.cards[0]
        return {"add_button": card.add_button, "menu": card.head.menu, "note": card.head.note}[part]

    if part == "note":
        desk.tab.session.cards[0].head.edit_note()
        desk.type("pad at")
    else:
        found().setFocus()
    edit(desk, curl, per_side=True)
    held = found()
    assert desk.focus() is (held.focusProxy() or held)
    if part == "note":
        desk.type(" 3")
        assert held.typed() == "pad at 3"


@pytest.mark.parametrize("changes", [{"name": "Rope curl"}, {"per_side": True}])
def test_the_keyboard_is_in_the_row_again_behind_a_dialog(desk, curl, qtbot, changes) -> None:
    desk.type("22.5x")
    dialog = QDialog(desk.window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    edit(desk, curl, **changes)
    dialog.close()
    dialog.deleteLater()
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    assert desk.cell() is desk.line(2).cells[Field.LOAD]
    desk.type("9")
    desk.enter()
    assert desk.work()[1:] == [(22.5, 9, None)]


def test_no_side_is_left_of_a_lift_done_with_both_from_now_on(desk, curl) -> None:
    edit(desk, curl, per_side=True)
    desk.press(Qt.Key.Key_L)
    edit(desk, curl, per_side=False)
    desk.type("20x8")
    desk.enter()
    assert [made.side for made in desk.stored()] == [Side.BOTH] * 2
