"""An open session in the log tab, and what a refresh leaves alone."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateEdit, QLineEdit, QWidget

from planner.coach import clients, logging
from planner.engine.terms import KG_PER_LB, Lifter, LoggedSet, PlannedSet, Unit
from planner.storage import clients as stored_clients
from planner.ui.set_columns import Field

YESTERDAY = date(2026, 11, 4)
SQUAT = LoggedSet(100.0, 5, load=100.0)


def offers(desk) -> list[str]:
    return [made.text() for made in desk.tab.start.buttons]


def choose_day(desk, day: date) -> None:
    desk.tab.days.calendar.day_button(day).click()


# an open session
def test_a_row_turns_green_only_once_the_file_has_the_set(desk) -> None:
    desk.start()
    desk.tab.wanted.disconnect(desk.history.do)  # as when the write is refused
    desk.type("100x5")
    desk.enter()
    assert desk.line(1).property("state") == ""
    assert desk.texts(1)[0] == "100x5"
    desk.tab.wanted.connect(desk.history.do)
    desk.enter()
    assert desk.line(1).property("state") == "done"


def test_undo_takes_a_logged_set_back(desk) -> None:
    desk.start()
    desk.type("100x5")
    desk.enter()
    desk.history.undo()
    assert desk.stored() == []
    assert desk.line(1).property("state") == ""


def test_half_typed_text_and_the_focus_survive_a_refresh(desk) -> None:
    desk.start()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Tab)
    desk.type("12")
    held = desk.cell()
    desk.refresh()
    assert desk.cell() is held
    assert held.text() == "12"


def test_half_typed_text_stays_with_its_row_when_another_is_logged(desk) -> None:
    desk.start()
    desk.line(3).first_cell().setFocus()
    desk.type("77")
    desk.line(1).first_cell().setFocus()
    desk.type("100x5")
    desk.enter()
    assert [desk.texts(number)[0] for number in (1, 2, 3)] == ["100", "", "77"]


def test_half_typed_text_gets_a_new_row_when_several_sets_are_logged_at_once(desk) -> None:
    desk.start()
    desk.line(3).first_cell().setFocus()
    desk.type("77")
    desk.line(1).first_cell().setFocus()
    desk.type("3x100x5")
    desk.enter()
    assert [desk.texts(number)[0] for number in range(1, 6)] == ["100", "100", "100", "", "77"]


def test_half_typed_text_survives_a_look_at_another_session(desk, did) -> None:
    did(YESTERDAY, "back-squat", SQUAT)
    desk.start()
    here = desk.tab.place.session_id
    desk.type("77")
    choose_day(desk, YESTERDAY)
    desk.tab.show_session(here)
    assert desk.texts(1)[0] == "77"


def test_a_changed_cell_changes_the_stored_set(desk) -> None:
    desk.start()
    desk.type("100x5@2")
    desk.enter()
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Tab)
    desk.type("6")
    assert desk.line(1).property("state") == "edited"
    desk.enter()
    assert desk.work() == [(100.0, 6, 2.0)]
    assert desk.line(1).property("state") == "done"


def test_enter_on_a_stored_row_only_moves_on(desk) -> None:
    desk.start()
    desk.type("2x100x5")
    desk.enter()
    desk.line(1).cells[Field.REPS].setFocus()
    desk.enter()
    assert desk.cell() is desk.line(2).cells[Field.REPS]
    assert len(desk.stored()) == 2


def test_a_missing_load_is_asked_about_once(desk) -> None:
    desk.start()
    desk.line(1).cells[Field.REPS].setFocus()
    desk.type("5")
    desk.enter()
    assert desk.says() == "No load? Enter keeps it."
    desk.enter()
    assert desk.work() == [(None, 5, None)]


def test_escape_gives_a_stored_row_its_values_back(desk) -> None:
    desk.start()
    desk.type("100x5@2")
    desk.enter()
    desk.press(Qt.Key.Key_Up)
    desk.type("9")
    desk.press(Qt.Key.Key_Escape)
    assert desk.texts(1) == ["100", "5", "2"]


def test_last_time_is_written_as_it_is_typed_and_says_which_day_it_was(desk, did) -> None:
    did(date(2025, 3, 22), "back-squat", SQUAT)
    card = desk.start()
    assert desk.line(1)._last.text() == "100 × 5"
    assert card.titles.last.accessibleName() == "Last · 22 Mar 2025"
    assert desk.add("leg press").titles.last.text() == "Last time"


def test_a_target_range_offers_last_times_reps_when_they_lie_in_it(desk, plan_today, did) -> None:
    did(YESTERDAY, "back-squat", LoggedSet(100.0, 9, load=100.0))
    plan_today(back_squat=(PlannedSet(8, 12, rir=1.0),))
    desk.start_planned()
    assert desk.line(1).cells[Field.REPS].placeholderText() == "9"


def test_as_many_as_possible_is_never_guessed(desk, plan_today) -> None:
    plan_today(back_squat=(PlannedSet(5, load_kg=100.0, load=100.0, amrap=True),))
    desk.start_planned()
    desk.enter()
    assert desk.says() == "How many reps?"


def test_pounds_stay_as_they_were_typed(desk) -> None:
    pounds = stored_clients.add_lifter(Lifter(name="Lee", unit=Unit.LB))
    desk.lifter = pounds
    desk.refresh()
    desk.start()
    desk.type("225x5")
    desk.enter()
    (made,) = desk.stored()
    assert (made.load, made.unit) == (225.0, Unit.LB)
    assert made.load_kg == pytest.approx(225 * KG_PER_LB)
    assert desk.texts(1)[0] == "225"
    assert "225 LB" in desk.tab.side.plates.title.text()


def test_an_exercise_moves_takes_a_note_and_goes(desk) -> None:
    desk.start()
    second = desk.add("leg curl")
    second.head.menu.moved.emit(-1)
    assert desk.tab.session.cards[0] is second
    second.head.edit_note()
    desk.type("seat 4")
    desk.enter()
    assert second.card.note == "seat 4"
    second.head.menu.removed.emit()
    assert len(desk.tab.session.cards) == 1


def test_a_session_is_renamed_and_moved_in_place_in_one_step(desk) -> None:
    desk.start()
    header = desk.tab.session.header
    header.edit("name")
    desk.type("Legs")
    day = header.findChild(QDateEdit)
    day.setDate(day.date().addDays(-1))
    header.findChildren(QLineEdit)[0].setFocus()
    desk.enter()
    assert header.title.text() == "Legs · Wed 4 Nov"
    desk.history.undo()  # one step took both
    QApplication.processEvents()
    assert header.title.text() == "Session · Thu 5 Nov"


def test_a_deleted_session_leads_to_the_start_page_and_undo_brings_it_back(desk) -> None:
    desk.start()
    desk.type("100x5")
    desk.enter()
    desk.tab.session.header._delete()
    assert offers(desk) == ["Empty session"]
    desk.history.undo()
    assert len(logging.sessions(desk.lifter)) == 1
    assert desk.texts(1)[:2] == ["100", "5"]


def test_a_finished_session_stays_open_for_correction(desk) -> None:
    desk.start()
    desk.type("100x5")
    desk.enter()
    desk.tab.work.finish.click()
    assert desk.tab.side.rest_pane.rest.left_s() is None
    assert not desk.tab.work.finish.isVisible()
    assert desk.texts(1)[0] == "100"
    desk.history.undo()
    assert desk.tab.work.finish.isEnabled()


def test_another_lifter_begins_on_the_start_page(desk) -> None:
    desk.start()
    desk.lifter = stored_clients.add_lifter(Lifter(name="Lee"))
    desk.refresh()
    assert offers(desk) == ["Empty session"]
    assert clients.lifter(desk.lifter).name == "Lee"


def test_looking_at_many_sessions_leaves_no_widgets_behind(desk, did) -> None:
    did(YESTERDAY, "back-squat", SQUAT)
    did(date(2026, 11, 3), "pull-up", SQUAT, SQUAT)
    ids = [made.id for made in logging.sessions(desk.lifter)]
    counts = []
    for _ in range(4):
        for session_id in ids:
            desk.tab.show_session(session_id)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        counts.append(len(desk.tab.findChildren(QWidget)))
    assert counts[1:] == counts[:1] * 3


def test_everything_that_takes_the_focus_has_a_name(desk, five_by_five) -> None:
    desk.start_planned()
    reached = [made for made in desk.tab.findChildren(QWidget) if is_reached(made)]
    nameless = [made for made in reached if not (made.accessibleName() or words_of(made))]
    assert reached
    assert nameless == []


def is_reached(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isVisible() and isinstance(widget, QLineEdit | QAbstractButton)


def words_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_half_typed_text_of_a_session_undone_is_not_another_ones(desk) -> None:
    start = partial(logging.start_free, desk.lifter, desk.today)
    desk.history.do("Start session", start, desk.tab.show_session)
    desk.add("farmer's carry")
    desk.type("40")
    desk.history.undo()
    desk.history.undo()
    desk.history.do("Start session", start, desk.tab.show_session)
    desk.add("back squat")  # with the id that the carry had
    assert desk.texts(1) == ["", "", ""]
