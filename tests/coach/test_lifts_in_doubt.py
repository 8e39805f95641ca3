"""Lifts whose phase cannot be told: grouped by what would tell."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.coach import doubts, logging, questions, suggesting
from planner.engine.terms import (
    CheckIn,
    Confidence,
    LoggedSet,
    Suggestion,
    SuggestionKind,
    Unit,
    phrase,
)
from planner.storage import clients
from planner.storage.base import db

DAYS_BETWEEN = 7


@pytest.fixture
def torn(lifter, today, train):
    """Squat and press alike with nothing in reserve, and check in badly before the last time."""
    for back in range(12):
        on, answer = today - timedelta(days=1 + DAYS_BETWEEN * back), 3 if back else 1
        poor = CheckIn(on, sleep=answer, soreness=6 - answer, energy=answer)
        clients.save_check_in(lifter, poor)
        sets = (LoggedSet(100.0, 8, rir=0.0, load=100.0),) * 3
        for slug in ("back-squat", "bench-press"):
            train(lifter, slug, on, *sets)
    return lifter


def doubted(lifter, today):
    return doubts.doubts(lifter, today, suggesting.advised(lifter, today).every)


def test_a_doubt_about_tiredness_asks_for_a_check_in_once_for_all_lifts(torn, today):
    made = doubted(torn, today)
    assert set(made.tired) == {"Back squat", "Bench press"}
    assert made.others == ()
    assert not made.checked_in


def test_a_check_in_of_today_is_known(torn, today):
    logging.save_check_in(torn, CheckIn(today, motivation=3))
    assert not doubted(torn, today).checked_in
    logging.save_check_in(torn, CheckIn(today, sleep=4, energy=4))
    made = doubted(torn, today)
    assert made is None or made.checked_in


def test_without_a_doubt_there_is_nothing_to_say(lifter, today):
    assert doubted(lifter, today) is None


def test_without_a_doubt_nothing_is_read(lifter, today):
    asked: list[str] = []
    db.connection().set_trace_callback(asked.append)
    assert doubts.doubts(lifter, today, []) is None
    db.connection().set_trace_callback(None)
    assert asked == []


def test_where_only_time_can_tell_the_question_says_so(lifter, today):
    slow = Suggestion(
        SuggestionKind.HOLD, "bench-press", "hold.cant_tell", phrase(""), phrase(""), phrase(""),
        Confidence.CANT_TELL, (("settle_weeks", 8),),
    )  # fmt: skip
    (asked,) = questions.questions(lifter, today, [slow])
    assert questions.facts(asked, Unit.KG) == {
        "kind": "slow_gain",
        "exercise": "bench-press",
        "text": "more sessions will tell. Slow gain and none take about 8 weeks to tell apart.",
    }
