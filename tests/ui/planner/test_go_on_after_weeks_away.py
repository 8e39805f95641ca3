"""Back after weeks away, with all sessions in the past: the planner and the log offer a way on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.engine.terms import (
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import clients, log, plan
from planner.ui.log_start import LogStart
from planner.ui.main_window import MainWindow
from planner.ui.prescription_editor import PrescriptionEditor
from planner.ui.suggestion_pane import SuggestionPane
from planner.ui.top_bar import TabName

MONDAY, WEEK = date(2026, 10, 5), timedelta(weeks=1)
NEXT_MONDAY = date(2026, 11, 23)


@pytest.fixture
def today() -> date:
    return date(2026, 11, 20)  # a Friday


@pytest.fixture
def away(lifter: int) -> int:
    """Squat each Monday up to the first of four planned weeks, then nothing."""
    entry, target = LoggedSet(100.0, 5, rir=2.0, load=100.0), PlannedSet(5, 5, load_kg=100.0)
    lines = (PlannedExercise("back-squat", (target,) * 3),)
    sessions = PlannedSession("Lower", 0, lines), PlannedSession("Upper", 3, lines)
    weeks = tuple(Microcycle(n + 1, MONDAY + n * WEEK, sessions) for n in range(4))
    key = plan.add_mesocycle(lifter, Mesocycle("Base", MONDAY, weeks))
    first = plan.mesocycle(key).weeks[0].sessions[0].id
    for week in range(8, -1, -1):
        planned = first if week == 0 else None
        slot = LoggedExercise("back-squat", (entry,) * 3)
        made = Session(MONDAY - week * WEEK, (slot,), finished=True, planned_session_id=planned)
        log.add_session(lifter, made)
    return key


@pytest.fixture
def pane(away: int, window: MainWindow) -> SuggestionPane:
    window.show_tab(TabName.PLANNER)
    window.show()
    return window.tabs.planner()._advising.pane


@pytest.fixture
def start(away: int, window: MainWindow, qtbot) -> LogStart:
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.refresh()
    window.show_tab(TabName.LOG)
    return window.tabs.log().start


def test_one_card_asks_instead_of_returns_that_would_change_nothing(pane) -> None:
    assert pane.going_on.text.text() == "Base: 3 weeks were not done."
    assert pane.going_on.effect.text().endswith("Lighter first sessions are suggested then.")
    assert pane.going_on.go_on.text() == "Go on from Mon 23 Nov"
    assert not pane._cards
    assert not pane._none.text()
    pane.begin()
    assert pane.focusWidget() is pane.going_on.go_on


def test_going_on_shows_the_first_week_and_one_accept_eases_the_way_back(
    window, pane, qtbot
) -> None:
    pane.going_on.go_on.setFocus()
    QTest.keyClick(pane.going_on.go_on, Qt.Key.Key_Return)
    tab = window.tabs.planner()
    assert (tab.week_of(), tab.week_index()) == (NEXT_MONDAY, 1)
    assert tab.focusWidget() is tab._grid
    qtbot.waitUntil(pane.going_on.isHidden)
    (card,) = pane._cards
    assert card.advice.suggestion.rule == "return.ramp"
    assert "In no session ahead" not in card.advice.note
    card.accept.click()
    ahead = plan.future_exercises(window.lifter_id(), "back-squat", NEXT_MONDAY)
    loads = [max(entry.load_kg for entry in made.sets) for _, _, made in ahead]
    assert len(loads) == 6
    assert loads[0] < 100.0 == loads[-1]


def test_undo_asks_again_and_brings_the_weeks_back(window, pane, qtbot, away) -> None:
    before = plan.mesocycle(away)
    pane.going_on.go_on.click()
    qtbot.waitUntil(pane.going_on.isHidden)
    assert window.history.next_undo().text() == "Go on with the block"
    window.history.undo()
    qtbot.waitUntil(lambda: not pane.going_on.isHidden())
    assert plan.mesocycle(away) == before


def test_going_on_from_the_log_stores_what_is_half_typed_in_the_plan(window, start) -> None:
    window.show_tab(TabName.PLANNER)
    grid = window.tabs.planner()._grid
    grid.select(grid.week.spots(3)[1])
    grid.edit()
    (editor,) = grid.findChildren(PrescriptionEditor)
    line = editor.subject
    QTest.keyClicks(editor.sets, "2x5 90")
    window.show_tab(TabName.LOG)
    start.go_on.go_on.click()
    window.show_tab(TabName.PLANNER)
    assert window.tabs.planner().week_of() == NEXT_MONDAY
    stored = plan.planned_exercise(line)
    assert [each.load_kg for each in stored.sets] == [90.0, 90.0]


def test_not_now_leaves_the_returns_alone_until_it_is_undone(window, pane, qtbot) -> None:
    pane.going_on.not_now.click()
    qtbot.waitUntil(pane.going_on.isHidden)
    (card,) = pane._cards
    assert card.advice.note.startswith("In no session ahead")
    window.history.undo()
    qtbot.waitUntil(lambda: not pane.going_on.isHidden())
    assert not pane._cards


def test_another_block_in_the_way_is_told(window, pane, qtbot, lifter, away) -> None:
    on = NEXT_MONDAY + WEEK
    plan.add_mesocycle(lifter, Mesocycle("Peak", on, (Microcycle(1, on),)))
    window.refresh()
    with qtbot.waitSignal(window.history.failed) as told:
        pane.going_on.go_on.click()
    assert told.args[0].startswith("It would run into “Peak”, which has the days from 30 Nov on")
    assert plan.mesocycle(away).weeks[1].starts_on == MONDAY + WEEK


def test_the_log_has_the_same_way_on_and_the_planner_follows(window, start, qtbot, away) -> None:
    assert start._says.text() == "Nothing is planned for today."
    assert not start.go_on.isHidden()
    start.go_on.go_on.setFocus()
    QTest.keyClick(start.go_on.go_on, Qt.Key.Key_Return)
    assert start.go_on.isHidden()
    assert start.buttons[0].hasFocus()
    assert plan.mesocycle(away).weeks[1].starts_on == NEXT_MONDAY
    window.show_tab(TabName.PLANNER)
    assert window.tabs.planner().week_of() == NEXT_MONDAY


def test_on_another_day_or_once_a_session_is_done_the_log_does_not_ask(
    window, start, today
) -> None:
    window.tabs.log().show_day(today - WEEK)
    assert start.go_on.isHidden()
    window.tabs.log().show_day(today)
    assert not start.go_on.isHidden()
    log.add_session(window.lifter_id(), Session(today, finished=True))
    window.refresh()
    window.tabs.log().offer_day(today)
    assert start.go_on.isHidden()


def test_another_lifter_is_not_asked(window, pane, lifter) -> None:
    window.lifter_stories.remember(clients.add_lifter(replace(clients.lifter(lifter), uid="")))
    window.refresh()
    assert pane.going_on.isHidden()
