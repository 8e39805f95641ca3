"""What was done with which side of the body."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.engine.terms import Side
from planner.storage.fields import read_day
from planner.storage.log_reads import DONE, MINE, SETS
from planner.storage.rows import fetch


class SideSets(NamedTuple):
    """Work sets of an exercise on a day, all of one side."""

    on: date
    slug: str
    side: Side
    sets: int


def by_side(lifter_id: int, since: date, until: date) -> list[SideSets]:
    """Return the work sets of days since..until by exercise and side, oldest first."""
    found = fetch(
        f'SELECT s."on", e.slug, t.side, count(*) FROM {SETS} '
        f"JOIN exercise e ON e.id = x.exercise_id "
        f'WHERE {MINE} AND {DONE} AND s."on" BETWEEN ? AND ? '
        'GROUP BY s."on", e.slug, t.side ORDER BY s."on", e.slug, t.side',
        lifter_id, since.isoformat(), until.isoformat(),
    )  # fmt: skip
    return [SideSets(read_day(on), slug, Side(side), sets) for on, slug, side, sets in found]
