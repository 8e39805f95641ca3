"""Read how much was trained by week: hard sets, load by pattern, zones, and how alike the days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from planner.coach import readings
from planner.coach.charts import training_load, week_work
from planner.coach.charts.training_load import WeeklySets
from planner.coach.charts.week_work import Bout
from planner.engine import monotony, volume
from planner.engine.terms import Exercise, Pattern
from planner.storage.unchanged import unchanged

MOST_PARTS = 5  # patterns with a part of their own in a bar; the others are one more
ExerciseSets: TypeAlias = tuple[tuple[str, float], ...]
GROUPS = tuple(group for group, _ in volume.GROUPS)


@dataclass(frozen=True, slots=True)
class Weeks:
    """A number by week and part: `rows` are (monday, one value for each part), oldest first."""

    rows: tuple[tuple[date, tuple[float, ...]], ...]


@dataclass(frozen=True, slots=True)
class TonnageWeeks(Weeks):
    """Load × repetitions in kg; `parts` are patterns, most lifted first, None for all others."""

    parts: tuple[Pattern | None, ...]


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """A week's hard sets, on how many days, with monotony and strain (None: can't be told)."""

    monday: date
    load: float
    days: int
    monotony: float | None
    strain: float | None


def weekly_sets(lifter_id: int, group: str, today: date) -> WeeklySets:
    """Return weekly hard sets of a group against its range; of '' each set once, and no range."""
    if group:
        return training_load.weekly_sets(lifter_id, group, today)
    weeks = [(load.monday, load.load) for load in week_loads(lifter_id, today)]
    return WeeklySets("", tuple(weeks), 0.0, 0.0)


def exercises_of(lifter_id: int, group: str, monday: date, today: date) -> ExerciseSets:
    """Return what a week's hard sets are made of: (exercise, sets), the most first."""
    key = "sets by exercise", lifter_id, group, today
    return unchanged(key, lambda: _exercises(lifter_id, group, today)).get(monday, ())


def _exercises(lifter_id: int, group: str, today: date) -> dict[date, ExerciseSets]:
    weeks: dict[date, dict[str, float]] = {}
    shares: dict[str, float] = {}
    for made in week_work.bouts(lifter_id, today):
        exercise, name = made.exercise, made.exercise.name
        if exercise.slug not in shares:
            shares[exercise.slug] = volume.group_share(exercise, group) if group else 1.0
        sets = made.hard * shares[exercise.slug]
        if sets:
            own = weeks.setdefault(week_work.monday(made.on), {})
            own[name] = own.get(name, 0.0) + sets
    return {week: tuple(sorted(own.items(), key=_most)) for week, own in weeks.items()}


def _most(entry: tuple[str, float]) -> tuple[float, str]:
    return -entry[1], entry[0]


def weekly_tonnage(lifter_id: int, group: str, today: date) -> TonnageWeeks:
    """Return load × repetitions by week and pattern, of a group's prime movers or of everything."""
    key = "weekly tonnage", lifter_id, group, today
    return unchanged(key, lambda: _weekly_tonnage(lifter_id, group, today))


def _weekly_tonnage(lifter_id: int, group: str, today: date) -> TonnageWeeks:
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
    return TonnageWeeks(_added(values, len(parts), _first(done), today), tuple(parts))


def weekly_zones(lifter_id: int, group: str, today: date) -> Weeks:
    """Return sets by week and zone of intensity, the lightest first, what is not known last.

    They are those of a group's prime movers or of all strength exercises, warm-ups aside.
    """
    key = "weekly zones", lifter_id, group, today
    return unchanged(key, lambda: _weekly_zones(lifter_id, group, today))


def _weekly_zones(lifter_id: int, group: str, today: date) -> Weeks:
    done = week_work.prime_bouts(lifter_id, group, today)
    values = [
        (made.on, place, float(count))
        for made in done
        for place, count in enumerate(made.zones)
        if count
    ]
    return Weeks(_added(values, week_work.NOT_KNOWN + 1, _first(done), today))


def week_loads(lifter_id: int, today: date) -> tuple[WeekLoad, ...]:
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
    return tuple(_week(start, days, today) for start in week_work.mondays(min(days), today))


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


def _first(done: Sequence[Bout]) -> date | None:
    return min((made.on for made in done), default=None)


def _added(
    values: Iterable[tuple[date, int, float]], parts: int, first: date | None, today: date
) -> tuple[tuple[date, tuple[float, ...]], ...]:
    """Add (day, part, value) up by week, weeks without any included."""
    if first is None or not parts:
        return ()
    weeks = {start: [0.0] * parts for start in week_work.mondays(first, today)}
    for on, place, value in values:
        weeks[week_work.monday(on)][place] += value
    return tuple((start, tuple(row)) for start, row in weeks.items())
