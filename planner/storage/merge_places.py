"""Let what a merge brought together stand in one order, the same on every computer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from planner.storage import kin
from planner.storage.merge_match import AT_ONCE, in_batches
from planner.storage.rows import execute, fetch, fetch_one

ORDERED = {
    table: each.owner[0]
    for table, each in kin.TRAVELLING.items()
    if each.owner and "position" in each.columns
}
_MOVE = """UPDATE "{table}" SET position = position + json_extract(k.value, '$[1]'),
    changed_at = changed_at + json_extract(k.value, '$[1]')
    FROM json_each(?) k WHERE "{table}".id = json_extract(k.value, '$[0]')"""


def part() -> Iterator[int]:
    """Give rows that share a position below the same one a position each, in parts.

    By position, then stamp, then uid. A row's stamp moves as far as the row: where two computers
    moved it differently, the one that is farther down is the later one on both.
    """
    for table, owner in ORDERED.items():
        (last,) = fetch_one(f'SELECT coalesce(max("{owner}"), 0) FROM "{table}"')
        for first in range(1, last + 1, AT_ONCE):
            for batch in in_batches(_shared(table, owner, first)):
                moved = [*_moved(table, owner, batch)]
                execute(_MOVE.format(table=table), json.dumps(moved))
            yield 0


def _shared(table: str, owner: str, first: int) -> list[int]:
    """Return below which rows, of so many from an id on, a position is shared."""
    sql = f"""SELECT DISTINCT "{owner}" FROM "{table}" WHERE "{owner}" BETWEEN ? AND ?
        GROUP BY "{owner}", position HAVING count(*) > 1"""
    return [key for (key,) in fetch(sql, first, first + AT_ONCE - 1)]


def _moved(table: str, owner: str, keys: str) -> Iterator[tuple[int, int]]:
    """Yield the ids of rows that move, and how far down."""
    found = fetch(
        f"""SELECT "{owner}", id, position FROM "{table}"
        WHERE "{owner}" IN (SELECT value FROM json_each(?))
        ORDER BY "{owner}", position, changed_at, uid""",
        keys,
    )
    for _, rows in groupby(found, itemgetter(0)):
        free: int | None = None
        for _, key, position in rows:
            place = position if free is None else max(position, free)
            if place != position:
                yield key, place - position
            free = place + 1
