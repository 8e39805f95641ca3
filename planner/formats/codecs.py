"""How single values stand in the cells of our own table; None and '' are blank cells."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from planner.formats import dates
from planner.formats.guard import guarded, unguarded


class Codec(NamedTuple):
    """A pair of inverse functions between a value and a cell; reading raises ValueError."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


def word(kind: type[StrEnum]) -> Codec:
    """Return the codec of an enumeration."""
    return Codec(lambda value: value or "", lambda text: kind(text.strip()) if text else None)


def _write_plain(value: float | None) -> str:
    return "" if value is None else repr(value)


def _read_number(text: str) -> float | None:
    if not text:
        return None
    value = float(text.replace(",", "."))
    if not math.isfinite(value):
        raise ValueError(f"'{text}' is no number")
    return value


def _read_whole(text: str) -> int | None:
    value = _read_number(text)
    return None if value is None else round(value)


def _read_day(text: str) -> date:
    return dates.moment(text).at.date()


def _write_iso(value: date | None) -> str:
    return "" if value is None else value.isoformat()


def _read_moment(text: str) -> datetime | None:
    if not text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return dates.moment(text).at


def _read_yes(text: str) -> bool:
    return text.strip().casefold() in ("yes", "true")


TEXT = Codec(guarded, unguarded)
NUMBER = Codec(_write_plain, _read_number)
WHOLE = Codec(_write_plain, _read_whole)
DAY = Codec(_write_iso, _read_day)
MOMENT = Codec(_write_iso, _read_moment)
YES = Codec(lambda value: "yes" if value else "no", _read_yes)
WORDS = Codec(lambda words: " ".join(sorted(words)), lambda text: frozenset(text.split()))
