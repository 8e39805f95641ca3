"""The log tab without an open session: the start page, the calendar and the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from planner.coach import clients, logging
from planner.engine.terms import LoggedSet, Unit
from planner.ui import theme
from planner.ui.exercise_chooser import ExerciseChooser
from planner.ui.menu_key import MenuKey
from planner.ui.session_list import too_long
from planner.ui.session_model import SESSION_ROLE

YESTERDAY = date(2026, 11, 4)
SQUAT = LoggedSet(100.0, 5, load=100.0)


def offers(desk) -> list[str]:
    return [made.text() for made in desk.tab.start.buttons]


def choose_day(desk, day: date) -> None:
    desk.tab.days.calendar.day_button(day).click()


# the start page
def test_todays_planned_session_is_the_first_thing_offered(desk, five_by_five) -> None:
    desk.refresh()
    assert offers(desk) == ["Start Lower B", "Empty session"]
    assert desk.focus() is desk.tab.start.buttons[0]


def test_an_unfinished_session_is_offered_again(desk, five_by_five) -> None:
    desk.start_planned()
    desk.tab.days.new_button.click()
    (text, _) = offers(desk)
    assert text.startswith(("Carry on with Lower B, started", "Carry on with Lower B of"))
    assert desk.tab.start._says.text().startswith("Lower B is still open.")
    desk.tab.start.buttons[0].click()
    assert desk.tab.session.header.title.text() == "Lower B · Thu 5 Nov"


def test_a_day_that_is_done_says_so_and_shows_its_session(desk, five_by_five, did) -> None:
    did(desk.today, "back-squat", LoggedSet(100.0, 5, load=100.0), name="Upper A")
    desk.refresh()
    says, buttons = desk.tab.start._says, desk.tab.start.buttons
    assert says.text().startswith("Upper A is done: 1 set · 0.5 t.")
    assert [made.text() for made in buttons] == [
        "Start Lower B",
        "Look at Upper A",
        "Empty session",
    ]
    buttons[1].click()
    assert desk.tab.session.isVisible()


def test_the_only_session_of_a_day_is_not_called_unplanned(desk, did) -> None:
    did(desk.today, "back-squat", LoggedSet(100.0, 5, load=100.0), name="Lower A")
    desk.refresh()
    assert desk.tab.start._says.text() == "Lower A is done: 1 set · 0.5 t."
    assert desk.tab.start.buttons[0].text() == "Look at Lower A"


def test_an_empty_session_opens_on_its_first_exercise(desk) -> None:
    desk.enter()
    assert desk.focus() is desk.tab.session.first_button
    desk.enter()
    assert desk.tab.findChildren(ExerciseChooser)


# days
def test_a_day_without_a_session_can_still_be_written_down(desk) -> None:
    choose_day(desk, YESTERDAY)
    assert offers(desk) == ["Empty session"]
    desk.tab.start.buttons[0].click()
    desk.add("back squat")
    desk.type("100x5")
    desk.enter()
    (made,) = logging.sessions_on(desk.lifter, YESTERDAY)
    assert made.sets == 1


def test_a_past_session_starts_no_rest_timer(desk) -> None:
    desk.start(on=YESTERDAY)
    desk.type("100x5")
    desk.enter()
    assert desk.tab.side.rest_pane.rest.left_s() is None


def test_a_day_with_a_session_opens_it(desk, did) -> None:
    did(YESTERDAY, "back-squat", SQUAT)
    desk.refresh()
    choose_day(desk, YESTERDAY)
    assert desk.texts(1)[:2] == ["100", "5"]


def test_a_second_session_on_a_day_begins_at_new(desk, did) -> None:
    did(YESTERDAY, "back-squat", SQUAT)
    desk.refresh()
    choose_day(desk, YESTERDAY)
    desk.tab.days.new_button.click()
    desk.tab.start.buttons[-1].click()
    assert len(logging.sessions_on(desk.lifter, YESTERDAY)) == 2


def test_trained_days_are_tinted_and_today_is_filled(desk, did) -> None:
    did(YESTERDAY, "back-squat", SQUAT)
    desk.refresh()
    looks = [
        desk.tab.days.calendar.day_button(day).look
        for day in (YESTERDAY, desk.today, desk.today + timedelta(days=1))
    ]
    assert [look.sessions for look in looks] == [1, 0, 0]
    assert [look.today for look in looks] == [False, True, False]
    assert desk.tab.days.calendar.day_button(YESTERDAY).accessibleName() == "Wed 4 Nov, trained"


def test_the_calendar_turns_to_other_months(desk, did) -> None:
    did(date(2026, 9, 30), "back-squat", SQUAT)
    desk.tab.days.calendar._turn(-1)
    desk.tab.days.calendar._turn(-1)
    assert desk.tab.days.calendar.visible_days() == (date(2026, 9, 1), date(2026, 9, 30))
    assert desk.tab.days.calendar.day_button(date(2026, 9, 30)).look.sessions == 1


def test_arrow_keys_walk_through_the_days(desk) -> None:
    desk.tab.days.calendar.day_button(desk.today).setFocus()
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Left)
    assert desk.focus() is desk.tab.days.calendar.day_button(date(2026, 10, 28))
    desk.press(Qt.Key.Key_Right)
    desk.enter()
    assert desk.tab.start._title.text() == "Thu 29 Oct"


def test_a_new_day_dawns_on_the_start_page(desk) -> None:
    desk.tab.refresh(desk.lifter, desk.today + timedelta(days=1))
    assert desk.tab.start._title.text() == "Today, Fri 6 Nov"


# the list
def test_sessions_are_listed_newest_first_with_sets_and_tonnage(desk, did) -> None:
    did(date(2026, 10, 1), "back-squat", SQUAT, name="Older")
    did(YESTERDAY, "back-squat", SQUAT, SQUAT)
    desk.refresh()
    listed = desk.tab.days.sessions.sessions
    assert [listed.index(row).data() for row in range(listed.rowCount())] == [
        "November 2026",
        "Lower B, Wed 4 Nov · 2 sets · 1.0 t",
        "October 2026",
        "Older, Thu 1 Oct · 1 set · 0.5 t",
    ]


def test_a_session_of_another_year_has_its_year_and_still_fits_its_line(desk, did, qapp) -> None:
    theme.load_fonts()
    theme.apply(qapp, theme.LIGHT)  # its own font: those of the system are of any width
    heavy = LoggedSet(205.0, 10, load=205.0)
    did(date(2025, 3, 12), "back-squat", *(heavy,) * 21, name="Chest, Triceps and Shoulders")
    clients.change(replace(clients.lifter(desk.lifter), unit=Unit.LB))
    desk.refresh()
    view = desk.tab.days.sessions
    index = view.sessions.index(1)
    assert index.data().endswith("12 Mar 2025 · 21 sets · 94,909 lb")
    room_px = view.visualRect(index).width() - 16
    assert too_long(index, view.font(), room_px) == ()


def test_only_what_is_too_long_for_its_line_has_a_tooltip(desk, did) -> None:
    did(YESTERDAY, "back-squat", SQUAT, name="Lower body, balance and some single-leg work")
    desk.refresh()
    view = desk.tab.days.sessions
    index = view.sessions.index(1)
    shown = too_long(index, view.font(), view.visualRect(index).width() - 16)
    assert shown == ("Lower body, balance and some single-leg work",)


def test_a_session_that_fits_its_lines_shows_no_tooltip(desk, did) -> None:
    did(YESTERDAY, "back-squat", SQUAT)
    desk.refresh()
    view = desk.tab.days.sessions
    spot = view.visualRect(view.sessions.index(1)).center()
    where = view.viewport().mapToGlobal(spot)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, where))
    assert not QToolTip.isVisible()


def test_a_click_in_the_list_opens_the_session(desk, did, qtbot) -> None:
    did(YESTERDAY, "back-squat", SQUAT)
    desk.refresh()
    listed = desk.tab.days.sessions
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 50))
    assert desk.tab.session.header.title.text() == "Lower B · Wed 4 Nov"


def test_delete_after_a_click_on_a_finished_session_is_about_the_session(desk, did, qtbot) -> None:
    did(YESTERDAY, "back-squat", SQUAT)
    desk.refresh()
    listed = desk.tab.days.sessions
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 50))
    assert QApplication.focusWidget() is listed
    with qtbot.waitSignal(listed.delete_wanted):
        QTest.keyClick(listed, Qt.Key.Key_Delete)


def test_a_click_on_a_session_under_way_goes_on_with_it(desk, qtbot) -> None:
    desk.start()
    desk.refresh()
    desk.tab.days.new_button.setFocus()
    listed = desk.tab.days.sessions
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 50))
    assert QApplication.focusWidget() is not listed


def test_a_right_click_does_not_mark_a_session_that_is_not_open(desk, did) -> None:
    for day in (desk.today, YESTERDAY):
        did(day, "back-squat", LoggedSet(100.0, 5, load=100.0))
    desk.refresh()
    sessions = desk.tab.days.sessions
    shown, other = sessions.sessions.ids()
    desk.tab.show_session(shown)
    at = sessions.visualRect(sessions.model().index(sessions.sessions.row_of(other))).center()
    QTest.mouseClick(sessions.viewport(), Qt.MouseButton.RightButton, pos=at)
    QTest.mouseDClick(sessions.viewport(), Qt.MouseButton.RightButton, pos=at)
    QTest.mouseRelease(sessions.viewport(), Qt.MouseButton.RightButton, pos=at)
    assert sessions.currentIndex().row() == sessions.sessions.row_of(shown)
    QTest.mouseClick(sessions.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.tab.place.session_id == other


def test_delete_puts_the_session_marked_into_the_trash_and_goes_on_with_the_one_below(
    desk, did
) -> None:
    news = []
    desk.tab.told.connect(news.append)
    for days in range(3):
        did(desk.today - timedelta(days=days), "back-squat", SQUAT)
    desk.refresh()
    sessions = desk.tab.days.sessions
    newest, middle, oldest = sessions.sessions.ids()
    sessions.setFocus()
    sessions.mark(middle)
    desk.press(Qt.Key.Key_Delete)
    assert sessions.sessions.ids() == [newest, oldest]
    assert (marked(sessions), desk.focus()) == (oldest, sessions)
    assert news == ["Deleted. Undo brings it back; it is kept for 30 days."]
    desk.press(Qt.Key.Key_Delete)
    assert marked(sessions) == newest
    desk.press(Qt.Key.Key_Delete)
    assert sessions.sessions.ids() == []
    for _ in range(3):
        desk.history.undo()
    assert sessions.sessions.ids() == [newest, middle, oldest]


def marked(sessions) -> int:
    return sessions.currentIndex().data(SESSION_ROLE).id


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_session_opens_from_the_list(desk, did) -> None:
    MenuKey(desk.window)
    for days in range(2):
        did(desk.today - timedelta(days=days), "back-squat", SQUAT)
    desk.refresh()
    sessions = desk.tab.days.sessions
    sessions.setFocus()
    sessions.mark(sessions.sessions.ids()[1])
    desk.press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = desk.tab.session.header.menu_button.menu()
    assert QApplication.activePopupWidget() is menu
    assert desk.tab.place.session_id == sessions.sessions.ids()[1]
    menu.close()
    desk.tab.days.calendar.day_button(desk.today).setFocus()
    desk.press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    day_menu = QApplication.activePopupWidget()
    assert day_menu is not None
    day_menu.close()
