"""How single values stand in the cells of our own table; None and '' are blank cells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from planner.formats import dates
from planner.formats.guard import guarded, unguarded
from planner.formats.ranges import LARGEST, MOST_OFFSET_MIN, WORST_PAIN, holdable
from planner.language import tr


class Codec(NamedTuple):
    """A pair of inverse functions between a value and a cell; reading raises ValueError."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


def word(kind: type[StrEnum]) -> Codec:
    """Return the codec of an enumeration; one of its words must be there."""

    def read(text: str) -> StrEnum:
        try:
            return kind(text.strip())
        except ValueError:
            unknown = tr("'{text}' is none of {words}")
            raise ValueError(unknown.format(text=text, words=", ".join(kind))) from None

    return Codec(lambda value: value.value, read)


def optional(codec: Codec) -> Codec:
    """Return a codec for which a blank cell is None."""
    return Codec(
        lambda value: "" if value is None else codec.write(value),
        lambda text: codec.read(text) if text else None,
    )


def whole(low: int, high: int) -> Codec:
    """Return the codec of a whole number from `low` to `high`, None when blank."""

    def read(text: str) -> int | None:
        value = _read_whole(text)
        if value is not None and not low <= value <= high:
            beyond = tr("'{text}' is not between {low} and {high}")
            raise ValueError(beyond.format(text=text, low=low, high=high))
        return value

    return Codec(_write_plain, read)


def _write_plain(value: float | None) -> str:
    return "" if value is None else repr(value)


def _read_number(text: str) -> float | None:
    if not text:
        return None
    value = float(text.replace(",", "."))
    if not holdable(value):
        raise ValueError(tr("'{text}' is no number that a log can hold").format(text=text))
    return value


def _read_whole(text: str) -> int | None:
    value = _read_number(text)
    return None if value is None else round(value)


def _read_name(text: str) -> str:
    name = unguarded(text)
    if not name.strip():
        raise ValueError(tr("no exercise is named"))
    return name


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
NAME = Codec(guarded, _read_name)
NUMBER = Codec(_write_plain, _read_number)
WHOLE = Codec(_write_plain, _read_whole)
COUNT = whole(0, int(LARGEST))
PAIN = whole(0, WORST_PAIN)
OFFSET = whole(-MOST_OFFSET_MIN, MOST_OFFSET_MIN)
DAY = Codec(_write_iso, _read_day)
MOMENT = Codec(_write_iso, _read_moment)
YES = Codec(lambda value: "yes" if value else "no", _read_yes)
WORDS = Codec(lambda words: " ".join(sorted(words)), lambda text: frozenset(text.split()))
