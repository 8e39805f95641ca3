"""What is shown of planned loads while a clearance is waited for, or a limit is below them.

The plan itself is not changed: it stands again once the clearance is entered or the limit ends.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto

from planner.coach import loads, wording
from planner.coach.prescription_words import typed_exercise
from planner.coach.quiet import Quiet
from planner.coach.scope import Scope
from planner.coach.sheet import NOTHING
from planner.engine import skill
from planner.engine.terms import (
    Exercise,
    LoadKind,
    Microcycle,
    Phrase,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
    phrase,
)

AT_MOST = "≤"  # stands before a load that a limit keeps lower than it was planned
_TINY_KG = 1e-6


class Why(Enum):
    """What keeps a planned load back: a clearance, a limit whatever the load, one on it, or on
    paper alone strong pain."""

    CLEARANCE = auto()
    LIMIT = auto()
    CAP = auto()
    PAIN = auto()


@dataclass(frozen=True, slots=True)
class KeptBack:
    """What is shown in place of a planned exercise whose loads are kept back, and why."""

    shown: PlannedExercise
    why: Why

    @property
    def held(self) -> bool:
        """Whether there is no load at all for now."""
        return self.why is not Why.CAP

    def marked(self, load: str, exercise: Exercise) -> str:
        """Return the words for a load as they stand in plan and sheet."""
        if not self.held:
            return f"{AT_MOST} {load}"
        return load if exercise.load_kind is LoadKind.BODYWEIGHT else NOTHING


def day_of(week: Microcycle, made: PlannedSession, done: Container[int], today: date) -> date:
    """Return the day whose limits a session comes under: its own, or today where it is overdue in
    a week that goes on. `done` has the ids of the sessions done."""
    on = week.starts_on + timedelta(days=made.day)
    over = week.starts_on + timedelta(days=week.days) <= today
    return on if over or made.id in done else max(on, today)


def days(
    week: Microcycle, done: Container[int], today: date
) -> Iterator[tuple[PlannedSession, date]]:
    """Yield the sessions of a week in order, each with the day whose limits it comes under."""
    for made in sorted(week.sessions, key=lambda session: session.day):
        yield made, day_of(week, made, done, today)


def lines(
    week: Microcycle, done: Container[int], basis: loads.LoadBasis
) -> list[tuple[PlannedExercise, Scope]]:
    """Return the exercises of a week in order, each with the limits of its day."""
    known = ((made, basis.quiet(on).scope) for made, on in days(week, done, basis.today))
    return [(each, limits) for made, limits in known for each in made.exercises]


def kept(planned: PlannedExercise, on: date, basis: loads.LoadBasis) -> KeptBack | None:
    """Return how the loads planned for a day are kept back; None where they stand."""
    silent = basis.quiet(on)
    if silent.held(planned.exercise) is not None:
        waits = silent.blocked is not None or planned.exercise in silent.lifts
        return KeptBack(without_loads(planned), Why.CLEARANCE if waits else Why.LIMIT)
    if is_capped(planned, on, basis):
        return KeptBack(lowered(planned, on, basis), Why.CAP)
    return None


def for_pain(planned: PlannedExercise) -> KeptBack:
    """Return how a planned exercise stands on paper that hurt badly: how heavy, that day tells."""
    return KeptBack(without_loads(planned), Why.PAIN)


def is_held(slug: str, on: date, basis: loads.LoadBasis) -> bool:
    """Say whether a lift waits for a clearance on a day, or is limited whatever its load."""
    return basis.quiet(on).held(slug) is not None


def is_over(entry: PlannedSet, most_kg: float | None) -> bool:
    """Say whether a set was planned with more than a limit allows; None is no limit.

    So may a share of strength be that was a load once, where no strength is known any more.
    """
    return most_kg is not None and (entry.load_kg or 0.0) > most_kg + _TINY_KG


def is_capped(planned: PlannedExercise, on: date, basis: loads.LoadBasis) -> bool:
    """Say whether a load planned for a day is over the limit of that day."""
    most_kg = basis.most_kg(planned.exercise, on)
    return any(is_over(entry, most_kg) for entry in planned.sets)


def lowered(
    planned: PlannedExercise, on: date, basis: loads.LoadBasis, reserve: bool = False
) -> PlannedExercise:
    """Return a planned exercise whose loads keep to the limit of a day, as the gym can set them.

    A reserve goes with a load that was higher, unless the `reserve` is of a lighter one that was
    raised; warm-up sets that are no lighter go.
    """
    if not is_capped(planned, on, basis):
        return planned
    most_kg, exercise = basis.most_kg(planned.exercise, on), basis.exercises[planned.exercise]
    kept = tuple(
        _at_most(entry, most_kg, exercise, basis, reserve)
        for entry in planned.sets
        if entry.kind is not SetKind.WARMUP or not is_over(entry, most_kg)
    )
    return typed_exercise(replace(planned, sets=kept), basis.lifter.unit)


def lower(
    entry: PlannedSet, most_kg: float | None, exercise: Exercise, basis: loads.LoadBasis
) -> PlannedSet:
    """Return a planned set that keeps to a limit, in the form in which the lifter would type it."""
    capped = (_at_most(entry, most_kg, exercise, basis),)
    return typed_exercise(PlannedExercise(exercise.slug, capped), basis.lifter.unit).sets[0]


def without_load(entry: PlannedSet) -> PlannedSet:
    """Return a planned set without what tells how heavy it is: load, share of strength, reserve."""
    return replace(loads.opened(entry), percent_e1rm=None, rir=None)


def without_loads(planned: PlannedExercise) -> PlannedExercise:
    """Return a planned exercise without what tells how heavy it is, and without its warm-up."""
    work = (entry for entry in planned.sets if entry.kind is not SetKind.WARMUP)
    return replace(planned, sets=tuple(map(without_load, work)))


def waits(silent: Quiet, lifts: Iterable[Exercise]) -> tuple[str, ...]:
    """Say which of some lifts wait for a clearance alone, or have a limit below the lightest load
    there is, a sentence each."""
    if silent.blocked is not None:
        return ()
    told = (_waits(silent, each) for each in lifts)
    return tuple(wording.render(each) for each in told if each is not None)


def _waits(silent: Quiet, lift: Exercise) -> Phrase | None:
    waiting = silent.lifts.get(lift.slug)
    if waiting is not None:
        return phrase(
            "{lift}: this lift waits for clearance since {since}: no load is suggested for it.",
            lift=lift.name,
            since=waiting.value("since"),
        )
    below = silent.below_lightest(lift)
    if below is None:
        return None
    return phrase(
        "{lift}: not to be done, as the lightest here is {lightest}.",
        lift=lift.name,
        lightest=below.value("lightest"),
    )


def _at_most(
    entry: PlannedSet,
    most_kg: float | None,
    exercise: Exercise,
    basis: loads.LoadBasis,
    reserve: bool = False,
) -> PlannedSet:
    if not is_over(entry, most_kg):
        return entry
    load_kg = skill.capped(entry.load_kg or 0.0, most_kg, exercise, basis.lifter.inventory)
    return replace(entry, load=None, load_kg=load_kg, rir=entry.rir if reserve else None)
