"""Make a database file ready for use, on connections of its own that any thread may make."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from planner.storage import backups, driver, migrations, owner_only
from planner.storage.backup_names import Reason

# Where sharing the write-ahead log fails: network drives and the like.
_NO_WAL = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL}


def prepare(path: Path, version: int, folders: Sequence[Path]) -> None:
    """Make a file ready for use: write-ahead log, a backup of an older schema, migration."""
    with backups.folder_problems(path.parent):
        owner_only.make(path)
    with closing(_journalled(path)) as connection:
        connection.execute("PRAGMA synchronous = full")
        connection.execute("BEGIN IMMEDIATE")  # fails here, not later, when it cannot be written
        connection.execute("ROLLBACK")
        if 0 < version < len(migrations.STEPS):
            backups.make(connection, path, folders, Reason.UPDATE)
        migrations.migrate(connection)


def choose_journal(path: Path) -> None:
    """Let a file have a write-ahead log, which closing it takes away, where that can be shared."""
    _journalled(path).close()


def _journalled(path: Path) -> sqlite3.Connection:
    try:
        return _connected(path, _share_log)
    except driver.errors() as error:
        if driver.code_of(error) & 0xFF not in _NO_WAL:
            raise
    return _connected(path, _do_without_log)


def _connected(path: Path, then: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection:
    connection = driver.connect(path)
    try:
        then(connection)
    except driver.errors():
        connection.close()
        raise
    return connection


def _share_log(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA page_size = 4096")  # so that any backup can be restored
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute(f"PRAGMA journal_mode = {_while_switching(connection)}")
        connection.execute("PRAGMA journal_mode = wal")
    connection.execute("SELECT 1 FROM sqlite_schema")


def _do_without_log(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA locking_mode = exclusive")
    connection.execute("PRAGMA journal_mode = delete")


def _while_switching(connection: sqlite3.Connection) -> str:
    """Return the journal for a change of the journal, of which the head of the file tells.

    A disk writes the hundred bytes of the head all at once, so nothing is there to take back, and
    no journal to wait for: three of four waits for the disk are spared. What a passphrase
    protects changes by whole pages.
    """
    return "delete" if driver.key_in_use(connection) else "memory"


def fold_log(connection: sqlite3.Connection) -> None:
    """Take the log into the file, which says in its head then that it needs none.

    What others have open keeps its log, which is not begun anew: that would look to them as if
    somebody had written.
    """
    with suppress(*driver.errors()):
        connection.execute("PRAGMA busy_timeout = 0")
        with suppress(*driver.errors()):
            connection.execute(f"PRAGMA journal_mode = {_while_switching(connection)}")
            return
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def alone(path: Path) -> sqlite3.Connection:
    """Connect to a file for us alone; SQLite says that it is busy when others have it open."""
    return driver.alone(driver.connect(path))
