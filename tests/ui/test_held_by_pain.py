"""After pain that does not end an exercise, no row offers a harder load than the set that hurt."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from planner.coach import logging
from planner.engine.terms import LoggedSet, Side
from planner.ui.set_columns import Field

SPLIT_SQUAT = "barbell-bulgarian-split-squat"  # done one side at a time
BOTH = (Side.LEFT, Side.RIGHT)


@pytest.fixture
def squatted(desk, did):
    """Split squats with 30 kg a side last time; today 20 kg with the left."""

    def done(pain: int | None) -> LoggedSet:
        sets = [LoggedSet(30.0, 8, 2.0, load=30.0, side=side) for side in BOTH]
        did(desk.today - timedelta(days=4), SPLIT_SQUAT, *sets)
        session = logging.start_free(desk.lifter, desk.today)
        slot = logging.add_exercise(session, SPLIT_SQUAT)
        today = LoggedSet(20.0, 8, 1.0, load=20.0, side=Side.LEFT, pain=pain)
        logging.log_sets(slot, [today])
        desk.tab.show_session(session)
        return desk

    return done


def offered(desk, key: Qt.Key) -> str:
    row = desk.line(2)
    row.first_cell().setFocus()
    desk.press(key)
    return row.cells[Field.LOAD].placeholderText()


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_L])
def test_the_side_that_is_chosen_is_held_to_the_load_that_hurt(squatted, key) -> None:
    desk = squatted(pain=4)
    assert offered(desk, key) == "20"
    desk.enter()
    assert [made.load for made in desk.stored()] == [20.0, 20.0]


def test_without_pain_the_other_side_goes_on_as_last_time(squatted) -> None:
    assert offered(squatted(pain=None), Qt.Key.Key_R) == "30"


def test_a_row_more_is_held_to_it_too(squatted) -> None:
    desk = squatted(pain=4)
    desk.tab.session.cards[0].add_button.click()
    row = desk.line(3)
    assert row.cells[Field.LOAD].placeholderText() == "20"
