"""Whether a topic of the health questions holds for a lifter, by what was answered and raised."""

from __future__ import annotations

from datetime import date

from planner.engine.referrals import waiting
from planner.engine.terms import Topic
from planner.storage import health


def concerns(lifter_id: int, topic: Topic, on: date) -> bool | None:
    """Say whether a topic holds: its referral waits, or the last answer; None without either."""
    if any(made.topic is topic for made in waiting(health.referrals(lifter_id), on)):
        return True
    answers = (made.answer(topic) for made in reversed(health.intakes(lifter_id)))
    return next((said for said in answers if said is not None), None)
