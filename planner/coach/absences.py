"""Days away from training, with their reason: added, changed, ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from planner.coach import finding_sessions, override
from planner.engine.terms import Absence
from planner.storage import clients, rows

DAY = timedelta(days=1)
_SOME_DAYS = timedelta(days=4)  # longer than the usual rest between sessions
_LOOKS_BACK = timedelta(days=365)


class Reason(StrEnum):
    """Why somebody is away."""

    HOLIDAY = "holiday"
    ILL = "ill"
    INJURED = "injured"
    BUSY = "busy"
    OTHER = "other"


def absences(lifter_id: int) -> list[Absence]:
    """List a lifter's days away, oldest first."""
    return clients.absences(lifter_id)


def reason(absence: Absence) -> Reason:
    """Return why somebody is away; what another program wrote may be some other reason."""
    known = absence.reason.strip().casefold()
    return Reason(known) if known in set(Reason) else Reason.OTHER


def among(known: Iterable[Absence], since: date, until: date | None) -> list[Absence]:
    """Return those that have a day from one to another, both included; None is without an end."""
    return [
        each
        for each in known
        if each.since <= (until or date.max) and since <= (each.until or date.max)
    ]


def on_day(known: Iterable[Absence], on: date) -> list[Absence]:
    """Return those that a day is part of."""
    return among(known, on, on)


def known_on(known: Iterable[Absence], on: date, today: date) -> list[Absence]:
    """Return those that a day is known to be part of: one without an end goes up to today.

    Of one that is to begin, the first day is known.
    """
    return [each for each in on_day(known, on) if each.until or on <= max(today, each.since)]


def overlapping(lifter_id: int, absence: Absence) -> list[Absence]:
    """Return the other days away that some days away run into."""
    found = among(absences(lifter_id), absence.since, absence.until)
    return [each for each in found if each.id is None or each.id != absence.id]


def trained_in(lifter_id: int, absence: Absence) -> list[date]:
    """Return the days away on which a session is logged all the same, oldest first."""
    until = absence.until or date.max
    return sorted(finding_sessions.sessions_per_day(lifter_id, absence.since, until))


def away_since(lifter_id: int, today: date) -> date:
    """Return when time away that goes on began: the day after the last session, where that is
    some days and no more than a year ago, else today."""
    days = finding_sessions.sessions_per_day(lifter_id, today - _LOOKS_BACK, today)
    known = [on for on in days if on <= today]
    some = known and today - max(known) > _SOME_DAYS
    return max(known) + DAY if some else today


def add(lifter_id: int, absence: Absence) -> int:
    """Store days away; return the id."""
    _end_choices(lifter_id, absence)
    return clients.add_absence(lifter_id, absence)


def change(lifter_id: int, absence: Absence) -> None:
    """Store a lifter's days away that were changed."""
    _end_choices(lifter_id, absence)
    clients.change_absence(absence)


def _end_choices(lifter_id: int, absence: Absence) -> None:
    """Let no verdict that was set aside come back after an illness."""
    if reason(absence) is Reason.ILL:
        override.end(lifter_id, absence.since, absence.until)


def delete(absence: Absence) -> None:
    """Delete days away."""
    clients.delete_absence(_key(absence))


def may_end(absence: Absence, today: date) -> bool:
    """Say whether somebody can be back today: they are away, or were to be."""
    return absence.since <= today <= (absence.until or today)


def end(absence: Absence, today: date) -> None:
    """Let days away end yesterday, since today is no day away; without a day left, delete them."""
    if absence.since >= today:
        delete(absence)
    else:
        clients.change_absence(replace(absence, until=today - DAY))


def ill_since(known: Iterable[Absence], today: date) -> date | None:
    """Return since when a lifter is ill on a day, or None; nobody ill is told what to lift."""
    found = on_day(known, today)
    return min((each.since for each in found if reason(each) is Reason.ILL), default=None)


def _key(absence: Absence) -> int:
    return rows.found(absence.id, absence)
