"""The clock of the rest, driven by given times; what is kept, heard and seen from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from planner.coach import clients, rest_lengths
from planner.coach.rest_clock import Instant
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import clients as store, log
from planner.ui.rest_timer import RestTimer


class Hands:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.at = Instant(1_800_000_000.0, 500.0)

    def __call__(self) -> Instant:
        return self.at

    def go(self, seconds: float) -> None:
        self.at = self.at.before(-seconds)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def timer(qtbot, hands) -> RestTimer:
    made = RestTimer(None, hands)
    qtbot.addWidget(made)
    return made


def test_fifteen_seconds_more_or_less(timer) -> None:
    timer.start(90)
    timer.longer.click()
    assert timer.face.text() == "1:45"
    timer.shorter.click()
    timer.shorter.click()
    assert timer.face.text() == "1:15"


def test_a_skipped_rest_is_over(timer) -> None:
    timer.offer(120)
    timer.start(90)
    timer.skip.click()
    assert (timer.left_s(), timer.face.text()) == (None, "2:00")
    assert not timer.skip.isEnabled()


def test_the_end_is_told_once_and_then_the_clock_counts_up(timer, hands, qtbot) -> None:
    ends = []
    timer.ended.connect(lambda *told: ends.append(told))
    timer.start(60)
    for seconds in (59, 1, 20):
        hands.go(seconds)
        timer.tick()
    assert (timer.face.text(), ends) == ("+0:20", [(0, None)])
    timer.offer(120)
    assert timer.face.text() == "+0:20"
    timer.longer.click()
    assert timer.face.text() == "0:15"
    hands.go(15)
    timer.tick()
    assert len(ends) == 2


def test_a_rest_shortened_below_nothing_is_over(timer) -> None:
    timer.start(10)
    timer.shorter.click()
    assert timer.face.text() == "+0:00"


def test_a_rest_over_for_half_an_hour_is_forgotten(timer, hands) -> None:
    timer.start(60)
    hands.go(60 + 30 * 60)
    timer.tick()
    assert timer.left_s() is None


def test_the_next_rest_is_shown_and_can_be_changed_before_it_runs(timer) -> None:
    timer.offer(180)
    timer.longer.click()
    assert timer.face.text() == "3:15"
    timer.start(180)
    assert timer.face.text() == "3:15"


def test_every_lifter_has_a_rest_of_their_own(timer, hands) -> None:
    timer.show_lifter(1)
    timer.start(90)
    timer.show_lifter(2)
    assert timer.left_s() is None
    hands.go(30)
    timer.show_lifter(1)
    assert timer.face.text() == "1:00"


CONTROL = Qt.KeyboardModifier.ControlModifier


def squat(desk):
    card = desk.start()
    desk.type("100x5")
    desk.enter()
    return card


def test_the_rest_starts_with_a_logged_set_and_keys_change_it(desk) -> None:
    card, rest = squat(desk), desk.tab.side.rest_pane.rest
    assert rest.left_s() == pytest.approx(card.card.rest_s, abs=2)
    desk.press(Qt.Key.Key_Period, CONTROL)
    assert rest.left_s() == pytest.approx(card.card.rest_s + 15, abs=2)
    desk.press(Qt.Key.Key_Comma, CONTROL)
    desk.type("12")
    desk.press(Qt.Key.Key_K, CONTROL)
    assert rest.left_s() is None
    assert desk.cell().text() == "12"


def test_the_rest_ends_with_the_set_or_the_session_that_it_followed(desk) -> None:
    squat(desk)
    rest = desk.tab.side.rest_pane.rest
    desk.history.undo()
    assert rest.left_s() is None
    desk.type("100x6")
    desk.enter()
    desk.press(Qt.Key.Key_Up)
    desk.type("102.5")
    desk.enter()
    assert rest.left_s() is not None
    (shown,) = log.sessions(desk.lifter)
    desk.history.do("Delete session", lambda: log.trash_session(shown.id))
    assert rest.left_s() is None


def test_a_changed_rest_can_be_kept_for_the_exercise_and_taken_back(desk) -> None:
    card, rest = squat(desk), desk.tab.side.rest_pane.rest
    usual = card.card.rest_s
    assert not rest.keep.isVisible()
    rest.longer.click()
    assert rest.keep.isVisible()
    rest.keep.click()
    assert rest_lengths.lengths(desk.lifter) == {"back-squat": usual + 15}
    assert (card.card.rest_s, rest.keep.isVisible()) == (usual + 15, False)
    desk.history.undo()
    assert card.card.rest_s == usual


def test_sound_and_notice_are_on_until_silenced_and_that_is_remembered(desk) -> None:
    rest = desk.tab.side.rest_pane.rest
    assert (rest.sound.isChecked(), rest.notice.isChecked()) == (True, True)
    rest.sound.click()
    rest.notice.click()
    desk.refresh()
    assert (rest.sound.isChecked(), rest.notice.isChecked()) == (False, False)
    assert clients.setting("rest_sound") == "off"


def test_a_rest_that_cannot_be_seen_is_told_elsewhere(desk) -> None:
    told = []
    desk.tab.side.rest_pane.away.connect(told.append)
    card = squat(desk)
    assert told == []
    desk.tab.hide()
    desk.tab.side.rest_pane.rest.tick()
    assert told[-1] == f"Rest {card.card.rest_s // 60}:00"
    desk.tab.show()
    ada = store.add_lifter(Lifter(name="Ada"))
    desk.tab.refresh(ada, desk.today)
    assert told[-1].startswith("Sam Lifter: Rest ")
    desk.refresh()
    desk.tab.side.rest_pane.rest.tick()
    assert told[-1] == ""


def test_no_rest_is_kept_for_an_exercise_that_is_undone(desk) -> None:
    squat(desk)
    rest = desk.tab.side.rest_pane.rest
    rest.longer.click()
    assert rest.keep.isVisible()
    desk.history.undo()
    desk.history.undo()
    assert not rest.keep.isVisible()
    desk.add("bench press")  # gets the ids of the squat
    assert not rest.keep.isVisible()


def test_a_renamed_lifter_is_told_of_by_the_new_name_and_other_data_end_all_rests(desk) -> None:
    told, pane = [], desk.tab.side.rest_pane
    pane.away.connect(told.append)
    squat(desk)
    sam = clients.lifter(desk.lifter)
    ada = store.add_lifter(Lifter(name="Ada"))
    store.update_lifter(replace(sam, name="Samira"))
    desk.tab.refresh(ada, desk.today)
    pane.rest.tick()
    assert told[-1].startswith("Samira: Rest ")
    pane.forget()
    assert (told[-1], pane.rest.under_way()) == ("", {})


def test_the_rest_of_a_lifter_who_is_gone_is_forgotten(desk) -> None:
    desk.history.do("Add", lambda: store.add_lifter(Lifter(name="Ada")))
    ada = next(made.id for made in clients.lifters() if made.name == "Ada")
    desk.tab.refresh(ada, desk.today)
    desk.tab.side.rest_pane.rest.start(90)
    desk.history.undo()
    desk.refresh()
    assert desk.tab.side.rest_pane.rest.under_way() == {}


def test_a_rest_that_ran_when_the_program_was_left_goes_on(lifter, request) -> None:
    at = datetime.now() - timedelta(seconds=60)
    done = LoggedExercise("back-squat", (LoggedSet(100.0, 5, logged_at=at),), rest_s=180)
    log.add_session(lifter, Session(at.date(), (done,)))
    desk = request.getfixturevalue("desk")
    assert desk.tab.side.rest_pane.rest.left_s() == pytest.approx(120, abs=3)


def test_a_rest_that_ran_when_the_program_was_left_ends_with_its_session(lifter, request) -> None:
    at = datetime.now() - timedelta(seconds=60)
    done = LoggedExercise("back-squat", (LoggedSet(100.0, 5, logged_at=at),), rest_s=180)
    made = log.add_session(lifter, Session(at.date(), (done,)))
    desk = request.getfixturevalue("desk")
    desk.history.do("Delete session", lambda: log.trash_session(made))
    assert desk.tab.side.rest_pane.rest.left_s() is None
    assert desk.tab.side.rest_pane.rest.under_way() == {}


def test_a_rest_is_chosen_from_the_card_and_given_back(desk) -> None:
    card = desk.start()
    usual = card.card.rest_s
    card.head.menu.rested.emit(90)
    assert card.card.rest_s == 90
    assert desk.tab.side.rest_pane.rest.face.text() == "1:30"
    card.head.menu.rested.emit(0)
    assert card.card.rest_s == usual
