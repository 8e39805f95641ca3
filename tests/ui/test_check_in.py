"""The check-in beside the log: five answers, the night, the sore areas, by keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.coach import bodyweight, logging
from planner.engine.terms import CheckIn
from planner.storage import clients as stored
from planner.ui.check_in_pane import CheckInPane
from planner.ui.check_in_words import name_label
from planner.ui.sore_map import SoreMap

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def check_in(desk) -> CheckIn:
    return logging.check_in(desk.lifter, desk.today)


def pane(desk) -> CheckInPane:
    return desk.tab.side.check_in


def begin(desk) -> None:
    desk.press(Key.Key_H, CTRL)


def sore_map(desk) -> SoreMap:
    (made,) = desk.tab.findChildren(SoreMap)
    made.activateWindow()
    QApplication.processEvents()
    return made


def test_a_whole_check_in_takes_at_most_twenty_keys_and_gives_the_focus_back(desk) -> None:
    start = desk.focus()
    begin(desk)
    desk.type("4345")
    desk.type("7,5")
    desk.enter()
    desk.type("82,5")
    desk.enter()
    made = check_in(desk)
    assert (made.sleep, made.soreness, made.motivation, made.energy) == (4, 3, 4, 5)
    assert made.sleep_hours == 7.5
    assert bodyweight.of_day(desk.lifter, desk.today).kg == 82.5
    assert desk.focus() is start
    assert desk.presses == 14
    assert pane(desk).given.text() == "4 of 4 answered"


def test_what_is_passed_by_stays_without_an_answer_and_escape_leaves(desk) -> None:
    start = desk.focus()
    begin(desk)
    desk.type("4")
    desk.press(Key.Key_Tab)  # to the areas of soreness: skipped with it
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Tab)
    desk.type("2")
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Escape)
    made = check_in(desk)
    assert (made.sleep, made.soreness, made.motivation, made.energy) == (4, None, None, 2)
    assert pane(desk).given.text() == "2 of 4 answered"
    assert desk.focus() is start


def test_the_arrows_step_an_answer_and_stay_and_a_digit_goes_on(desk) -> None:
    begin(desk)
    desk.type("5")
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Right)
    assert check_in(desk).sleep == 5
    desk.press(Key.Key_Left)
    assert check_in(desk).sleep == 4
    desk.type("4")
    assert check_in(desk).sleep == 4
    assert pane(desk).scales["soreness"].held()
    desk.press(Key.Key_Up)
    desk.type("0")
    assert check_in(desk).sleep is None
    assert pane(desk).scales["sleep"].held()


def test_one_click_answers_and_another_takes_it_back(desk) -> None:
    drive = pane(desk).scales["motivation"]
    drive.segments[3].click()
    assert (check_in(desk).motivation, drive.word()) == (4, "good")
    assert check_in(desk).energy is None
    drive.segments[3].click()
    assert check_in(desk).motivation is None


def test_every_answer_has_a_name_that_can_be_read_out(desk) -> None:
    pane(desk).scales["sleep"].segments[1].click()
    names = [made.accessibleName() for made in pane(desk).scales["sleep"].segments]
    assert names[1] == "Sleep 2, poor, chosen"
    assert names[4] == "Sleep 5, great"


def test_each_answer_is_a_step_of_undo_and_the_focus_goes_where_it_was_taken_back(desk) -> None:
    begin(desk)
    desk.type("42")
    assert desk.history.stack.undoText() == "Check-in: soreness"
    desk.history.undo()
    assert (check_in(desk).sleep, check_in(desk).soreness) == (4, None)
    assert pane(desk).scales["soreness"].held()
    desk.history.undo()
    assert pane(desk).scales["sleep"].held()
    assert pane(desk).given.text() == ""


def test_the_start_page_asks_quietly_and_starting_needs_no_more_keys(desk) -> None:
    door = desk.tab.start.check_in
    assert (door.text(), desk.focus()) == ("How are you today?", desk.tab.start.buttons[0])
    QTest.mouseClick(door, Qt.MouseButton.LeftButton)
    assert pane(desk).scales["sleep"].held()
    desk.type("3")
    assert door.isVisible()
    desk.type("333")
    assert pane(desk).given.text() == "4 of 4 answered"
    assert door.isHidden()
    desk.press(Key.Key_Escape)
    assert desk.focus() is desk.tab.start.buttons[0]


def test_during_a_session_the_focus_comes_back_to_the_cell(desk) -> None:
    desk.start()
    desk.type("100")
    cell = desk.cell()
    begin(desk)
    desk.type("3")
    desk.press(Key.Key_Escape)
    assert desk.cell() is cell
    assert cell.text() == "100"


def test_a_past_day_shows_its_answers_and_says_which_day_it_is(desk) -> None:
    day = desk.today - timedelta(days=3)
    stored.save_check_in(desk.lifter, CheckIn(day, sleep=2, energy=4))
    desk.tab.show_day(day)
    assert pane(desk).title.text().startswith("CHECK-IN · ")
    assert pane(desk).scales["sleep"].word() == "poor"
    assert desk.tab.start.check_in.text() == "How were you that day?"
    begin(desk)
    desk.type("1")
    assert logging.check_in(desk.lifter, day).soreness == 1
    assert check_in(desk) == CheckIn(desk.today)


@pytest.mark.parametrize("typed", ["6,5", "6.5", "6:30", "6h30", "23:15-5:45", "11:15pm-5:45am"])
def test_the_night_is_typed_as_hours_or_from_bed_to_waking(desk, typed) -> None:
    pane(desk).hours.edit.setFocus()
    desk.type(typed)
    desk.enter()
    assert check_in(desk).sleep_hours == 6.5
    assert pane(desk).hours.edit.text() == "6.5"
    assert desk.focus() is pane(desk).bodyweight.edit


def test_hours_to_the_minute_are_not_rounded_by_looking_at_them(desk) -> None:
    pane(desk).hours.edit.setFocus()
    desk.type("7:40")
    desk.enter()
    desk.press(Key.Key_Up)
    desk.enter()
    assert check_in(desk).sleep_hours == pytest.approx(7 + 2 / 3)
    assert desk.history.stack.count() == 1


def test_impossible_hours_are_marked_stay_and_are_not_stored(desk) -> None:
    hours = pane(desk).hours.edit
    hours.setFocus()
    desk.type("45")
    desk.enter()
    assert (hours.property("state"), desk.focus()) == ("error", hours)
    assert "such as 7.5 or 7:30" in pane(desk).problem.text()
    pane(desk).scales["motivation"].segments[0].click()
    assert hours.text() == "45"
    assert check_in(desk).sleep_hours is None


def test_half_typed_hours_survive_a_refresh(desk) -> None:
    hours = pane(desk).hours.edit
    hours.setFocus()
    desk.type("7")
    desk.refresh()
    assert hours.text() == "7"


def test_sore_areas_are_marked_by_keys_in_one_step_and_soreness_follows(desk) -> None:
    begin(desk)
    desk.type("4")
    desk.type("w")
    asked = sore_map(desk)
    desk.press(Key.Key_Down)
    desk.type("3")
    desk.press(Key.Key_Right)
    desk.type("4l")
    desk.enter()
    assert not asked.isVisible()
    assert check_in(desk).sore_areas == (("shoulders", 3), ("lats_left", 4))
    assert (check_in(desk).soreness, pane(desk).scales["soreness"].word()) == (None, "sore")
    assert pane(desk).given.text() == "2 of 4 answered"
    assert pane(desk).where.accessibleName() == "Lats 4 sore, left; Shoulders 3 some"
    assert pane(desk).scales["motivation"].held()
    desk.history.undo()
    assert check_in(desk).sore_areas == ()


def place(asked, area: str) -> QPoint:
    size = asked.figure.size()
    spots = (QPoint(x, y) for y in range(0, size.height(), 4) for x in range(0, size.width(), 4))
    return next(spot for spot in spots if asked.figure.area_at(QPointF(spot)) == area)


def test_a_click_on_the_body_steps_an_area_and_the_last_step_takes_it_away(desk) -> None:
    stored.save_check_in(desk.lifter, CheckIn(desk.today, sore_areas=(("thumb", 2),)))
    desk.refresh()
    pane(desk).where.click()
    asked = sore_map(desk)
    seen = []
    for _ in range(5):
        QTest.mouseClick(asked.figure, Qt.MouseButton.LeftButton, pos=place(asked, "hamstrings"))
        seen.append(asked.figure.accessibleName())
    assert seen[0] == "Thumb 2 a little; Hamstrings 2 a little"
    assert seen[3:] == ["Hamstrings 5 very sore; Thumb 2 a little", "Thumb 2 a little"]
    desk.press(Key.Key_Escape)
    assert check_in(desk).sore_areas == (("thumb", 2),)


def test_a_day_to_come_asks_nothing(desk) -> None:
    desk.tab.show_day(desk.today + timedelta(days=1))
    assert pane(desk).isHidden()
    begin(desk)
    assert logging.check_in(desk.lifter, desk.today + timedelta(days=1)) == CheckIn(
        desk.today + timedelta(days=1)
    )


@pytest.mark.parametrize("name", ["体重(&W)", "睡眠(&S)", "Body&weight"])
def test_a_short_name_has_room_for_its_letter_on_the_same_line(name: str, qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    made = name_label(name, around)
    shown = name.replace("&", "")
    assert made.minimumWidth() >= made.fontMetrics().horizontalAdvance(shown)
