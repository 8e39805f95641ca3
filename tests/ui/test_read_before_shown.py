"""Another client's years are read while the window answers; the plan and the page come first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from planner.coach import clients, readings
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import imports, log
from planner.ui.charts.pages import PageName
from planner.ui.reading_first import ReadingFirst, ReadingPage
from planner.ui.suggestion_pane import SuggestionPane
from planner.ui.top_bar import TabName

LIFTS = ("back-squat", "bench-press", "deadlift", "overhead-press")


@pytest.fixture
def client(window, today) -> int:
    """Add a client with four years of training, of whom nothing is read yet."""
    window.show()
    made = clients.add(Lifter(name="Bea"))
    four_years(made, today)
    return made


def four_years(lifter_id: int, today: date) -> None:
    sets = tuple(LoggedSet(100.0, reps, rir=2.0, load=100.0) for reps in (5, 5, 4))
    slots = tuple(LoggedExercise(slug, sets) for slug in LIFTS)
    days = [today - timedelta(days=2 * number + 1) for number in range(500)]
    key = imports.add_import(lifter_id, "app", "log.csv", today, "0" * 64)
    log.add_sessions(lifter_id, [Session(on, slots, finished=True) for on in days], key)


def read(window, qtbot) -> None:
    uid = window.lifter.uid
    qtbot.waitUntil(lambda: readings.remembered(uid), timeout=20_000)
    QApplication.processEvents()


def reading_page(window) -> ReadingPage:
    return window.tabs.charts().findChild(ReadingPage)


def advice(window) -> list[str]:
    labels = window.findChild(SuggestionPane).findChildren(QLabel)
    return [each.text() for each in labels if not each.isHidden()]


def test_charts_of_a_client_with_years_say_that_the_log_is_read(window, client, qtbot):
    window.show_tab(TabName.CHARTS)
    window.show_lifter(client)
    assert reading_page(window).isVisible()
    assert window.tabs.charts().lifts.list.count() == 0
    read(window, qtbot)
    qtbot.waitUntil(lambda: not reading_page(window).isVisible())
    assert window.tabs.charts().lifts.list.count() == len(LIFTS)


def test_a_page_turned_to_just_before_such_a_client_waits_for_the_log(
    window, lifter, client, today, qtbot
):
    push_ups = LoggedExercise("push-up", (LoggedSet(None, 10),) * 3)
    log.add_session(lifter, Session(today, (push_ups,), finished=True))
    window.show_tab(TabName.CHARTS)
    tab = window.tabs.charts()
    tab.bar.chip(PageName.RECORDS).click()
    QTimer.singleShot(0, window, lambda: window.show_lifter(client))  # when the page is made
    qtbot.waitUntil(lambda: reading_page(window).isVisible())
    qtbot.waitUntil(lambda: not reading_page(window).isVisible(), timeout=20_000)
    assert tab.page.isVisible()
    assert (tab.page.scene.lifter_id, tab.page.scene.slug in LIFTS) == (client, True)


def test_advice_on_years_follows_the_plan(window, client, qtbot):
    window.show_tab(TabName.PLANNER)
    window.show_lifter(client)
    assert "Reading the log…" in advice(window)
    read(window, qtbot)
    qtbot.waitUntil(lambda: "Reading the log…" not in advice(window))


def test_who_goes_to_another_tab_reads_no_more_and_finds_it_read_on_return(window, client, qtbot):
    window.show_tab(TabName.CHARTS)
    window.show_lifter(client)
    window.show_tab(TabName.LOG)
    window.show_tab(TabName.CHARTS)
    assert reading_page(window).isVisible() or readings.remembered(window.lifter.uid)
    read(window, qtbot)
    qtbot.waitUntil(lambda: not reading_page(window).isVisible())


def test_a_short_log_is_shown_at_once(window, today):
    sets = (LoggedSet(100.0, 5, rir=2.0, load=100.0),) * 3
    slot = LoggedExercise("back-squat", sets)
    days = [today - timedelta(days=7 * number + 1) for number in range(9)]
    for on in days:
        log.add_session(window.lifter_id(), Session(on, (slot,), finished=True))
    window.show_tab(TabName.CHARTS)
    assert window.tabs.charts().lifts.list.count() == 1


def test_years_that_came_in_are_read_in_parts_beside_what_was_known(window, today, qtbot):
    window.show()
    slot = LoggedExercise("back-squat", (LoggedSet(100.0, 5, rir=2.0, load=100.0),))
    log.add_session(window.lifter_id(), Session(today, (slot,), finished=True))
    window.show_tab(TabName.CHARTS)
    lifts = window.tabs.charts().lifts.list
    assert lifts.count() == 1
    assert window.act("Import", lambda: four_years(window.lifter_id(), today))
    assert reading_page(window).isVisible()
    qtbot.waitUntil(lambda: lifts.count() == len(LIFTS))
    assert not readings.takes_long(window.lifter_id(), today)
    log.add_session(window.lifter_id(), Session(today, (slot,), finished=True))
    assert not readings.takes_long(window.lifter_id(), today), "one more session is read at once"


def test_advice_on_years_that_came_in_follows_and_can_be_asked_for_before(window, today, qtbot):
    window.show_tab(TabName.PLANNER)
    window.show()
    assert window.act("Import", lambda: four_years(window.lifter_id(), today))
    pane = window.findChild(SuggestionPane)
    reading = pane.findChild(ReadingFirst)
    qtbot.waitUntil(reading.is_reading)
    pane.loads.put_off.emit([])
    assert not reading.is_reading(), "what is decided on is advised first"
    assert not readings.takes_long(window.lifter_id(), today)
