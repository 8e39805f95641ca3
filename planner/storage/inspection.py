"""Look at a database file before it is used, without changing it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from planner.language import tr
from planner.storage import driver, gate, listed, migrations, models, programmed
from planner.storage.problems import (
    DamagedDatabase,
    DatabaseProblem,
    EarlierDatabase,
    NewerDatabase,
    NotADatabase,
    ReadOnlyDatabase,
    plainly,
)
from planner.storage.telling import Progress, heard, unheard

_WRITE_VERSION, _WITH_LOG = 18, 2  # where the head tells of a log, and what it says then
_AS_IT_IS = "ro&immutable=1"
_FULL_CHECK_BYTES = 8 * 2**20  # larger files get the quick check, which skips the indexes
_LARGE_BYTES = 16 * 2**20  # a larger one is checked beside the window: 3 ms for each MB
_BYTES_A_STEP = 2.7  # of a file, for each step of SQLite's machine in a quick check; measured


def inspect(path: Path, told: Progress = unheard) -> int:
    """Return the schema version of a database file, 0 when it is missing or empty.

    Raises NotADatabase, NewerDatabase, DamagedDatabase, or LockedDatabase and ReadOnlyDatabase
    when it cannot be read at all.
    """
    return _look_over(path, lambda connection: _require_sound(connection, path, told))


def glance(path: Path) -> int:
    """Do the same at once: of a large file only the ends of its tables are looked at."""
    return _look_over(
        path,
        lambda connection: (
            _read_ends(connection) if is_large(path) else _require_sound(connection, path, unheard)
        ),
    )


def is_large(path: Path) -> bool:
    """Say whether checking all of a file takes so long that it has to wait until it is open."""
    return path.stat().st_size > _LARGE_BYTES


def _look_over(path: Path, check: Callable[[sqlite3.Connection], None]) -> int:
    if path.is_dir():
        raise NotADatabase(tr("{path} is a folder. Choose a file in it.").format(path=path))
    if not path.exists() or not _has_content(path):
        return 0
    try:
        with plainly(), closing(look(path)) as connection:
            version = _version(connection, path)
            if version:
                _require_tables(connection, path, version)
                check(connection)
            return version
    except DamagedDatabase as problem:
        raise _broken(path) from problem


def look(path: Path) -> sqlite3.Connection:
    """Open an existing file for reading only.

    A folder where the write-ahead log cannot be shared (some network drives) needs the file
    for us alone. What a program that was killed had half written is taken back by SQLite, which
    may write for that; beside a file that nobody has open it leaves nothing.
    """
    mode = reading_mode(path)
    connection = driver.connect(path, _AS_IT_IS if _lacks_log(path) else mode)
    try:
        connection.execute("SELECT 1 FROM sqlite_schema")
    except driver.errors("OperationalError") as error:
        connection.close()
        code = driver.code_of(error) & 0xFF
        if code not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        connection = driver.connect(path, "rw")
        if code == sqlite3.SQLITE_CANTOPEN:
            connection.execute("PRAGMA locking_mode = exclusive")
    return connection


def reading_mode(path: Path) -> str:
    """Return how SQLite is to open a file to read it.

    Where nobody may write, as on a CD, the log cannot be shared; it has to be there without one.
    Raises ReadOnlyDatabase when what is in a log could not be read.
    """
    index = path.with_name(path.name + "-shm")
    if index.exists() or _may_write(path) or _may_write(path.parent):
        return "ro"
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        unread = tr(
            "{name} was not closed properly, and what is in {log} cannot be read here. "
            "Copy both to a folder of your own and open that."
        )
        raise ReadOnlyDatabase(unread.format(name=path.name, log=log.name))
    return _AS_IT_IS


def _lacks_log(path: Path) -> bool:
    """Say whether a plain file is to have a log and has none, so that nobody has it open.

    Reading it as others may use it, SQLite would make one, and leave it there.
    """
    if any(gate.beside(path, end).exists() for end in ("-wal", "-journal")):
        return False
    try:
        head = gate.head(path, _WRITE_VERSION + 1)
    except OSError:  # SQLite says what is wrong
        return False
    return head.startswith(gate.MAGIC) and head[-1] == _WITH_LOG


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Count the rows of every table."""
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for name in _tables(connection)
    }


def _tables(connection: sqlite3.Connection) -> list[str]:
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
    return [name for (name,) in tables if not name.startswith("sqlite_")]


def counts_of(path: Path, told: Progress = unheard) -> dict[str, int]:
    """Count by table, as lists do, what a database file holds, without opening it for use.

    Any thread; empty when it is missing or empty. Raises DatabaseProblem.
    """
    if inspect(path, told) == 0:
        return {}
    with plainly(), closing(look(path)) as connection:
        return listed.counts(connection)


def countable(path: Path) -> dict[str, int]:
    """Count the same of those tables that can be counted, however damaged a file is."""
    with suppress(DatabaseProblem, OSError), plainly(), closing(look(path)) as connection:
        return listed.counts(connection)
    return {}


def contents(connection: sqlite3.Connection) -> dict[str, tuple[object, ...]]:
    """Return, table by table, what is equal only while its rows are the same.

    Rows with a stamp are told by it; tables of others are small, and read.
    """
    return {name: _content(connection, name) for name in counts(connection)}


def _content(connection: sqlite3.Connection, table: str) -> tuple[object, ...]:
    columns = {name for _, name, *_ in connection.execute(f'PRAGMA table_info("{table}")')}
    if {"id", "changed_at"} <= columns:
        stamps = "max(changed_at), total(changed_at % 1000003)"  # so small that the sum is exact
        sql = f'SELECT count(*), total(id), {stamps} FROM "{table}"'
        return tuple(connection.execute(sql).fetchone())
    return tuple(sorted(connection.execute(f'SELECT * FROM "{table}"'), key=repr))


def faults(connection: sqlite3.Connection, check: str = "integrity_check") -> list[str]:
    """Return what SQLite finds wrong with a file, at most ten lines; empty when it is sound."""
    try:
        found = [text for (text,) in connection.execute(f"PRAGMA {check}(10)")]
    except driver.errors("DatabaseError") as error:
        return [str(error)]
    return [] if found == ["ok"] else found


def _has_content(path: Path) -> bool:
    """Say whether a file holds anything; raises when it is plainly not SQLite's or destroyed."""
    try:
        head = gate.head(path, len(gate.MAGIC))
        if driver.is_protected(path):
            return True
    except OSError as error:
        refused = tr("{path} cannot be read ({why}). Check its permissions.")
        raise ReadOnlyDatabase(refused.format(path=path, why=error.strerror)) from error
    if head and head != gate.MAGIC:
        if gate.MAGIC.startswith(head) or not any(head):
            raise _broken(path)
        raise not_ours(path)
    return bool(head)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    tables = connection.execute("SELECT name, sql FROM sqlite_schema").fetchall()  # all is text
    if application != migrations.APPLICATION_ID and (version or tables):
        raise not_ours(path)
    if version > len(migrations.STEPS):
        newer = tr(
            "{name} was written by a newer version of this program (schema {schema}; this one "
            "knows {known}). Install that version, or choose another file."
        )
        known = len(migrations.STEPS)
        raise NewerDatabase(newer.format(name=path.name, schema=version, known=known))
    programmed.require_none(connection, path)
    return int(version)


def _require_tables(connection: sqlite3.Connection, path: Path, version: int) -> None:
    wanted = {each._meta.table_name for each in models.TABLES}
    if version == len(migrations.STEPS) and not wanted <= set(_tables(connection)):
        raise _broken(path)


def _require_sound(connection: sqlite3.Connection, path: Path, told: Progress) -> None:
    if not is_sound(connection, path, told):
        raise _broken(path)


def is_sound(connection: sqlite3.Connection, path: Path, told: Progress = unheard) -> bool:
    """Say whether SQLite finds no fault in all of an open file; raises what `told` raises."""
    size = path.stat().st_size
    check = "integrity_check" if size <= _FULL_CHECK_BYTES else "quick_check"
    with heard(connection, told, int(size / _BYTES_A_STEP)):
        return not faults(connection, check)


def _read_ends(connection: sqlite3.Connection) -> None:
    """Read the first and the last row of every table, which SQLite refuses where it is damaged."""
    for name in _tables(connection):
        columns = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
        key = [column for _, column, *_, in_key in columns if in_key]
        for turn in ("ASC", "DESC"):
            order = ", ".join(f'"{column}" {turn}' for column in key)
            connection.execute(f'SELECT * FROM "{name}" ORDER BY {order} LIMIT 1').fetchall()


def require_up_to_date(path: Path, version: int) -> None:
    """Raise a DatabaseProblem unless a file of a schema can be shown without a change to it."""
    if version == 0:
        empty = tr("{path} is missing or empty. Choose another file.")
        raise NotADatabase(empty.format(path=path))
    if version < len(migrations.STEPS):
        earlier = tr(
            "{name} was written by an earlier version of this program and has to be brought up to "
            "date first. Open it where it can be written."
        )
        raise EarlierDatabase(earlier.format(name=path.name))


def damaged(path: Path, newest_backup: Path | None = None) -> DamagedDatabase:
    """Return the error for the damaged file that was to be opened; it names the backup to restore
    if there is one."""
    if newest_backup is None:
        alone = tr(
            "{name} is damaged and was left as it is. There is no good backup beside it; restore "
            "one from elsewhere, or choose another file."
        )
        return DamagedDatabase(alone.format(name=path.name))
    backed_up = tr(
        "{name} is damaged and was left as it is. Restore the newest good backup, {backup}, to go "
        "on."
    ).format(name=path.name, backup=newest_backup.name)
    return DamagedDatabase(backed_up, newest_backup)


def _broken(path: Path) -> DamagedDatabase:
    words = tr("{name} is damaged and was left as it is. Choose another file.")
    return DamagedDatabase(words.format(name=path.name))


def not_ours(path: Path) -> NotADatabase:
    """Return the error for a file that another program wrote."""
    foreign = tr(
        "{name} is not a training database. Choose another file; to bring in the log of another "
        "app, use Import."
    )
    return NotADatabase(foreign.format(name=path.name))
