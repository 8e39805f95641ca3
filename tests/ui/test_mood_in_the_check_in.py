"""Mood beside the log: asked when wanted, on its own day, with a kind word at most."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from planner.coach import logging, switches
from planner.coach.switches import Switch
from planner.engine.terms import CheckIn


@pytest.fixture
def asked(desk):
    """Return the desk of somebody who wants to be asked."""
    switches.set_on(desk.lifter, Switch.MOOD, True)
    desk.refresh()
    return desk


def test_the_question_is_not_there_until_it_is_wanted(desk) -> None:
    mood = desk.tab.side.check_in.scales["mood"]
    assert not mood.isVisible()
    switches.set_on(desk.lifter, Switch.MOOD, True)
    desk.refresh()
    assert mood.isVisible()


def test_it_is_answered_by_keys_and_not_counted(asked) -> None:
    asked.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    asked.type("43245")
    made = logging.check_in(asked.lifter, asked.today)
    assert (made.sleep, made.soreness, made.mood, made.motivation, made.energy) == (4, 3, 2, 4, 5)
    assert asked.tab.side.check_in.given.text() == "4 of 4 answered"


def test_the_answer_of_a_day_before_is_not_seen(asked) -> None:
    before = asked.today - timedelta(days=1)
    logging.save_check_in(asked.lifter, CheckIn(before, sleep=4, mood=1))
    asked.tab.show_day(before)
    mood = asked.tab.side.check_in.scales["mood"]
    assert (mood.isVisible(), mood.given()) == (False, False)
    asked.tab.side.check_in.scales["sleep"].segments[1].click()
    assert logging.check_in(asked.lifter, before).mood == 1


def test_two_low_days_bring_one_sentence_that_goes_when_it_is_dismissed(asked) -> None:
    line = asked.tab.side.mood
    logging.save_check_in(asked.lifter, CheckIn(asked.today - timedelta(days=1), mood=2))
    asked.tab.side.check_in.scales["mood"].segments[0].click()
    assert line.isVisible()
    line.dismiss.click()
    assert not line.isVisible()
    asked.history.undo()
    assert line.isVisible()
