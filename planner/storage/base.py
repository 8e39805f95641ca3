"""What all tables have in common: the connection, strict types, keys that travel."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from peewee import (
    SQL,
    AutoField,
    ForeignKeyField,
    IntegerField,
    Model,
    SqliteDatabase,
    TextField,
)

from planner.storage import driver


class _Database(SqliteDatabase):
    """peewee's SQLite, on a connection with the key of the file if it has one.

    It may be given a `mode`, as `inspection.reading_mode` returns it, to look only.
    """

    def _connect(self) -> sqlite3.Connection:
        path = Path(self.database)
        made = driver.connect(path, self.connect_params.get("mode", ""), self.timeout)
        hooks: Any = self  # peewee tells type checkers of its public half only
        hooks._add_conn_hooks(made)
        driver.hold(path, made)
        return made

    def _close(self, conn: sqlite3.Connection) -> None:
        super()._close(conn)  # type: ignore[misc]
        driver.let_go()


db: SqliteDatabase = _Database(None, autoconnect=False)


def open_connection() -> sqlite3.Connection:
    """Return the connection of the open file.

    Raises RuntimeError when none is open, or in another thread: threads are given values. peewee
    would quietly open one more, which could not undo.
    """
    if db.is_closed():
        raise RuntimeError("no training database is open in this thread")
    made: sqlite3.Connection = db.connection()
    return made


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run a block as one transaction that owns the file from the start; an exception undoes it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk makes SQLite roll back by itself
            connection.execute("ROLLBACK")
        raise


def below(parent: type[Model]) -> ForeignKeyField[Any]:
    """Make a column for the row that owns this one."""
    return ForeignKeyField(parent, on_delete="CASCADE", index=False)


def link(parent: type[Model], **options: Any) -> ForeignKeyField[Any]:
    """Make an optional column for a row that may go away without this one."""
    return ForeignKeyField(parent, null=True, on_delete="SET NULL", index=False, **options)


def check(condition: str) -> SQL:
    """Refuse rows for which a condition, in SQL, is false."""
    return SQL(f"CHECK ({condition})")


def finite(column: str) -> SQL:
    """Refuse infinities, which no typed number can be."""
    return check(f'"{column}" BETWEEN -1e12 AND 1e12')


def not_negative(column: str) -> SQL:
    """Refuse numbers below zero."""
    return check(f'"{column}" >= 0')


class Table(Model):
    """A table; STRICT, so that SQLite itself refuses a value of another type."""

    class Meta:
        database = db
        strict_tables = True
        legacy_table_names = False


class Travelling(Table):
    """A table whose rows may travel between computers, where `uid` names them.

    `changed_at` is milliseconds since 1970 UTC, never the same for two writes of one process.
    """

    id = AutoField()
    uid = TextField(unique=True, constraints=[check("\"uid\" <> ''")])
    changed_at = IntegerField()
