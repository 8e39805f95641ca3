"""A planned session that is not logged is asked about before a return after time off is advised."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

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
from planner.storage import log, plan
from planner.ui.main_window import MainWindow
from planner.ui.suggestion_pane import SuggestionPane
from planner.ui.top_bar import TabName

WEEK = timedelta(weeks=1)


@pytest.fixture
def pane(window: MainWindow, lifter: int, today: date) -> SuggestionPane:
    """Squat weekly until two weeks ago; last week's session was planned and is not logged."""
    entry, target = LoggedSet(100.0, 5, rir=2.0, load=100.0), PlannedSet(5, 5, load_kg=100.0)
    for week in range(10, 1, -1):
        slot = LoggedExercise("back-squat", (entry,) * 3)
        log.add_session(lifter, Session(today - week * WEEK, (slot,), finished=True))
    session = PlannedSession("Lower", 0, (PlannedExercise("back-squat", (target,) * 3),))
    weeks = tuple(Microcycle(n, today + (n - 1) * WEEK, (session,)) for n in (0, 1))
    plan.add_mesocycle(lifter, Mesocycle("Block", today - WEEK, weeks=weeks))
    window.show_tab(TabName.PLANNER)
    window.show()
    return window.tabs.planner()._advising.pane


def test_a_session_not_logged_is_asked_about_and_opens_in_the_log(window, pane, today) -> None:
    assert pane.untyped.text.text().startswith("Was this done? Lower of")
    assert not pane._cards
    assert not pane._none.text()
    pane.untyped.log.click()
    assert window.tab_name is TabName.LOG
    (made,) = (each for each in log.sessions(window.lifter_id()) if each.planned_session_id)
    assert made.on == today - WEEK


def test_f6_goes_to_the_answer_while_there_is_only_the_question(pane) -> None:
    pane.begin()
    assert pane.focusWidget() is pane.untyped.log


def test_no_leads_to_the_return_and_undo_asks_again(window, pane, qtbot) -> None:
    pane.untyped.not_done.click()
    qtbot.waitUntil(pane.untyped.isHidden)
    assert [card.advice.suggestion.rule for card in pane._cards] == ["return.ramp"]
    window.history.undo()
    qtbot.waitUntil(lambda: not pane.untyped.isHidden())
