"""What a lifter says of their health, and whom they are asked to see before loads are suggested.

Nothing is diagnosed: an answer only says who should look at it, and until somebody has, no load
is suggested. Logging, plans and charts go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.coach import override, scope
from planner.coach.refused import Refused
from planner.engine import evidence, referrals as rules
from planner.engine.health import HealthJudgement as HealthJudgement, judgement as judgement
from planner.engine.health_questions import (
    AFTER_INJURY as AFTER_INJURY,
    HELP_NOW as HELP_NOW,
    QUESTIONS as QUESTIONS,
    SIGNS as SIGNS,
    Question as Question,
    Sign as Sign,
)
from planner.engine.terms import (
    N_,
    Intake,
    Phrase,
    Profession,
    Referral,
    ReferralSource,
    Restriction,
    Topic,
    phrase,
)
from planner.language import tr
from planner.storage import clients, health as storage, library

BLOCKED = N_("Waiting for clearance since {since}: no load is suggested until it is entered.")
LIFT_BLOCKED = N_("This lift waits for clearance since {since}: no load is suggested for it.")
NAMELESS = N_("Who cleared it? A clearance needs a name.")
TOO_OLD = N_(
    "A clearance from before that day cannot speak of what happened then: ask for a new one."
)
_GRAVER = (ReferralSource.LOG, ReferralSource.INTAKE, ReferralSource.ABSENCE, ReferralSource.SIGN)


@dataclass(frozen=True, slots=True)
class Clearance:
    """What a professional said: on which day, who, as what, in which words."""

    on: date
    by: str
    profession: Profession | None = None
    note: str = ""


# reads
def intake(lifter_id: int) -> Intake | None:
    """Return the newest answers to the health questions; None before the first."""
    made = storage.intakes(lifter_id)
    return made[-1] if made else None


def said(lifter_id: int, topic: Topic) -> bool:
    """Say whether the newest answers have a yes to a topic."""
    made = intake(lifter_id)
    return made is not None and made.answer(topic) is True


def is_minor(lifter_id: int, today: date) -> bool:
    """Say whether a lifter is under 18, or turns 18 this year, by the year of birth."""
    born = clients.lifter(lifter_id).birth_year
    return born is not None and today.year - born <= evidence.FUEL_AGE.value


def due_again(lifter_id: int, today: date) -> date | None:
    """Return the day of answers that are so old that much may differ; None while they hold."""
    made = intake(lifter_id)
    lasts = timedelta(days=evidence.INTAKE_MONTHS.value * rules.DAYS_A_MONTH)
    return made.on if made is not None and today - made.on > lasts else None


def referrals(lifter_id: int) -> list[Referral]:
    """List a lifter's referrals, oldest first, with those that are cleared."""
    return storage.referrals(lifter_id)


def waiting(lifter_id: int, on: date) -> tuple[Referral, ...]:
    """Return the referrals that wait for a clearance on a day, those that block loads first."""
    return rules.waiting(storage.referrals(lifter_id), on)


def is_cleared(lifter_id: int, slug: str, hurt_on: date, today: date) -> bool:
    """Say whether a lift that hurt on a day was cleared on that day or since."""
    return hurt_on <= last_cleared(lifter_id, slug, today)


def last_cleared(lifter_id: int, slug: str, today: date) -> date:
    """Return the last day up to today on which a lift was cleared, `date.min` if never."""
    known = storage.referrals(lifter_id)
    found = (made.cleared_on for made in known if made.exercise == slug)
    return max([on for on in found if on is not None and on <= today], default=date.min)


def help_is_urgent(known: Iterable[Referral]) -> bool:
    """Say whether one of these referrals is of something that needs medical help at once."""
    return any(map(rules.is_urgent, known))


def held(known: Iterable[Referral], on: date) -> tuple[Phrase | None, Mapping[str, Phrase]]:
    """Return why all loads wait for a clearance on a day, if they do, and which lifts do alone."""
    found = rules.waiting(known, on)
    blocks = [made.on for made in found if judgement(made.topic).blocks]
    lifts = {made.exercise: phrase(LIFT_BLOCKED, since=made.on) for made in found if made.exercise}
    return phrase(BLOCKED, since=min(blocks)) if blocks else None, lifts


# writes
def answer(lifter_id: int, made: Intake) -> tuple[int, ...]:
    """Store a day's answers and raise what they ask for; return the ids of the referrals.

    A yes that stood in the answers before is not raised anew while it waits, nor once it was looked
    at; an event is when it is told anew, see `rules.EVENTS`.
    """
    earlier = [each for each in storage.intakes(lifter_id) if each.on < made.on]
    known = storage.referrals(lifter_id)
    today = {each.topic for each in known if each.on == made.on}
    topics = rules.news(earlier[-1] if earlier else None, made, known)
    storage.save_intake(lifter_id, made)
    new = [topic for topic in topics if topic not in today]
    return raise_all(lifter_id, new, made.on, ReferralSource.INTAKE)


def raise_all(
    lifter_id: int, topics: Iterable[Topic], on: date, source: ReferralSource, note: str = ""
) -> tuple[int, ...]:
    """Raise a referral for each topic that does not wait yet; return the ids."""
    raised = (raise_referral(lifter_id, topic, on, source, note=note) for topic in topics)
    return tuple(key for key in raised if key is not None)


def raise_referral(
    lifter_id: int,
    topic: Topic,
    on: date,
    source: ReferralSource,
    exercise: str | None = None,
    note: str = "",
) -> int | None:
    """Ask a lifter to see a professional; return the id, None where that is waited for already.

    What waits gets the graver source, and the note more. Raises LookupError for an unknown lifter
    or exercise.
    """
    for made in waiting(lifter_id, on):
        if (made.topic, made.exercise) == (topic, exercise):
            _add_to(made, source, note.strip())
            return None
    if judgement(topic).blocks:
        override.end(lifter_id, on, on)
    return storage.add_referral(
        lifter_id, Referral(on, topic, source, exercise=exercise, note=note)
    )


def _add_to(made: Referral, source: ReferralSource, note: str) -> None:
    """Keep with a referral that waits what is told of it anew: a sign is graver than an answer."""
    known = [made.note] if note in made.note else [made.note, note]
    graver = max(made.source, source, key=_GRAVER.index)
    more = replace(made, source=graver, note="; ".join(filter(None, known)))
    if more != made:
        storage.change_referral(more)


def is_too_old(on: date, referral: Referral) -> bool:
    """Say whether a clearance of a day cannot speak of a referral: it came before a sign, pain or
    an injury. What a question asked about may have been looked at before it was asked."""
    return on < referral.on and referral.source is not ReferralSource.INTAKE


def clear(
    lifter_id: int, referral: Referral, made: Clearance, limits: Iterable[Restriction] = ()
) -> None:
    """Store what a professional said of a referral, and the limits they set.

    Refused without a name, for a day on which it could not be known of, and with a limit that
    would never hold.
    """
    limits = tuple(limits)
    if not made.by.strip():
        raise Refused(tr(NAMELESS))
    if is_too_old(made.on, referral):
        raise Refused(tr(TOO_OLD))
    for limit in limits:
        scope.check(limit)
    storage.change_referral(
        replace(
            referral,
            cleared_on=made.on,
            cleared_by=made.by,
            cleared_as=made.profession,
            clearance_note=made.note,
        )
    )
    for limit in limits:
        storage.add_restriction(lifter_id, limit)


def note_letter(referrals: Iterable[Referral], on: date) -> None:
    """Note that a letter was made for referrals on a day."""
    for made in referrals:
        storage.change_referral(replace(made, letter_on=on))


def take_back(referral: Referral) -> None:
    """Delete a referral that was raised by mistake."""
    storage.delete_referral(referral.id or 0)


def subject(referral: Referral) -> tuple[Phrase, str]:
    """Return what a referral is about: the name of its topic, and the exercise that hurt, or ''."""
    exercise = library.exercise(referral.exercise).name if referral.exercise else ""
    return judgement(referral.topic).name, exercise
