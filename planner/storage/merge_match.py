"""Pair the rows of two files: which are the same, which only one of the files has.

Rows are the same by their uid; days and what has a name of its own, by that, too.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple, TypeAlias

from planner.storage import kin
from planner.storage.merge_attached import Files
from planner.storage.private import BARE

AT_ONCE = 2000  # rows; some milliseconds
_A_DAY_EACH = ("bodyweight", "check_in", "intake")
_NAMED = ("exercise", "program")
POINTED_AT = {
    *_A_DAY_EACH,
    *(table for table, below in kin.BELOW.items() if below),
    *(table for each in kin.TRAVELLING.values() for table in each.links.values()),
}


class Pair(NamedTuple):
    """The ids and stamps of the two versions of a row."""

    here: int
    there: int
    here_at: int
    there_at: int


@dataclass(slots=True)
class Matched:
    """The rows of two files by table.

    `ids` has the id here of each id there that other rows point at, `pairs` the rows that may
    differ, `new` the ids of those only there. `back` and `dropped` are rows that only one file
    has, and when the other one deleted them: by the id there, gone here; by the id here, gone
    there. `shipped` are the program's exercises that only the other
    file has.
    """

    ids: dict[str, dict[int, int]] = field(default_factory=dict)
    pairs: dict[str, list[Pair]] = field(default_factory=dict)
    new: dict[str, list[int]] = field(default_factory=dict)
    back: dict[str, dict[int, int]] = field(default_factory=dict)
    dropped: dict[str, dict[int, int]] = field(default_factory=dict)
    shipped: set[int] = field(default_factory=set)


def match(files: Files) -> Iterator[tuple[int, Matched]]:
    """Pair all rows of the other file, which is attached; yield how many, and what was found."""
    made, done = Matched(), 0
    gone = (_gone(files.here), _gone(files.there))
    for table in kin.TRAVELLING:
        _begin(made, table)
        sort = _sort_by_name if table in _NAMED else _sort_by_uid
        for number in sort(files, made, table, gone):
            done += number
            yield done, made


def in_batches(ids: Collection[int] | Collection[str]) -> Iterator[str]:
    """Yield ids or uids as JSON lists that a statement takes."""
    left = iter(ids)
    while batch := list(islice(left, AT_ONCE)):
        yield json.dumps(batch)


Gone: TypeAlias = tuple[dict[str, int], dict[str, int]]  # here and there: when, by uid


class _Row(NamedTuple):
    """What of a row pairs it."""

    id: int
    changed_at: int
    custom: bool = True  # False: a row of the program's own, the same in every file


def _begin(made: Matched, table: str) -> None:
    made.ids[table], made.pairs[table], made.new[table] = {}, [], []
    made.back[table], made.dropped[table] = {}, {}


def _sort_by_name(files: Files, made: Matched, table: str, gone: Gone) -> Iterator[int]:
    """Sort rows by the name that tells them apart, all at once: they are few."""
    ours, theirs = _named(files, table)
    gone_here, gone_there = gone
    for name, row in theirs.items():
        own = ours.get(name)
        if own is not None:
            made.ids[table][row.id] = own.id
            if own.custom and row.custom and own.changed_at != row.changed_at:
                made.pairs[table].append(Pair(own.id, row.id, own.changed_at, row.changed_at))
        elif not row.custom:
            made.shipped.add(row.id)
        elif name in gone_here:
            made.back[table][row.id] = gone_here[name]
        else:
            made.new[table].append(row.id)
    for name in ours.keys() & gone_there.keys() - theirs.keys():
        made.dropped[table][ours[name].id] = gone_there[name]
    yield len(theirs)


def _gone(connection: sqlite3.Connection) -> dict[str, int]:
    deleted = "SELECT uid, gone_at FROM gone WHERE NOT instr(place, '=')"  # see `merge_known`
    return dict(connection.execute(deleted).fetchall())


def _named(files: Files, table: str) -> tuple[dict[str, _Row], dict[str, _Row]]:
    """Return both files' rows by the name that both use, else by uid."""
    custom = "custom" if "custom" in kin.TRAVELLING[table].columns else "1"
    sql = f'SELECT slug, uid, id, changed_at, {custom} FROM "{table}"'
    ours, theirs = (each.execute(sql).fetchall() for each in (files.here, files.there))
    both = {slug for slug, *_ in ours} & {slug for slug, *_ in theirs}
    return (
        {slug if slug in both else uid: _Row(*rest) for slug, uid, *rest in ours},
        {slug if slug in both else uid: _Row(*rest) for slug, uid, *rest in theirs},
    )


def _sort_by_uid(files: Files, made: Matched, table: str, gone: Gone) -> Iterator[int]:
    """Sort rows by uid, then days; of most tables only rows that are not the same are read."""
    pointed_at, bare = table in POINTED_AT, table in BARE
    which = "" if pointed_at or bare else "AND h.changed_at IS NOT t.changed_at"
    sql = f"""SELECT t.id, t.uid, t.changed_at, h.id, h.changed_at
        FROM there."{table}" t LEFT JOIN main."{table}" h ON h.uid = t.uid
        WHERE t.id BETWEEN ? AND ? {which}"""
    _drop(files, made, table, gone[1])
    for first, last in _ranges(files, table):
        for key, uid, there_at, own, here_at in files.here.execute(sql, (first, last)).fetchall():
            if own is None and uid in gone[0]:
                made.back[table][key] = gone[0][uid]
            elif own is None:
                made.new[table].append(key)
            else:
                if pointed_at:
                    made.ids[table][key] = own
                if here_at != there_at or bare:
                    made.pairs[table].append(Pair(own, key, here_at, there_at))
        yield AT_ONCE
    if table in _A_DAY_EACH:
        yield from _pair_days(files, made, table)


def _ranges(files: Files, table: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last id of AT_ONCE rows of the other file at a time."""
    sql = f"""SELECT min(id), max(id) FROM
        (SELECT id FROM "{table}" WHERE id > ? ORDER BY id LIMIT {AT_ONCE})"""
    last = files.there.execute(f'SELECT min(id) - 1 FROM "{table}"').fetchone()[0]
    while last is not None:
        first, last = files.there.execute(sql, (last,)).fetchone()
        if last is not None:
            yield first, last


def _drop(files: Files, made: Matched, table: str, gone_there: dict[str, int]) -> None:
    """Find what is here and was deleted there."""
    sql = f"""SELECT h.uid, h.id FROM main."{table}" h
        WHERE h.uid IN (SELECT value FROM json_each(?))
        AND h.uid NOT IN (SELECT uid FROM there."{table}")"""
    for uids in in_batches(gone_there):
        for uid, key in files.here.execute(sql, (uids,)).fetchall():
            made.dropped[table][key] = gone_there[uid]


def _pair_days(files: Files, made: Matched, table: str) -> Iterator[int]:
    """Pair rows of the same lifter and day that were made on both computers."""
    sql = f"""SELECT t.id, h.id, h.changed_at, t.changed_at FROM there."{table}" t
        JOIN there.lifter l ON l.id = t.lifter_id JOIN main.lifter o ON o.uid = l.uid
        JOIN main."{table}" h ON h.lifter_id = o.id AND h."on" = t."on"
            AND h.uid NOT IN (SELECT uid FROM there."{table}")
        WHERE t.id IN (SELECT value FROM json_each(?))"""
    for ids in in_batches([*made.new[table], *made.back[table]]):
        for key, own, here_at, there_at in files.here.execute(sql, (ids,)).fetchall():
            made.pairs[table].append(Pair(own, key, here_at, there_at))
            made.ids[table][key] = own
            made.dropped[table].pop(own, None)
            made.back[table].pop(key, None)
        yield 0
    made.new[table] = [key for key in made.new[table] if key not in made.ids[table]]
