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
        here.execute("ATTACH ':memory:' AS there")
        yield from _pour(files)
    else:
        here.execute("ATTACH ? AS there", (copy,))


def _pour(files: Files) -> Generator[None, None, None]:
    """Copy a protected file's rows into memory: Python's own SQLite cannot attach it."""
    for table, each in kin.TRAVELLING.items():
        columns = ", ".join(f'"{name}"' for name in each.columns if name != "id")
        files.here.execute(f'CREATE TABLE there."{table}" (id INTEGER PRIMARY KEY, {columns})')
        places = ", ".join("?" * len(each.columns))
        filling = f'INSERT INTO there."{table}" (id, {columns}) VALUES ({places})'
        with closing(files.there.execute(f'SELECT id, {columns} FROM "{table}"')) as left:
            while some := left.fetchmany(_ROWS):
                files.here.executemany(filling, some)
                yield
