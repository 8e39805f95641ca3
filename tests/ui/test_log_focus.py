"""Where the keyboard is on the log tab: it comes back to the set that one was at."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from planner.coach import logging
from planner.engine.terms import LoggedSet, PlannedSet, Technique
from planner.ui.set_columns import Field

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PACE = CTRL | Qt.KeyboardModifier.ShiftModifier
YESTERDAY = date(2026, 11, 4)


@pytest.fixture
def two(desk):
    """A session with squats and, in its second card, a set of bench presses logged."""
    desk.start()
    desk.add("barbell bench")
    desk.type("60x5")
    desk.enter()
    return desk


def test_the_pacer_gives_the_keyboard_back_to_the_row_when_it_starts_and_on_esc(desk) -> None:
    desk.start()
    desk.press(Key.Key_Tab)
    cell = desk.focus()
    tempo = desk.tab.side.rest_pane.tempo
    for last in (Key.Key_Escape, Key.Key_Return):
        desk.press(Key.Key_T, PACE)
        assert desk.focus() is tempo.field
        desk.type("3-1-3-0")
        desk.press(last)
        assert desk.focus() is cell
    assert desk.tab.side.rest_pane.pacer.running()
    desk.tab.side.rest_pane.pacer.stop()
    tempo.field.setFocus()  # by the mouse
    desk.enter()
    assert desk.focus() is cell


def test_a_wrong_tempo_keeps_the_keyboard_until_it_is_put_right(desk) -> None:
    desk.start()
    cell = desk.focus()
    desk.press(Key.Key_T, PACE)
    desk.type("slow")
    desk.enter()
    assert desk.focus() is desk.tab.side.rest_pane.tempo.field
    desk.press(Key.Key_Escape)
    assert desk.focus() is cell


def test_the_row_in_focus_has_it_again_when_the_log_comes_back(two) -> None:
    cell = two.line(3, card=1).cells[Field.REPS]
    cell.setFocus()
    two.tab.hide()
    two.tab.show()
    two.refresh()
    assert two.focus() is cell


def test_a_session_opened_again_goes_on_after_the_set_logged_last(two) -> None:
    two.tab.days.new_button.click()
    two.tab.start.buttons[0].click()
    assert two.focus() is two.line(2, card=1).cells[Field.LOAD]


def test_esc_in_the_empty_search_goes_to_a_session_that_is_finished(desk, did) -> None:
    did(YESTERDAY, "back-squat", LoggedSet(100.0, 5, load=100.0))
    desk.tab.show_session(logging.sessions(desk.lifter)[0].id)
    desk.press(Key.Key_F, CTRL)
    desk.press(Key.Key_Escape)
    assert desk.focus() in desk.line(1).cells.values()


def test_home_in_the_calendar_is_today_though_another_day_is_chosen(desk) -> None:
    desk.tab.offer_day(YESTERDAY)
    calendar = desk.tab.days.calendar
    calendar.day_button(YESTERDAY).setFocus()
    desk.press(Key.Key_Home)
    assert desk.focus() is calendar.day_button(desk.today)


@pytest.mark.parametrize(("answer", "finished"), [(Key.Key_Return, True), (Key.Key_Escape, False)])
def test_a_session_without_a_set_is_finished_only_once_that_is_confirmed(
    desk, answer: Qt.Key, finished: bool
) -> None:
    desk.start()
    cell = desk.focus()
    desk.press(Key.Key_Return, CTRL)
    assert desk.tab.ask.question.text() == "Nothing is logged yet. Finish all the same?"
    desk.press(answer)
    QApplication.processEvents()
    (made,) = logging.sessions(desk.lifter)
    assert made.finished is finished
    assert finished or desk.focus() is cell


def test_the_question_outlives_the_row_that_it_was_asked_from(desk) -> None:
    card = desk.start()
    desk.press(Key.Key_Return, CTRL)
    logging.remove_exercise(card.card.logged_exercise_id)
    desk.refresh()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.press(Key.Key_Return)
    (made,) = logging.sessions(desk.lifter)
    assert made.finished


def test_the_question_goes_with_its_session(desk) -> None:
    desk.start()
    desk.press(Key.Key_Return, CTRL)
    (made,) = logging.sessions(desk.lifter)
    logging.delete(made.id)
    desk.refresh()
    assert not desk.tab.ask.isVisible()


# what is said of a set once the focus has gone on
@pytest.fixture
def done(desk, plan_today):
    """The last of three squats is logged, the focus is on the first bench press."""
    made = PlannedSet(5, 5, load_kg=100.0, load=100.0)
    plan_today(back_squat=(made,) * 3, bench_press=(made,) * 2)
    desk.start_planned()
    desk.enter(3)
    assert desk.cell() is desk.line(1, card=1).cells[Field.LOAD]
    desk.said = []
    desk.tab.told.connect(desk.said.append)
    return desk


def test_remarks_mean_the_set_logged_last_and_name_it(done) -> None:
    cell = done.focus()
    done.press(Key.Key_P)
    done.press(Key.Key_4)
    done.press(Key.Key_3, ALT)
    done.press(Key.Key_N)
    assert done.focus().placeholderText().startswith("Note on set 3 of Back squat")
    done.type("low bar")
    done.enter()
    assert done.focus() is cell
    last = done.stored()[-1]
    assert (last.pain, last.technique, last.note) == (4, Technique.BREAKDOWN, "low bar")
    assert done.said == ["Back squat, set 3: pain 4", "Back squat, set 3: breakdown"]


def test_a_row_that_was_typed_in_is_meant_itself(done) -> None:
    done.type("90")
    done.focus().selectAll()
    done.press(Key.Key_P)
    assert done.line(1, card=1).says.text().startswith("Log the set first")
    done.press(Key.Key_2, ALT)
    done.press(Key.Key_N)
    done.type("close grip")
    done.enter()
    assert done.line(1, card=1).foot.facts.text() == "close grip"
    last = done.stored()[-1]
    assert (last.pain, last.technique, last.note) == (None, None, "")


def test_after_the_very_last_set_the_letters_act_on_the_button_that_has_the_focus(done) -> None:
    done.enter(2)
    button = done.focus()
    assert button is done.tab.session.cards[1].add_button
    done.press(Key.Key_P)
    done.press(Key.Key_2)
    assert done.focus() is button
    assert [made.pain for made in done.stored()] == [None] * 4 + [2]
    assert done.said == ["Bench press, set 2: pain 2"]


def test_tempo_kept_names_the_set_of_the_card_before(done) -> None:
    done.tab.session.cards[0].add_row()
    done.tab.session.pace(done.tab.session.cards[0].card.key, "3-1-3-0")
    done.enter()
    assert done.stored()[3].tempo == "3-1-3-0"
    done.press(Key.Key_4, ALT)
    assert done.said == ["Back squat, set 4: tempo kept"]
