"""How often a lifter did the lifts with much to coordinate, day by day."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from planner.engine.terms import Technique
from planner.storage.fields import read_day
from planner.storage.log_reads import MINE, SETS
from planner.storage.rows import fetch

_WORST = ("breakdown", "minor", "sound")
_RATED = ", ".join(f"total(t.technique = '{look}')" for look in _WORST)


class PractisedDay(NamedTuple):
    """A lift on a day: repetitions without warm-ups, and how its sets looked."""

    slug: str
    on: date
    reps: int
    breakdowns: int
    minors: int
    sounds: int

    @property
    def rating(self) -> Technique | None:
        """The worst rating of the day; None when no set was rated."""
        counted = zip(_WORST, (self.breakdowns, self.minors, self.sounds), strict=True)
        return next((Technique(look) for look, count in counted if count), None)


def days(lifter_id: int, until: date, slugs: Collection[str] | None = None) -> list[PractisedDay]:
    """List a lifter's days up to one, oldest first, of the lifts that are practised before load.

    `slugs` are the lifts that are wanted, None for all.
    """
    wanted = "" if slugs is None else "AND e.slug IN (SELECT value FROM json_each(?))"
    found = fetch(
        f"""SELECT e.slug, s."on", total(t.reps), {_RATED}
        FROM {SETS} JOIN exercise e ON e.id = x.exercise_id
        WHERE {MINE} AND s."on" <= ?
            AND e.complexity IN ('technical', 'barbell') AND t.kind <> 'warmup'
            {wanted} AND (t.reps > 0 OR t.seconds > 0 OR t.distance_m > 0)
        GROUP BY e.id, s."on" ORDER BY s."on" """,
        lifter_id,
        until.isoformat(),
        *([] if slugs is None else [json.dumps(list(slugs))]),
    )
    return [PractisedDay(slug, read_day(on), *map(int, counts)) for slug, on, *counts in found]
