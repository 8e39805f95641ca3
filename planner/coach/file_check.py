"""Check all of a large file beside the window: opening it does not wait for that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from planner.coach import files
from planner.coach.files import Backup, DamagedDatabase
from planner.storage import inspection, meanwhile
from planner.storage.telling import Progress


def is_large(database: Path) -> bool:
    """Say whether only the ends of a file are looked at when it is opened."""
    return database.exists() and inspection.is_large(database)


def checking() -> Callable[[Progress], DamagedDatabase | None]:
    """Return the work, for any thread, of checking the open file: None when it is sound."""
    return meanwhile.checking()


def to_go_back_to(problem: DamagedDatabase) -> Backup | None:
    """Return the newest good backup of a damaged file."""
    return None if problem.newest_backup is None else files.backup(problem.newest_backup)
