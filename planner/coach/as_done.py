"""A day's sets of a lift as they were done: work in its order, without what only led up to it."""

from __future__ import annotations

from collections.abc import Sequence

from planner.engine import strength
from planner.engine.same_load import is_harder
from planner.engine.target import last_load, work_sets
from planner.engine.terms import Exercise, Lifter, LoggedSet, SetKind

_TO_THE_LIMIT = 1.0  # a set with less in reserve, in repetitions, warms nobody up


def without_warm_ups(
    sets: Sequence[LoggedSet], exercise: Exercise, lifter: Lifter
) -> list[LoggedSet]:
    """Return a day's sets, in order, without its warm-ups, whether or not they were marked.

    More is work here than what tells strength: a set that failed, one with the hardest load, and
    one that came again after it.
    """
    bodyweight_kg = strength.bodyweight_for(None, lifter)
    rest = [entry for entry in sets if entry.kind is not SetKind.WARMUP]
    telling = strength.without_ramp(rest, exercise, bodyweight_kg)
    ahead = rest[: len(rest) - len(telling)]
    best = strength.best_set(rest, exercise, bodyweight_kg) if ahead else None
    for place, entry in enumerate(ahead):
        slip = best is not None and entry is best[0]  # else it would tell strength
        if not slip and not _leads_up(entry, telling, exercise):
            return rest[place:]
    return telling


def _leads_up(entry: LoggedSet, telling: Sequence[LoggedSet], exercise: Exercise) -> bool:
    """Tell whether a set was an easy one before a harder load, and none of the sets after it."""
    kg, top = entry.load_kg or 0.0, last_load(exercise, telling)
    to_the_limit = entry.rir is not None and entry.rir < _TO_THE_LIMIT
    if entry.kind is SetKind.FAILURE or to_the_limit or entry.reps == 0:
        return False
    lighter = top is not None and is_harder(top, kg, exercise)
    return lighter and not any(
        (each.reps or 0) <= (entry.reps or 0) and not is_harder(each.load_kg or 0.0, kg, exercise)
        for each in work_sets(telling)
    )
