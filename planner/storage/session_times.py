"""When sessions began and how long they took, as far as that is stored."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from planner.storage.fields import read_moment
from planner.storage.log_reads import MINE
from planner.storage.rows import fetch


class SessionTime(NamedTuple):
    """The local start of a session and its length in seconds; None where it is not known."""

    started_at: datetime | None
    duration_s: int | None


def session_times(lifter_id: int) -> dict[int, SessionTime]:
    """Return what is known of the times of a lifter's sessions by id; others are left out."""
    found = fetch(
        f"SELECT s.id, s.started_at, s.duration_s FROM session s WHERE {MINE} "
        "AND (s.started_at IS NOT NULL OR s.duration_s IS NOT NULL)",
        lifter_id,
    )
    return {key: SessionTime(read_moment(at) if at else None, length) for key, at, length in found}
