"""The triggers that note how to undo: temporary ones, on every table of a connection.

They write one reversing statement a changed row into a temporary table, cascades included. See
https://www.sqlite.org/undoredo.html.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Literal

from planner.storage import kin, models, tombstones, touched, undo_traces

_OURS = frozenset(model._meta.table_name for model in models.TABLES)


@contextmanager
def resting(
    connection: sqlite3.Connection, event: Literal["AFTER INSERT", "AFTER DELETE"], table: str
) -> Iterator[None]:
    """Let a table's trigger rest in a block inside a step, whose rollback brings it back, too."""
    found = connection.execute(
        "SELECT sql FROM sqlite_temp_schema WHERE name = ?", (_name(event, table),)
    )
    (made,) = found.fetchone()
    connection.execute(f'DROP TRIGGER temp."{_name(event, table)}"')
    yield
    connection.execute(made.replace("CREATE TRIGGER", "CREATE TEMP TRIGGER", 1))


def arm(connection: sqlite3.Connection) -> None:
    """Set up the journal and its triggers on a connection, once, after migrating."""
    connection.execute(
        "CREATE TEMP TABLE undo_journal "
        "(id INTEGER PRIMARY KEY, head TEXT, tail TEXT, rows INTEGER DEFAULT 1, place TEXT, owner, "
        "uid TEXT, above INTEGER)"
    )
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
    )
    for (table,) in tables.fetchall():
        info = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        names = tuple(name for _, name, *_ in info)
        key = next((name for _, name, *_, primary in info if primary), None)
        if key is None and table in _OURS:
            raise LookupError(f"the table {table} has no key, so that nothing in it can be undone")
        for trigger in _triggers(table, names, key) if key else ():
            connection.execute(trigger)
    tombstones.arm(connection)
    undo_traces.arm(connection)


@cache
def _triggers(table: str, names: tuple[str, ...], key: str) -> tuple[str, ...]:
    """Return the statements that let SQLite note whatever happens to a table's rows."""
    reverses = _reverses(table, names, key).items()
    return tuple(_noting(table, event, reverse) for event, reverse in reverses)


def _noting(table: str, event: str, reverse: str) -> str:
    return (
        f'CREATE TEMP TRIGGER "{_name(event, table)}" {event} ON main."{table}" BEGIN '
        "INSERT INTO undo_journal (place, owner, uid, above, head, tail) "
        f"VALUES ('{table}', {_owner(event, table)}, {_deleted(event, table)}, {reverse}); END"
    )


def _owner(event: str, table: str) -> str:
    """Return the SQL expression for what a row of a log belongs to; null when that changes."""
    if table not in touched.OWNERS:
        return "NULL"
    column = f'"{touched.OWNERS[table]}"'
    known = {"AFTER INSERT": f"new.{column}", "AFTER DELETE": f"old.{column}"}
    return known.get(event, f"CASE WHEN old.{column} IS new.{column} THEN new.{column} END")


def _deleted(event: str, table: str) -> str:
    """Return the SQL expressions for a deleted row's uid and the id of what it hung below."""
    if event != "AFTER DELETE" or table not in kin.TRAVELLING:
        return "NULL, NULL"
    owner = kin.TRAVELLING[table].owner
    return f'old.uid, old."{owner[0]}"' if owner else "old.uid, NULL"


def _name(event: str, table: str) -> str:
    return f"undo {event} {table}"


def _reverses(table: str, names: Sequence[str], key: str) -> dict[str, str]:
    """Return, for each event, the SQL expressions that make the head and tail of its reverse."""
    columns = ", ".join(f'"{name}"' for name in names)
    values = "||','||".join(_value(name, _as_it_was) for name in names)
    assignments = "||','||".join(
        f"""'"{name}"='||""" + _value(name, _as_it_is_then) for name in names
    )
    return {
        "AFTER INSERT": _reverse_of_insert(table, key),
        "AFTER UPDATE": f"""'UPDATE "{table}" SET ',
            {assignments}||' WHERE "{key}"='||quote(new."{key}")""",
        "AFTER DELETE": f"""'INSERT INTO "{table}" ({columns}) VALUES', '('||{values}||')'""",
    }


def _reverse_of_insert(table: str, key: str) -> str:
    return f"""'DELETE FROM "{table}" WHERE "{key}" IN', quote(new."{key}")"""


def _value(name: str, now: Callable[[str], str]) -> str:
    """Return the SQL expression for a column's value in a statement that reverses something.

    `now` returns the one for what says what a column has when that statement runs. What was
    deleted at the moment of its stamp stays so: that tells it from what was edited.
    """
    if name in undo_traces.STAMPS:
        return _restamped(name, now)
    if name == "deleted_at":
        stamped = _restamped("changed_at", now)
        return (
            f"CASE WHEN old.deleted_at = old.changed_at THEN {stamped} ELSE {_as_it_was(name)} END"
        )
    return _as_it_was(name)


def _restamped(name: str, now: Callable[[str], str]) -> str:
    return f"'restamp('||{_as_it_was(name)}||','||{now(name)}||')'"


def _as_it_was(name: str) -> str:
    return f'quote(old."{name}")'


def _as_it_is_then(name: str) -> str:
    return f"""'"{name}"'"""
