"""Open, close, back up, restore and check the one database file."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from planner.storage import backups, driver, inspection, migrations, undo
from planner.storage.backup_names import Reason as Reason
from planner.storage.backups import newest_good_backup as newest_good_backup
from planner.storage.base import db, open_connection
from planner.storage.problems import (
    DamagedDatabase as DamagedDatabase,
    DatabaseProblem as DatabaseProblem,
    DiskProblem as DiskProblem,
    FullDisk as FullDisk,
    LockedDatabase as LockedDatabase,
    NewerDatabase as NewerDatabase,
    NotADatabase as NotADatabase,
    ReadOnlyDatabase as ReadOnlyDatabase,
    plainly,
)
from planner.storage.rows import fetch_one

_PRAGMAS = {
    "foreign_keys": 1,
    "synchronous": "full",
    "busy_timeout": 5000,
    "recursive_triggers": 1,
    "temp_store": "memory",
}
# Where sharing the write-ahead log fails: network drives and the like.
_NO_WAL = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL}


@dataclass(slots=True)
class _Place:
    """Which file was last opened, or tried, and what it looked like when last asked."""

    path: Path = Path()
    backup_dir: Path = Path()
    data_version: int = 0


_place = _Place()


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found: problems in words, the schema version, rows by table."""

    ok: bool
    problems: tuple[str, ...]
    schema: int
    counts: Mapping[str, int]


def open_database(path: Path, backup_dir: Path | None = None) -> None:
    """Open a database file for all of storage, creating it when it is missing or empty.

    A file of an older schema is backed up and migrated. `backup_dir` is the folder "backups"
    beside the file by default. Raises a DatabaseProblem; then no database is open, and a
    damaged or foreign file is as it was.
    """
    close_database()
    _place.path = path
    _place.backup_dir = backup_dir or path.parent / "backups"
    version = _inspect(path)
    with backups.folder_problems(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with plainly():
            _prepare(path, version)
            _attach()
    except BaseException:
        close_database()
        raise


def _attach() -> None:
    db.init(str(_place.path), pragmas=_PRAGMAS)
    db.connect()
    undo.arm(open_connection())
    changed_elsewhere()


def close_database() -> None:
    """Close the file; nothing happens when none is open."""
    if not db.is_closed():
        db.close()


def back_up(to: Path | None = None, reason: Reason | None = Reason.BY_HAND, of: str = "") -> Path:
    """Write a verified copy of the open database and return its path.

    By default it goes to the backup folder under a name with date, time and reason (`of` is the
    file to be imported), and old ones there are thinned. Raises DatabaseProblem; then an older
    file at `to` is as it was.
    """
    if to is None:
        return _back_up_and_thin(open_connection(), reason, of)
    _refuse_itself(to)
    backups.copy(open_connection(), to)
    return to


def restore(source: Path) -> None:
    """Put a backup in the place of the file that is open, or that could not be opened.

    All or nothing. What was there is backed up first; a file that could not be opened is kept
    beside its place under another name. Raises DatabaseProblem, also when another program has
    the file open: it would go on with rows that mean something else by then.
    """
    _refuse_itself(source)
    if inspection.inspect(source) == 0:
        raise NotADatabase(f"{source} is missing or empty. Choose a backup.")
    if db.is_closed():
        _replace_by(source)
    else:
        _fill_from(source)
    open_database(_place.path, _place.backup_dir)


def check() -> CheckReport:
    """Check the open database: SQLite's integrity, foreign keys, and the shape of its tables."""
    from planner.storage import shape  # only needed here, and start-up waits for no import

    connection = open_connection()
    problems = inspection.faults(connection)
    if problems:
        return CheckReport(False, tuple(problems), _version(), {})
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    problems = [f"row {row} of {table} belongs to no {parent}" for table, row, parent, _ in orphans]
    problems += shape.differences(shape.shape_of(connection), shape.shape_of_models())
    return CheckReport(not problems, tuple(problems), _version(), inspection.counts(connection))


def counts_of(path: Path) -> dict[str, int]:
    """Count the rows by table of a database file without opening it for use.

    Raises DatabaseProblem.
    """
    if inspection.inspect(path) == 0:
        return {}
    with plainly(), closing(inspection.look(path)) as connection:
        return inspection.counts(connection)


def holds(path: Path) -> bool:
    """Say whether a path is one of the database's files, which nothing else may open; any thread.

    Closing it would drop SQLite's locks: https://www.sqlite.org/howtocorrupt.html, section 2.2.
    """
    own = [Path(f"{_place.path}{end}") for end in ("", "-wal", "-shm")]
    return path.is_file() and any(each.is_file() and each.samefile(path) for each in own)


def changed_elsewhere() -> bool:
    """Say whether another process wrote to the file since this was last asked."""
    before = _place.data_version
    (_place.data_version,) = fetch_one("PRAGMA data_version")
    return before != _place.data_version


def _back_up_and_thin(
    source: sqlite3.Connection, reason: Reason | None, of: str = "", keep: Path | None = None
) -> Path:
    target = backups.new_name(_place.backup_dir, reason, of)
    backups.copy(source, target)
    with backups.folder_problems(_place.backup_dir):
        backups.thin(_place.backup_dir, keep)
    return target


def _version() -> int:
    return int(fetch_one("PRAGMA user_version")[0])


def _inspect(path: Path) -> int:
    try:
        return inspection.inspect(path)
    except DamagedDatabase as problem:
        newest = newest_good_backup(_place.backup_dir)
        raise inspection.damaged(path, newest) from problem


def _prepare(path: Path, version: int) -> None:
    """Make the file ready for use: write-ahead log, a backup of an older schema, migration."""
    _choose_journal(path)
    with closing(driver.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = full")
        connection.execute("BEGIN IMMEDIATE")  # fails here, not later, when it cannot be written
        connection.execute("ROLLBACK")
        if 0 < version < len(migrations.STEPS):
            backups.copy(connection, backups.new_name(_place.backup_dir, Reason.UPDATE))
        migrations.migrate(connection)


def _choose_journal(path: Path) -> None:
    try:
        with closing(driver.connect(path)) as connection:
            connection.execute("PRAGMA page_size = 4096")  # so that any backup can be restored
            connection.execute("PRAGMA journal_mode = wal")
            connection.execute("SELECT 1 FROM sqlite_schema")
    except driver.errors("OperationalError") as error:
        if driver.code_of(error) & 0xFF not in _NO_WAL:
            raise
        with closing(driver.connect(path)) as connection:
            connection.execute("PRAGMA locking_mode = exclusive")
            connection.execute("PRAGMA journal_mode = delete")


def _alone() -> sqlite3.Connection:
    """Connect to the file for us alone; SQLite says that it is busy when others have it open."""
    connection = driver.connect(_place.path)
    connection.execute("PRAGMA locking_mode = exclusive")
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except driver.errors():
        connection.close()
        raise
    return connection


def _refuse_itself(other: Path) -> None:
    if other.exists() and _place.path.exists() and other.samefile(_place.path):
        raise DatabaseProblem("That is the training database itself. Choose another file.")


def _fill_from(source: Path) -> None:
    close_database()
    try:
        with plainly(), closing(inspection.look(source)) as backup, closing(_alone()) as present:
            _back_up_and_thin(present, Reason.RESTORE, keep=source)
            backups.pour(backup, present)
    except BaseException:
        with plainly():
            _attach()
        raise


def _replace_by(source: Path) -> None:
    path = _place.path
    fresh = path.with_name(path.name + ".restored")
    with closing(inspection.look(source)) as backup:
        backups.copy(backup, fresh)
    kept = backups.new_name(path.parent).with_suffix("").name
    with backups.folder_problems(path.parent):
        for end in ("", "-wal", "-shm"):
            part = path.with_name(path.name + end)
            if part.exists():
                part.rename(path.with_name(f"{kept}-unreadable{path.suffix}{end}"))
        fresh.replace(path)
