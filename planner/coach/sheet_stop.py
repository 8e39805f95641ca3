"""Who is not to train as the week is planned, as the head of the sheet and its preview say it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planner.coach import health, wording
from planner.engine.terms import N_, Phrase, phrase

STOP = N_("Do not train until a professional has cleared you. Waiting since {since}.")


def words(lifter_id: int, days: Iterable[date]) -> str:
    """Return what stands at the head of a sheet of some days while all loads wait; '' else.

    What was felt and needs help at once stops training; for the rest loads alone wait.
    """
    found = filter(None, (_blocked(lifter_id, on) for on in days))
    return next(map(wording.render, found), "")


def is_stopped(lifter_id: int, on: date) -> bool:
    """Say whether a lifter is not to train at all before a clearance."""
    return health.help_is_urgent(health.waiting(lifter_id, on))


def _blocked(lifter_id: int, on: date) -> Phrase | None:
    waiting = health.waiting(lifter_id, on)
    blocked, _ = health.held(waiting, on)
    if blocked is None or not health.help_is_urgent(waiting):
        return blocked
    return phrase(STOP, since=blocked.value("since"))
