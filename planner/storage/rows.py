"""Move values between dataclasses and rows; every statement runs through here."""

from __future__ import annotations

import json
import sqlite3
import time
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from itertools import chain
from operator import attrgetter
from typing import Any, ClassVar, Generic, Protocol, TypeVar
from uuid import uuid4

from peewee import Model

from planner.storage.base import db
from planner.storage.fields import Converted
from planner.storage.problems import plainly


class Value(Protocol):
    """A dataclass of the vocabulary that has a row of its own."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> int | None:
        """Return the key of the row, None when the value is not stored."""

    @property
    def uid(self) -> str:
        """Return what names the row on every computer."""


V = TypeVar("V", bound=Value)
T = TypeVar("T")
Row = tuple[Any, ...]

_last_stamp = 0


class Layout(Generic[V]):
    """How a dataclass and a table correspond: columns are the fields that both have."""

    def __init__(self, model: type[Model], value: type[V]) -> None:
        columns = model._meta.columns
        names = [each.name for each in fields(value) if each.name in columns]
        self.table: str = model._meta.table_name
        self.names = tuple(names)
        self.written = tuple(name for name in names if name not in ("id", "uid"))
        self._value = value
        self._get = attrgetter(*self.written)
        self._loads = [(i, c.load) for i, c in _converted(columns[n] for n in self.names)]
        self._stores = [(i, c.store) for i, c in _converted(columns[n] for n in self.written)]

    def columns(self, alias: str) -> str:
        """Return the column list of a SELECT, in the order that `read` takes."""
        return ", ".join(f'{alias}."{name}"' for name in self.names)

    def read(self, rows: Sequence[Row], skip: int = 0, **others: Iterable[Any]) -> list[V]:
        """Build the values from rows, whose first `skip` columns are something else.

        `others` are the fields that are not columns, one item a row. The slots are filled
        column by column, four times as fast as the constructor: whole histories need it.
        """
        stored = [iter(column) for column in zip(*rows, strict=True)][skip:]
        for index, load in self._loads if rows else ():
            stored[index] = map(load, stored[index])
        made = [object.__new__(self._value) for _ in rows]
        for name, column in chain(zip(self.names, stored, strict=False), others.items()):
            deque(map(getattr(self._value, name).__set__, made, column), maxlen=0)
        return made

    def write(self, value: V) -> list[Any]:
        """Return what the `written` columns hold for a value."""
        stored = list(self._get(value))
        for index, store in self._stores:
            stored[index] = store(stored[index])
        return stored


def _converted(columns: Iterable[Any]) -> list[tuple[int, Converted]]:
    return [(i, column) for i, column in enumerate(columns) if isinstance(column, Converted)]


def grouped(keys: Iterable[int], values: Iterable[T]) -> dict[int, list[T]]:
    """Group values by keys, in order; a key that never came has an empty list."""
    groups: dict[int, list[T]] = defaultdict(list)
    for key, value in zip(keys, values, strict=True):
        groups[key].append(value)
    return groups


def fetch(sql: str, *parameters: Any) -> list[Any]:
    """Return all rows of a query, as tuples."""
    with plainly():
        rows: list[Any] = db.connection().execute(sql, parameters).fetchall()
        return rows


def fetch_one(sql: str, *parameters: Any) -> Any:
    """Return the first row of a query as a tuple, or None."""
    with plainly():
        return db.connection().execute(sql, parameters).fetchone()


def execute(sql: str, *parameters: Any) -> int:
    """Run a statement; return how many rows it changed.

    Raises LookupError when it names a row that is not stored.
    """
    with plainly(), _parents_known():
        changed: int = db.connection().execute(sql, parameters).rowcount
        return changed


def stamp() -> int:
    """Return the time in milliseconds since 1970 UTC, later than every stamp before it."""
    global _last_stamp
    _last_stamp = max(time.time_ns() // 1_000_000, _last_stamp + 1)
    return _last_stamp


def spread(
    groups: Iterable[tuple[int, Sequence[T]]], start: int = 0
) -> tuple[list[T], list[int], list[int]]:
    """Flatten (parent's id, values) into values, their parents' ids and their positions."""
    placed = [(v, parent, i) for parent, values in groups for i, v in enumerate(values, start)]
    return [p[0] for p in placed], [p[1] for p in placed], [p[2] for p in placed]


def add(
    layout: Layout[V], values: Sequence[V], at: int | None = None, **links: Sequence[Any]
) -> list[int]:
    """Store new values and return their ids; `links` are further columns, one item a value.

    `at` is the stamp of the rows. A value's own id is ignored, and its uid is kept only while
    no row has it: a copy gets ids of its own.
    """
    if not values:
        return []
    first = fetch_one(f'SELECT coalesce(max(id), 0) + 1 FROM "{layout.table}"')[0]
    ids = range(first, first + len(values))
    uids = _fresh_uids(layout.table, [value.uid for value in values])
    fixed = zip(ids, uids, [at or stamp()] * len(values), *links.values(), strict=True)
    names = ("id", "uid", "changed_at", *links, *layout.written)
    insert(layout.table, names, map(chain, fixed, map(layout.write, values)))
    return list(ids)


def insert(table: str, names: Sequence[str], rows: Iterable[Iterable[Any]]) -> None:
    """Store rows of plain values; LookupError when what they belong to is not stored."""
    columns = ", ".join(f'"{name}"' for name in names)
    places = ", ".join("?" * len(names))
    sql = f'INSERT INTO "{table}" ({columns}) VALUES ({places})'
    with plainly(), _parents_known():
        db.connection().executemany(sql, map(tuple, rows))


@contextmanager
def _parents_known() -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
            raise
        raise LookupError("nothing is stored under an id that was given") from error


def fresh_uid(table: str, wanted: str) -> str:
    """Return the uid wanted if no row has it, else a new one."""
    return _fresh_uids(table, [wanted])[0]


def _fresh_uids(table: str, wanted: Sequence[str]) -> list[str]:
    taken = _stored_uids(table, [uid for uid in wanted if uid])
    fresh = []
    for uid in wanted:
        own = uuid4().hex if not uid or uid in taken else uid
        taken.add(own)
        fresh.append(own)
    return fresh


def _stored_uids(table: str, uids: list[str]) -> set[str]:
    if not uids:
        return set()
    sql = f'SELECT uid FROM "{table}" WHERE uid IN (SELECT value FROM json_each(?))'
    return {uid for (uid,) in fetch(sql, json.dumps(uids))}


def change(layout: Layout[V], value: V, **links: Any) -> None:
    """Store a value over the row with its id; `links` are further columns to set.

    Raises LookupError when there is no such row.
    """
    names = (*layout.written, *links, "changed_at")
    assignments = ", ".join(f'"{name}" = ?' for name in names)
    stored = (*layout.write(value), *links.values(), stamp())
    key = value.id
    found(execute(f'UPDATE "{layout.table}" SET {assignments} WHERE id = ?', *stored, key), key)


def touch(table: str, key: int, **columns: Any) -> None:
    """Mark a row as changed and set columns of plain values; LookupError when there is none."""
    names = (*columns, "changed_at")
    assignments = ", ".join(f'"{name}" = ?' for name in names)
    sql = f'UPDATE "{table}" SET {assignments} WHERE id = ?'
    found(execute(sql, *columns.values(), stamp(), key), key)


def remove(table: str, key: int) -> None:
    """Delete a row and what hangs below it; LookupError when there is none."""
    found(execute(f'DELETE FROM "{table}" WHERE id = ?', key), key)


def found(what: T | None, key: object) -> T:
    """Return what a query gave, or raise LookupError for a key that is not stored."""
    if not what:
        raise LookupError(f"nothing is stored under {key!r}")
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
            shift = f'UPDATE "{table}" SET position = position + 1, changed_at = ? '
            where = f'WHERE "{parent}" = ? AND id <> ? AND position >= ?'
            execute(shift + where, stamp(), key, moving, taken[0])
            return int(taken[0])
    return int(fetch_one(f"SELECT coalesce(max(position), -1) + 1 {below}", key, moving)[0])
