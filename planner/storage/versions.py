"""Numbers that stay equal only while nobody has written to the file, or to the log in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from planner.storage.base import open_connection
from planner.storage.problems import plainly

_PLAN = ("mesocycle", "microcycle", "planned_session", "planned_exercise", "planned_set")

_planned: dict[sqlite3.Connection, int] = {}  # changes made by steps that wrote to plans alone


def version() -> object:
    """Return what is equal only while nobody, here or elsewhere, has written to the open file.

    None inside a transaction: what it wrote may still be rolled back, which no counter tells.
    """
    return _version(0)


def log_version() -> object:
    """Return the same for all but plans: what was read of a log outlasts an edit of a plan."""
    return _version(_planned.get(open_connection(), 0))


def note_step(connection: sqlite3.Connection, before: int, heads: Iterable[str]) -> None:
    """Note a step that ends, by the counter of changes before it and the heads of its journal."""
    if all(head.split('"')[1] in _PLAN for head in heads):
        aside = _planned.get(connection, 0) + connection.total_changes - before
        _planned.clear()  # of files that are closed
        _planned[connection] = aside


def _version(aside: int) -> object:
    connection = open_connection()
    if connection.in_transaction:
        return None
    with plainly():
        (elsewhere,) = connection.execute("PRAGMA data_version").fetchone()
    return connection, connection.total_changes - aside, elsewhere
