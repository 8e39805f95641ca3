"""Pair the rows of two files: which are the same, which only one of the files has.

Rows are the same by their uid; days and what has a name of its own, by that, too.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple, TypeAlias

from planner.storage import kin

AT_ONCE = 2000  # rows; some milliseconds
# Columns of which a file that was handed over without what is private has less, and what it has.
BARE: dict[str, dict[str, object]] = {
    "check_in": {"mood": None},
    "referral": {"topic": "other", "note": "", "clearance_note": ""},
    "restriction": {"set_by": "", "profession": None},
}
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


class Files(NamedTuple):
    """The connections of the two files."""

    here: sqlite3.Connection
    there: sqlite3.Connection


def match(files: Files) -> Iterator[tuple[int, Matched]]:
    """Pair all rows; yield how many were looked at, and what was found up to there."""
    made, done = Matched(), 0
    gone = (_gone(files.here), _gone(files.there))
    for table in kin.TRAVELLING:
        found = _named(files, table) if table in _NAMED else _by_uid(files, table)
        _begin(made, table)
        for ours, theirs in found:
            _sort(made, table, ours, theirs, gone)
            done += len(ours) + len(theirs)
            yield done, made
        if table in _A_DAY_EACH:
            _pair_days(files, made, table)


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


def _sort(
    made: Matched, table: str, ours: dict[str, _Row], theirs: dict[str, _Row], gone: Gone
) -> None:
    gone_here, gone_there = gone
    for name, row in theirs.items():
        own = ours.get(name)
        if own is not None:
            if table in POINTED_AT:
                made.ids[table][row.id] = own.id
            if own.custom and row.custom and (own.changed_at != row.changed_at or table in BARE):
                made.pairs[table].append(Pair(own.id, row.id, own.changed_at, row.changed_at))
        elif not row.custom:
            made.shipped.add(row.id)
        elif name in gone_here:
            made.back[table][row.id] = gone_here[name]
        else:
            made.new[table].append(row.id)
    for name in ours.keys() & gone_there.keys() - theirs.keys():
        made.dropped[table][ours[name].id] = gone_there[name]


def _gone(connection: sqlite3.Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT uid, gone_at FROM gone").fetchall())


def _by_uid(files: Files, table: str) -> Iterator[tuple[dict[str, _Row], dict[str, _Row]]]:
    """Yield both files' rows by uid, up to the same uid each time."""
    after = ""
    while True:
        found = [_next(each, table, after) for each in files]
        ends = [rows[-1][0] for rows in found if len(rows) == AT_ONCE]
        until = min(ends) if ends else None
        ours, theirs = (
            {uid: _Row(key, at) for uid, key, at in rows if until is None or uid <= until}
            for rows in found
        )
        yield ours, theirs
        if until is None:
            return
        after = until


def _next(connection: sqlite3.Connection, table: str, after: str) -> list[tuple[str, int, int]]:
    sql = f'SELECT uid, id, changed_at FROM "{table}" WHERE uid > ? ORDER BY uid LIMIT {AT_ONCE}'
    return connection.execute(sql, (after,)).fetchall()


def _named(files: Files, table: str) -> Iterator[tuple[dict[str, _Row], dict[str, _Row]]]:
    """Yield both files' rows by the name that tells them apart, at once: they are few."""
    custom = "custom" if "custom" in kin.TRAVELLING[table].columns else "1"
    sql = f'SELECT slug, uid, id, changed_at, {custom} FROM "{table}"'
    ours, theirs = (each.execute(sql).fetchall() for each in files)
    both = {slug for slug, *_ in ours} & {slug for slug, *_ in theirs}
    yield (
        {slug if slug in both else uid: _Row(*rest) for slug, uid, *rest in ours},
        {slug if slug in both else uid: _Row(*rest) for slug, uid, *rest in theirs},
    )


def _pair_days(files: Files, made: Matched, table: str) -> None:
    """Pair rows of the same lifter and day that were made on both computers."""
    lifters, left = made.ids["lifter"], [*made.new[table], *made.back[table]]
    taken = {*made.ids[table].values()}
    known = {(lifter, on): rest for lifter, on, *rest in _days(files.here, table)}
    for batch in in_batches(left):
        for lifter, on, key, at in _days(files.there, table, batch):
            own: Any = known.get((lifters.get(lifter), on))
            if own is not None:
                if own[0] not in taken:
                    made.pairs[table].append(Pair(own[0], key, own[1], at))
                made.ids[table][key] = own[0]
                made.dropped[table].pop(own[0], None)
                made.back[table].pop(key, None)
    made.new[table] = [key for key in made.new[table] if key not in made.ids[table]]


def _days(connection: sqlite3.Connection, table: str, ids: str | None = None) -> list[Any]:
    sql = f"""SELECT lifter_id, "on", id, changed_at FROM "{table}"
        WHERE ?1 IS NULL OR id IN (SELECT value FROM json_each(?1))"""
    return connection.execute(sql, (ids,)).fetchall()
