"""Backups: whole, verified copies of the database, thinned as they age."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from planner.storage import backup_names, driver
from planner.storage.backup_names import BackupName, Reason
from planner.storage.inspection import counts, inspect
from planner.storage.problems import DatabaseProblem, ReadOnlyDatabase, plainly, problem


def copy(source: sqlite3.Connection, target: Path) -> None:
    """Copy an open database into a file, which appears only when it is whole and verified.

    Not inside a step, whose writes are not there yet. Raises DatabaseProblem; then there is no
    copy, and an older file of that name stays.
    """
    with folder_problems(target.parent), plainly():
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(target.name + ".part")
        try:
            _write(source, part)
            inspect(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


def _write(source: sqlite3.Connection, part: Path) -> None:
    part.unlink(missing_ok=True)
    with closing(driver.connect_like(source, part)) as made, _snapshot(source):
        pour(source, made)
        made.execute("PRAGMA journal_mode = delete")
        if counts(made) != counts(source):
            raise DatabaseProblem("The backup came out incomplete and was removed. Try again.")


def pour(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Let a database become a copy of another one, in one transaction.

    Raises LockedDatabase when either is busy for longer than its time-out.
    """

    def stop_when_busy(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise problem(status)  # Python itself would try for ever

    source.backup(target, progress=stop_when_busy)


@contextmanager
def _snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Let a connection read one state of the file, whatever others write meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def new_name(backup_dir: Path, reason: Reason | None = None, of: str = "") -> Path:
    """Return a file name of this second that is still free; `of` is what is to be imported."""
    now = datetime.now().replace(microsecond=0)
    taken = [name.number for name in _named(backup_dir) if name.made_at == now]
    return backup_dir / BackupName(now, max(taken, default=0) + 1, reason, of).text()


def newest_good_backup(backup_dir: Path) -> Path | None:
    """Return the newest backup that opens and is sound, or None."""
    return next(filter(_is_good, _by_age(backup_dir)), None)


def thin(backup_dir: Path, keep: Path | None = None) -> None:
    """Delete the backups that newer ones stand for (see `backup_names.kept`).

    `keep` is a backup that stays in any case, since it is in use.
    """
    made = _named(backup_dir)
    kept = backup_names.kept(made)
    for name, path in made.items():
        if name not in kept and not (keep and path.samefile(keep)):
            path.unlink()


@contextmanager
def folder_problems(folder: Path) -> Iterator[None]:
    """Turn an error of the file system into advice about a folder."""
    try:
        yield
    except OSError as error:
        raise ReadOnlyDatabase(
            f"{folder} cannot be written ({error.strerror}). Choose another folder."
        ) from error


def _named(backup_dir: Path) -> dict[BackupName, Path]:
    """Return the backups that the program named."""
    found = ((backup_names.read(path.name), path) for path in backup_dir.glob("planner-*.db"))
    return {name: path for name, path in found if name is not None}


def _by_age(backup_dir: Path) -> list[Path]:
    """List the backups that the program named, newest first."""
    made = _named(backup_dir)
    return [made[name] for name in backup_names.newest_first(made)]


def _is_good(path: Path) -> bool:
    try:
        return inspect(path) > 0
    except DatabaseProblem:
        return False
