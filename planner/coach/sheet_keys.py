"""What the boxes of a sheet are known by, so that a typed text finds its own again."""

from __future__ import annotations

from typing import NamedTuple

from planner.coach.sheet_box_words import ASKED
from planner.engine.terms import UNREAD, LoggedSet


class BoxKey(NamedTuple):
    """A key in its parts: the line and the place in it, the stored set or '', whether unread."""

    line: str
    place: int
    uid: str
    unread: bool


def of_box(line: str, place: int, logged: LoggedSet | None) -> str:
    """Return the key of a box: its place in the line, and the stored set that it holds."""
    free = f"{line}.{place}"
    return free if logged is None else holding(free, logged)


def holding(key: str, entry: LoggedSet) -> str:
    """Return the key of a box that was empty, once a set was stored for it."""
    return f"{key}:{entry.uid}{ASKED if UNREAD in entry.flags else ''}"


def is_of_day(key: str) -> bool:
    """Tell whether a key is of the day of a session."""
    return key.endswith(".on")


def is_of_session(key: str) -> bool:
    """Tell whether a key is of a day or a note, which say nothing without a set."""
    return key.rpartition(".")[2] in ("note", "on")


def parts(key: str) -> BoxKey | None:
    """Take a key apart; None for one of a day, a note or an answer."""
    line, _, tail = key.rpartition(".")
    place, _, uid = tail.partition(":")
    if not place.isdigit():
        return None
    return BoxKey(line, int(place), uid.removesuffix(ASKED), uid.endswith(ASKED))
