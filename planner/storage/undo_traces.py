"""What taking back leaves behind, so that merging knows it for the later act.

Rows that come back are stamped anew, and rows that go are noted as deleted: a file of another
computer that had meanwhile what was taken back neither brings it back nor deletes it again. Of a
step whose rows are known by name elsewhere, as after a merge, nothing is left behind: there they
were not taken back. The stamps of what is again as an import brought it are kept in a setting of
this computer, so that `imports` does not take it for edited.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Set as AbstractSet
from contextlib import contextmanager
from itertools import islice

from planner.storage import kin, tombstones
from planner.storage.base import open_connection
from planner.storage.stamps import stamp

STAMPS = frozenset({"changed_at", "gone_at"})  # columns
AS_BROUGHT = "as_brought"  # the setting
_AT_ONCE = 1000  # rows looked at

_Deleted = tuple[str, str, int | None]  # table, uid, id of what it hung below

_at: int | None = None  # when what is being taken back was, if that leaves a trace
_as_brought: frozenset[int] = frozenset()  # the stamps of what nobody edited since its import
_brought_at: int | None = None  # the stamp of what comes back like that
_brought: set[int] = set()
_known: frozenset[int] = frozenset()  # what the setting held: a stamp in it is good for ever
_deleted: list[_Deleted] = []


def arm(connection: sqlite3.Connection) -> None:
    """Let statements of a connection call `restamp`."""
    connection.create_function("restamp", 2, _restamp)


def _restamp(old: int, now: int) -> int:
    """Return the stamp of a row that comes back: later than it was, and than what is there now."""
    if _at is None or _brought_at is None:
        return old
    if old not in _as_brought:
        return max(_at, now + 1)
    made = max(_brought_at, now + 1)
    _brought.add(made)
    return made


@contextmanager
def left(traces: bool) -> Iterator[None]:
    """Stamp what comes back in a block, and mind what goes, if that shall leave traces."""
    global _at, _brought_at, _as_brought, _known
    _at, _brought_at = (stamp(), stamp()) if traces else (None, None)
    imports = open_connection().execute("SELECT changed_at FROM import")
    _known = as_brought()
    _as_brought = _known.union(at for (at,) in imports)
    _deleted.clear()
    _brought.clear()
    try:
        yield
    finally:
        _at = None


def mind(deleted: Iterable[_Deleted]) -> None:
    """Keep in mind which rows go."""
    if _at is not None:
        _deleted.extend(deleted)


def mind_together(connection: sqlite3.Connection, table: str, keys: range) -> None:
    """Keep in mind that all rows with these keys go."""
    if _at is None or table not in kin.TRAVELLING:
        return
    owner = kin.TRAVELLING[table].owner
    above = f'"{owner[0]}"' if owner else "NULL"
    sql = f'SELECT uid, {above} FROM "{table}" WHERE id BETWEEN ? AND ?'
    for uid, key in connection.execute(sql, (keys[0], keys[-1])):
        _deleted.append((table, uid, key))


def note(connection: sqlite3.Connection) -> Generator[None, None, None]:
    """Note what went, in parts; not what hung below something that went, too."""
    if _at is None:
        return
    by_table: dict[str, list[tuple[str, int | None]]] = {}
    for table, uid, above in _deleted:
        by_table.setdefault(table, []).append((uid, above))
    keep_brought(_known | _brought)
    for table, rows in by_table.items():
        to_note = iter(rows)
        while some := list(islice(to_note, _AT_ONCE)):
            connection.execute(tombstones.noting(table), (json.dumps(some), _at))
            yield


def as_brought() -> frozenset[int]:
    """Return the stamps of rows that are again, after an undo, as an import brought them."""
    sql = "SELECT value FROM setting WHERE key = ?"
    found = open_connection().execute(sql, (AS_BROUGHT,)).fetchone()
    return frozenset(json.loads(found[0])) if found else frozenset()


def keep_brought(stamps: AbstractSet[int]) -> None:
    """Keep stamps as those of rows that are as an import brought them."""
    known = as_brought()
    if not stamps <= known:
        sql = (
            "INSERT INTO setting (key, value, changed_at) VALUES (?, ?, ?) ON CONFLICT (key) "
            "DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at"
        )
        kept = json.dumps(sorted(known | stamps))
        open_connection().execute(sql, (AS_BROUGHT, kept, stamp()))
