"""How many of a thing there are, as the window writes it."""

from __future__ import annotations

from collections.abc import Mapping

from planner.coach.counts import (
    days,
    digits as count,
    exercises,
    files,
    hard_sets,
    kept_out,
    later_sessions,
    lifters,
    lifts,
    rows,
    sessions,
    sets,
    suggestions,
    training_days,
    warm_ups,
    weeks,
)
from planner.coach.wording import in_row

__all__ = [
    "count",
    "days",
    "exercises",
    "files",
    "hard_sets",
    "kept_out",
    "later_sessions",
    "lifters",
    "lifts",
    "of_file",
    "rows",
    "sessions",
    "sets",
    "suggestions",
    "training_days",
    "warm_ups",
    "weeks",
]


def of_file(rows: Mapping[str, int]) -> str:
    """Write '2 lifters, 184 sessions, 6,625 sets' of the rows by table; '' of none of these."""
    kinds = (("lifter", lifters), ("session", sessions), ("logged_set", sets))
    return in_row(write(rows[table]) for table, write in kinds if table in rows)
