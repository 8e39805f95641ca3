"""Know by which uids a row went before it was found to be the same as another one.

Such a uid stands in `gone`, with 'session=NEW UID' for its place: so it goes along with every
copy and handover, and a file that still has the row by its old uid, or deleted it, is understood.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from planner.storage.merge_match import AT_ONCE, in_batches

_IS = "="
_TELL = """INSERT INTO gone (uid, place, lifter_uid, gone_at) VALUES (?, ?, ?, 0)
    ON CONFLICT (uid) DO UPDATE SET place = excluded.place, lifter_uid = excluded.lifter_uid,
    gone_at = 0"""

Group: TypeAlias = frozenset[str]  # all uids that a row goes by
Joined: TypeAlias = Mapping[str, Mapping[Group, str]]  # by table; the uid of whose they are


class Same(NamedTuple):
    """Two uids of one row in a table, and the uid of the lifter whose it is."""

    table: str
    old: str
    new: str
    whose: str


def read(connection: sqlite3.Connection) -> Generator[None, None, list[Same]]:
    """Return what a file knows, in parts."""
    sql = f"SELECT uid, place, lifter_uid FROM gone WHERE instr(place, '{_IS}')"
    left, found = connection.execute(sql), list[Same]()
    while some := left.fetchmany(AT_ONCE):
        found += [_same(*row) for row in some]
        yield
    return found


def of(connection: sqlite3.Connection, groups: Iterable[Group]) -> set[Same]:
    """Return what a file knows of some uids."""
    sql = f"""SELECT uid, place, lifter_uid FROM gone
        WHERE uid IN (SELECT value FROM json_each(?)) AND instr(place, '{_IS}')"""
    batches = in_batches([uid for group in groups for uid in group])
    return {_same(*row) for uids in batches for row in connection.execute(sql, (uids,)).fetchall()}


def groups(told: Sequence[Same]) -> Generator[None, None, dict[Group, str]]:
    """Bring together which uids are the same, in parts; with the lifter's whose they are."""
    found: dict[str, set[str]] = {}
    for start in range(0, len(told), AT_ONCE):
        for same in told[start : start + AT_ONCE]:
            both = found.get(same.old, {same.old}) | found.get(same.new, {same.new})
            found.update(dict.fromkeys(both, both))
        yield
    made: dict[Group, str] = {}
    for start in range(0, len(told), AT_ONCE):
        made.update(
            (frozenset(found[same.old]), same.whose) for same in told[start : start + AT_ONCE]
        )
        yield
    return made


def forget(connection: sqlite3.Connection) -> None:
    """Let a file know nothing."""
    connection.execute(f"DELETE FROM gone WHERE instr(place, '{_IS}')")


def tell(connection: sqlite3.Connection, known: Iterable[Same]) -> None:
    """Let a file know more."""
    rows = [(old, f"{table}{_IS}{new}", whose) for table, old, new, whose in known]
    connection.executemany(_TELL, rows)


def table_of(place: str) -> str:
    """Return the table of what is noted in `gone`, whether as deleted or as known."""
    return place.partition(_IS)[0]


def _same(old: str, place: str, whose: str) -> Same:
    table, _, new = place.partition(_IS)
    return Same(table, old, new, whose)
