"""The journal of reversing statements: whatever a step writes, SQLite itself notes how to undo.

Temporary triggers on every table write one reversing statement a changed row into a temporary
table of the connection, cascades included. See https://www.sqlite.org/undoredo.html.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from planner.storage import driver, gate, tombstones, touched, versions
from planner.storage.base import open_connection, transaction
from planner.storage.problems import DatabaseProblem, plainly


class UndoConflict(DatabaseProblem):
    """The rows of a step were changed elsewhere since, so it can no longer be reversed."""


@dataclass(slots=True)
class Step:
    """What a user did, as the statements that reverse it, oldest first; empty until it ends.

    `rows` counts the rows that were added, changed or deleted; `failed` says that a step inside
    this one raised.
    """

    statements: tuple[str, ...] = ()
    rows: int = 0
    failed: bool = False


@dataclass(slots=True)
class _TakenDown:
    """What was taken out of the journal so far, and whose rows those are."""

    rows: int = 0
    statements: list[str] = field(default_factory=list)
    owners: set[tuple[str, Hashable]] = field(default_factory=set)


_BATCH = 500  # rows in a reversing statement; parsing one for each row would take longer
_PART = 1000  # rows deleted at once, or entries of the journal that are read: some 10 ms
_CONFLICT = "This can no longer be undone: the same entries were changed in another window since."

_open: Step | None = None
_taken_down = _TakenDown()
_at_rest = False  # the tombstones


@contextmanager
def step() -> Iterator[Step]:
    """Run a block as one transaction and collect what reverses it.

    After the block the step's `statements` are filled. A step inside another one joins it. An
    exception rolls everything back, also the step around the one that raised: a step that goes
    on after that ends with a RuntimeError. Raises DatabaseProblem when the file cannot be
    written, or is another one by now.
    """
    # No savepoints for inner steps: a large import inside one would take fifteen times as long.
    connection = open_connection()
    if _open is not None:
        with _joined(_open):
            yield _open
    else:
        gate.require()
        with plainly(), transaction(connection), _recording(connection) as outer:
            yield outer
        gate.note()


@contextmanager
def _joined(outer: Step) -> Iterator[None]:
    try:
        yield
    except BaseException:
        outer.failed = True
        raise


def under_way() -> bool:
    """Say whether a step is open, so that what it wrote is not stored yet."""
    return _open is not None


@contextmanager
def _recording(connection: sqlite3.Connection) -> Iterator[Step]:
    global _open, _taken_down
    _open, _taken_down = Step(), _TakenDown()
    before = connection.total_changes
    try:
        connection.execute("DELETE FROM undo_journal")  # of writes that nobody wants to undo
        yield _open
        if _open.failed:
            raise RuntimeError("a step went on after a step inside it had failed")
        for _ in taking_down():
            pass
        _open.rows = _taken_down.rows
        _open.statements = tuple(_taken_down.statements)
        about = touched.told(connection, _taken_down.owners)
        versions.note_step(connection, before, about)
    finally:
        _open = None


def taking_down() -> Generator[None, None, None]:
    """Empty the journal part by part of what the open step has noted, so that it ends quickly."""
    known, connection = _taken_down, open_connection()
    sql = "SELECT head, tail, place, owner, rows, id FROM undo_journal ORDER BY id LIMIT ?"
    while entries := connection.execute(sql, (_PART,)).fetchall():
        known.statements += _statements(entries)
        known.owners.update((place, owner) for _, _, place, owner, *_ in entries)
        known.rows += sum(entry[4] for entry in entries)
        connection.execute("DELETE FROM undo_journal WHERE id <= ?", (entries[-1][5],))
        yield


def revert(done: Step) -> Step:
    """Reverse a step in one transaction and return the step that does it again.

    Raises UndoConflict, and changes nothing, when its rows were changed elsewhere since.
    """
    with step() as again:
        for _ in reverting(done):
            pass
    return again


def reverting(done: Step) -> Generator[None, None, Step]:
    """Do what `revert` does part by part; closing the generator leaves the file as it was.

    Nothing else may write between the parts.
    """
    with step() as again:
        connection = open_connection()
        try:
            with without_tombstones():
                for statement in reversed(done.statements):
                    connection.execute(statement)
                    yield
        except driver.errors("IntegrityError") as error:
            raise UndoConflict(_CONFLICT) from error
        # A row that is gone, or one more that hangs below a deleted row, changes the count.
        if _rows_noted(connection) != done.rows:
            raise UndoConflict(_CONFLICT)
        yield from taking_down()
    return again


@contextmanager
def without_tombstones() -> Iterator[None]:
    """Let what is deleted leave no tombstone: whoever deletes it knows of those that there are."""
    global _at_rest
    _at_rest = True
    try:
        yield
    finally:
        _at_rest = False


@contextmanager
def noted_together(table: str, keys: range) -> Iterator[None]:
    """Note many new rows, all that have these keys, as few entries of the journal.

    Meanwhile the trigger rests that notes one by one, which takes half as long as storing them.
    """
    with step():  # whose rollback brings the trigger back, too
        connection = open_connection()
        connection.execute(f'DROP TRIGGER temp."{_trigger("AFTER INSERT", table)}"')
        yield
        connection.execute(_noting(table, "AFTER INSERT", _reverse_of_insert(table, "id")))
        for start in range(0, len(keys), _PART):
            some = keys[start : start + _PART]
            reverse = f'DELETE FROM "{table}" WHERE id BETWEEN {some[0]} AND {some[-1]}'
            connection.execute(
                "INSERT INTO undo_journal (place, head, tail, rows) VALUES (?, ?, '', ?)",
                (table, reverse, len(some)),
            )


def _rows_noted(connection: sqlite3.Connection) -> int:
    (left,) = connection.execute("SELECT total(rows) FROM undo_journal").fetchone()
    return _taken_down.rows + int(left)


def _statements(journal: Sequence[Sequence[Any]]) -> Iterator[str]:
    """Join the journal's entries into statements; equal ones in a row share one."""
    for head, entries in groupby(journal, itemgetter(0)):
        tails = [entry[1] for entry in entries]
        if not head.endswith((" IN", " VALUES")):
            yield from (head + tail for tail in tails)
            continue
        for start in range(0, len(tails), _BATCH):
            batch = ",".join(tails[start : start + _BATCH])
            yield f"{head} ({batch})" if head.startswith("DELETE") else f"{head} {batch}"


def arm(connection: sqlite3.Connection) -> None:
    """Set up the journal and its triggers on a connection, once, after migrating."""
    connection.execute(
        "CREATE TEMP TABLE undo_journal "
        "(id INTEGER PRIMARY KEY, head TEXT, tail TEXT, rows INTEGER DEFAULT 1, place TEXT, owner)"
    )
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
    )
    for (table,) in tables.fetchall():
        info = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        names = tuple(name for _, name, *_ in info)
        key = next(name for _, name, *_, primary in info if primary)
        for trigger in _triggers(table, names, key):
            connection.execute(trigger)
    tombstones.arm(connection, at_rest=lambda: _at_rest)


@cache
def _triggers(table: str, names: tuple[str, ...], key: str) -> tuple[str, ...]:
    """Return the statements that let SQLite note whatever happens to a table's rows."""
    reverses = _reverses(table, names, key).items()
    return tuple(_noting(table, event, reverse) for event, reverse in reverses)


def _noting(table: str, event: str, reverse: str) -> str:
    return (
        f'CREATE TEMP TRIGGER "{_trigger(event, table)}" {event} ON main."{table}" BEGIN '
        "INSERT INTO undo_journal (place, owner, head, tail) "
        f"VALUES ('{table}', {_owner(event, table)}, {reverse}); END"
    )


def _owner(event: str, table: str) -> str:
    """Return the SQL expression for what a row of a log belongs to; null when that changes."""
    if table not in touched.OWNERS:
        return "NULL"
    column = f'"{touched.OWNERS[table]}"'
    known = {"AFTER INSERT": f"new.{column}", "AFTER DELETE": f"old.{column}"}
    return known.get(event, f"CASE WHEN old.{column} IS new.{column} THEN new.{column} END")


def _trigger(event: str, table: str) -> str:
    return f"undo {event} {table}"


def _reverses(table: str, names: Sequence[str], key: str) -> dict[str, str]:
    """Return, for each event, the SQL expressions that make the head and tail of its reverse."""
    columns = ", ".join(f'"{name}"' for name in names)
    values = "||','||".join(f'quote(old."{name}")' for name in names)
    assignments = "||','||".join(f"""'"{name}"='||quote(old."{name}")""" for name in names)
    return {
        "AFTER INSERT": _reverse_of_insert(table, key),
        "AFTER UPDATE": f"""'UPDATE "{table}" SET ',
            {assignments}||' WHERE "{key}"='||quote(new."{key}")""",
        "AFTER DELETE": f"""'INSERT INTO "{table}" ({columns}) VALUES', '('||{values}||')'""",
    }


def _reverse_of_insert(table: str, key: str) -> str:
    return f"""'DELETE FROM "{table}" WHERE "{key}" IN', quote(new."{key}")"""
