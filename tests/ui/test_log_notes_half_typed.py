"""A note that is half-typed when what it is about goes comes back with it, and is never lost."""

import pytest
from PySide6.QtWidgets import QApplication

from planner.coach import logging
from planner.engine.terms import LoggedExercise, PlannedSet
from planner.storage import log

FIVE = PlannedSet(5, 5, rir=2.0, load_kg=100.0, load=100.0)


@pytest.fixture
def two(desk, plan_today):
    """Start two planned exercises of two sets."""
    plan_today(back_squat=(FIVE,) * 2, bench_press=(FIVE,) * 2)
    desk.start_planned()
    return desk


def turn(desk, back: bool = True) -> None:
    """Undo, or do again, as the button does, which leaves the focus where it is."""
    stack = desk.history.stack
    (stack.undo if back else stack.redo)()
    desk.refresh()
    QApplication.processEvents()


def slots(desk) -> tuple[LoggedExercise, ...]:
    return log.session(logging.sessions(desk.lifter)[0].id).exercises


def test_undoing_an_exercise_keeps_the_note_half_typed_on_it(two) -> None:
    two.add("leg press")
    two.tab.session.commands.note()
    two.type("seat 4")
    turn(two)
    assert [slot.exercise for slot in slots(two)] == ["back-squat", "bench-press"]
    turn(two, back=False)
    card = two.tab.session.cards[-1]
    assert card.head.note.typed() == "seat 4"
    card.head.edit_note()
    two.type("!")
    two.enter()
    assert slots(two)[-1].note == "seat 4!"


@pytest.mark.parametrize("deleted", [True, False])
def test_notes_half_typed_come_back_with_the_session(two, deleted) -> None:
    two.tab.session.cards[1].head.edit_note()
    two.type("seat 4")
    if deleted:
        session = logging.sessions(two.lifter)[0].id
        two.history.do("Delete session", lambda: logging.delete(session))
        QApplication.processEvents()
    else:
        turn(two)
    assert two.tab.start.isVisible()
    turn(two, back=deleted)
    assert two.tab.session.cards[1].head.note.typed() == "seat 4"
    assert slots(two)[1].note == ""


def test_the_note_on_a_session_half_typed_waits_until_it_is_shown_again(two) -> None:
    first, other = logging.sessions(two.lifter)[0].id, logging.start_free(two.lifter, two.today)
    two.tab.session.header.edit_note()
    two.type("hot gym")
    two.tab.show_session(other)
    assert two.tab.session.header._note.typed() is None
    two.tab.show_session(first)
    assert two.tab.session.header._note.typed() == "hot gym"
    assert [log.session(each).note for each in (first, other)] == ["", ""]


def test_undoing_a_swap_keeps_the_words_half_typed(two) -> None:
    slot = two.tab.session.cards[0].card.logged_exercise_id
    two.history.do("Swap", lambda: logging.swap(slot, "leg-press"))
    two.tab.session.cards[0].head.edit_note()
    two.type("seat 4")
    turn(two)
    card = two.tab.session.cards[0]
    assert (card.card.exercise.slug, card.head.note.typed()) == ("back-squat", "seat 4")


def test_a_note_that_the_focus_leaves_as_a_set_is_logged_is_kept_after_the_set(two) -> None:
    two.enter()
    two.tab.session.cards[1].head.edit_note()
    two.type("seat 4")
    nested = []
    two.tab.wanted.connect(lambda *_: nested.append(two.tab.session._showing))
    two.tab.session.cards[0].repeat()
    QApplication.processEvents()
    assert (len(two.stored()), slots(two)[1].note) == (2, "seat 4")
    assert not any(nested)


def test_a_note_that_is_hidden_with_its_tab_is_kept(two) -> None:
    two.tab.session.cards[1].head.edit_note()
    two.type("seat 4")
    two.tab.hide()
    QApplication.processEvents()
    assert slots(two)[1].note == "seat 4"


def test_a_note_goes_to_an_exercise_that_came_back_under_another_number(two) -> None:
    (first, second), key = slots(two), logging.sessions(two.lifter)[0].id
    for slot in (first, second):  # as when a file is read in again whose import was undone
        log.delete_logged_exercise(slot.id)
    log.add_logged_exercise(key, second)
    log.add_logged_exercise(key, first)
    two.refresh()
    two.tab.session.cards[1].head.edit_note()
    two.type("seat 4")
    two.enter()
    assert [(slot.exercise, slot.note) for slot in slots(two)][1] == ("back-squat", "seat 4")
