"""The tables of another program's SQLite file, read from its bytes: nothing in it is run."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any, TypeAlias

from planner.engine.terms import N_
from planner.formats.parsed import FormatProblem
from planner.language import tr

Row: TypeAlias = dict[str, Any]

MAGIC = b"SQLite format 3\0"
_JOURNAL = slice(18, 20)  # of the header: how the file is written; a copy in memory has no log
_ROLLBACK = b"\1\1"
_LARGEST_CELL = 1_000_000  # bytes; a set's note is shorter
DAMAGED = N_("It is a damaged SQLite file. Make a new backup in the other app and import that.")


def is_one(data: bytes) -> bool:
    """Tell whether a file is SQLite's."""
    return data.startswith(MAGIC)


@contextmanager
def opened(data: bytes) -> Iterator[sqlite3.Connection]:
    """Open a SQLite file in memory for reading only; damage raises FormatProblem when it is met."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.deserialize(data[: _JOURNAL.start] + _ROLLBACK + data[_JOURNAL.stop :])
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_CELL)
            connection.text_factory = _text
            for pragma in ("trusted_schema = 0", "query_only = 1", "cell_size_check = 1"):
                connection.execute(f"PRAGMA {pragma}")
            yield connection
        except (sqlite3.Error, UnicodeDecodeError) as problem:  # a name or message in no text
            raise FormatProblem(tr(DAMAGED)) from problem


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def check(connection: sqlite3.Connection) -> None:
    """Raise FormatProblem unless the whole file is sound; a damaged table may never end."""
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise FormatProblem(tr(DAMAGED))


def names(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the plain tables; views and virtual tables could run something."""
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage")
    return {name for (name,) in found}


def rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    """Return the rows of a table in their order, by column; none without the table."""
    if table not in names(connection):
        return []
    found = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 # a name of our own
    columns = [column.casefold() for column, *_ in found.description]
    return [dict(zip(columns, row, strict=True)) for row in found]
