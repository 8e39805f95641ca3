"""Make one row of two versions: the later one, with what the other file has less of."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from planner.storage import kin
from planner.storage.kin import Kin
from planner.storage.merge_match import Pair
from planner.storage.private import BARE

_NAMES = ("id", "uid", "changed_at")
MUSCLES = "muscles"  # of an exercise, as one more column
_MUSCLES_OF = """SELECT json_group_array(json_array(muscle, share)) FROM
    (SELECT muscle, share FROM exercise_muscle WHERE exercise_id = ? ORDER BY position)"""

Row = dict[str, Any]
Ids = Mapping[str, Mapping[int, int]]


@dataclass(frozen=True, slots=True)
class Coming:
    """A row that is only in the other file yet."""

    id: int


@dataclass(frozen=True, slots=True)
class Settled:
    """Two versions of a row, what is stored here of it, and what becomes of them.

    `there_is_later` says which version wins by itself, `differs` whether a user would tell them
    apart, `filled` whether one of the files has a link that the other one could not have.
    """

    pair: Pair
    here: Row
    ours: Row
    theirs: Row
    row: Row
    there_is_later: bool
    differs: bool
    filled: bool


def read(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> dict[int, Row]:
    """Return rows by id; of an exercise with its muscles."""
    columns = kin.TRAVELLING[table].columns
    names = ", ".join(f'"{name}"' for name in columns)
    sql = f'SELECT {names} FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))'
    found = {}
    for values in connection.execute(sql, (json.dumps(list(ids)),)).fetchall():
        row = dict(zip(columns, values, strict=True))
        if table == "exercise":
            (row[MUSCLES],) = connection.execute(_MUSCLES_OF, (row["id"],)).fetchone()
        found[row["id"]] = row
    return found


def translated(each: Kin, row: Row, ids: Ids, out: Mapping[str, set[int]]) -> Row:
    """Let a row of the other file point at rows here; None for what stays deleted here."""
    made = dict(row)
    pointing = dict(each.links)
    if each.owner is not None:
        pointing[each.owner[0]] = each.owner[1]
    for column, table in pointing.items():
        key = row[column]
        if key is not None:
            known = ids[table].get(key)
            made[column] = (
                known if known is not None else None if key in out[table] else Coming(key)
            )
    return made


def settle(
    each: Kin,
    pair: Pair,
    here: Row,
    there: Row,
    known: Mapping[str, set[int]],
    other: bool = False,
    theirs_stands: bool | None = None,
) -> Settled:
    """Make one row of two versions; `there` is translated.

    `known` are the ids here of what the other file has, too. With `other` the earlier version
    wins; `theirs_stands` says which one does of what is but a part of something that was settled
    as a whole.
    """
    later = (pair.there_at, there["uid"]) > (pair.here_at, here["uid"])
    ours, theirs = _without_gaps(each, here, there, known)
    whole, taken = theirs_stands is not None, later is not other
    wins, before = (theirs, there) if (theirs_stands if whole else taken) else (ours, here)
    stamp = before["changed_at"] if whole else max(here["changed_at"], there["changed_at"])
    linked = {*each.optional, *(each.owner or ())[:1]}
    filled = any(wins[name] != before[name] for name in linked)
    row = {**wins, "id": here["id"], "changed_at": stamp}
    differs = _content(ours) != _content(theirs)
    return Settled(pair, here, ours, theirs, row, later, differs, filled)


def _without_gaps(
    each: Kin, here: Row, there: Row, known: Mapping[str, set[int]]
) -> tuple[Row, Row]:
    """Give either version what the file that it is from cannot have, and the other one has."""
    ours, theirs = dict(here), dict(there)
    for column, bare in BARE.get(each.table, {}).items():
        if ours[column] == bare:
            ours[column] = theirs[column]
        elif theirs[column] == bare:
            theirs[column] = ours[column]
    for column in each.optional:
        if ours[column] is None and theirs[column] not in known[each.links[column]]:
            ours[column] = theirs[column]  # the plan, or import, comes in with it
        elif theirs[column] is None and ours[column] not in known[each.links[column]]:
            theirs[column] = ours[column]
    if each.owner is not None and theirs[each.owner[0]] is None:
        theirs[each.owner[0]] = ours[each.owner[0]]  # what it hung below stays deleted
    return ours, theirs


def _content(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in _NAMES}
