"""What else a lift shows by session: best set, reps at a load, tonnage, intensity, hard sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from planner.coach import points, readings
from planner.coach.replay import Replay, ReplayedDay
from planner.coach.step_tonnage import tonnage_kg
from planner.engine import plates, strength, volume
from planner.engine.terms import SUSPECT, WORK_KINDS, Exercise, LoadKind, LoggedSet, SetKind
from planner.storage.problems import NotStored
from planner.storage.unchanged import unchanged

OFTEN = 3  # sessions from which on a load counts as used often
MOST_LOADS = 12  # to choose from
_SAME_KG = 0.01  # loads are the same but for rounding
_OWN_WEIGHT = (LoadKind.ADDED, LoadKind.BODYWEIGHT, LoadKind.ASSISTED)  # no load is one of 0


class LiftMeasure(StrEnum):
    """What the plot of a lift shows over time."""

    STRENGTH = "strength"
    BEST_SET = "best_set"
    REPS_AT_LOAD = "reps_at_load"
    TONNAGE = "tonnage"
    INTENSITY = "intensity"
    HARD_SETS = "hard_sets"


@dataclass(frozen=True, slots=True)
class SessionValue:
    """What a session shows: kg, repetitions, sets, or a fraction of e1RM.

    `top` is the heaviest set's fraction of e1RM. `entry` is the set that the value is of. `near`
    tells that its load was not quite the one asked for.
    """

    on: date
    session_id: int
    value: float
    top: float | None = None
    entry: LoggedSet | None = None
    near: bool = False


@dataclass(frozen=True, slots=True)
class UsedLoad:
    """A load as typed, kg, and in how many sessions it was used."""

    load_kg: float
    sessions: int


@dataclass(frozen=True, slots=True)
class MeasureChart:
    """One measure of a lift over its whole history; `values` are oldest first.

    `in_kg` tells that values are loads. For the repetitions at a load, `loads` are those that were
    used often, most often first, `at_kg` the one asked for, give or take `step_kg`.
    """

    exercise: Exercise
    measure: LiftMeasure
    on: date
    values: tuple[SessionValue, ...]
    in_kg: bool = False
    loads: tuple[UsedLoad, ...] = ()
    at_kg: float | None = None
    step_kg: float = 0.0


def measured(
    lifter_id: int, slug: str, measure: LiftMeasure, today: date, at_kg: float | None = None
) -> MeasureChart:
    """Return one measure of a lift; LookupError without a history.

    `at_kg` is the load at which repetitions are counted; the one used most often where it is None,
    or was not used often.
    """
    key = "lift measure", lifter_id, slug, measure, today, at_kg
    return unchanged(key, lambda: _measured(lifter_id, slug, measure, today, at_kg))


def _measured(
    lifter_id: int, slug: str, measure: LiftMeasure, today: date, at_kg: float | None
) -> MeasureChart:
    replay = readings.replays(lifter_id, today).get(slug)
    if replay is None:
        raise NotStored(f"{slug} has no history yet")
    if measure is LiftMeasure.REPS_AT_LOAD:
        return _reps_at_load(replay, today, at_kg)
    read = _READ[measure]
    steps = _all(replay, today) if measure is LiftMeasure.HARD_SETS else _trusted(replay, today)
    values = tuple(value for step in steps if (value := read(replay, step)) is not None)
    in_kg = measure is LiftMeasure.TONNAGE or _loaded(values, measure)
    if measure is LiftMeasure.BEST_SET and not in_kg:
        values = tuple(map(_as_reps, values))
    return MeasureChart(replay.exercise, measure, today, values, in_kg)


def _all(replay: Replay, today: date) -> Iterator[ReplayedDay]:
    return (step for step in replay.steps if step.day.on <= today)


def _trusted(replay: Replay, today: date) -> Iterator[ReplayedDay]:
    """Yield the days up to today without those that look like typing errors."""
    left_out = points.held_out(replay)
    return (step for step in _all(replay, today) if step.session_id not in left_out)


def _sets(step: ReplayedDay) -> list[LoggedSet]:
    return [entry for entry in step.day.sets if SUSPECT not in entry.flags]


# the measures
def _best_set(replay: Replay, step: ReplayedDay) -> SessionValue | None:
    bodyweight_kg = strength.bodyweight_for(step.day, replay.lifter)
    best = strength.best_set(_sets(step), replay.exercise, bodyweight_kg)
    if best is None:
        return None
    entry, _ = best
    return SessionValue(step.day.on, step.session_id, entry.load_kg or 0.0, entry=entry)


def _as_reps(made: SessionValue) -> SessionValue:
    reps = 0 if made.entry is None else made.entry.reps or 0
    return SessionValue(made.on, made.session_id, float(reps), entry=made.entry)


def _loaded(values: Iterable[SessionValue], measure: LiftMeasure) -> bool:
    return measure is LiftMeasure.BEST_SET and any(each.value for each in values)


def _tonnage(_replay: Replay, step: ReplayedDay) -> SessionValue | None:
    total = tonnage_kg(step)
    return SessionValue(step.day.on, step.session_id, total) if total else None


def _intensity(replay: Replay, step: ReplayedDay) -> SessionValue | None:
    """Return mean and top of the work sets as fractions of the e1RM known before the session."""
    known_kg = step.known_e1rm_kg
    if known_kg is None:
        return None
    bodyweight_kg = strength.bodyweight_for(step.day, replay.lifter)
    work = strength.without_ramp(_sets(step), replay.exercise, bodyweight_kg)
    loads = [
        strength.moved_kg(entry.load_kg, replay.exercise, bodyweight_kg)
        for entry in work
        if entry.kind in WORK_KINDS and strength.trusted(entry)
    ]
    shares = [kg / known_kg for kg in loads if kg is not None]
    if not shares:
        return None
    mean = sum(shares) / len(shares)
    return SessionValue(step.day.on, step.session_id, mean, max(shares))


def _hard_sets(_replay: Replay, step: ReplayedDay) -> SessionValue | None:
    sets = volume.hard_sets(_sets(step))
    return SessionValue(step.day.on, step.session_id, float(sets)) if sets else None


_Read: TypeAlias = Callable[[Replay, ReplayedDay], SessionValue | None]
_READ: Mapping[LiftMeasure, _Read] = {
    LiftMeasure.BEST_SET: _best_set,
    LiftMeasure.TONNAGE: _tonnage,
    LiftMeasure.INTENSITY: _intensity,
    LiftMeasure.HARD_SETS: _hard_sets,
}


# repetitions at a load
def _reps_at_load(replay: Replay, today: date, at_kg: float | None) -> MeasureChart:
    steps = list(_trusted(replay, today))
    used = _used_often(replay.exercise, steps)
    known = [each.load_kg for each in used]
    if at_kg not in known:
        at_kg = known[0] if known else None
    step_kg = plates.step_of(replay.exercise, replay.lifter.inventory)
    found = (_most_reps(replay.exercise, step, at_kg, step_kg) for step in steps)
    values = tuple(value for value in found if value is not None)
    return MeasureChart(
        replay.exercise, LiftMeasure.REPS_AT_LOAD, today, values, False, used, at_kg, step_kg
    )


def _work(exercise: Exercise, step: ReplayedDay) -> Iterator[tuple[float, LoggedSet]]:
    """Yield (load in kg, set) of what was done for repetitions on a day, without warm-ups."""
    for entry in _sets(step):
        load_kg = 0.0 if exercise.load_kind in _OWN_WEIGHT else None
        load_kg = load_kg if entry.load_kg is None else round(entry.load_kg, 2)
        if load_kg is not None and entry.reps and entry.kind is not SetKind.WARMUP:
            yield load_kg, entry


def _used_often(exercise: Exercise, steps: Sequence[ReplayedDay]) -> tuple[UsedLoad, ...]:
    counts = Counter[float]()
    for step in steps:
        counts.update({load_kg for load_kg, _ in _work(exercise, step)})
    often = [UsedLoad(kg, sessions) for kg, sessions in counts.items() if sessions >= OFTEN]
    return tuple(sorted(often, key=lambda each: (-each.sessions, -each.load_kg))[:MOST_LOADS])


def _most_reps(
    exercise: Exercise, step: ReplayedDay, at_kg: float | None, step_kg: float
) -> SessionValue | None:
    """Return a day's most repetitions at a load; without it, those at a step more or less."""
    if at_kg is None:
        return None
    sets = [
        (abs(load_kg - at_kg) > _SAME_KG, entry)
        for load_kg, entry in _work(exercise, step)
        if abs(load_kg - at_kg) <= step_kg + _SAME_KG
    ]
    if not sets:
        return None
    near, entry = min(sets, key=lambda each: (each[0], -(each[1].reps or 0)))
    on, reps = step.day.on, float(entry.reps or 0)
    return SessionValue(on, step.session_id, reps, entry=entry, near=near)
