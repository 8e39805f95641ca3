"""Professions, referrals and what they wait for, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial, reduce

from planner.coach import health, wording
from planner.engine.terms import Phrase, Profession, Referral, Unit
from planner.language import filled, tr
from planner.ui import dates
from planner.ui.suggestion_words import said


def plain(words: Phrase) -> str:
    """Write a phrase that has no load in it."""
    return said(words, Unit.KG)


def profession(made: Profession) -> str:
    """Return what a professional is called."""
    return {
        Profession.PHYSICIAN: tr("doctor"),
        Profession.CARDIOLOGIST: tr("cardiologist"),
        Profession.SPORTS_PHYSICIAN: tr("sports physician"),
        Profession.SURGEON: tr("surgeon"),
        Profession.PHYSIOTHERAPIST: tr("physiotherapist"),
        Profession.PAIN_SPECIALIST: tr("pain specialist"),
        Profession.MIDWIFE: tr("midwife or obstetrician"),
        Profession.DIETITIAN: tr("dietitian"),
        Profession.OTHER: tr("somebody else"),
    }[made]


def professions(made: Sequence[Profession]) -> str:
    """Name whom to see, the fittest first: 'Cardiologist, or doctor'."""
    either = partial(filled, tr("{0}, or {1}"))
    return wording.sentence(reduce(either, map(profession, made)))


def subject(referral: Referral) -> str:
    """Say in a line what a referral is about."""
    topic, exercise = health.subject(referral)
    return tr("{0}: {1}").format(plain(topic), exercise) if exercise else plain(topic)


def state(referral: Referral, today: date) -> str:
    """Say since when a referral waits, and what waits with it; or who cleared it."""
    if referral.cleared_on is not None and referral.cleared_on <= today:
        return _cleared(referral, today)
    if referral.id is None:
        return tr("Nothing waits for this until you say so.")
    if referral.exercise:
        what = tr("waiting since {0} · no load is suggested for this lift")
    elif health.judgement(referral.topic).blocks:
        what = tr("waiting since {0} · no load is suggested")
    else:
        what = tr("waiting since {0} · training goes on; ask when you can")
    parts = [wording.sentence(what.format(dates.short(referral.on, today)))]
    if referral.letter_on is not None:
        parts.append(tr("letter of {0}").format(dates.short(referral.letter_on, today)))
    return " · ".join(parts)


def _cleared(referral: Referral, today: date) -> str:
    by = referral.cleared_by
    if referral.cleared_as is not None:
        by = tr("{0} ({1})").format(by, profession(referral.cleared_as))
    on = dates.short(referral.cleared_on or today, today)
    return tr("Cleared on {0} by {1}").format(on, by)
