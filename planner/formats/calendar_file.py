"""Write a calendar (RFC 5545) that others subscribe to or import, and import again.

Own code: the package `icalendar` brings 9 MB with its time zones for the one kind of entry that is
needed, days and local times without a zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

PRODUCT = "-//Workout Planner//EN"
DOMAIN = "workout-planner"
LONGEST_LINE = 75  # octets without the line break, RFC 5545 section 3.1
_SPECIAL = re.compile(r"([\\;,])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of a day, at a local time or all day. `uid` stays the same when it changes."""

    uid: str
    on: date
    title: str
    text: str = ""
    at: time | None = None
    minutes: int = 60


def write(events: Iterable[Event], name: str, made_at: datetime) -> str:
    """Write a calendar; `made_at` is in UTC, later ones replace the entries of earlier ones."""
    lines = [line for event in events for line in _event(event, made_at)]
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    head += ["METHOD:PUBLISH", f"X-WR-CALNAME:{_escaped(name)}"]
    return "".join(f"{_folded(line)}\r\n" for line in [*head, *lines, "END:VCALENDAR"])


def _event(event: Event, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(event.uid)}@{DOMAIN}"
    yield f"DTSTAMP:{made_at:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{_minutes(made_at)}"  # some calendars change an entry only for a higher one
    yield from _when(event)
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.text:
        yield f"DESCRIPTION:{_escaped(event.text)}"
    yield "END:VEVENT"


def _when(event: Event) -> Iterator[str]:
    """Yield start and end: days are dates and times have no zone, so that neither ever shifts."""
    if event.at is None:
        yield f"DTSTART;VALUE=DATE:{_day(event.on)}"
        yield f"DTEND;VALUE=DATE:{_day(event.on + timedelta(days=1))}"
        yield "TRANSP:TRANSPARENT"
        return
    start = datetime.combine(event.on, event.at)
    for name, moment in (("START", start), ("END", start + timedelta(minutes=event.minutes))):
        yield f"DT{name}:{_day(moment)}T{moment:%H%M%S}"


def _day(on: date) -> str:
    return on.isoformat()[:10].replace("-", "")  # strftime leaves the zeros of early years out


def _minutes(made_at: datetime) -> int:
    return int((made_at.replace(tzinfo=None) - datetime(2020, 1, 1)) / timedelta(minutes=1))


def _escaped(text: str) -> str:
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _SPECIAL.sub(r"\\\1", plain).replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line into such as all calendars read, never inside a character."""
    parts, length = [""], 0
    for letter in line:
        size = len(letter.encode("utf-8", "replace"))
        if length + size > LONGEST_LINE:
            parts.append(" ")
            length = 1
        parts[-1] += letter
        length += size
    return "\r\n".join(parts)
