"""Open, close, back up, restore and check the one database file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from planner.storage import migrations, undo
from planner.storage.base import db
from planner.storage.problems import plainly

PRAGMAS = {
    "journal_mode": "wal",
    "foreign_keys": 1,
    "synchronous": "full",
    "busy_timeout": 5000,
    "recursive_triggers": 1,
}


def open_database(path: Path, backup_dir: Path | None = None) -> None:
    """Open the database file for all of storage, making it when it is missing or empty."""
    close_database()
    path.parent.mkdir(parents=True, exist_ok=True)
    with plainly():
        connection = sqlite3.connect(path, isolation_level=None)
        migrations.migrate(connection)
        connection.close()
        db.init(str(path), pragmas=PRAGMAS)
        db.connect()
        undo.arm(db.connection())


def close_database() -> None:
    """Close the file; nothing happens when none is open."""
    if not db.is_closed():
        db.close()
