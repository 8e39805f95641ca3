"""Read when a lifter trained, was to train and was away: a heat map, weeks in a row, habits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import partial
from statistics import quantiles

from planner.coach import absences, readings
from planner.coach.charts import weeks_kept
from planner.coach.charts.weeks_kept import WeekKept
from planner.coach.points import held_out
from planner.engine import consistency, evidence
from planner.engine.consistency import (
    Habit as Habit,
    Streak as Streak,
    week_start as week_start,
)
from planner.engine.terms import Absence
from planner.formats.drafts import LONGEST_SESSION_S
from planner.storage import log_list, plan_lists, session_times
from planner.storage.log_list import Head
from planner.storage.session_times import SessionTime
from planner.storage.unchanged import unchanged

AHEAD = timedelta(weeks=6)  # as far as planned days are drawn
LATELY = timedelta(weeks=12)  # whose sessions tell the usual time of day
LEAST_STARTS = int(evidence.HABIT_STARTS.value)
_UNKNOWN = SessionTime(None, None)


@dataclass(frozen=True, slots=True)
class SessionDone:
    """A session of a day: sets without warm-ups, tonnage, and its length where it is known."""

    id: int
    name: str
    sets: int
    tonnage_kg: float
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class TrainingDay:
    """A day with training: its hard sets and sessions, the first one first."""

    on: date
    hard_sets: int
    sessions: tuple[SessionDone, ...]

    @property
    def sets(self) -> int:
        """Sets without warm-ups."""
        return sum(each.sets for each in self.sessions)

    @property
    def tonnage_kg(self) -> float:
        """Load × repetitions of the work sets, without typing errors."""
        return sum(each.tonnage_kg for each in self.sessions)

    @property
    def minutes(self) -> int | None:
        """How long the sessions took; None where that is not known of all."""
        known = [each.minutes for each in self.sessions if each.minutes is not None]
        return sum(known) if known and len(known) == len(self.sessions) else None


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A session planned for a day and not begun yet."""

    on: date
    name: str


@dataclass(frozen=True, slots=True)
class Regularity:
    """Weeks in a row now (None: no row goes on) and at best, and what is usual.

    `begins` is between which times half of the last sessions began; None where that is not known.
    """

    row: Streak | None = None
    best: Streak | None = None
    habit: Habit = field(default_factory=Habit)
    begins: tuple[time, time] | None = None


@dataclass(frozen=True, slots=True)
class TrainingDays:
    """Training days, what is planned, days away and weeks of plans, each oldest first."""

    days: tuple[TrainingDay, ...] = ()
    planned: tuple[PlannedDay, ...] = ()
    away: tuple[Absence, ...] = ()
    weeks: tuple[WeekKept, ...] = ()
    regular: Regularity = field(default_factory=Regularity)


def training_days(lifter_id: int, today: date, first_weekday: int = 1) -> TrainingDays:
    """Return how regular training was up to a day; weeks begin on a weekday, Monday is 1."""
    key = "training days page", lifter_id, today, first_weekday
    return unchanged(key, partial(_read, lifter_id, today, first_weekday))


def _read(lifter_id: int, today: date, first_weekday: int) -> TrainingDays:
    away = tuple(absences.absences(lifter_id))
    days = days_trained(lifter_id, today)
    known = consistency.weeks([day.on for day in days], away, today, first_weekday)
    return TrainingDays(
        days,
        _planned(lifter_id, today, away),
        away,
        weeks_kept.weeks_kept(lifter_id, today, first_weekday, away),
        Regularity(
            consistency.current(known, today),
            consistency.best(known, today),
            consistency.habit(known, today),
            _begins(lifter_id, today),
        ),
    )


def days_trained(lifter_id: int, today: date) -> tuple[TrainingDay, ...]:
    """Return the days with training up to a day, oldest first."""
    return unchanged(("days trained", lifter_id, today), partial(_days, lifter_id, today))


def _days(lifter_id: int, today: date) -> tuple[TrainingDay, ...]:
    hard: dict[date, int] = {}
    for on, _, sets in readings.trained(lifter_id):
        hard[on] = hard.get(on, 0) + sets
    done = _sessions(lifter_id, today)
    return tuple(
        TrainingDay(on, sets, tuple(done[on])) for on, sets in sorted(hard.items()) if on <= today
    )


def _sessions(lifter_id: int, today: date) -> Mapping[date, Sequence[SessionDone]]:
    heads = log_list.heads(lifter_id)
    work = log_list.work(head.id for head in heads)
    believed = _believed(lifter_id, heads, today)
    times = session_times.session_times(lifter_id)
    made: dict[date, list[SessionDone]] = {}
    for head in reversed(heads):
        took, length = work[head.id], _minutes(times.get(head.id, _UNKNOWN))
        kg = believed.get(head.id, took.tonnage_kg)
        done = SessionDone(head.id, head.name, took.sets, kg, length)
        if done.sets:
            made.setdefault(head.on, []).append(done)
    return made


def _believed(lifter_id: int, heads: Iterable[Head], today: date) -> Mapping[int, float]:
    """Return the tonnage of sessions with a lift that looks like a typing error, without it."""
    lifts = dict[date, set[str]]()
    for slug, replay in readings.replays(lifter_id, today).items():
        if left_out := held_out(replay):
            for step in replay.steps:
                if step.session_id in left_out:
                    lifts.setdefault(step.day.on, set()).add(slug)
    wrong = {head.id: lifts[head.on] for head in heads if head.on in lifts}
    found = dict.fromkeys(wrong, 0.0)
    for (key, slug), kg in log_list.tonnage_by_exercise(wrong).items():
        found[key] += 0.0 if slug in wrong[key] else kg
    return found


def _minutes(known: SessionTime) -> int | None:
    """Return a length that means anything: of a session left open over hours there is none."""
    seconds = known.duration_s
    if seconds is None or not 60 <= seconds <= LONGEST_SESSION_S:
        return None
    return round(seconds / 60)


def _planned(lifter_id: int, today: date, away: Sequence[Absence]) -> tuple[PlannedDay, ...]:
    found = plan_lists.unlogged(lifter_id, today, today + AHEAD)
    return tuple(
        PlannedDay(each.on, each.name)
        for each in found
        if not absences.known_on(away, each.on, today)
    )


def _begins(lifter_id: int, today: date) -> tuple[time, time] | None:
    """Return the quartiles of when the last sessions began, to the half hour."""
    known = session_times.session_times(lifter_id).values()
    starts = [at for at, _ in known if at and today - LATELY < at.date() <= today]
    if len(starts) < LEAST_STARTS:
        return None
    early, _, late = quantiles([at.hour * 60 + at.minute for at in starts], n=4)
    return _time(early), _time(late)


def _time(minutes: float) -> time:
    halves = min(47, round(minutes / 30))
    return time(halves // 2, 30 * (halves % 2))
