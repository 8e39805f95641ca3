"""One quiet card for lifts whose phase cannot be told, and the way from it to the check-in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from planner.coach.doubts import Doubts
from planner.engine.terms import CheckIn, LoggedExercise, LoggedSet, Session
from planner.storage import clients, log
from planner.ui.doubt_card import DoubtCard
from planner.ui.top_bar import TabName


def doubts(tired: Sequence[str], others: Sequence[str] = (), checked_in: bool = False) -> Doubts:
    return Doubts(tuple(tired), tuple(others), checked_in, 8)


@pytest.fixture
def card(qtbot) -> DoubtCard:
    made = DoubtCard(None)
    qtbot.addWidget(made)
    return made


def test_tired_lifts_share_one_sentence_and_one_button(card) -> None:
    card.show_doubts(doubts(["Squat", "Bench press", "Row", "Curl", "Dip"]))
    assert card.tired.text() == (
        "Squat, Bench press, Row and 2 more: this could be tiredness. A check-in before each of "
        "the next two sessions would settle it."
    )
    assert card.tired.toolTip() == "Squat, Bench press, Row, Curl, Dip"
    assert card.button.isVisible()
    assert not card.others.isVisible()


def test_after_todays_check_in_there_is_no_button(card) -> None:
    card.show_doubts(doubts(["Squat"], checked_in=True))
    assert "Today's check-in is made" in card.tired.text()
    assert not card.button.isVisible()


def test_where_only_time_can_tell_there_is_no_button(card) -> None:
    card.show_doubts(doubts([], ["Row"]))
    assert card.others.text() == (
        "Row: more sessions will tell. Slow gain and none take about 8 weeks to tell apart."
    )
    assert not card.button.isVisible()
    assert not card.tired.isVisible()


def test_without_doubts_the_card_goes(card) -> None:
    card.show_doubts(doubts(["Squat"]))
    card.show_doubts(None)
    assert not card.isVisible()


@pytest.fixture
def torn_window(window, lifter, today):
    """The window of a lifter whose last check-in was poor and whose squat stands still."""
    for back in range(12):
        on, answer = today - timedelta(days=1 + 7 * back), 3 if back else 1
        clients.save_check_in(lifter, CheckIn(on, sleep=answer, soreness=6 - answer, energy=answer))
        squats = LoggedExercise("back-squat", (LoggedSet(100.0, 8, rir=0.0, load=100.0),) * 3)
        log.add_session(lifter, Session(on, (squats,), finished=True))
    window.show()
    window.show_tab(TabName.PLANNER)
    return window


@pytest.mark.parametrize("width", [1280, 800])
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_button_leads_to_todays_check_in(torn_window, width, qtbot) -> None:
    torn_window.resize(width, 720)
    (card,) = torn_window.findChildren(DoubtCard)
    assert card.tired.text().startswith("Back squat: this could be tiredness.")
    with qtbot.waitActive(torn_window):
        torn_window.activateWindow()
    card.button.click()
    sleep = torn_window.tabs.log().side.check_in.scales["sleep"]
    assert torn_window.tab_name is TabName.LOG
    assert sleep.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is sleep.segments[0])
    sleep.segments[3].click()
    torn_window.show_tab(TabName.PLANNER)
    qtbot.waitUntil(lambda: not card.button.isVisible())
