"""P asks how much a set hurt, in place below its row, and the card answers at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import plan
from planner.ui import enter_by_habit
from planner.ui.entry_cell import EntryCell
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.pain_bar import PainBar
from planner.ui.set_columns import Field


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
    assert "pain 4" in card.rows[0].foot.facts.text()
    QApplication.processEvents()
    assert card.next_set.news.text() == "Pain of 4 out of 10: hold the load, or take less."


def click(line, field: Field) -> EntryCell:
    """Click behind the text of a cell, so that nothing of it is selected."""
    cell = line.cells[field]
    QTest.mouseClick(cell, Qt.MouseButton.LeftButton, pos=cell.rect().center())
    assert cell.hasFocus()
    assert not cell.hasSelectedText()
    return cell


@pytest.mark.parametrize("field", [Field.LOAD, Field.REPS, Field.RIR])
def test_p_after_a_click_into_a_finished_set_asks_for_it_and_types_nothing(desk, card, field):
    cell = click(card.rows[0], field)
    ask(desk, Qt.Key.Key_4)
    assert [made.pain for made in desk.stored()] == [4]
    assert not cell.edited()
    assert cell.hasFocus()


def test_p_stays_a_letter_in_a_cell_that_is_being_typed(desk, card):
    cell = click(card.rows[0], Field.RIR)
    desk.type(".5p")
    assert cell.text() == "2.5p"
    assert bars(card) == []


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


@pytest.fixture
def long_day(desk):
    """A planned session of five exercises, a single set of calf raises last, begun from its end."""
    entry = PlannedSet(5, 5, load_kg=60.0, load=60.0)
    lifts = ("back-squat", "bench-press", "barbell-row", "overhead-press")
    slots = [PlannedExercise(slug, (entry,) * 4) for slug in lifts]
    slots.append(PlannedExercise("standing-calf-raise", (entry,)))
    week = Microcycle(1, desk.today, (PlannedSession("Day", 0, tuple(slots)),))
    plan.add_mesocycle(desk.lifter, Mesocycle("Block", desk.today, weeks=(week,)))
    desk.window.resize(1100, 600)
    desk.start_planned()
    last = desk.tab.session.cards[-1]
    last.rows[0].first_cell().setFocus()
    desk.enter()
    assert desk.tab.session.cards[0].isAncestorOf(desk.focus())
    return desk


@pytest.mark.parametrize("pain", [(Qt.Key.Key_6,), (Qt.Key.Key_1, Qt.Key.Key_0)])
def test_what_strong_pain_asks_for_stays_in_sight_after_the_last_set(long_day, pain):
    told = []
    long_day.tab.told.connect(told.append)
    ask(long_day, *pain)
    QApplication.processEvents()
    last = long_day.tab.session.cards[-1]
    assert last.isAncestorOf(long_day.focus())
    assert "stop this exercise" in last.next_set.news.text()
    assert not last.next_set.news.visibleRegion().isEmpty()
    assert told[-1].startswith("Standing calf raise, set 1: Pain of")
    assert "stop this exercise" in told[-1]


def test_lesser_pain_in_the_last_set_gives_the_focus_back_to_where_work_goes_on(long_day):
    before = long_day.focus()
    ask(long_day, Qt.Key.Key_4)
    assert long_day.focus() is before


def test_strong_pain_with_only_earlier_exercises_open_keeps_the_focus_where_it_hurts(desk):
    first, last = desk.start(), desk.add("bench press")
    assert first.next_open() is not None
    last.rows[0].first_cell().setFocus()
    desk.type("60x5")
    desk.enter()
    last.rows[-1].first_cell().setFocus()
    ask(desk, Qt.Key.Key_7)
    assert last.isAncestorOf(desk.focus())


def test_after_the_last_set_nobody_is_sent_back_to_what_was_stopped_for_pain(long_day):
    hurt, *others = long_day.tab.session.cards
    long_day.enter()
    ask(long_day, Qt.Key.Key_7)
    for _ in range(13):  # the first is one by habit
        assert not hurt.isAncestorOf(long_day.focus())
        long_day.enter()
    assert [card.next_open() for card in others] == [None] * 4
    assert hurt.next_open() is not None
    assert not hurt.isAncestorOf(long_day.focus())


@pytest.fixture
def one_set_done(desk):
    """Log the first set of a day of two lifts with three sets each."""
    entry = PlannedSet(5, 5, load_kg=60.0, load=60.0)
    slots = [PlannedExercise(slug, (entry,) * 3) for slug in ("back-squat", "bench-press")]
    week = Microcycle(1, desk.today, (PlannedSession("Day", 0, tuple(slots)),))
    plan.add_mesocycle(desk.lifter, Mesocycle("Block", desk.today, weeks=(week,)))
    desk.start_planned()
    desk.enter()
    return desk


@pytest.mark.parametrize("keys", [(Qt.Key.Key_6,), (Qt.Key.Key_1, Qt.Key.Key_0), (Qt.Key.Key_2,)])
def test_an_enter_by_habit_behind_the_answer_logs_nothing_but_the_next_one_does(one_set_done, keys):
    ask(one_set_done, *keys)
    one_set_done.enter()
    assert len(one_set_done.stored()) == 1
    one_set_done.enter()
    assert len(one_set_done.stored()) == 2


def test_an_enter_a_while_after_the_answer_is_no_habit_and_logs(one_set_done, monkeypatch, qtbot):
    monkeypatch.setattr(enter_by_habit, "HABIT_MS", 10)
    ask(one_set_done, Qt.Key.Key_2)
    qtbot.wait(100)
    one_set_done.enter()
    assert len(one_set_done.stored()) == 2


def test_after_another_key_enter_logs_at_once(desk, card):
    ask(desk, Qt.Key.Key_2)
    desk.type("60x5@2")
    desk.enter()
    assert len(desk.stored()) == 2


def test_esc_leaves_without_an_answer_and_gives_the_focus_back(desk, card):
    before = desk.focus()
    ask(desk, Qt.Key.Key_Escape)
    assert desk.focus() is before
    assert [made.pain for made in desk.stored()] == [None]


def test_a_card_asks_for_no_light_practice_of_what_is_to_be_left_alone(desk):
    card = desk.start("snatch")
    desk.type("30x3@4")
    desk.enter()
    assert "practice 1 of" in card.head._facts._full
    ask(desk, Qt.Key.Key_7)
    assert "practice" not in card.head._facts._full
    assert "rest" in card.head._facts._full


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
