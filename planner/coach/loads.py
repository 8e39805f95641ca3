"""Loads for what is planned as a share of strength, or with no load at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from planner import engine
from planner.coach import familiar, lift_context, practising, readings, varying
from planner.coach.load_jumps import is_open
from planner.coach.prescription_words import typed_exercise
from planner.coach.quiet import Quiet, quiet
from planner.coach.replay import Replay
from planner.coach.surroundings import LastTrained
from planner.engine import load_hold, programming
from planner.engine.comeback import is_back
from planner.engine.skill import CAPPED, SkillStanding
from planner.engine.target import LiftContext, loads_rise
from planner.engine.terms import (
    WORK_KINDS,
    Exercise,
    ExerciseDay,
    Lifter,
    Mesocycle,
    Microcycle,
    Phrase,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Reading,
)
from planner.storage import clients, library

DAY = timedelta(days=1)


@dataclass(frozen=True, eq=False)
class LoadBasis:
    """What a lifter's loads are computed from, read once and only when a load is wanted."""

    lifter_id: int
    today: date
    _quiet: dict[date, Quiet] = field(default_factory=dict, init=False)
    _contexts: dict[tuple[str, date], LiftContext | None] = field(default_factory=dict, init=False)
    _readings: dict[tuple[str, date], Reading | None] = field(default_factory=dict, init=False)
    _near_last: dict[tuple[str, date], Reading | None] = field(default_factory=dict, init=False)
    _standings: dict[tuple[str, date], SkillStanding] = field(default_factory=dict, init=False)
    _last_trained: dict[date, LastTrained] = field(default_factory=dict, init=False)

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

    def quiet(self, on: date) -> Quiet:
        """Return for what nothing is suggested on a day, and which limits are in force then."""
        if on not in self._quiet:
            self._quiet[on] = quiet(self.lifter_id, on)
        return self._quiet[on]

    def asks_load(self, slug: str, on: date) -> bool:
        """Say whether a lift has no load suggested on a day: nothing is, or it hurt badly."""
        return self.is_quiet(slug, on) or self.hurts(slug, on)

    def is_quiet(self, slug: str, on: date) -> bool:
        """Say whether nothing is suggested for a lift on a day, or for any today, but for pain."""
        silent = self.quiet(self.today).everything is not None
        return silent or self.quiet(on).of(slug) is not None

    def hurts(self, slug: str, on: date) -> bool:
        """Say whether no load is offered for pain, of before a day or of that day."""
        context, replay = self.context(slug, on), self._replays.get(slug)
        asks = context is not None and load_hold.why_none(context) is not None
        return asks or (replay is not None and lift_context.hurt_on(replay, on))

    def held_kg(self, slug: str, on: date) -> float | None:
        """Return the last load of a lift, as typed, where none may be harder; None without one."""
        context = self.context(slug, on)
        new = self.practice(slug, min(on, self.today + DAY)).left > 0
        return None if context is None else load_hold.held_kg(context, new)

    def context(self, slug: str, on: date) -> LiftContext | None:
        """Return what is known of a lift when a day begins; None before its first session."""
        key = slug, min(on, self.today + DAY)
        if key not in self._contexts:
            self._contexts[key] = self._context_of(*key)
        return self._contexts[key]

    def _context_of(self, slug: str, on: date) -> LiftContext | None:
        replay = self._replays.get(slug)
        if replay is None:
            return None
        gap_days = self._trained(on - DAY).gap_days(self.exercises[slug], on)
        return lift_context.before(replay, on, gap_days, self.lifter.inventory)

    def most_kg(self, slug: str, on: date) -> float | None:
        """Return the load that somebody limited a lift to on a day; None without a limit."""
        return self.quiet(on).most_kg(self.exercises[slug])

    def cap_kg(self, slug: str, on: date) -> float | None:
        """Return the most a lift may be loaded with, by practice, limits, and the last session
        where that holds it; None without a cap."""
        practised = self.practice(slug, min(on, self.today + DAY)).cap_kg
        loaded = self.exercises[slug].load_kind in CAPPED
        held = self.held_kg(slug, on) if loaded else None
        caps = (practised, self.most_kg(slug, on), held)
        return min((cap for cap in caps if cap is not None), default=None)

    def practice_cap(self, slug: str, on: date) -> float | None:
        """Return the load of practice, limits joined in; None without practice, where it is not
        known, and where no load is suggested."""
        practised = self.practice(slug, min(on, self.today + DAY)).cap_kg
        silent = practised is None or self.asks_load(slug, on)
        return None if silent else self.cap_kg(slug, on)

    def practice_words(self, slug: str, on: date, ahead: int = 0) -> Phrase | None:
        """Say which practice of a lift a day has, `ahead` more before it; None where there is
        none, and where no load is suggested."""
        if self.asks_load(slug, on):
            return None
        made = self.practice(slug, min(on, self.today + DAY))
        capped = made._replace(cap_kg=self.practice_cap(slug, on))
        return practising.words(capped, self.exercises[slug], ahead)

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

    def strength(self, slug: str, on: date) -> Reading | None:
        """Return what loads of a lift are computed from; None where none may be suggested."""
        if self.asks_load(slug, on):
            return None
        key = slug, min(on, self.today + DAY)
        if key not in self._near_last:
            known, replay = self.reading(*key), self._replays.get(slug)
            self._near_last[key] = familiar.near_last(known, replay, key[1])
        return self._near_last[key]

    def asks_first(self, slug: str) -> bool:
        """Say whether a lift's loads jumped, and it is asked which of them are right."""
        return is_open(self.lifter_id, self._replays.get(slug), self.today)

    def practice(self, slug: str, on: date) -> SkillStanding:
        """Return where the lifter stands with a lift when a day begins, done before or not.

        Its load is none that somebody limited the lift to, and None where none is suggested.
        """
        key = slug, on
        if key not in self._standings:
            self._standings[key] = self._standing(*key)
        return self._standings[key]

    def _standing(self, slug: str, on: date) -> SkillStanding:
        replay, exercise = self._replays.get(slug), self.exercises[slug]
        state = replay.state_before(on) if replay is not None else None
        if state is None:
            state = engine.start(exercise, self.lifter, self.known(slug, on))
        made = practising.standing(self.lifter_id, state, on, self._replays)
        return made._replace(cap_kg=None) if self.asks_load(slug, on) else made

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
    made = dict[tuple[PlannedExercise, bool, float | None], PlannedExercise]()

    def filled(planned: PlannedExercise, on: date) -> PlannedExercise:
        slug, on = planned.exercise, max(on, basis.today + DAY)
        key = planned, basis.asks_load(slug, on), basis.most_kg(slug, on)
        if key not in made:  # most weeks repeat the one before
            made[key] = with_sure_loads(by_percent(planned, on, basis), on, basis)
        return made[key]

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

    They are ones that the lifter's gym can set, rounded to easier. The percentage stays beside them
    and decides. Without an e1RM nothing changes; where no load is suggested, there is none.
    """
    if all(entry.percent_e1rm is None for entry in planned.sets):
        return planned
    open_sets = tuple(e if e.percent_e1rm is None else opened(e) for e in planned.sets)
    if basis.asks_load(planned.exercise, on):
        return replace(planned, sets=open_sets)
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


def with_sure_loads(planned: PlannedExercise, on: date, basis: LoadBasis) -> PlannedExercise:
    """Return the same for a plan, which waits until it is said which loads of a lift are right."""
    return planned if basis.asks_first(planned.exercise) else with_open_loads(planned, on, basis)


def _filled(planned: PlannedExercise, on: date, basis: LoadBasis) -> PlannedExercise:
    slug, exercise = planned.exercise, basis.exercises[planned.exercise]
    context = basis.context(slug, on)
    made = programming.fill_exercise(
        planned, basis.strength(slug, on), exercise, basis.lifter,
        cap_kg=basis.cap_kg(slug, on), held_kg=basis.held_kg(slug, on),
        lifted=() if context is None or is_back(context) else context.base_sets,
    )  # fmt: skip
    return typed_exercise(made, basis.lifter.unit)


def opened(entry: PlannedSet) -> PlannedSet:
    """Return a planned set without its load."""
    return replace(entry, load_kg=None, load=None)


def _is_open(entry: PlannedSet) -> bool:
    """Tell whether a load is wanted: how light warm-ups or drops are, only people know."""
    return entry.load_kg is None and entry.percent_e1rm is None and entry.kind in WORK_KINDS


def _if_open(before: PlannedSet, filled: PlannedSet) -> PlannedSet:
    return filled if _is_open(before) else before


def _if_percent(before: PlannedSet, filled: PlannedSet) -> PlannedSet:
    wanted = before.percent_e1rm is not None and filled.load_kg is not None
    return filled if wanted else before
