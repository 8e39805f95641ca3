"""What a grid of days draws: training, what is planned, and days away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from planner.coach import absences, wording
from planner.coach.absences import Reason
from planner.coach.charts.training_days_page import SessionDone, TrainingDay, TrainingDays
from planner.engine.terms import Absence, Unit
from planner.language import tr
from planner.ui import absence_words, counts, dates
from planner.ui.charts import day_shades
from planner.ui.charts.day_layout import week_start
from planner.ui.charts.day_shades import Measure, Shades

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
AHEAD_SHARE = 5  # planned days take up to a fifth of the days behind


@dataclass(frozen=True)
class DayMarks:
    """Days from the first of a week to the last one by date, and how dark a day is."""

    today: date
    first: date
    last: date
    shades: Shades
    days: Mapping[date, TrainingDay] = field(default_factory=dict)
    planned: Mapping[date, str] = field(default_factory=dict)
    away: Mapping[date, Absence] = field(default_factory=dict)

    @property
    def unit(self) -> Unit:
        """The lifter's unit."""
        return self.shades.unit

    @cached_property
    def levels(self) -> Mapping[date, int | None]:
        """The shade of each training day; None where its value is not known."""
        return {on: self.shades.level(day) for on, day in self.days.items()}

    @cached_property
    def marked(self) -> Set[date]:
        """The days with more than a shade."""
        unknown = {on for on, level in self.levels.items() if level is None}
        return {self.today, *self.planned, *self.away, *unknown}

    def reasons(self) -> list[Reason]:
        """Return why the lifter was away in these days, each reason once."""
        known = dict.fromkeys(absences.reason(each) for each in self.away.values())
        return [reason for reason in Reason if reason in known]


def marks(
    made: TrainingDays,
    today: date,
    unit: Unit,
    since: date | None = None,
    until: date | None = None,
    measure: Measure = Measure.HARD_SETS,
) -> DayMarks:
    """Return what to draw from one day to another; shades are those of the whole history.

    Without `since` it begins with the first day of training; up to today, planned days follow.
    """
    first = week_start(since or min([day.on for day in made.days[:1]], default=today))
    end = min(until or today, today)
    ahead = end + max(WEEK, (end - first) / AHEAD_SHARE) if end == today else end
    planned = [each for each in made.planned if each.on <= ahead]
    last = max([end, *(each.on for each in planned)])
    away = {on: each for each in made.away for on in _days(each, first, last, today)}
    return DayMarks(
        today,
        first,
        last,
        day_shades.shades(made.days, measure, unit),
        {day.on: day for day in made.days if first <= day.on <= last},
        {each.on: each.name for each in reversed(planned)},
        away,
    )


def _days(absence: Absence, first: date, last: date, today: date) -> Iterator[date]:
    on = max(absence.since, first)
    until = min(absence.until or max(today, absence.since), last)
    while on <= until:
        yield on
        on += DAY


def words(made: DayMarks, on: date) -> Sequence[str]:
    """Return what is known of a day, its hard sets first, a line for each thing."""
    named = dates.with_weekday(on, made.today)
    day, lines = made.days.get(on), list[str]()
    if day is not None:
        lines.append(wording.told_of(named, counts.hard_sets(day.hard_sets)))
        lines += [_session(each, made.unit) for each in day.sessions]
    if on in made.planned:
        name = made.planned[on]
        lines.append(tr("planned: {name}").format(name=name) if name else tr("planned"))
    if on in made.away:
        lines.append(absence_words.named(made.away[on], made.today))
    if day is None:
        said = lines.pop(0) if lines else tr("no training")
        lines.insert(0, wording.told_of(named, said))
    return lines


def _session(done: SessionDone, unit: Unit) -> str:
    parts = [counts.sets(done.sets)]
    if done.tonnage_kg:
        parts.append(day_shades.tonnage(done.tonnage_kg, unit))
    if done.minutes is not None:
        parts.append(tr("{0} min").format(done.minutes))
    return " · ".join([*([done.name] if done.name else []), *parts])
