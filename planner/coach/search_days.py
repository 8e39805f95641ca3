"""Read days as one searches for them: 'October', '12 oct 2025', '2025-10', 'last week'.

What is said in English counts beside what is said in the language in use.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple, TypeAlias

from planner.coach.names import plain
from planner.language import tr

FIRST_YEAR, LAST_YEAR = 1970, 2100  # numbers of four digits that are years
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
ENGLISH_MONTHS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, 1)},
    "sept": 9,
}
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_SIGNED = re.compile(r"(?:([0-9]{4})年)?(?:([0-9]{1,2})月)?(?:([0-9]{1,2})日)?")  # 2025年10月12日
_SPOKEN: Sequence[Sequence[str]] = (
    ("today",), ("yesterday",), ("this", "week"), ("last", "week"), ("this", "month"),
    ("last", "month"), ("this", "year"), ("last", "year"),
)  # fmt: skip
_MOST_WORDS = 3  # of what is said of a day
_BACK = {"this": 0, "last": 1, "past": 1}


class Days(NamedTuple):
    """Days from one to another, both included."""

    since: date
    until: date

    def holds(self, on: date) -> bool:
        """Say whether a day is one of them."""
        return self.since <= on <= self.until


class EveryYear(NamedTuple):
    """A month of every year, or one day of it."""

    month: int
    day: int | None = None

    def holds(self, on: date) -> bool:
        """Say whether a day is in that month, and that day of it."""
        return on.month == self.month and self.day in (None, on.day)


_Read: TypeAlias = tuple[Days | EveryYear | None, int]
_NOTHING: _Read = (None, 0)


def days_at(
    words: Sequence[str], today: date, months: Mapping[str, int], first_weekday: int = 1
) -> _Read:
    """Return (the days with which words in small letters begin, how many words say so).

    A month without a year is that of every year. (None, 0) when the words begin otherwise.
    """
    if not words:
        return _NOTHING
    spoken, used = _in_english(words)
    if used:
        return days_at(spoken, today, months, first_weekday)[0], used
    signed = _SIGNED.fullmatch(words[0])
    if signed is not None and (read := _with_signs(*signed.groups())) is not None:
        return read, 1
    iso = _ISO.fullmatch(words[0])
    if iso is not None:
        return _whole(iso[1], int(iso[2]), iso[3]), 1
    named = _with_month(words, {**ENGLISH_MONTHS, **months})
    if named[1]:
        return named
    if words[0] in ("today", "yesterday"):
        on = today - timedelta(days=words[0] == "yesterday")
        return Days(on, on), 1
    if words[0] in _BACK and len(words) > 1:
        return _spoken(_BACK[words[0]], words[1], today, first_weekday)
    return (_year(words[0]), 1) if _is_year(words[0]) else _NOTHING


def _in_english(words: Sequence[str]) -> tuple[Sequence[str], int]:
    """Return the English for what words begin with in the language in use, and how many say so."""
    ways = tr(
        "today; yesterday; this week; last week, past week; this month; last month, past month; "
        "this year; last year, past year",
        "days to search for, in this order, each in all the ways to say it",
    )
    unquoted = takewhile(lambda word: '"' not in word, words[:_MOST_WORDS])
    known, said = _ways(ways), list(map(plain, unquoted))
    fitting = (used for used in range(len(said), 0, -1) if " ".join(said[:used]) in known)
    used = next(fitting, 0)
    english = known[" ".join(said[:used])] if used else ()
    return (english, used) if tuple(words[:used]) != english else ((), 0)


@lru_cache(maxsize=8)
def _ways(said: str) -> Mapping[str, tuple[str, ...]]:
    days = zip(said.split(";"), _SPOKEN, strict=True)
    return {plain(way): tuple(english) for ways, english in days for way in ways.split(",")}


def _with_signs(year: str | None, month: str | None, day: str | None) -> Days | EveryYear | None:
    """Read '2025年', '10月', '2025年10月12日'; None for a day alone and what no calendar has."""
    if month is None:
        return _year(year) if year is not None and day is None and _is_year(year) else None
    if year is not None:
        return _whole(year, int(month), day)
    return EveryYear(int(month), int(day) if day else None) if 1 <= int(month) <= 12 else None


def _with_month(words: Sequence[str], months: Mapping[str, int]) -> _Read:
    """Read 'October', '12 October' or 'October 12', each with a year or without."""
    first = 1 if len(words) > 1 and _is_day(words[0]) and words[1] in months else 0
    month = months.get(words[first])
    if month is None:
        return _NOTHING
    day, used = (words[0] if first else None), first + 1
    if day is None and used < len(words) and _is_day(words[used]):
        day, used = words[used], used + 1
    if used < len(words) and _is_year(words[used]):
        return _whole(words[used], month, day), used + 1
    return EveryYear(month, int(day) if day else None), used


def _whole(year: str, month: int, day: str | None) -> Days | None:
    """Return a day, or a month without one; None for what no calendar has."""
    try:
        first = date(int(year), month, int(day or 1))
    except ValueError:
        return None
    return Days(first, first if day else _month_end(first))


def _spoken(back: int, what: str, today: date, first_weekday: int) -> _Read:
    if what == "week":
        passed = (today.isoweekday() - first_weekday) % 7 + 7 * back
        start = today - timedelta(days=passed)
        return Days(start, start + timedelta(days=6)), 2
    if what == "month":
        first = today.replace(day=1)
        first = (first - timedelta(days=1)).replace(day=1) if back else first
        return Days(first, _month_end(first)), 2
    return (_year(str(today.year - back)), 2) if what == "year" else _NOTHING


def _month_end(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def _year(text: str) -> Days:
    return Days(date(int(text), 1, 1), date(int(text), 12, 31))


def _is_year(text: str) -> bool:
    return (
        len(text) == 4
        and text.isascii()
        and text.isdigit()
        and (FIRST_YEAR <= int(text) <= LAST_YEAR)
    )


def _is_day(text: str) -> bool:
    return len(text) <= 2 and text.isascii() and text.isdigit() and 1 <= int(text) <= 31
