"""A card knows its session as long as the slot that it shows is in the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.coach import logging

TODAY = date(2026, 11, 5)


def test_a_card_tells_its_session_until_that_is_deleted(lifter: int) -> None:
    made = logging.start_free(lifter, TODAY)
    logging.add_exercise(made, "back-squat")
    (card,) = logging.session_view(lifter, made, TODAY).cards
    assert logging.session_of(card) == made
    assert logging.session_of(replace(card, uid="of another slot")) is None
    logging.delete(made)
    assert logging.session_of(card) is None
