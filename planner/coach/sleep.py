"""Hours slept, read from what is typed: '7.5', '7:30', '7h30', or bed and waking, '23:15-6:45'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from planner.coach.entry import NUMBER, parse_number

HOURS_A_DAY = 24.0
LONGEST_NIGHT_H = 14.0  # '11-7' is then the evening's 11, not the morning's: rule of thumb
_HOURS = re.compile(rf"({NUMBER})\s*h?")
_LENGTH = re.compile(r"(\d{1,2})\s*[:h]\s*([0-5]?\d)\s*(?:m|min)?")
_NIGHT = re.compile(r"(.+?)\s*(?:-|–|—|→|\bto\b)\s*(.+)")
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:h.]\s*([0-5]\d)?)?\s*(?:([ap])\.?(?:m\.?)?)?")


@dataclass(frozen=True, slots=True)
class Slept:
    """Hours of a night; `shifted_min` is how far the clock was put forward in it, else 0.

    A clock that was put back has less than 0.
    """

    hours: float
    shifted_min: int = 0


def read(text: str, on: date, zone: tzinfo | None = None) -> Slept | None:
    """Read the hours of the night before the morning of `on`; None when the text says no hours.

    Between two times of the clock it is what really passed: a night in which the time zone changes
    its clock is an hour shorter or longer. Without a zone it is that of the computer.
    """
    clean = text.strip().lower()
    hours = _hours(clean)
    if hours is not None:
        return Slept(hours) if hours <= HOURS_A_DAY else None
    night = _NIGHT.fullmatch(clean)
    return _between(night[1], night[2], on, zone) if night else None


def _hours(text: str) -> float | None:
    if found := _HOURS.fullmatch(text):
        return parse_number(found[1])
    if found := _LENGTH.fullmatch(text):
        return int(found[1]) + int(found[2]) / 60
    return None


def _between(bed_text: str, up_text: str, on: date, zone: tzinfo | None) -> Slept | None:
    bed, up = _clock(bed_text), _clock(up_text)
    if bed is None or up is None or bed == up:
        return None
    morning = datetime.combine(on, up, zone)
    evening = datetime.combine(on if bed < up else on - timedelta(days=1), bed, zone)
    length = morning - evening
    if length > timedelta(hours=LONGEST_NIGHT_H) and _may_be_evening(bed_text, bed):
        evening += timedelta(hours=12)
        length = morning - evening
    passed = morning.astimezone(UTC) - evening.astimezone(UTC)
    return Slept(_in_hours(passed), round((length - passed) / timedelta(minutes=1)))


def _may_be_evening(text: str, bed: time) -> bool:
    return bed.hour <= 12 and not re.search("[ap]", text) and not text.startswith("0")


def _clock(text: str) -> time | None:
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + 12 * (half == "p")
    if hour == 24 and not minute:
        hour = 0
    return time(hour, minute) if hour < 24 else None


def _in_hours(length: timedelta) -> float:
    return length / timedelta(hours=1)
