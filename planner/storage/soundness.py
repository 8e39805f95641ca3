"""What of a file of today's schema the program itself never writes, though SQLite can read it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from planner.language import tr
from planner.storage import shape, values


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield in words what is odd; values are looked at where all else is as it should be."""
    odd = list(misshapen(connection))
    yield from odd or values.faults(connection)


def misshapen(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong with the tables, and which rows belong to none of another one."""
    yield from shape.differences(shape.shape_of(connection), shape.shape_of_models())
    lost = tr("row {row} of {table} belongs to no {parent}")
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield lost.format(row=row, table=table, parent=parent)
