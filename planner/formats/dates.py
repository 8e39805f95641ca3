"""Local dates and times as training apps, and spreadsheets between, write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from planner.language import tr

YEARS = range(1950, 2101)

# First letters, without accents, in English, German, French, Spanish, Italian, Portuguese, Dutch,
# Polish, Turkish and Russian; no two languages disagree about any of them.
_MONTHS = (
    "jan ene gen sty oca янв",
    "feb fev lut sub фев",
    "mar maa mrt мар",
    "apr avr abr kwi nis апр",
    "may mai mag mei maj маи мая",
    "jun juin giu cze haz июн",
    "jul juil lug lip tem июл",
    "aug aou ago sie agu авг",
    "sep set wrz eyl сен",
    "oct okt ott out paz eki окт",
    "nov lis kas ноя",
    "dec dez dic dez gru ara дек",
)
_MONTH_OF = {start: number for number, row in enumerate(_MONTHS, 1) for start in row.split()}
_CLOCK = (
    r"(?:[ T,]+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?)?"
)
_NAMED = re.compile(
    r"(?P<day>\d{1,2})\.?\s+(?:de\s+)?(?P<month>[^\W\d_]+)\.?\s+(?:de\s+)?(?P<year>\d{4})"
    r"(?:\s*г\.?)?" + _CLOCK,
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?P<a>\d{1,4})(?P<mark>[./-])(?P<b>\d{1,2})[./-](?P<c>\d{1,4})" + _CLOCK, re.IGNORECASE
)
_OFFSET = re.compile(r"(?<=[\d ])(?:Z|([+-])(\d\d):?([0-5]\d))\Z")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)\b")


class Moment(NamedTuple):
    """A local civil time; `timed` is False when the text names only the day."""

    at: datetime
    timed: bool


@lru_cache(maxsize=8192)
def moment(text: str, day_first: bool = False) -> Moment:
    """Read `2021-07-10 16:35:45`, `8 Apr 2026, 16:50`, `11/18/2024 15:04`, `2018/8/31 5:49`.

    `day_first` decides what 3/4/2024 means. ValueError when the text is no date, or a date that
    no training log can hold.
    """
    try:
        found = _iso(text) or _named(text) or _numbers(text, day_first)
    except ValueError:  # a 31st of February
        found = None
    if found is None or found.at.year not in YEARS:
        raise ValueError(tr("'{text}' is no date").format(text=text))
    return found


@lru_cache(maxsize=8192)
def offset_min(text: str) -> int | None:
    """Read how far from UTC a time says that it is, `+0100`, `-05:00` or `Z`; None without that."""
    found = _OFFSET.search(text.strip()) if ":" in text else None
    if found is None:
        return None
    sign, hours, minutes = found.groups(default="0")
    return (int(hours) * 60 + int(minutes)) * (-1 if sign == "-" else 1)


def day_first(texts: Iterable[str]) -> bool:
    """Tell from a file's dates, in the file's order, whether 3/4/2024 is in April.

    A number above 12 decides; else the reading in which fewer dates are out of order, and
    month first when both are as good.
    """
    days = (text for text, _ in groupby(texts))
    parts = [(int(m[1]), int(m[2]), int(m[3])) for m in map(_SLASHED.match, days) if m]
    if any(a > 12 for a, _, _ in parts):
        return True
    if any(b > 12 for _, b, _ in parts):
        return False
    return _disorder([(y, b, a) for a, b, y in parts]) < _disorder([(y, a, b) for a, b, y in parts])


def _disorder(days: list[tuple[int, int, int]]) -> int:
    """Count steps against the file's main direction, which may be newest first."""
    back = sum(b < a for a, b in pairwise(days))
    forth = sum(b > a for a, b in pairwise(days))
    return min(back, forth)


def _iso(text: str) -> Moment | None:
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return Moment(at.replace(tzinfo=None), ":" in text)


def _named(text: str) -> Moment | None:
    found = _NAMED.fullmatch(text.strip())
    if found is None:
        return None
    name = _plain(found["month"])
    month = _MONTH_OF.get(name[:3]) or _MONTH_OF.get(name[:4])
    return None if month is None else _at(found, int(found["year"]), month, int(found["day"]))


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _numbers(text: str, day_first: bool) -> Moment | None:
    found = _NUMBERS.fullmatch(text.strip())
    if found is None:
        return None
    a, b, c = int(found["a"]), int(found["b"]), int(found["c"])
    if len(found["a"]) == 4:
        return _at(found, a, b, c)
    year = c if len(found["c"]) == 4 else 2000 + c
    day, month = (a, b) if day_first or found["mark"] == "." else (b, a)
    return _at(found, year, month, day)


def _at(found: re.Match[str], year: int, month: int, day: int) -> Moment:
    if found["hour"] is None:
        return Moment(datetime(year, month, day), False)
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    at = datetime(year, month, day, hour, int(found["minute"]), int(found["second"] or 0))
    return Moment(at, True)
