"""Times that a file states in UTC, by the clock of this computer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from planner.formats import dates

ZONES_FROM = 1971  # not every system can tell what its clock showed before


class Start(NamedTuple):
    """A local time, and how many minutes it is from UTC, None when nobody says."""

    at: datetime
    offset_min: int | None


def start(text: str) -> Start:
    """Read a time: UTC becomes that of this computer's clock, any other stays as it is written.

    ValueError when it is no time.
    """
    at, offset = dates.moment(text).at, dates.offset_min(text)
    if offset != 0 or at.year < ZONES_FROM:
        return Start(at, offset)
    here = at.replace(tzinfo=UTC).astimezone().replace(tzinfo=None)
    return Start(here, round((here - at).total_seconds() / 60))
