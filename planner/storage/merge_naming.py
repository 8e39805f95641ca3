"""Let a lifter who was made on two computers, and all that both have, go by the same uids.

For comparing, the copy of the other file takes the uids that are here. What is merged takes the
smallest of all uids that it ever went by: so do all computers, whichever merges first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import NamedTuple

from planner.storage import driver, kin, merge_known
from planner.storage.base import open_connection
from planner.storage.merge_known import Group, Joined, Same
from planner.storage.merge_match import in_batches
from planner.storage.merge_twins import Twin
from planner.storage.other_file import Other, Renamed
from planner.storage.problems import plainly

_AT_ONCE = 500  # rows
_BURY = """INSERT INTO gone (uid, place, lifter_uid, gone_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (uid) DO UPDATE SET gone_at = excluded.gone_at"""


class _Found(NamedTuple):
    """Which of some uids a file has in a table, and when it deleted others of them."""

    rows: set[str]
    gone: dict[str, int]

    def name(self, group: Group) -> str:
        """Return by what uid the file knows a row, or is going to."""
        return min(group & self.rows or group & self.gone.keys() or group)


def join(other: Other, twins: Sequence[Twin]) -> Generator[None, None, None]:
    """Let the copy of the other file call lifters, and what is theirs, as this file does.

    That goes for twins, and for whom either file knows to be one person.
    """
    if other.known is None:
        other.known = yield from merge_known.read(other.connection())
    known = yield from merge_known.read(open_connection())
    told = [*known, *other.known, *_told(twins)]
    if not told:
        return
    with plainly(), closing(_open(other)) as copy:  # its disk may be full
        copy.execute("BEGIN")
        merge_known.forget(copy)
        renamed, joined = [*other.renamed], dict[str, dict[Group, str]]()
        for made in _tables(copy, known, told, joined):
            if made is not None:
                renamed.append(made)
                _rename(copy, made)
            yield
        copy.execute("COMMIT")
    other.renamed, other.joined = renamed, joined


def part(other: Other) -> Generator[None, None, None]:
    """Let the copy of the other file call all lifters as that file does."""
    if not other.renamed:
        return
    with plainly(), closing(_open(other)) as copy:
        copy.execute("BEGIN")
        for made in reversed(other.renamed):
            _rename(copy, made.turned())
            yield
        copy.execute("COMMIT")
    other.renamed, other.joined = [], {}


def take_over(joined: Joined) -> Iterator[None]:
    """Let this file call rows as all computers do, inside a step, and know what they went by."""
    here = open_connection()
    lifters = {uid: min(group) for group in joined.get("lifter", ()) for uid in group}
    for table, groups in joined.items():
        owned = [(group, lifters.get(whose, whose)) for group, whose in groups.items()]
        for start in range(0, len(owned), _AT_ONCE):
            _settle(here, table, dict(owned[start : start + _AT_ONCE]))
            yield
    _rename_whose(here, {uid: first for uid, first in lifters.items() if uid != first})


def _told(twins: Iterable[Twin]) -> Iterator[Same]:
    for twin in twins:
        for table, uids in twin.uids.items():
            yield from (Same(table, there, here, twin.here) for there, here in uids.items())


def _open(other: Other) -> sqlite3.Connection:
    return driver.connect_with(driver.key_in_use(other.connection()), other.copy)


def _tables(
    copy: sqlite3.Connection,
    known: Sequence[Same],
    told: Sequence[Same],
    joined: dict[str, dict[Group, str]],
) -> Generator[Renamed | None, None, None]:
    """Group uids, those of lifters first; yield what to rename in the copy.

    What is new to this file, which knows some, goes into `joined`. Whom one of the files has
    twice was kept apart there, and stays two.
    """
    apart: set[str] = set()
    first = {same.old: same.new for same in known}
    for table in kin.TRAVELLING:
        yield None
        mine = [same for same in told if same.table == table and same.whose not in apart]
        groups = [*(yield from merge_known.groups(mine)).items()]
        for start in range(0, len(groups), _AT_ONCE):
            some = dict(groups[start : start + _AT_ONCE])
            ours, theirs = (_find(each, table, some) for each in (open_connection(), copy))
            one = {g: of for g, of in some.items() if _is_one(g, ours) and _is_one(g, theirs)}
            if table == "lifter":
                apart.update(*(some.keys() - one.keys()))
            joined.setdefault(table, {}).update(
                (group, of)
                for group, of in one.items()
                if table == "lifter" or not _is_settled(group, first, ours)
            )
            yield _renaming(table, one, ours, theirs)


def _is_settled(group: Group, first: Mapping[str, str], found: _Found) -> bool:
    """Say whether a file calls a row by the smallest uid, and knows the others."""
    least = min(group)
    known = all(first.get(uid) == least for uid in group if uid != least)
    return known and found.name(group) == least


def _is_one(group: Group, found: _Found) -> bool:
    return len(group & found.rows) < 2


def _find(connection: sqlite3.Connection, table: str, groups: Iterable[Group]) -> _Found:
    found = _Found(set(), {})
    for uids in in_batches([uid for group in groups for uid in group]):
        within = "uid IN (SELECT value FROM json_each(?))"
        rows = connection.execute(f'SELECT uid FROM "{table}" WHERE {within}', (uids,))
        found.rows.update(uid for (uid,) in rows.fetchall())
        sql = f"SELECT uid, gone_at FROM gone WHERE {within} AND place = ?"
        found.gone.update(dict(connection.execute(sql, (uids, table)).fetchall()))
    return found


def _renaming(table: str, groups: Iterable[Group], ours: _Found, theirs: _Found) -> Renamed:
    rows: dict[str, str] = {}
    gone: dict[str, str] = {}
    for group in groups:
        name = ours.name(group)
        rows.update((uid, name) for uid in group & theirs.rows if uid != name)
        if not group & theirs.rows and name not in theirs.gone:
            gone.update((uid, name) for uid in _latest(group, theirs))
    return Renamed(table, rows, gone)


def _latest(group: Group, found: _Found) -> list[str]:
    """Return, alone, the uid by which a row was deleted last, if it was."""
    deleted = sorted(group & found.gone.keys(), key=found.gone.__getitem__)
    return deleted[-1:]


def _rename(connection: sqlite3.Connection, made: Renamed) -> None:
    for place, uids in ((f'"{made.table}"', made.rows), ("gone", made.gone)):
        pairs = [(new, old) for old, new in uids.items()]
        connection.executemany(f"UPDATE {place} SET uid = ? WHERE uid = ?", pairs)
    if made.table == "lifter":
        _rename_whose(connection, made.rows)


def _rename_whose(connection: sqlite3.Connection, lifters: Mapping[str, str]) -> None:
    """Let settings, and what is gone, be of lifters by their new uids."""
    for old, new in lifters.items():
        connection.execute("UPDATE gone SET lifter_uid = ? WHERE lifter_uid = ?", (new, old))
        connection.execute(
            """UPDATE OR IGNORE setting SET key = substr(key, 1, length(key) - length(?1)) || ?2
            WHERE substr(key, -length(?1) - 1) = '/' || ?1""",
            (old, new),
        )


def _settle(here: sqlite3.Connection, table: str, groups: Mapping[Group, str]) -> None:
    """Let rows go by the smallest of their uids, and note the other ones."""
    found, known = _find(here, table, groups), merge_known.of(here, groups)
    rows, gone, told = dict[str, str](), list[tuple[str, str, str, int]](), list[Same]()
    for group, whose in groups.items():
        first = min(group)
        rows.update((uid, first) for uid in group & found.rows - {first})
        if not group & found.rows:
            gone += [(first, table, whose, found.gone[uid]) for uid in _latest(group, found)]
        told += [Same(table, uid, first, whose) for uid in sorted(group - {first})]
    _rename(here, Renamed(table, rows, {}))
    here.executemany(_BURY, gone)
    merge_known.tell(here, [same for same in told if same not in known])
