"""Steps: what a user does is one transaction, and SQLite itself notes what reverses it."""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Generator, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from planner.engine.terms import N_
from planner.language import tr
from planner.storage import (
    driver,
    gate,
    tombstones,
    touched,
    turn,
    undo_traces,
    undo_triggers,
    versions,
)
from planner.storage.base import open_connection, transaction
from planner.storage.problems import DatabaseProblem, plainly
from planner.storage.undo_triggers import arm as arm


class UndoConflict(DatabaseProblem):
    """The rows of a step were changed elsewhere since, so it can no longer be reversed."""


@dataclass(frozen=True, slots=True)
class Together:
    """A statement that adds or deletes all rows of a table that have these keys.

    `values` are the rows that it adds, packed by `marshal`: as text, SQLite would read them for
    three times as long as it stores them.
    """

    sql: str
    table: str
    keys: range
    values: bytes = b""


Statement: TypeAlias = str | Together


@dataclass(slots=True)
class Step:
    """What a user did, as the statements that reverse it, oldest first; empty until it ends.

    `rows` counts the rows that were added, changed or deleted; `failed` says that a step inside
    this one raised. `from_elsewhere`: another file may have its rows by the same names, so that
    taking it back leaves no traces.
    """

    statements: tuple[Statement, ...] = ()
    rows: int = 0
    failed: bool = False
    from_elsewhere: bool = False


@dataclass(slots=True)
class _TakenDown:
    """What was taken out of the journal so far, and whose rows those are."""

    rows: int = 0
    statements: list[Statement] = field(default_factory=list)
    owners: set[tuple[str, Hashable]] = field(default_factory=set)


_BATCH = 500  # rows in a reversing statement; parsing one for each row would take longer
_PART = 1000  # rows deleted at once, or entries of the journal that are read: some 10 ms
_CONFLICT = N_(
    "This can no longer be undone: the same entries were changed in another window since."
)

_open: Step | None = None
_taken_down = _TakenDown()


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
    turn.require()
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


def came_from_elsewhere() -> None:
    """Mark the step: rows of it have the names that they have in another file."""
    with step() as around:
        around.from_elsewhere = True


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
    sql = """SELECT head, tail, place, owner, rows, id, uid, above FROM undo_journal
        ORDER BY id LIMIT ?"""
    while entries := connection.execute(sql, (_PART,)).fetchall():
        known.statements += _statements(entries)
        known.owners.update((place, owner) for _, _, place, owner, *_ in entries)
        known.rows += sum(entry[4] for entry in entries)
        undo_traces.mind((place, uid, up) for _, _, place, *_, uid, up in entries if uid)
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

    Nothing else may write between the parts. What comes back is later than what was taken back.
    """
    with step() as again, undo_traces.left(traces=not done.from_elsewhere):
        again.from_elsewhere = done.from_elsewhere
        connection = open_connection()
        try:
            with tombstones.at_rest(connection):
                for statement in reversed(done.statements):
                    _run(statement)
                    yield
        except driver.errors("IntegrityError") as error:
            raise UndoConflict(tr(_CONFLICT)) from error
        # A row that is gone, or one more that hangs below a deleted row, changes the count.
        if _rows_noted(connection) != done.rows:
            raise UndoConflict(tr(_CONFLICT))
        yield from taking_down()
        yield from undo_traces.note(connection)
        yield from taking_down()
    return again


@contextmanager
def noted_together(table: str, keys: range) -> Iterator[None]:
    """Note many new rows, all that have these keys, as few statements.

    Meanwhile the trigger rests that notes one by one, which takes half as long as storing them.
    """
    with step():
        with undo_triggers.resting(open_connection(), "AFTER INSERT", table):
            yield
        for start in range(0, len(keys), _PART):
            some = keys[start : start + _PART]
            _note(Together(_deleting(table, some), table, some), len(some))


def _run(statement: Statement) -> None:
    """Run what reverses a step; what reverses that is noted."""
    connection = open_connection()
    if isinstance(statement, str):
        connection.execute(statement)
        return
    table, keys = statement.table, statement.keys
    if statement.values:
        reverse = Together(_deleting(table, keys), table, keys)
        with undo_triggers.resting(connection, "AFTER INSERT", table):
            values = marshal.loads(statement.values)  # noqa: S302 - packed here, never stored
            rows = connection.executemany(statement.sql, values).rowcount
    else:
        reverse = _adding(connection, table, keys)
        undo_traces.mind_together(connection, table, keys)
        with undo_triggers.resting(connection, "AFTER DELETE", table):
            rows = connection.execute(statement.sql).rowcount
    _note(reverse, rows)


def _deleting(table: str, keys: range) -> str:
    return f'DELETE FROM "{table}" WHERE id BETWEEN {keys[0]} AND {keys[-1]}'


def _adding(connection: sqlite3.Connection, table: str, keys: range) -> Together:
    """Return the statement that stores rows again as they are."""
    sql = f'SELECT * FROM "{table}" WHERE id BETWEEN {keys[0]} AND {keys[-1]}'
    found = connection.execute(sql)
    places = ", ".join(
        _place(number, name) for number, (name, *_) in enumerate(found.description, 1)
    )
    values = marshal.dumps(found.fetchall())
    return Together(f'INSERT INTO "{table}" VALUES ({places})', table, keys, values)


def _place(number: int, name: str) -> str:
    return f"restamp(?{number}, ?{number})" if name in undo_traces.STAMPS else f"?{number}"


def _note(reverse: Together, rows: int) -> None:
    """Note one statement for many rows, after what the triggers have noted."""
    for _ in taking_down():
        pass
    _taken_down.statements.append(reverse)
    _taken_down.owners.add((reverse.table, None))
    _taken_down.rows += rows


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
