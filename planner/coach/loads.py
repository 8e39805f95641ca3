"""Loads for what is planned as a share of strength, or with no load at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from planner import engine
from planner.coach import prescription_words, readings, varying
from planner.coach.replay import Replay
from planner.coach.surroundings import LastTrained
from planner.engine import programming
from planner.engine.target import loads_rise
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Lifter,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Reading,
    SetKind,
)
from planner.storage import clients, library

DAY = timedelta(days=1)
_WORK = (SetKind.WORK, SetKind.FAILURE)  # how light a warm-up or a drop set is, only people know


@dataclass(frozen=True)
class LoadBasis:
    """What a lifter's loads are computed from, read once and only when a load is wanted."""

    lifter_id: int
    today: date

    @cached_property
    def lifter(self) -> Lifter:
        """The lifter with unit and equipment."""
        return clients.lifter(self.lifter_id)

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """The library by slug."""
        return library.by_slug()

    @cached_property
    def _replays(self) -> Mapping[str, Replay]:
        return readings.replays(self.lifter_id, self.today)

    @cached_property
    def _readings(self) -> dict[tuple[str, date], Reading | None]:
        return {}

    @cached_property
    def _last_trained(self) -> dict[date, LastTrained]:
        return {}

    def last_day(self, slug: str) -> ExerciseDay | None:
        """Return the last day of a lift up to today; None before the first."""
        replay = self._replays.get(slug)
        days = [step.day for step in replay.steps if step.day.on <= self.today] if replay else []
        return days[-1] if days else None

    def reading(self, slug: str, on: date) -> Reading | None:
        """Return what is known of a lift when a day begins; of a day to come, what is today.

        What is lifted on the day itself never moves the loads planned for it.
        """
        key = slug, min(on, self.today + DAY)
        if key not in self._readings:
            self._readings[key] = self._read(*key)
        return self._readings[key]

    def known(self, slug: str, on: date) -> engine.Known | None:
        """Return what the lift that this one varies told of it when it began, or would on a day."""
        replay = self._replays.get(slug)
        if replay is not None and replay.state(on) is not None:
            return replay.start.known
        gap_days = self._trained(on - DAY).gap_days(self.exercises[slug], on)
        return varying.known(self.exercises[slug], on, gap_days, self._replays)

    def _read(self, slug: str, on: date) -> Reading | None:
        eve, day = on - DAY, min(on, self.today)
        replay = self._replays.get(slug)
        state = replay.state(eve) if replay is not None else None
        if state is None:
            return None
        gap_days = self._trained(eve).gap_days(self.exercises[slug], day)
        return engine.read(state, day, gap_days)

    def _trained(self, eve: date) -> LastTrained:
        if eve not in self._last_trained:
            self._last_trained[eve] = readings.last_trained(self.lifter_id, eve)
        return self._last_trained[eve]


def week_by_percent(week: Microcycle, basis: LoadBasis) -> Microcycle:
    """Return a week whose percentages are loads, each session's as of its day."""
    return _changed(week, lambda planned, on: by_percent(planned, on, basis))


def block_with_loads(block: Mesocycle, basis: LoadBasis) -> Mesocycle:
    """Return a block with a load from today's strength for each set that can have one.

    Later weeks are not promised any gain.
    """
    tomorrow, made = basis.today + DAY, dict[PlannedExercise, PlannedExercise]()

    def filled(planned: PlannedExercise, _: date) -> PlannedExercise:
        if planned not in made:  # most weeks repeat the one before
            by_share = by_percent(planned, tomorrow, basis)
            made[planned] = with_open_loads(by_share, tomorrow, basis)
        return made[planned]

    return replace(block, weeks=tuple(_changed(week, filled) for week in block.weeks))


def _changed(
    week: Microcycle, change: Callable[[PlannedExercise, date], PlannedExercise]
) -> Microcycle:
    """Return a week with each exercise changed, which is told the day it is planned for."""

    def session(made: PlannedSession) -> PlannedSession:
        on = week.starts_on + made.day * DAY
        return replace(made, exercises=tuple(change(e, on) for e in made.exercises))

    return replace(week, sessions=tuple(map(session, week.sessions)))


def by_percent(planned: PlannedExercise, on: date, basis: LoadBasis) -> PlannedExercise:
    """Return a planned exercise of a day whose percentages of e1RM are loads.

    The loads are ones that the lifter's gym can set, rounded to easier. The percentage stays
    beside them and decides, whatever load it came to before. Without an e1RM nothing changes.
    """
    if all(entry.percent_e1rm is None for entry in planned.sets):
        return planned
    open_sets = tuple(
        entry if entry.percent_e1rm is None else opened(entry) for entry in planned.sets
    )
    filled = _filled(replace(planned, sets=open_sets), on, basis)
    return replace(planned, sets=tuple(map(_if_percent, planned.sets, filled.sets)))


def with_open_loads(planned: PlannedExercise, on: date, basis: LoadBasis) -> PlannedExercise:
    """Return a planned exercise of a day with a load for each work set that has none.

    The load is what the planned repetitions and reserve allow. Nothing else changes, and nothing
    at all when there is no e1RM or no load to add.
    """
    if not any(map(_is_open, planned.sets)) or not loads_rise(basis.exercises[planned.exercise]):
        return planned
    filled = _filled(planned, on, basis)
    return replace(planned, sets=tuple(map(_if_open, planned.sets, filled.sets)))


def _filled(planned: PlannedExercise, on: date, basis: LoadBasis) -> PlannedExercise:
    reading, exercise = basis.reading(planned.exercise, on), basis.exercises[planned.exercise]
    made = programming.fill_exercise(planned, reading, exercise, basis.lifter)
    return typed(made, basis.lifter)


def typed(planned: PlannedExercise, lifter: Lifter) -> PlannedExercise:
    """Give loads that were computed in kg the form in which the lifter would type them."""
    sets = tuple(prescription_words.typed(entry, lifter.unit) for entry in planned.sets)
    return replace(planned, sets=sets)


def opened(entry: PlannedSet) -> PlannedSet:
    """Return a planned set without its load."""
    return replace(entry, load_kg=None, load=None)


def _is_open(entry: PlannedSet) -> bool:
    return entry.load_kg is None and entry.percent_e1rm is None and entry.kind in _WORK


def _if_open(before: PlannedSet, filled: PlannedSet) -> PlannedSet:
    return filled if _is_open(before) else before


def _if_percent(before: PlannedSet, filled: PlannedSet) -> PlannedSet:
    wanted = before.percent_e1rm is not None and filled.load_kg is not None
    return filled if wanted else before
