"""Send a lifter to a professional for a lift that hurt badly: asked once, raised at the second."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from planner.coach import finding_sessions, health, pain_marks, pains, readings
from planner.coach.replay import Replay
from planner.engine import evidence
from planner.engine.session_signs import must_stop, strong_pain, worst_pain
from planner.engine.terms import LoggedSet, Phrase, Referral, ReferralSource, Topic
from planner.storage import history, log_reads

_STRONG = evidence.PAIN_REFER.value
_RECENT = timedelta(days=evidence.PAIN_RECENT.value)


def after(set_id: int, made: Iterable[LoggedSet]) -> int | None:
    """Raise a referral for the lift of a set, if sets just stored hurt and the session before did,
    or the one after it: a session may be typed in late.

    Return its id, None where there is none, it is waited for already, or the pain is of long ago.
    """
    if worst_pain(tuple(made)) < _STRONG:
        return None
    lifter_id, slug, on, session_id = log_reads.place_of(set_id)
    second_on = _second_on(lifter_id, slug, on, session_id)
    if second_on is None or _is_long_ago(lifter_id, second_on) or _is_open(lifter_id, slug):
        return None
    return health.raise_referral(lifter_id, Topic.STRONG_PAIN, second_on, ReferralSource.LOG, slug)


def _second_on(lifter_id: int, slug: str, on: date, session_id: int) -> date | None:
    """Return the day of the second of two sessions running that hurt badly, one of them a given
    one; None where it stands alone, and where the second was cleared since.

    The given one is new on the day of a clearance itself: it may have hurt after it.
    """
    log, here = history.history(lifter_id, slug), (on, session_id)
    before = ((day, sets) for day, key, sets in reversed(log) if (day, key) < here)
    since = ((day, sets) for day, key, sets in log if (day, key) > here)
    cleared_on = health.last_cleared(lifter_id, slug, date.max)
    if on >= cleared_on and _next_hurt(before) is not None:
        return on
    second_on = _next_hurt(since)
    return second_on if second_on is not None and second_on > cleared_on else None


def _next_hurt(days: Iterable[pain_marks.Done]) -> date | None:
    """Return the first of some days that tells of pain; None where it did not hurt badly on it."""
    made = pain_marks.last_done(days)
    return made[0] if made is not None and must_stop(made[1]) else None


def after_change(before: LoggedSet, made: LoggedSet) -> int | None:
    """Raise what a changed set asks for, as `after` does; pain told before asks for nothing."""
    return after(made.id or 0, [made]) if made.pain != before.pain else None


def _is_long_ago(lifter_id: int, on: date) -> bool:
    """Say whether the lifter went on training for weeks after a day."""
    return bool(finding_sessions.sessions_per_day(lifter_id, on + _RECENT, date.max))


def waits(lifter_id: int, slug: str, on: date) -> bool:
    """Say whether a lift waits for a clearance on a day."""
    return any(made.exercise == slug for made in health.waiting(lifter_id, on))


def known(lifter_id: int, slug: str) -> frozenset[int | None]:
    """Return the ids of all referrals of a lift, with those that are cleared."""
    made = health.referrals(lifter_id)
    return frozenset(each.id for each in made if each.exercise == slug)


def _is_open(lifter_id: int, slug: str) -> bool:
    """Say whether a lift waits for a clearance on any day."""
    made = health.referrals(lifter_id)
    return any(each.exercise == slug and each.cleared_on is None for each in made)


def offered(lifter_id: int, slug: str, on: date) -> Referral | None:
    """Return the referral that a lift that hurt badly could have; None where it waits already.

    It is not stored, and nothing waits for it until `take` is called.
    """
    if waits(lifter_id, slug, on):
        return None
    return Referral(on, Topic.STRONG_PAIN, ReferralSource.LOG, exercise=slug)


def offers(lifter_id: int, on: date, asked: str = "") -> list[tuple[Referral, Phrase | None]]:
    """Return (referral, what the pain asks for) of each lift that hurt badly in its last session.

    Lately, that is, and where it does not wait already. The lift with the slug that is `asked`
    about has one whenever it hurt, without words where that is past.
    """
    lately = {slug: _lately(each, on) for slug, each in readings.replays(lifter_id, on).items()}
    strong = {slug: strong_pain(pain) for slug, pain in lately.items() if pain >= _STRONG}
    slugs = [*strong, *([asked] if asked and asked not in strong else ())]
    made = ((offered(lifter_id, slug, on), strong.get(slug)) for slug in slugs)
    return [(referral, why) for referral, why in made if referral is not None]


def _lately(replay: Replay, on: date) -> int:
    """Return the worst pain of a lift's last session; 0 where it was long ago, or was cleared."""
    days = [step.day.on for step in replay.steps if step.day.on <= on]
    last = pains.until(replay, on)
    if last.on not in days or on - last.on > _RECENT or last.cleared:
        return 0
    return last.worst[-1]


def take(lifter_id: int, made: Referral) -> int | None:
    """Raise an offered referral; return the id, None where it is waited for already."""
    return health.raise_referral(lifter_id, made.topic, made.on, made.source, made.exercise)
