"""Let one statement read both files: the open one as `main`, the attached one as `there`."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import closing
from typing import NamedTuple, TypeVar

from planner.storage import driver, kin

_ROWS = 2000  # copied at once
Made = TypeVar("Made")


class Files(NamedTuple):
    """The connections of the two files."""

    here: sqlite3.Connection
    there: sqlite3.Connection


def beside(files: Files, work: Generator[None, None, Made]) -> Generator[None, None, Made]:
    """Do work in parts that reads the other file as `there`, and let go of that file after it.

    It has to end outside of a transaction: SQLite keeps a file attached while one lasts.
    """
    try:
        yield from _attach(files)
        return (yield from work)
    finally:
        if "there" in _attached(files.here):
            files.here.execute("DETACH there")


def _attached(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the paths of a connection's files by what they are called in statements."""
    found = connection.execute("PRAGMA database_list").fetchall()
    return {name: path for _, name, path in found}


def _attach(files: Files) -> Generator[None, None, None]:
    here, copy, key = files.here, _attached(files.there)["main"], driver.key_in_use(files.there)
    if driver.key_in_use(here):
        here.execute("ATTACH ? AS there KEY ?", (copy, key))
    elif key:
        poured = yield from _poured(files.there)
        here.execute("ATTACH ':memory:' AS there")
        here.deserialize(poured, name="there")
    else:
        here.execute("ATTACH ? AS there", (copy,))


def _poured(protected: sqlite3.Connection) -> Generator[None, None, bytes]:
    """Return a protected file's rows as a plain database that is in memory only.

    Python's own SQLite cannot attach the file. Nor are rows written through the open file's
    connection, which would count them as changes of that file.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as plain:
        plain.execute("BEGIN")
        for table, each in kin.TRAVELLING.items():
            columns = ", ".join(f'"{name}"' for name in each.columns if name != "id")
            plain.execute(f'CREATE TABLE "{table}" (id INTEGER PRIMARY KEY, {columns})')
            places = ", ".join("?" * len(each.columns))
            filling = f'INSERT INTO "{table}" (id, {columns}) VALUES ({places})'
            with closing(protected.execute(f'SELECT id, {columns} FROM "{table}"')) as left:
                while some := left.fetchmany(_ROWS):
                    plain.executemany(filling, some)
                    yield
        plain.execute("COMMIT")
        return plain.serialize()
