"""P asks how much a set hurt, in place below its row, and the card answers at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.pain_bar import PainBar


@pytest.fixture
def card(desk) -> ExerciseEntry:
    made = desk.start()
    desk.type("60x5@2")
    desk.enter()
    return made


def bars(card: ExerciseEntry) -> list[PainBar]:
    return [each for each in card.findChildren(PainBar) if each.isVisible()]


def ask(desk, *keys: Qt.Key) -> None:
    for key in (Qt.Key.Key_P, *keys):
        desk.press(key)
    QApplication.processEvents()


def test_p_in_the_empty_row_asks_for_the_set_just_done_and_a_digit_answers(desk, card):
    before = desk.focus()
    desk.press(Qt.Key.Key_P)
    (bar,) = bars(card)
    assert bar.parentWidget() is card.rows[0]
    assert bar.accessibleName() == "Pain in Back squat, set 1, 0 to 10"
    desk.press(Qt.Key.Key_4)
    assert [made.pain for made in desk.stored()] == [4]
    assert desk.focus() is before
    assert bars(card) == []
    assert "pain 4" in card.rows[0]._foot.facts.text()
    QApplication.processEvents()
    assert card.next_set.news.text() == "Pain of 4 out of 10: hold the load, or take less."


@pytest.mark.parametrize(
    ("keys", "pain"),
    [
        ((Qt.Key.Key_1, Qt.Key.Key_0), 10),
        ((Qt.Key.Key_1, Qt.Key.Key_Return), 1),
        ((Qt.Key.Key_0,), 0),
        ((Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return), 2),
    ],
)
def test_ten_takes_two_digits_and_the_arrows_walk(desk, card, keys, pain):
    ask(desk, *keys)
    assert [made.pain for made in desk.stored()] == [pain]


def test_strong_pain_goes_on_with_the_next_exercise_and_asks_once_back_in_this_one(desk, card):
    other = desk.add("bench press")
    card.rows[1].first_cell().setFocus()
    ask(desk, Qt.Key.Key_6)
    assert other.isAncestorOf(desk.focus())
    card.rows[1].first_cell().setFocus()
    desk.type("60x5@2")
    desk.enter()
    assert desk.says(2) == "Pain 6 in the last set. One more all the same? Enter keeps it."
    assert len(desk.stored()) == 1
    desk.enter()
    assert len(desk.stored()) == 2
    desk.type("60x5@2")
    desk.enter()
    assert len(desk.stored()) == 3


def test_strong_pain_in_the_only_exercise_leaves_the_focus_and_asks_before_a_repeat(desk, card):
    ask(desk, Qt.Key.Key_5)
    assert card.isAncestorOf(desk.focus())
    card.repeat()
    assert desk.says(2).startswith("Pain 5 in the last set.")
    card.repeat()
    assert len(desk.stored()) == 2


def test_esc_leaves_without_an_answer_and_gives_the_focus_back(desk, card):
    before = desk.focus()
    ask(desk, Qt.Key.Key_Escape)
    assert desk.focus() is before
    assert [made.pain for made in desk.stored()] == [None]


def test_pain_is_taken_back_by_undo(desk, card):
    ask(desk, Qt.Key.Key_6)
    desk.history.undo()
    desk.refresh()
    assert [made.pain for made in desk.stored()] == [None]


def test_before_a_set_is_stored_nothing_is_asked(desk):
    made = desk.start()
    ask(desk)
    assert bars(made) == []
    assert desk.says() == "Log the set first; then P asks for pain in it."
