"""The next planned day, seen from one without training: will all of its muscles be ready?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from planner.engine import evidence, volume
from planner.engine.terms import Recovery, Today
from planner.storage import library, plan_lists

DAY = timedelta(days=1)
SOON = timedelta(days=3)  # what is planned later is recovered by then
LEAST_SETS = 1.0  # of a muscle, to count as trained


class DayAhead(NamedTuple):
    """A session to come, with the muscle of it that is ready the latest, after its day."""

    name: str
    on: date
    late: Recovery


def day_ahead(lifter_id: int, made: Today) -> DayAhead | None:
    """Return the next session, where a muscle of it will not be ready; None otherwise."""
    following = plan_lists.unlogged(lifter_id, made.on + DAY, made.on + SOON)
    if not following:
        return None
    first, trained = following[0], _trained(lifter_id, following[0].on)
    late = [
        (each.ready_on, each)
        for each in made.recoveries
        if each.group in trained and each.ready_on is not None and each.ready_on > first.on
    ]
    latest = max(late, key=lambda pair: pair[0], default=None)
    return DayAhead(first.name, first.on, latest[1]) if latest is not None else None


def _trained(lifter_id: int, on: date) -> set[str]:
    """Return the muscle groups that a planned day trains."""
    known = library.by_slug()
    planned = plan_lists.sets_on(lifter_id, on, evidence.HARD_RIR.value)
    sets = volume.group_sets((known[slug], count) for slug, count in planned)
    return {group for group, count in sets.items() if count >= LEAST_SETS}
