"""Read how much was trained by week: hard sets, load by pattern, zones, and how alike the days.

Weeks begin on a weekday, Monday is 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from planner.coach import readings
from planner.coach.charts import training_load, week_work
from planner.coach.charts.training_load import WeeklySets
from planner.coach.charts.week_work import Bout
from planner.engine import consistency, monotony, volume
from planner.engine.terms import Exercise, Pattern
from planner.storage.unchanged import unchanged

MOST_PARTS = 5  # patterns with a part of their own in a bar; the others are one more
ExerciseSets: TypeAlias = tuple[tuple[str, float], ...]
GROUPS = tuple(group for group, _ in volume.GROUPS)


@dataclass(frozen=True, slots=True)
class Weeks:
    """A number by week and part: `rows` are (first day, one value for each part), oldest first."""

    rows: tuple[tuple[date, tuple[float, ...]], ...]


@dataclass(frozen=True, slots=True)
class TonnageWeeks(Weeks):
    """Tonnage in kg; `parts` are patterns, most lifted first, None for all others."""

    parts: tuple[Pattern | None, ...]


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """A week's hard sets, on how many days, with monotony and strain (None: can't be told)."""

    starts_on: date
    load: float
    days: int
    monotony: float | None
    strain: float | None


def weekly_sets(lifter_id: int, group: str, today: date, first_weekday: int = 1) -> WeeklySets:
    """Return weekly hard sets of a group against its range; of '' each set once, and no range."""
    if group:
        return training_load.weekly_sets(lifter_id, group, today, first_weekday)
    weeks = [(made.starts_on, made.load) for made in week_loads(lifter_id, today, first_weekday)]
    return WeeklySets("", tuple(weeks), 0.0, 0.0)


def exercises_of(lifter_id: int, group: str, starts_on: date, today: date) -> ExerciseSets:
    """Return what the hard sets of a week from a day on are: (exercise, sets), the most first."""
    first = starts_on.isoweekday()
    key = "sets by exercise", lifter_id, group, today, first
    return unchanged(key, lambda: _exercises(lifter_id, group, today, first)).get(starts_on, ())


def _exercises(
    lifter_id: int, group: str, today: date, first_weekday: int
) -> dict[date, ExerciseSets]:
    weeks: dict[date, dict[str, float]] = {}
    shares: dict[str, float] = {}
    for made in week_work.bouts(lifter_id, today):
        exercise, name = made.exercise, made.exercise.name
        if exercise.slug not in shares:
            shares[exercise.slug] = volume.group_share(exercise, group) if group else 1.0
        sets = made.hard * shares[exercise.slug]
        if sets:
            own = weeks.setdefault(consistency.week_start(made.on, first_weekday), {})
            own[name] = own.get(name, 0.0) + sets
    return {week: tuple(sorted(own.items(), key=_most)) for week, own in weeks.items()}


def _most(entry: tuple[str, float]) -> tuple[float, str]:
    return -entry[1], entry[0]


def weekly_tonnage(lifter_id: int, group: str, today: date, first_weekday: int = 1) -> TonnageWeeks:
    """Return tonnage by week and pattern, of a group's prime movers or of everything."""
    key = "weekly tonnage", lifter_id, group, today, first_weekday
    return unchanged(key, lambda: _weekly_tonnage(lifter_id, group, today, first_weekday))


def _weekly_tonnage(lifter_id: int, group: str, today: date, first_weekday: int) -> TonnageWeeks:
    done = week_work.prime_bouts(lifter_id, group, today)
    totals: dict[Pattern, float] = {}
    for made in done:
        pattern = made.exercise.pattern
        totals[pattern] = totals.get(pattern, 0.0) + made.tonnage_kg
    named = [pattern for pattern in totals if totals[pattern] > 0]
    named.sort(key=lambda pattern: (-totals[pattern], pattern))
    parts: list[Pattern | None] = [*named[:MOST_PARTS], *[None][: len(named) > MOST_PARTS]]
    places = {pattern: min(place, MOST_PARTS) for place, pattern in enumerate(named)}
    loaded = [made for made in done if made.tonnage_kg]
    values = [(made.on, places[made.exercise.pattern], made.tonnage_kg) for made in loaded]
    starts = _starts(done, today, first_weekday) if parts else ()
    return TonnageWeeks(_added(values, len(parts), starts), tuple(parts))


def weekly_zones(lifter_id: int, group: str, today: date, first_weekday: int = 1) -> Weeks:
    """Return sets by week and zone of intensity, the lightest first, what is not known last.

    They are those of a group's prime movers or of all strength exercises, warm-ups aside.
    """
    key = "weekly zones", lifter_id, group, today, first_weekday
    return unchanged(key, lambda: _weekly_zones(lifter_id, group, today, first_weekday))


def _weekly_zones(lifter_id: int, group: str, today: date, first_weekday: int) -> Weeks:
    done = week_work.prime_bouts(lifter_id, group, today)
    values = [
        (made.on, place, float(count))
        for made in done
        for place, count in enumerate(made.zones)
        if count
    ]
    return Weeks(_added(values, week_work.NOT_KNOWN + 1, _starts(done, today, first_weekday)))


def week_loads(lifter_id: int, today: date, first_weekday: int = 1) -> tuple[WeekLoad, ...]:
    """Return the weeks from the first session on, oldest first, with monotony and strain.

    A day's load is its hard sets: a rating of the whole session is not logged. A week that is
    still running has neither number yet.
    """
    days: dict[date, float] = {}
    for on, _, sets in readings.trained(lifter_id):
        if on <= today:
            days[on] = days.get(on, 0.0) + sets
    if not days:
        return ()
    starts = consistency.week_starts(min(days), today, first_weekday)
    return tuple(_week(start, days, today) for start in starts)


def _week(start: date, days: dict[date, float], today: date) -> WeekLoad:
    loads = [days.get(start + timedelta(days=day), 0.0) for day in range(monotony.DAYS)]
    over = start + timedelta(days=monotony.DAYS) <= today
    found = monotony.monotony(loads) if over else None
    trained = sum(load > 0 for load in loads)
    if found is None:
        return WeekLoad(start, sum(loads), trained, None, None)
    return WeekLoad(start, sum(loads), trained, found.monotony, found.strain)


def group_of(exercise: Exercise) -> str:
    """Return the group that an exercise trains most; '' for one that trains none."""
    return training_load.main_group(exercise) or ""


def _starts(done: Sequence[Bout], today: date, first_weekday: int) -> Sequence[date]:
    """Return the first days of all weeks from the first one with training on; () without any."""
    first = min((made.on for made in done), default=None)
    return () if first is None else consistency.week_starts(first, today, first_weekday)


def _added(
    values: Iterable[tuple[date, int, float]], parts: int, starts: Sequence[date]
) -> tuple[tuple[date, tuple[float, ...]], ...]:
    """Add (day, part, value) up by week, weeks without any included."""
    rows = [[0.0] * parts for _ in starts]
    for on, place, value in values:
        rows[(on - starts[0]).days // 7][place] += value
    return tuple(zip(starts, map(tuple, rows), strict=True))
