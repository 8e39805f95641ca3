"""Work on the open file that any thread may do while it is used: back it up, check it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from planner.storage import backups, driver, file_place, gate, inspection
from planner.storage.backup_names import Reason
from planner.storage.backups import Written
from planner.storage.base import open_connection
from planner.storage.problems import DamagedDatabase, DatabaseProblem, plainly
from planner.storage.telling import Progress


def backing_up(
    reason: Reason, of: str = "", unless: Path | None = None, looked_at: bool = False
) -> Callable[[Progress], Written | None]:
    """Return the work of backing the open file up, which any thread may do meanwhile.

    It returns None, and writes nothing, while the file still holds what the backup `unless`
    does, if that is sound.
    Raises DatabaseProblem, or what the progress raises; then there is no backup. One that is only
    `looked_at` is backed up when that is said.
    """
    path, folders = file_place.last.path, file_place.last.folders()
    refusal = None if looked_at and gate.is_read_only() else gate.refusal()
    mode = inspection.reading_mode(path)
    key = driver.key_in_use(open_connection())  # reading it off the open file would drop its locks

    def work(told: Progress) -> Written | None:
        if refusal is not None:
            raise refusal
        with plainly(), closing(driver.connect_with(key, path, mode)) as source:
            if unless is not None and _stands_for(unless, source, told):
                return None
            return backups.make(source, path, folders, reason, of, told)

    return work


def checking() -> Callable[[Progress], DamagedDatabase | None]:
    """Return the work of checking all of the open file, which any thread may do meanwhile.

    It returns None of a sound file, and the problem of a damaged one, with the newest good
    backup. Raises DatabaseProblem, or what the progress raises.
    """
    path = file_place.last.path
    key, mode = driver.key_in_use(open_connection()), inspection.reading_mode(path)

    def work(told: Progress) -> DamagedDatabase | None:
        with plainly(), closing(driver.connect_with(key, path, mode)) as connection:
            if inspection.is_sound(connection, path, told):
                return None
        return inspection.damaged(path, file_place.newest_backup(told))

    return work


def _stands_for(backup: Path, source: sqlite3.Connection, told: Progress) -> bool:
    """Say whether a backup is sound and holds what an open file does; raises what `told` raises."""
    try:
        return not backups.differs(source, backup) and inspection.inspect(backup, told) > 0
    except DatabaseProblem:  # of a backup that cannot be read a new one is wanted
        return False
