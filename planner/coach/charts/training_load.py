"""Read how much was trained: hard sets by week and muscle group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach import readings
from planner.engine import volume
from planner.engine.terms import Exercise
from planner.storage import clients, library, log_reads
from planner.storage.unchanged import unchanged


@dataclass(frozen=True, slots=True)
class WeeklySets:
    """Hard sets of a muscle group by week (monday, sets) against the range."""

    group: str
    weeks: tuple[tuple[date, float], ...]
    low: float
    high: float


def weekly_sets(lifter_id: int, group: str, today: date) -> WeeklySets:
    """Return a muscle group's weekly hard sets over the whole history."""
    key = "weekly sets", lifter_id, group, today
    return unchanged(key, lambda: _weekly_sets(lifter_id, group, today))


def _weekly_sets(lifter_id: int, group: str, today: date) -> WeeklySets:
    exercises = library.by_slug()
    shares = {slug: volume.group_share(exercise, group) for slug, exercise in exercises.items()}
    weeks: dict[date, float] = {}
    for on, slug, sets in readings.trained(lifter_id):
        share = shares[slug]
        if share and on <= today:
            monday = on - timedelta(days=on.weekday())
            weeks[monday] = weeks.get(monday, 0.0) + share * sets
    wanted = volume.weekly_range(clients.lifter(lifter_id).experience)
    return WeeklySets(group, tuple(_filled(weeks, today)), wanted.low, wanted.high)


def main_group(exercise: Exercise) -> str | None:
    """Return the muscle group an exercise trains most, or None."""
    shares = {group: volume.group_share(exercise, group) for group, _ in volume.GROUPS}
    best = max(shares, key=lambda group: shares[group])
    return best if shares[best] > 0 else None


def _filled(weeks: dict[date, float], today: date) -> list[tuple[date, float]]:
    if not weeks:
        return []
    monday, rows = min(weeks), []
    while monday <= today:
        rows.append((monday, weeks.get(monday, 0.0)))
        monday += timedelta(weeks=1)
    return rows


def totals(lifter_id: int) -> tuple[int, int]:
    """Return how many sessions and sets are stored."""
    return log_reads.counts(lifter_id)
