"""The journal of reversing statements: whatever a step writes, SQLite itself notes how to undo.

Temporary triggers on every table write one reversing statement a changed row into a temporary
table of the connection, cascades included. See https://www.sqlite.org/undoredo.html.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from planner.storage.base import db
from planner.storage.problems import DatabaseProblem, plainly


class UndoConflict(DatabaseProblem):
    """The rows of a step were changed elsewhere since, so it can no longer be reversed."""


@dataclass(slots=True)
class Step:
    """What a user did, as the statements that reverse it, oldest first; empty until it ends."""

    statements: tuple[str, ...] = ()


_open: Step | None = None


@contextmanager
def step() -> Iterator[Step]:
    """Run a block as one transaction and collect what reverses it.

    After the block the step's `statements` are filled. An exception rolls everything back. A
    step inside another one joins it, but an exception rolls back only the inner one's writes.
    Raises DatabaseProblem when the file cannot be written.
    """
    if _open is not None:
        with db.atomic():
            yield _open
    else:
        with plainly(), db.atomic("IMMEDIATE"), _recording() as outer:
            yield outer


@contextmanager
def _recording() -> Iterator[Step]:
    global _open
    connection = db.connection()
    _open = Step()
    try:
        yield _open
        journal = connection.execute("SELECT statement FROM undo_journal ORDER BY id")
        _open.statements = tuple(statement for (statement,) in journal)
        connection.execute("DELETE FROM undo_journal")
    finally:
        _open = None


def revert(done: Step) -> Step:
    """Reverse a step in one transaction and return the step that does it again.

    Raises UndoConflict, and changes nothing, when its rows were changed elsewhere since.
    """
    with step() as again:
        connection = db.connection()
        try:
            for statement in reversed(done.statements):
                _reverse(connection, statement)
        except sqlite3.IntegrityError as error:
            raise UndoConflict(_CONFLICT) from error
    return again


_CONFLICT = "This can no longer be undone: the same entries were changed in another window since."


def _reverse(connection: sqlite3.Connection, statement: str) -> None:
    if connection.execute(statement).rowcount != 1:
        raise UndoConflict(_CONFLICT)


def arm(connection: sqlite3.Connection) -> None:
    """Set up the journal and its triggers on a connection, once, after migrating."""
    connection.execute("PRAGMA temp_store = memory")
    connection.execute("CREATE TEMP TABLE undo_journal (id INTEGER PRIMARY KEY, statement TEXT)")
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    for (table,) in tables:
        if not table.startswith("sqlite_"):
            _watch(connection, table)


def _watch(connection: sqlite3.Connection, table: str) -> None:
    info = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    names = [name for _, name, *_ in info]
    key = next(name for _, name, *_, primary in info if primary)
    for event, reverse in _reverses(table, names, key).items():
        connection.execute(
            f'CREATE TEMP TRIGGER "undo_{event}_{table}" {event} ON main."{table}" BEGIN '
            f"INSERT INTO undo_journal (statement) VALUES ({reverse}); END"
        )


def _reverses(table: str, names: list[str], key: str) -> dict[str, str]:
    """Return, for each event, an SQL expression that makes the reversing statement."""
    columns = ", ".join(f'"{name}"' for name in names)
    values = "||','||".join(f'quote(old."{name}")' for name in names)
    assignments = "||','||".join(f"""'"{name}"='||quote(old."{name}")""" for name in names)
    where = f"""||' WHERE "{key}"='||quote(new."{key}")"""
    return {
        "AFTER INSERT": f"""'DELETE FROM "{table}"'{where}""",
        "AFTER UPDATE": f"""'UPDATE "{table}" SET '||{assignments}{where}""",
        "AFTER DELETE": f"""'INSERT INTO "{table}" ({columns}) VALUES ('||{values}||')'""",
    }
