"""What stands behind 'Why?' in the line of the day, and what is switched off there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from planner.coach import switches, trail
from planner.coach.switches import Switch
from planner.engine.terms import Absence, CheckIn, DayVerdict, LoggedSet, SuggestionKind
from planner.storage import clients
from planner.ui import today_opening
from planner.ui.main_window import MainWindow
from planner.ui.suggestion_card import SuggestionCard
from planner.ui.today_dialog import TodayDialog
from planner.ui.today_line import TodayLine

Shown = Callable[[], TodayLine]
SQUAT = LoggedSet(100.0, 5, rir=2.0, load=100.0)


@pytest.fixture
def why(window: MainWindow, drained: int, shown: Shown, qtbot: QtBot) -> TodayDialog:
    """The dialog behind 'Why?', read."""
    shown().why.click()
    (made,) = window.findChildren(TodayDialog)
    qtbot.waitUntil(made.progress.isHidden)
    return made


def test_another_choice_is_kept_with_its_reason_told_and_taken_back_by_undo(
    window: MainWindow, drained: int, why: TodayDialog, shown: Shown, qtbot: QtBot
) -> None:
    why.choice.reason.setText("slept in the train")
    why.choice.chips[DayVerdict.PUSH].click()
    qtbot.waitUntil(lambda: "your choice; it said: rest" in why.head.text())
    assert trail.decided(drained)[0].reason == "slept in the train"
    why.accept()
    assert shown().word.text() == "Your choice: push"
    pane = window.tabs.planner()._advising.pane
    kinds = [card.advice.suggestion.kind for card in pane.findChildren(SuggestionCard)]
    assert SuggestionKind.REST_DAY not in kinds
    window.history.undo()
    assert shown().word.text() == "Rest"


def test_the_gauges_stand_apart_and_each_muscle_says_when_it_is_ready(why: TodayDialog) -> None:
    assert not why.reasons.isHidden()
    assert why.reasons.text().count("•") <= 3
    assert why.missing.text() == "Check-in: 2 of 4 answered"
    assert "Sleep" in why.reasons.text()
    assert why.central.feeds.text().startswith("See above.\n")
    model = why.muscles.model
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells == ["All together", "fresh", "≈ 100 %", "now"]
    assert why.muscles.table.isColumnHidden(2)  # it would say the same again
    assert "Quads" in why.muscles.figure.accessibleName()


def test_a_tick_taken_off_takes_the_line_away_at_once(
    window: MainWindow, trained: int, shown: Shown, press: Callable[[str], None]
) -> None:
    shown()
    dialog = today_opening.show_switches(window)
    dialog.ticks[Switch.VERDICT].click()
    dialog.accept()
    assert shown().isHidden()
    assert not switches.is_on(trained, Switch.VERDICT)
    window.history.undo()
    assert not shown().isHidden()
    press("Ctrl+Shift+R")
    assert window.findChildren(TodayDialog)


def test_the_ill_are_told_of_no_muscle_that_it_is_ready(
    window: MainWindow, trained: int, today: date, qtbot: QtBot
) -> None:
    clients.add_absence(trained, Absence(today, None, "ill"))
    window.refresh()
    dialog = today_opening.show_today(window)
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.head.text().startswith("Ill since")
    assert dialog.muscles.table.isColumnHidden(3)


def test_a_day_of_rest_says_how_it_goes_with_a_gauge_that_is_not_low(
    window: MainWindow, trained: int, today: date, qtbot: QtBot
) -> None:
    bad = CheckIn(today, sleep=2, energy=1, motivation=1, sore_areas=(("knees", 5),))
    clients.save_check_in(trained, bad)
    window.refresh()
    dialog = today_opening.show_today(window)
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.head.text().startswith("○ Rest")
    assert dialog.reasons.text().splitlines()[1] == "• Sore: knees; 5 of 5."
    assert dialog.central.level.text() == "A little tired · ≈ 80 %"
    assert "what is said above asks for rest by itself" in dialog.central.feeds.text()


def test_after_the_session_rest_means_no_more_of_it(
    window: MainWindow, drained: int, today: date, did: Callable[..., None], shown: Shown
) -> None:
    assert "no training today" in shown().accessibleName()
    did(today, "back-squat", SQUAT)
    window.refresh()
    assert "no more training today" in shown().accessibleName()
