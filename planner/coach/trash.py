"""The 30-day trash: deleted sessions, plans and lifters, to be looked through and taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from planner.coach import done_sets, lifter_lock, wording
from planner.coach.refused import Refused
from planner.engine.terms import Lifter
from planner.language import tr
from planner.storage import log, plan, trash as storage, undo
from planner.storage.backup_names import BELIEVED_DAYS

KEPT_DAYS = 30


class Kind(Enum):
    """What was deleted."""

    SESSION = storage.SESSION
    PLAN = storage.PLAN
    LIFTER = storage.LIFTER


@dataclass(frozen=True, slots=True)
class Deleted:
    """Something in the trash, and whose it is.

    `holds` counts the sets of a session, the weeks of a plan, the sessions of a lifter; `on` is
    the day of a session, the first of a plan, None of a lifter; `until` is the last day it is kept.
    """

    kind: Kind
    id: int
    name: str
    on: date | None
    holds: int
    lifter_id: int
    lifter: str
    deleted_on: date

    @property
    def until(self) -> date:
        """Return the last day on which it can be put back."""
        return self.deleted_on + timedelta(days=KEPT_DAYS)


@dataclass(frozen=True, slots=True)
class Holding:
    """What goes into the trash with a lifter."""

    sessions: int
    sets: int
    plans: int

    def is_nothing(self) -> bool:
        """Say whether a lifter has neither log nor plan."""
        return not (self.sessions or self.plans)


def contents() -> list[Deleted]:
    """List what is in the trash, what was deleted last first; not of lifters who are locked."""
    locked = {each.id for each in lifter_lock.shut(include_archived=True)}
    return [
        Deleted(Kind(table), key, name, on, holds, lifter_id, lifter, _day(at))
        for table, key, name, on, holds, lifter_id, lifter, at in storage.contents()
        if lifter_id not in locked
    ]


def kept_back() -> list[Lifter]:
    """List the lifters of whom something is in the trash that is not listed, since they are locked,
    by name."""
    locked = lifter_lock.shut(include_archived=True)
    whose = {made.lifter_id for made in storage.contents()} if locked else set()
    return [each for each in locked if each.id in whose]


def restore(made: Deleted) -> None:
    """Put something back where it was, all of it; LookupError when it is gone for good.

    Raises Refused for a session that is in the log again.
    """
    with undo.step():
        storage.restore(made.kind.value, made.id)
        if made.kind is Kind.SESSION:
            _refuse_doubling(made)


def _refuse_doubling(made: Deleted) -> None:
    session = log.session(made.id)
    there = log.summaries(made.lifter_id, since=session.on, until=session.on)
    others = (log.session(each.id) for each in there if each.id != made.id)
    if any(done_sets.alike(session, other) for other in others):
        when = wording.date_with_year(session.on)
        name = f"{session.name} ({when})" if session.name else when
        words = tr("{session} is in the log already, with the same sets, and is not put back.")
        raise Refused(words.format(session=name))


def delete_lifter(lifter_id: int) -> None:
    """Put a lifter into the trash with all that is theirs; LookupError when there is none."""
    storage.put_lifter(lifter_id)


def holding(lifter_id: int) -> Holding:
    """Count what goes into the trash with a lifter."""
    sessions, sets = log.counts(lifter_id)
    return Holding(sessions, sets, len(plan.mesocycles(lifter_id)))


def purging(today: date, backed_up: Iterable[date]) -> Iterator[None]:
    """Delete for good, in parts, what had been in the trash for more than 30 days already on the
    third last of the days with a backup: a clock set ahead by mistake is not believed at once."""
    seen = sorted({day for day in backed_up if day <= today})[-BELIEVED_DAYS:]
    if len(seen) == BELIEVED_DAYS:
        yield from storage.purging(seen[0] - timedelta(days=KEPT_DAYS))


def _day(stamp: int) -> date:
    """Return the local day of a stamp."""
    return datetime.fromtimestamp(stamp / 1000).date()
