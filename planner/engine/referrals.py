"""When a yes asks for a professional, who is still waited for, and what needs help at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from types import MappingProxyType

from planner.engine import evidence
from planner.engine.health import judgement
from planner.engine.health_questions import QUESTIONS, SIGNS
from planner.engine.terms import Intake, Referral, ReferralSource, Topic

DAYS_A_MONTH = 30.44
_CLEARED = timedelta(days=evidence.CLEARED_DAYS.value)
URGENT = frozenset(made.topic for made in SIGNS if made.urgent)

EVENTS = MappingProxyType({
    Topic.FAINTING: evidence.FAINTING_MONTHS,
    Topic.SURGERY: evidence.RECENT_MONTHS,
    Topic.PREGNANCY: evidence.RECENT_MONTHS,
    Topic.CHEST_PAIN: evidence.INTAKE_MONTHS,
    Topic.CARDIAC_EVENT: evidence.INTAKE_MONTHS,
    Topic.BLOOD_PRESSURE: evidence.INTAKE_MONTHS,
    Topic.INJURY: evidence.INTAKE_MONTHS,
})  # fmt: skip
"""What may come again, and how many months its question looks back; all else is a lasting state."""


def is_urgent(referral: Referral) -> bool:
    """Say whether a referral is of something felt now, or since an injury, that needs help now."""
    felt = referral.source in (ReferralSource.SIGN, ReferralSource.ABSENCE)
    return felt and referral.topic in URGENT


def news(before: Intake | None, intake: Intake, known: Collection[Referral]) -> tuple[Topic, ...]:
    """Return the topics whose yes asks for somebody, in order of the questions.

    A yes that was none before does. One that stood before does unless one of the `known` referrals
    settled it.
    """
    stood = {topic for topic, said in before.answers if said} if before is not None else set()
    yes = [made.topic for made in QUESTIONS if intake.answer(made.topic) is True]
    return tuple(
        topic for topic in yes if topic not in stood or not _is_settled(topic, known, intake.on)
    )


def _is_settled(topic: Topic, known: Iterable[Referral], on: date) -> bool:
    """Say whether a yes that still stands on a day was looked at: a state for good, an event until
    the question looks back no further than to the yes before."""
    cleared = [(made.on, made.cleared_on) for made in known
               if made.topic is topic and made.cleared_on is not None]  # fmt: skip
    if topic not in EVENTS:
        return bool(cleared)
    months = timedelta(days=EVENTS[topic].value * DAYS_A_MONTH)
    return any(on - told <= months or on - said <= _CLEARED for told, said in cleared)


def waiting(referrals: Iterable[Referral], on: date) -> tuple[Referral, ...]:
    """Return the referrals that wait for a clearance on a day, those that block loads first."""
    found = [
        made
        for made in referrals
        if made.on <= on and (made.cleared_on is None or on < made.cleared_on)
    ]
    return tuple(sorted(found, key=lambda made: not judgement(made.topic).blocks))
