"""Count what a file holds as lists show it: without what lies in the trash."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

from planner.storage import driver

_OF_DELETED = "lifter_id IN (SELECT l.id FROM lifter l WHERE l.deleted_at IS NOT NULL)"
_SETS = (
    "session s CROSS JOIN logged_exercise x ON x.session_id = s.id "
    "CROSS JOIN logged_set t ON t.logged_exercise_id = x.id"
)  # from the session down: few are in the trash
# What of each table lies there by itself, and what does with its lifter. In a file of a version
# that knew no deleted lifters the latter cannot be asked for: there is none.
_TRASHED = {
    "lifter": ("lifter WHERE deleted_at IS NOT NULL",),
    "session": (
        "session WHERE deleted_at IS NOT NULL",
        f"session WHERE deleted_at IS NULL AND {_OF_DELETED}",
    ),
    "logged_set": (
        f"{_SETS} WHERE s.deleted_at IS NOT NULL",
        f"{_SETS} WHERE s.deleted_at IS NULL AND s.{_OF_DELETED}",
    ),
    "mesocycle": (
        "mesocycle WHERE deleted_at IS NOT NULL",
        f"mesocycle WHERE deleted_at IS NULL AND {_OF_DELETED}",
    ),
    "check_in": (f"check_in WHERE {_OF_DELETED}",),
}


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Count lifters, sessions, sets, blocks and check-ins by table, of a file of any version.

    Those of tables that are damaged are left out, or counted as far as they are whole.
    """
    found: dict[str, int] = {}
    for table, trashed in _TRASHED.items():
        with suppress(*driver.errors()):
            found[table] = _count(connection, table)
            for each in trashed:
                found[table] -= _count(connection, each)
    return found


def _count(connection: sqlite3.Connection, rows: str) -> int:
    (number,) = connection.execute(f"SELECT count(*) FROM {rows}").fetchone()
    return int(number)
