"""Tell from the journal of a step which sessions, and which days, of a log it wrote to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any

from planner.storage.versions import Touched

# What each row of a log belongs to: a session, by way of its slot, or a day.
OWNERS = {
    "session": "id",
    "logged_exercise": "session_id",
    "logged_set": "logged_exercise_id",
    "check_in": "on",
    "bodyweight": "on",
}
_ASIDE = {
    "mesocycle", "microcycle", "planned_session", "planned_exercise", "planned_set", "program",
    "decision", "absence", "setting", "intake", "referral", "restriction", "gone",
}  # fmt: skip


def told(connection: sqlite3.Connection, noted: Iterable[tuple[str, Any]]) -> Touched | None:
    """Return what the rows noted in the journal belong to, told as (table, owner).

    None when they may be about any log.
    """
    about = [(table, owner) for table, owner in noted if table not in _ASIDE]
    if any(table not in OWNERS or owner is None for table, owner in about):
        return None
    owners: dict[str, set[Any]] = {table: set() for table in OWNERS}
    for table, owner in about:
        owners[table].add(owner)
    # Of a slot that was deleted, the journal has the session itself.
    slots = _sessions_of(connection, owners["logged_set"])
    days = owners["check_in"] | owners["bodyweight"]
    return Touched(
        owners["session"] | owners["logged_exercise"] | slots, set(map(date.fromisoformat, days))
    )


def _sessions_of(connection: sqlite3.Connection, slots: Iterable[int]) -> set[int]:
    sql = (
        "SELECT DISTINCT session_id FROM logged_exercise "
        "WHERE id IN (SELECT value FROM json_each(?))"
    )
    return {key for (key,) in connection.execute(sql, [json.dumps(list(slots))])}
