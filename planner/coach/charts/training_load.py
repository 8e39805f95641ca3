"""Read how much was trained: hard sets by week and muscle group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.coach import readings
from planner.engine import consistency, volume
from planner.engine.terms import Exercise
from planner.storage import clients, library, log_reads
from planner.storage.unchanged import unchanged


@dataclass(frozen=True, slots=True)
class WeeklySets:
    """Hard sets of a muscle group by week (first day, sets) against the range."""

    group: str
    weeks: tuple[tuple[date, float], ...]
    low: float
    high: float


def weekly_sets(lifter_id: int, group: str, today: date, first_weekday: int = 1) -> WeeklySets:
    """Return a muscle group's weekly hard sets over the whole history.

    Weeks begin on a weekday, Monday is 1.
    """
    key = "weekly sets", lifter_id, group, today, first_weekday
    return unchanged(key, lambda: _weekly_sets(lifter_id, group, today, first_weekday))


def _weekly_sets(lifter_id: int, group: str, today: date, first_weekday: int) -> WeeklySets:
    exercises = library.by_slug()
    shares = {slug: volume.group_share(exercise, group) for slug, exercise in exercises.items()}
    done: dict[date, float] = {}
    for on, slug, sets in readings.trained(lifter_id):
        share = shares[slug]
        if share and on <= today:
            week = consistency.week_start(on, first_weekday)
            done[week] = done.get(week, 0.0) + share * sets
    wanted = volume.weekly_range(clients.lifter(lifter_id).experience)
    starts = consistency.week_starts(min(done), today, first_weekday) if done else ()
    weeks = tuple((start, done.get(start, 0.0)) for start in starts)
    return WeeklySets(group, weeks, wanted.low, wanted.high)


def main_group(exercise: Exercise) -> str | None:
    """Return the muscle group an exercise trains most, or None."""
    shares = {group: volume.group_share(exercise, group) for group, _ in volume.GROUPS}
    best = max(shares, key=lambda group: shares[group])
    return best if shares[best] > 0 else None


def totals(lifter_id: int) -> tuple[int, int]:
    """Return how many sessions and sets are stored."""
    return log_reads.counts(lifter_id)
