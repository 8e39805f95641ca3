"""Mood is the lifter's own: asked when wanted, seen on its day, never scored or handed on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from planner.coach import switches
from planner.coach.switches import Switch
from planner.engine.terms import CheckIn
from planner.storage import clients
from planner.storage.private import BARE

LOW = 2  # of 5; rule of thumb
LATELY = timedelta(days=14)  # answers before say nothing of today: rule of thumb
QUIET = timedelta(days=14)  # from one word about it to the next: rule of thumb
_TOLD = "mood_told/"  # the day of the last word, by uid; it stays in this file
_DISMISSED = " dismissed"


# reads
def is_asked(lifter_id: int) -> bool:
    """Say whether a lifter wants to be asked; who answered before is, until they say no."""
    return switches.is_on(lifter_id, Switch.MOOD)


def is_shown(lifter_id: int, on: date, today: date) -> bool:
    """Say whether the answer of a day is asked for and shown: on the day itself only."""
    return on == today and is_asked(lifter_id)


def is_printed(lifter_id: int) -> bool:
    """Say whether sheets ask for mood."""
    return is_asked(lifter_id) and switches.is_on(lifter_id, Switch.MOOD_PRINTED)


def without(made: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    """Return check-ins as they leave the file unless what is private is wanted: without mood."""
    return tuple(replace(each, **BARE["check_in"]) for each in made)


def wants_word(lifter_id: int, today: date) -> bool:
    """Say whether to point a lifter to somebody who listens: told today, and not dismissed."""
    told = clients.setting(_key(lifter_id)) == today.isoformat()
    return told and is_asked(lifter_id) and _is_low(lifter_id, today)


# writes
def note(lifter_id: int, on: date) -> None:
    """Note that a word is due when the last two answers are low, at most once in two weeks."""
    last = clients.setting(_key(lifter_id)).removesuffix(_DISMISSED)
    quiet = bool(last) and abs(on - date.fromisoformat(last)) < QUIET
    if not quiet and is_asked(lifter_id) and _is_low(lifter_id, on):
        clients.change_setting(_key(lifter_id), on.isoformat())


def dismiss(lifter_id: int, today: date) -> None:
    """Say no more of it for two weeks."""
    clients.change_setting(_key(lifter_id), today.isoformat() + _DISMISSED)


def _is_low(lifter_id: int, on: date) -> bool:
    made = clients.check_ins(lifter_id, on - LATELY, on)
    answers = [(each.on, each.mood) for each in made if each.mood is not None]
    lately = answers[-2:]
    today = bool(lately) and lately[-1][0] == on
    return today and len(lately) > 1 and all(mood <= LOW for _, mood in lately)


def _key(lifter_id: int) -> str:
    return _TOLD + clients.lifter(lifter_id).uid
