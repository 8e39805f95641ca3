"""A lift taken up again after weeks, in a session that nobody planned, is offered light loads."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import logging, next_set, suggesting
from planner.coach.loads import LoadBasis
from planner.engine import evidence
from planner.engine.terms import LoggedSet, Phrase

WEEK = timedelta(weeks=1)
LAST_KG = 94.0


def work(load: float, reps: int = 5) -> LoggedSet:
    return LoggedSet(load, reps, rir=2.0, load=load)


@pytest.fixture(params=["back-squat", "deadlift", "leg-press"])
def left_out(request, lifter, today, train) -> str:
    """A lift that was trained up to 18 weeks ago."""
    for week in range(30, 17, -1):
        train(lifter, request.param, today - week * WEEK, *[work(LAST_KG + 36 - 2 * week)] * 3)
    return str(request.param)


@pytest.fixture
def benched(lifter, today, train) -> None:
    """Another lift that went on all the time."""
    for week in range(30, 0, -1):
        train(lifter, "bench-press", today - week * WEEK, *[work(60.0)] * 3)


def offered(lifter: int, slug: str, today: date) -> list[float]:
    """Return the loads that the rows of a lift offer in a session of today."""
    session = logging.start_free(lifter, today)
    logging.add_exercise(session, slug)
    (card,) = logging.session_view(lifter, session, today).cards
    assert len(card.rows) == 3
    return [row.suggested_kg or LAST_KG for row in card.rows]


def test_it_is_the_load_that_the_advice_says(lifter, today, left_out) -> None:
    (advice,) = suggesting.suggestions(lifter, today)
    assert advice.change is not None
    assert set(offered(lifter, left_out, today)) == {advice.change.load_kg}


def test_it_is_as_light_where_other_lifts_went_on(lifter, today, left_out, benched) -> None:
    most_kg = evidence.RAMP_LOAD.value * LAST_KG
    assert max(offered(lifter, left_out, today)) < most_kg


def test_it_is_within_the_practice_that_the_card_names(lifter, today, left_out, benched) -> None:
    cap_kg = LoadBasis(lifter, today).practice_cap(left_out, today)
    assert max(offered(lifter, left_out, today)) <= (cap_kg or LAST_KG)


def test_last_time_counts_again_once_it_was_done(lifter, today, left_out, benched, train) -> None:
    train(lifter, left_out, today - WEEK, *[work(80.0)] * 3)
    assert set(offered(lifter, left_out, today)) == {80.0}


def test_nothing_is_forecast_before_its_first_set_is_done(lifter, today, left_out) -> None:
    session = logging.start_free(lifter, today)
    slot = logging.add_exercise(session, left_out)

    def forecast() -> Phrase | None:
        (card,) = logging.session_view(lifter, session, today).cards
        row = next(row for row in card.rows if row.logged is None)
        return next_set.next_line(next_set.grounds(lifter, card), card, row, 72.5).forecast

    assert forecast() is None
    logging.log_sets(slot, [work(72.5)])
    assert forecast() is not None
