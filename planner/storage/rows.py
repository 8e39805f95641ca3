"""Run statements: fetch, add, change and remove rows by value."""

from __future__ import annotations

import json
import os
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from itertools import chain, islice
from typing import Any, TypeVar

from planner.storage import driver, gate, turn, undo
from planner.storage.base import open_connection
from planner.storage.fields import clean
from planner.storage.layout import Layout as Layout, Row as Row, V
from planner.storage.problems import NotStored, plainly
from planner.storage.stamps import stamp as stamp

T = TypeVar("T")

_MOST_VALUES = 999  # in a statement; every SQLite takes so many
_MANY = 200  # rows that undo notes together; for fewer, telling it so takes longer
# Later than the row was, whatever the clock says: of who changed it last, the row itself knows.
_LATER = "changed_at = max(?, changed_at + 1)"


def grouped(keys: Iterable[int], values: Iterable[T]) -> dict[int, list[T]]:
    """Group values by keys, in order; a key that never came has an empty list."""
    groups: dict[int, list[T]] = defaultdict(list)
    for key, value in zip(keys, values, strict=True):
        groups[key].append(value)
    return groups


def fetch(sql: str, *parameters: Any) -> list[Any]:
    """Return all rows of a query, as tuples."""
    with plainly():
        rows: list[Any] = open_connection().execute(sql, parameters).fetchall()
        return rows


def fetch_one(sql: str, *parameters: Any) -> Any:
    """Return the first row of a query as a tuple, or None."""
    with plainly():
        return open_connection().execute(sql, parameters).fetchone()


def execute(sql: str, *parameters: Any) -> int:
    """Run a statement; return how many rows it changed.

    Raises LookupError when it names a row that is not stored.
    """
    with _passed(), plainly(), _parents_known():
        changed: int = open_connection().execute(sql, parameters).rowcount
        return changed


def spread(
    groups: Iterable[tuple[int, Sequence[T]]], start: int = 0
) -> tuple[list[T], list[int], list[int]]:
    """Flatten (parent's id, values) into values, their parents' ids and their positions."""
    families = list(groups)
    return (
        [value for _, values in families for value in values],
        [parent for parent, values in families for _ in values],
        [place for _, values in families for place in range(start, start + len(values))],
    )


def add(
    layout: Layout[V], values: Sequence[V], at: int | None = None, **links: Sequence[Any]
) -> list[int]:
    """Store new values and return their ids; `links` are further columns, one item a value.

    A link goes before the value's own column. `at` is the stamp of the rows. A value's own id
    is ignored, and its uid is kept only while no row has it: a copy gets ids of its own.
    """
    if not values:
        return []
    first = fetch_one(f'SELECT coalesce(max(id), 0) + 1 FROM "{layout.table}"')[0]
    ids = range(first, first + len(values))
    stored: dict[str, Sequence[Any]] = {
        "id": ids,
        "uid": _fresh_uids(layout.table, [value.uid for value in values]),
        "changed_at": [at or stamp()] * len(values),
        **dict(zip(layout.written, map(list, layout.write(values)), strict=True)),
        **links,
    }
    together = len(ids) >= _MANY
    with undo.noted_together(layout.table, ids) if together else nullcontext():
        insert(layout.table, stored)
    return list(ids)


def insert(table: str, columns: Mapping[str, Sequence[Any]]) -> None:
    """Store rows of plain values, given column by column.

    What is the same in all rows is handed over once a statement. Raises LookupError when what
    the rows belong to is not stored.
    """
    same = {n: column[0] for n, column in columns.items() if column.count(column[0]) == len(column)}
    varied = [name for name in columns if name not in same] or [same.popitem()[0]]
    names = ", ".join(f'"{name}"' for name in (*same, *varied))
    places = ", ".join((*(f"?{i + 1}" for i in range(len(same))), *("?" * len(varied))))
    left = zip(*(columns[name] for name in varied), strict=True)
    with _passed(), plainly(), _parents_known():
        while batch := list(islice(left, (_MOST_VALUES - len(same)) // len(varied))):
            several = ", ".join([f"({places})"] * len(batch))
            sql = f'INSERT INTO "{table}" ({names}) VALUES {several}'
            open_connection().execute(sql, [*same.values(), *chain.from_iterable(batch)])


@contextmanager
def _passed() -> Iterator[None]:
    """Go through the gate; a step went through it as it began."""
    turn.require()
    if undo.under_way():
        yield
        return
    gate.require()
    yield
    gate.note()


@contextmanager
def _parents_known() -> Iterator[None]:
    try:
        yield
    except driver.errors("IntegrityError") as error:
        if not driver.lacks_parent(error):
            raise
        raise NotStored("nothing is stored under an id that was given") from error


def fresh_uid(table: str, wanted: str) -> str:
    """Return the uid wanted if no row has it, else a new one."""
    return _fresh_uids(table, [wanted])[0]


def _fresh_uids(table: str, wanted: Sequence[str]) -> list[str]:
    new = _new_uids(len(wanted))
    if not any(wanted):
        return new
    given = list(map(clean, wanted))
    taken = _stored_uids(table, list(filter(None, given)))
    fresh = []
    for uid, other in zip(given, new, strict=True):
        own = other if not uid or uid in taken else uid
        taken.add(own)
        fresh.append(own)
    if fresh != new:
        undo.came_from_elsewhere()
    return fresh


def _new_uids(number: int) -> list[str]:
    """Make UUIDs (RFC 9562, version 7) as hex, in rising order, so that an index just grows."""
    digits = os.urandom(10).hex()
    start = f"{time.time_ns() // 1_000_000:012x}7{digits[:3]}"
    first = (1 << 63) + (int(digits[4:], 16) >> 3)
    return [f"{start}{each:016x}" for each in range(first, first + number)]


def _stored_uids(table: str, uids: list[str]) -> set[str]:
    sql = f'SELECT uid FROM "{table}" WHERE uid IN (SELECT value FROM json_each(?))'
    return {uid for (uid,) in fetch(sql, json.dumps(uids))}


def change(layout: Layout[V], value: V, **links: Any) -> None:
    """Store a value over the row with its id; `links` are further columns to set.

    Raises LookupError when there is no such row, or another one has got its id since.
    """
    names = (*layout.written, *links)
    assignments = ", ".join([*(f'"{name}" = ?' for name in names), _LATER])
    stored = (*chain(*layout.write([value])), *links.values(), stamp())
    sql = f"UPDATE \"{layout.table}\" SET {assignments} WHERE id = ? AND ? IN (uid, '')"
    found(execute(sql, *stored, value.id, value.uid), value.id)


def touch(table: str, key: int, **columns: Any) -> None:
    """Mark a row as changed and set columns of plain values; LookupError when there is none."""
    assignments = ", ".join([*(f'"{name}" = ?' for name in columns), _LATER])
    sql = f'UPDATE "{table}" SET {assignments} WHERE id = ?'
    found(execute(sql, *columns.values(), stamp(), key), key)


def remove(table: str, key: int) -> None:
    """Delete a row and what hangs below it; LookupError when there is none."""
    found(execute(f'DELETE FROM "{table}" WHERE id = ?', key), key)


def found(what: T | None, key: object) -> T:
    """Return what a query gave, or raise NotStored, a LookupError, for an unknown key."""
    if not what:
        raise NotStored(f"nothing is stored under {key!r}")
    return what


def make_room(table: str, parent: str, key: int, position: int | None, moving: int = 0) -> int:
    """Return the position for a row that shall come as number `position` (0-based) below `key`.

    None is the end. Later rows move up by one; the row `moving` does not count.
    """
    below = f'FROM "{table}" WHERE "{parent}" = ? AND id <> ?'
    if position is not None:
        ordered = f"SELECT position {below} ORDER BY position, id LIMIT 1 OFFSET ?"
        taken = fetch_one(ordered, key, moving, position)
        if taken:
            shift = f'UPDATE "{table}" SET position = position + 1, {_LATER} '
            where = f'WHERE "{parent}" = ? AND id <> ? AND position >= ?'
            execute(shift + where, stamp(), key, moving, taken[0])
            return int(taken[0])
    return int(fetch_one(f"SELECT coalesce(max(position), -1) + 1 {below}", key, moving)[0])
