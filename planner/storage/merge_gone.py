"""Tell what of two files stays deleted: what one deleted and the other did not change since."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from planner.storage import kin
from planner.storage.merge_attached import Files
from planner.storage.merge_match import Matched, in_batches


class Times(NamedTuple):
    """When a row was deleted in one file, and when it or what hangs below was changed last."""

    gone_at: int
    changed_at: int


@dataclass(slots=True)
class Fates:
    """What becomes of rows that one of two files deleted, with the times, by table.

    By the id there: `returning` was changed after it was deleted here, `left` was not. By the id
    here: `staying` was changed after it was deleted there, `going` was not.
    """

    returning: dict[str, dict[int, Times]] = field(default_factory=dict)
    left: dict[str, dict[int, Times]] = field(default_factory=dict)
    staying: dict[str, dict[int, Times]] = field(default_factory=dict)
    going: dict[str, dict[int, Times]] = field(default_factory=dict)


def decide(files: Files, made: Matched) -> Iterator[Fates]:
    """Sort what one of the files deleted; yield the same fates after each table."""
    fates = Fates()
    for table in kin.TRAVELLING:
        fates.returning[table], fates.left[table] = _sorted(files.there, table, made.back[table])
        fates.staying[table], fates.going[table] = _sorted(files.here, table, made.dropped[table])
        yield fates


def under(
    connection: sqlite3.Connection,
    roots: dict[str, set[int]],
    elsewhere: Callable[[str], set[int]],
) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """Return, by table, what hangs below rows, and what of it is `elsewhere` in the other file.

    Below the latter nothing is looked for.
    """
    found: dict[str, set[int]] = {table: set() for table in kin.TRAVELLING}
    moved: dict[str, set[int]] = {table: set() for table in kin.TRAVELLING}
    for table, each in kin.TRAVELLING.items():
        if each.owner is None:
            continue
        column, parent = each.owner
        above = roots.get(parent, set()) | found[parent]
        sql = f'SELECT id FROM "{table}" WHERE "{column}" IN (SELECT value FROM json_each(?))'
        keys = {key for ids in in_batches(above) for (key,) in connection.execute(sql, (ids,))}
        moved[table] = keys & elsewhere(table) if keys else set()
        found[table] = keys - moved[table]
    return found, moved


def _sorted(
    connection: sqlite3.Connection, table: str, gone: dict[int, int]
) -> tuple[dict[int, Times], dict[int, Times]]:
    """Split deleted rows, by id, into those changed since and the others."""
    latest = _latest(connection, table, gone)
    times = {key: Times(at, latest[key]) for key, at in gone.items()}
    since = {key: each for key, each in times.items() if each.changed_at > each.gone_at}
    return since, {key: each for key, each in times.items() if key not in since}


def _latest(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> dict[int, int]:
    """Return when rows, or anything below them, were last changed, by id."""
    found: dict[int, int] = {}
    for batch in in_batches(list(ids)):
        for sql in _latest_of(table, "r", f'"{table}" r'):
            for key, at in connection.execute(sql, (batch,)):
                found[key] = max(at, found.get(key, at))
    return found


def _latest_of(table: str, name: str, joined: str) -> Iterator[str]:
    """Yield a query for a table, and one for each that hangs below it."""
    yield (
        f"SELECT r.id, max({name}.changed_at) FROM {joined} "
        "WHERE r.id IN (SELECT value FROM json_each(?)) GROUP BY r.id"
    )
    for child in kin.BELOW[table]:
        owner, below = kin.TRAVELLING[child].owner, f"{name}_"
        assert owner is not None
        on = f'{below}."{owner[0]}" = {name}.id'
        yield from _latest_of(child, below, f'{joined} JOIN "{child}" {below} ON {on}')
