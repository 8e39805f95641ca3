"""A session is started from the plan and the log of its own lifter alone."""

from __future__ import annotations

from datetime import date

import pytest

from planner.coach import blocks, files, logging, planning, session_text, week_edits
from planner.engine.terms import Lifter
from planner.storage import clients


@pytest.fixture
def other(database) -> int:
    return clients.add_lifter(Lifter(name="Ada Novak"))


def planned_for(lifter: int, today: date) -> int:
    """Plan squats for today; return the planned session's id."""
    blocks.new_mesocycle(lifter, "Block", today, 1)
    view = planning.view(lifter, today, today)
    made = week_edits.add_session(view.week.id, 0, "Lower")
    week_edits.add_exercise(made, "back-squat")
    return made


def test_what_is_planned_for_another_lifter_is_not_started(lifter, other, today):
    made = planned_for(other, today)
    with pytest.raises(files.NotStored):
        logging.start_planned(lifter, made, today)
    assert not logging.sessions(lifter)


def test_a_session_of_another_lifter_is_neither_repeated_nor_copied(lifter, other, today):
    made = logging.start_free(other, today)
    with pytest.raises(files.NotStored):
        logging.repeat(lifter, made, today)
    with pytest.raises(files.NotStored):
        session_text.text(lifter, made, "Lower")
    assert not logging.sessions(lifter)
