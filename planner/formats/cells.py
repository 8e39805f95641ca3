"""What single cells mean: numbers, durations, distances, effort, notes."""

from __future__ import annotations

import re
from functools import lru_cache

LARGEST = 1e9  # beyond this a number in a log is garbage, and integers no longer fit
METRES = {
    "m": 1.0, "meter": 1.0, "metre": 1.0, "km": 1000.0, "kilometer": 1000.0, "cm": 0.01,
    "mi": 1609.344, "mile": 1609.344, "yd": 0.9144, "ft": 0.3048, "in": 0.0254,
}  # fmt: skip
_NUMBER = re.compile(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d{1,3})?", re.IGNORECASE | re.ASCII)
_SPAN = re.compile(r"(\d+(?:[.,]\d+)?)\s*(h|m|s)[a-z]*\.?\s*", re.IGNORECASE)
_COUNTED = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d\d(?:[.,]\d+)?)")
_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0}


@lru_cache(maxsize=8192)
def number(text: str) -> float | None:
    """Read a number with decimal point or comma; None when blank, ValueError when it is none."""
    text = text.strip()
    if not text:
        return None
    value = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None
    if value is None or abs(value) > LARGEST:
        raise ValueError(f"'{text}' is no number")
    return value


@lru_cache(maxsize=1024)
def duration_s(text: str) -> float | None:
    """Read `1h 6m`, `21min`, `55s`, `1:59:30`, `2:30` or plain seconds; None when blank.

    ValueError when it is no duration.
    """
    text = text.strip()
    if not text:
        return None
    seconds = _told(text)
    if seconds is None:
        return number(text)
    if seconds > LARGEST:
        raise ValueError(f"'{text}' is no number")
    return seconds


def _told(text: str) -> float | None:
    """Read a duration told in hours, minutes and seconds, infinite beyond all numbers."""
    if found := _COUNTED.fullmatch(text):
        hours, minutes, seconds = found.groups()
        return float(hours or 0) * 3600.0 + int(minutes) * 60.0 + float(seconds.replace(",", "."))
    spans = _SPAN.findall(text)
    if spans and not _SPAN.sub("", text):
        return sum(float(n.replace(",", ".")) * _SECONDS[mark.lower()] for n, mark in spans)
    return None


def metres_per(unit: str) -> float | None:
    """Return how many metres a unit of distance has (`km`, `mi.`, `meters`), or None."""
    word = unit.strip().rstrip(".").casefold()
    return METRES.get(word) or METRES.get(word.rstrip("s"))


def rir_from_rpe(text: str) -> float | None:
    """Read an RPE as reps in reserve, 10 − RPE; None when blank or 0, ValueError beyond 1–10."""
    rpe = number(text)
    if not rpe:
        return None
    if not 1 <= rpe <= 10:
        raise ValueError(f"'{text}' is no RPE")
    return 10.0 - rpe


def note(text: str) -> str:
    """Return a note with plain line breaks and without blanks around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip() if text else ""
