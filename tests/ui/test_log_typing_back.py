"""Sheets that come back are typed in day after day."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from planner.coach import arranging, blocks, planning, week_edits

MONDAY = date(2026, 11, 2)


@pytest.fixture
def week(lifter: int, today: date, desk) -> None:
    """Plan Lower on Monday, Upper on Wednesday and Whole on Saturday; today is Thursday."""
    blocks.new_mesocycle(lifter, "Block", MONDAY, 1)
    key = planning.view(lifter, today, today).week.id
    for day, name in ((0, "Lower"), (2, "Upper"), (5, "Whole")):
        week_edits.add_exercise(week_edits.add_session(key, day, name), "back-squat")
    desk.refresh()


def enter(desk, day: date) -> None:
    desk.tab.show_day(day)
    desk.tab.start.buttons[0].click()


def log_a_set(desk) -> None:
    desk.type("100x5")
    desk.enter()


def test_planned_days_without_a_log_are_marked(desk, week) -> None:
    marks = [desk.tab.days.calendar.day_button(MONDAY.replace(day=n)) for n in (2, 3, 4, 7)]
    assert [made.look.waiting for made in marks] == [True, False, True, True]
    assert marks[0].accessibleName() == "Mon 2 Nov, planned, not logged"
    enter(desk, MONDAY)
    assert marks[0].look.sessions == 1


def test_after_a_past_session_the_next_one_waiting_is_offered_and_enter_takes_it(
    desk, week
) -> None:
    enter(desk, MONDAY)
    log_a_set(desk)
    desk.tab.work.finish.click()
    assert desk.tab.ask.question.text() == "Also planned and not logged yet: Wed 4 Nov · Upper"
    desk.enter()
    assert desk.tab.session.header.title.text() == "Upper · Wed 4 Nov"
    log_a_set(desk)
    desk.tab.work.finish.click()
    assert not desk.tab.ask.isVisible()


def test_a_session_that_was_taken_out_of_the_plan_is_not_offered_any_more(
    desk, week, lifter: int, today: date
) -> None:
    enter(desk, MONDAY)
    log_a_set(desk)
    desk.tab.work.finish.click()
    _, upper, _ = planning.view(lifter, today, today).week.sessions
    arranging.delete_sessions([upper.id])
    desk.refresh()
    assert not desk.tab.ask.isVisible()


def test_after_a_session_of_today_nothing_is_asked(desk, week) -> None:
    desk.start()
    log_a_set(desk)
    desk.tab.work.finish.click()
    assert not desk.tab.ask.isVisible()


def test_enter_turns_the_calendar(desk) -> None:
    back = next(
        made
        for made in desk.tab.days.calendar.findChildren(QToolButton)
        if made.accessibleName() == "Previous month"
    )
    back.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert desk.tab.days.calendar.visible_days()[0] == date(2026, 10, 1)
