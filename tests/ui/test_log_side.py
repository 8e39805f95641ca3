"""Beside the log: the rest, the plates, the check-in and the cue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from planner.coach import bodyweight, clients, logging, readings
from planner.coach.bodyweight import DayWeight
from planner.engine.terms import Unit
from planner.ui.check_in_pane import CheckInPane
from planner.ui.plates_view import PlatesView
from planner.ui.rest_timer import RestTimer


@pytest.fixture
def timer(qtbot) -> RestTimer:
    made = RestTimer(None)
    qtbot.addWidget(made)
    return made


def test_the_rest_starts_with_a_logged_set(desk) -> None:
    card = desk.start()
    desk.type("100x5")
    desk.enter()
    assert desk.tab.side.rest.left_s() == pytest.approx(card.card.rest_s, abs=2)


def test_fifteen_seconds_more_or_less(timer) -> None:
    timer.start(90)
    timer.longer.click()
    assert timer.left_s() == pytest.approx(105, abs=2)
    timer.shorter.click()
    timer.shorter.click()
    assert timer.left_s() == pytest.approx(75, abs=2)


def test_a_skipped_rest_is_over(timer) -> None:
    timer.start(90)
    assert timer.face.text() == "1:30"
    timer.skip.click()
    assert timer.left_s() is None
    assert not timer.skip.isEnabled()


def test_the_rest_ends_by_the_clock_and_says_so(timer, qtbot) -> None:
    timer.start(1)
    qtbot.waitUntil(lambda: timer.face.text() == "Ready", timeout=3000)
    timer.offer(120)
    assert timer.face.text() == "Ready"


def test_a_rest_shortened_below_nothing_is_over(timer) -> None:
    timer.start(10)
    timer.shorter.click()
    assert timer.face.text() == "Ready"


def test_the_next_rest_is_shown_before_it_runs(timer) -> None:
    timer.offer(180)
    assert timer.face.text() == "3:00"


def test_the_beep_is_off_until_wanted_and_then_remembered(desk) -> None:
    rest = desk.tab.side.rest
    assert rest.sound.text() == "Beep at the end: off"
    rest.sound.click()
    assert rest.sound.text() == "Beep at the end: on"
    assert clients.setting("rest_sound") == "on"


def test_plates_are_told_for_the_load_being_typed(desk) -> None:
    desk.start()
    desk.type("120")
    words = desk.tab.side.plates.words
    assert words.text() == "20 kg bar + 2 × (25 + 25) = 120 kg exactly"
    desk.type("x")
    desk.press(Qt.Key.Key_Backspace)
    desk.press(Qt.Key.Key_Backspace)
    assert words.text().endswith("bar: 20 kg")


def test_what_the_plates_cannot_make_is_told(desk) -> None:
    desk.start()
    desk.type("121")
    assert desk.tab.side.plates.words.text().endswith("= 120 kg, the nearest below")


def test_dumbbells_need_no_plates(desk) -> None:
    desk.start("one-arm dumbbell row")
    desk.type("28")
    assert not desk.tab.side.plates.isVisible()


def test_plates_in_pounds(qtbot) -> None:
    view = PlatesView(None)
    qtbot.addWidget(view)
    view.show_load(102.058, (20.41166, 20.41166), 102.058, Unit.LB)
    assert view.words.text() == "45 lb bar + 2 × (45 + 45) = 225 lb exactly"


def test_the_cue_of_the_exercise_in_focus_is_shown(desk) -> None:
    card = desk.start()
    assert desk.tab.side.cue.text() == card.card.cue != ""


def check_in(desk):
    return logging.check_in(desk.lifter, desk.today)


def test_one_click_answers_and_another_takes_it_back(desk) -> None:
    mood = desk.tab.side.check_in.scales["mood"]
    mood.segments[3].click()
    assert (check_in(desk).mood, mood.word()) == (4, "good")
    assert check_in(desk).energy is None
    mood.segments[3].click()
    assert check_in(desk).mood is None


def test_a_digit_answers_too(desk) -> None:
    desk.tab.side.check_in.scales["soreness"].segments[0].setFocus()
    desk.type("5")
    assert check_in(desk).soreness == 5
    desk.press(Qt.Key.Key_Left)
    assert check_in(desk).soreness == 4
    desk.type("0")
    assert check_in(desk).soreness is None


def test_every_answer_has_a_name_that_can_be_read_out(desk) -> None:
    desk.tab.side.check_in.scales["sleep"].segments[1].click()
    names = [made.accessibleName() for made in desk.tab.side.check_in.scales["sleep"].segments]
    assert names[1] == "Sleep 2, poor, chosen"
    assert names[4] == "Sleep 5, great"


@pytest.mark.parametrize("typed", ["6,5", "6.5"])
def test_hours_slept_take_comma_and_point(desk, typed) -> None:
    desk.tab.side.check_in.hours.setFocus()
    desk.type(typed)
    desk.enter()
    assert check_in(desk).sleep_hours == 6.5


def test_impossible_hours_are_marked_and_not_stored(desk) -> None:
    hours = desk.tab.side.check_in.hours
    hours.setFocus()
    desk.type("45")
    desk.enter()
    assert hours.property("state") == "error"
    assert check_in(desk).sleep_hours is None


def test_half_typed_hours_survive_a_refresh(desk) -> None:
    hours = desk.tab.side.check_in.hours
    hours.setFocus()
    desk.type("7")
    desk.refresh()
    assert hours.text() == "7"


def test_answers_can_be_taken_back_by_undo(desk) -> None:
    pane: CheckInPane = desk.tab.side.check_in
    pane.scales["energy"].segments[0].click()
    desk.history.undo()
    assert check_in(desk).energy is None
    assert pane.scales["energy"].word() == ""


def weigh(desk, text: str) -> None:
    desk.tab.side.check_in.bodyweight.edit.setFocus()
    desk.tab.side.check_in.bodyweight.edit.selectAll()
    desk.type(text)
    desk.enter()


def test_a_bodyweight_is_typed_back_for_the_day_of_the_sheet(desk) -> None:
    day = desk.today - timedelta(days=3)
    desk.start(on=day)
    weigh(desk, "82,5")
    assert bodyweight.of_day(desk.lifter, day).kg == 82.5
    assert bodyweight.of_day(desk.lifter, desk.today) == DayWeight(desk.today, None, 82.5, day)
    assert desk.tab.side.check_in.bodyweight.edit.text() == "82.5"


def test_a_bodyweight_is_taken_back_by_undo_and_forgotten_when_emptied(desk) -> None:
    weigh(desk, "82.5")
    weigh(desk, "83")
    desk.history.undo()
    assert desk.tab.side.check_in.bodyweight.edit.text() == "82.5"
    desk.tab.side.check_in.bodyweight.edit.setFocus()
    desk.tab.side.check_in.bodyweight.edit.clear()
    desk.enter()
    assert bodyweight.of_day(desk.lifter, desk.today).kg is None


def test_a_lifter_of_pounds_is_weighed_in_pounds(desk) -> None:
    clients.change(replace(clients.lifter(desk.lifter), unit=Unit.LB))
    desk.refresh()
    weigh(desk, "181.5")
    field = desk.tab.side.check_in.bodyweight
    assert bodyweight.of_day(desk.lifter, desk.today).kg == pytest.approx(82.327, abs=0.001)
    assert (field.edit.text(), field.edit.accessibleName()) == ("181.5", "Bodyweight in lb")


@pytest.mark.parametrize("typed", ["8", "1000", "much", "1e2", "-80"])
def test_an_impossible_bodyweight_is_marked_and_not_stored(desk, typed) -> None:
    weigh(desk, typed)
    pane = desk.tab.side.check_in
    assert pane.bodyweight.edit.property("state") == "error"
    assert pane.problem.text() == "Bodyweight is a number from 20 to 400 kg."
    assert bodyweight.of_day(desk.lifter, desk.today).kg is None


def test_the_weight_before_stands_beside_the_field(desk) -> None:
    clients.record_bodyweight(desk.lifter, desk.today - timedelta(days=9), 81.24)
    desk.refresh()
    assert desk.tab.side.check_in.bodyweight.last.text() == "last 81.2"


def test_a_pull_up_is_read_with_the_weight_of_its_day(desk) -> None:
    desk.start("pull-up")
    desk.type("+10x5@1")
    desk.enter()
    weigh(desk, "100")
    state = readings.replays(desk.lifter)["pull-up"].steps[-1].state
    assert (state.bodyweight_kg, state.bodyweight_known) == (100.0, True)


def test_the_chips_menu_rates_too(desk) -> None:
    desk.start()
    desk.type("100x5")
    desk.enter()
    chip = desk.line(1).chip
    chip.ratings().actions()[1].trigger()
    assert chip.text() == "minor"


def test_a_session_of_today_shows_when_it_began_and_how_long_it_runs(desk) -> None:
    desk.today = date.today()
    desk.refresh()
    desk.start()
    times = desk.tab.session.header._times.text()
    assert times.startswith("started ")
    assert times.endswith(" · 0 min")
