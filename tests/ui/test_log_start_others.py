"""Sessions that are started beside what a day has planned, done again, moved and gone on with."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton

from planner.coach import blocks, logging, planning, week_edits
from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import log, plan

MONDAY, THURSDAY = date(2026, 11, 2), date(2026, 11, 5)
SQUAT = LoggedSet(90.0, 5, load=90.0)


@pytest.fixture
def week(lifter: int, today: date, desk) -> None:
    """Plan Lower on Monday, Upper on Wednesday and Whole on Saturday; today is Thursday."""
    blocks.new_mesocycle(lifter, "Block", MONDAY, 1)
    key = planning.view(lifter, today, today).week.id
    for day, name in ((0, "Lower"), (2, "Upper"), (5, "Whole")):
        week_edits.add_exercise(week_edits.add_session(key, day, name), "back-squat")
    desk.refresh()


def listed(button: QPushButton) -> list[str]:
    button.menu().aboutToShow.emit()
    return [made.text() for made in button.menu().actions() if not made.isSeparator()]


def choose(button: QPushButton, start: str) -> None:
    button.menu().aboutToShow.emit()
    next(made for made in button.menu().actions() if made.text().startswith(start)).trigger()


def test_a_missed_session_is_done_today_and_counts_for_the_plan(desk, week) -> None:
    planned = desk.tab.start.more.planned
    assert listed(planned) == [
        "Whole · Sat 7 Nov",
        "Upper · Wed 4 Nov, not logged yet",
        "Lower · Mon 2 Nov, not logged yet",
    ]
    choose(planned, "Upper")
    assert desk.tab.session.header.title.text() == "Upper · Thu 5 Nov"
    assert len(plan.done(desk.lifter)) == 1
    desk.tab.offer_day(desk.today)
    assert [text[:5] for text in listed(planned)] == ["Whole", "Lower"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_by_the_keyboard_the_menu_opens_with_its_first_session_marked(desk, week, qtbot) -> None:
    menu, marked = desk.tab.start.more.planned.menu(), []
    menu.aboutToShow.connect(lambda: QTimer.singleShot(50, look))

    def look() -> None:
        marked.append(menu.activeAction())
        menu.close()

    desk.window.show()
    qtbot.keyClick(desk.tab.start.more.planned, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(marked))
    assert marked == menu.actions()[:1]


def test_an_earlier_session_is_repeated_with_its_sets_as_offers(desk, did) -> None:
    did(MONDAY, "back-squat", SQUAT, SQUAT)
    desk.tab.offer_day(MONDAY + timedelta(days=1))
    assert listed(desk.tab.start.more.earlier) == ["Lower B · Mon 2 Nov · 2 sets"]
    choose(desk.tab.start.more.earlier, "Lower B")
    assert desk.tab.session.header.title.text() == "Lower B · Tue 3 Nov"
    assert len(desk.tab.session.cards[0].rows) == 2
    assert not desk.stored()
    desk.enter()
    assert [made.load for made in desk.stored()] == [90.0]


def test_where_nothing_can_be_offered_the_menus_say_so(desk) -> None:
    more = desk.tab.start.more
    assert listed(more.planned) == ["Nothing else of the plan is waiting"]
    assert listed(more.earlier) == ["Nothing is logged yet"]


def test_what_a_day_to_come_has_planned_is_done_today(desk, week) -> None:
    desk.tab.show_day(date(2026, 11, 7))
    start = desk.tab.start
    assert [made.text() for made in start.buttons] == ["Do Whole today", "Back to today"]
    assert not start.more.isVisible()
    start.buttons[0].click()
    assert desk.tab.session.header.title.text() == "Whole · Thu 5 Nov"


def test_from_a_day_to_come_without_a_plan_one_goes_back_to_today(desk) -> None:
    desk.tab.show_day(date(2026, 11, 7))
    desk.enter()
    assert desk.tab.start._title.text() == "Today, Thu 5 Nov"


# the menu of a session
def test_a_session_is_repeated_on_another_day_up_to_today(desk, did) -> None:
    did(MONDAY, "back-squat", SQUAT)
    desk.tab.show_day(MONDAY)
    header = desk.tab.session.header
    header.edit("repeat")
    assert not header._name.isVisible()
    header._on.show_day(date(2026, 11, 9))  # still to come
    header._keep_button.click()
    assert header.title.text() == "Lower B · Thu 5 Nov"
    assert [made.on for made in logging.sessions(desk.lifter)] == [THURSDAY, MONDAY]


def test_supersets_and_rests_are_repeated_notes_and_the_plan_are_not(lifter, today) -> None:
    slots = tuple(
        LoggedExercise(slug, (SQUAT,), superset=1, rest_s=60, note="Knee")
        for slug in ("back-squat", "leg-press")
    )
    old = log.add_session(lifter, Session(MONDAY, slots, name="Lower", note="Tired"))
    made = log.session(logging.repeat(lifter, old, today))
    assert [(each.superset, each.rest_s, each.note) for each in made.exercises] == [(1, 60, "")] * 2
    assert (made.name, made.note, made.planned_session_id) == ("Lower", "", None)


def test_a_planned_session_that_is_moved_stays_done_and_says_so(desk, five_by_five) -> None:
    desk.start_planned()
    desk.enter(2)
    header = desk.tab.session.header
    header.edit("day")
    assert header._says.text() == "In the plan it stays the same session, and counts as done."
    header._on.show_day(MONDAY)
    header._keep_button.click()
    (made,) = (log.session(each.id) for each in logging.sessions(desk.lifter))
    assert made.on == MONDAY
    assert made.planned_session_id is not None


def test_a_finished_session_is_gone_on_with_and_summed_up_again(desk, five_by_five) -> None:
    desk.start_planned()
    desk.enter(2)
    desk.tab.work.finish.click()
    header = desk.tab.session.header
    header._go_on()
    assert not desk.tab.session.result.isVisible()
    desk.enter(3)
    desk.tab.work.finish.click()
    assert "5 sets" in desk.tab.session.result.done.text()
    desk.tab.session.result.close_button.click()
    assert not desk.tab.session.result.isVisible()
    header.summary_wanted.emit()
    assert desk.focus() is desk.tab.session.result


def test_deleting_says_how_to_get_the_session_back(desk, qtbot) -> None:
    desk.start()
    with qtbot.waitSignal(desk.tab.told) as told:
        desk.tab.session.header._delete()
    assert told.args == ["Deleted. Undo brings it back; it is kept for 30 days."]
