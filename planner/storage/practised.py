"""How often lifts with much to coordinate were done, day by day, of one lifter or of all."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.engine.terms import Technique
from planner.storage.log_reads import SETS
from planner.storage.rows import fetch

_WORST = ("breakdown", "minor", "sound")
_RATED = ", ".join(f"total(t.technique = '{look}')" for look in _WORST)


class PractisedDay(NamedTuple):
    """A lift of a lifter on a day: repetitions without warm-ups, and how its sets looked."""

    lifter_id: int
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


def days(until: date, lifter_id: int | None = None) -> list[PractisedDay]:
    """List the days up to one, oldest first, of the lifts that are practised before load."""
    found = fetch(
        f"""SELECT s.lifter_id, e.slug, s."on", total(t.reps), {_RATED}
        FROM {SETS} JOIN exercise e ON e.id = x.exercise_id
        WHERE s.deleted_at IS NULL AND s."on" <= ?1 AND (?2 IS NULL OR s.lifter_id = ?2)
            AND e.complexity IN ('technical', 'barbell') AND t.kind <> 'warmup'
            AND (t.reps > 0 OR t.seconds > 0 OR t.distance_m > 0)
        GROUP BY s.lifter_id, e.id, s."on" ORDER BY s."on" """,
        until.isoformat(),
        lifter_id,
    )
    return [
        PractisedDay(key, slug, date.fromisoformat(on), *map(int, counts))
        for key, slug, on, *counts in found
    ]
