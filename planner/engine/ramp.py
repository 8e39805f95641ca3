"""The ramp of lighter sets that leads up to an exercise's first work set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planner.engine import evidence, plates
from planner.engine.terms import (
    Equipment,
    Exercise,
    Inventory,
    LoadKind,
    Measure,
    PlannedSet,
    SetKind,
)

_BAR = (Equipment.BARBELL, Equipment.SMITH)
_RAMPED = (LoadKind.EXTERNAL, LoadKind.ADDED)  # what gets lighter by taking load off


class _Step(NamedTuple):
    """A step of the ramp; a share of None is the bar, or the body, alone."""

    share: float | None
    reps: int


def ramped(exercise: Exercise) -> bool:
    """Tell whether an exercise can be led up to with lighter sets."""
    return exercise.load_kind in _RAMPED and exercise.measure is Measure.REPS


def warm_up(work: PlannedSet, exercise: Exercise, inventory: Inventory) -> tuple[PlannedSet, ...]:
    """Return the warm-up sets before a work set, lightest first; loads are kg.

    Each load is the nearest one that the gym can set, clearly heavier than the one before and
    lighter than the work. Before a share of e1RM come shares, before an open load open ones.
    Empty for an exercise that has no ramp, or work no heavier than the bar.
    """
    if not ramped(exercise):
        return ()
    steps = _steps(exercise, work)
    if work.percent_e1rm is not None:
        return tuple(_by_percent(steps, work.percent_e1rm, exercise, inventory))
    if work.load_kg is None:
        return tuple(_set(step, _start_kg(step, exercise, inventory)) for step in steps)
    return tuple(_by_load(steps, work.load_kg, exercise, inventory))


def _steps(exercise: Exercise, work: PlannedSet) -> list[_Step]:
    reps = work.reps_high or work.reps_low or 1
    many = reps > evidence.RAMP_LAST_TO_REPS.value
    shares = [each.value for each in evidence.RAMP_SHARES]
    counts = [each.value for each in evidence.RAMP_REPS]
    made = [_Step(share, int(count)) for share, count in zip(shares, counts, strict=True)]
    alone = exercise.equipment in _BAR or exercise.load_kind is LoadKind.ADDED
    first = [_Step(None, int(evidence.RAMP_START_REPS.value))] if alone else []
    return [*first, *(made[:-1] if many else made)]


def _by_percent(
    steps: Iterable[_Step], percent: float, exercise: Exercise, inventory: Inventory
) -> Iterator[PlannedSet]:
    for step in steps:
        if step.share is None:
            yield _set(step, _start_kg(step, exercise, inventory))
        else:
            yield _set(step, percent=float(max(1, round(step.share * percent))))


def _by_load(
    steps: Iterable[_Step], work_kg: float, exercise: Exercise, inventory: Inventory
) -> Iterator[PlannedSet]:
    before, apart = 0.0, evidence.RAMP_LEAST_STEP.value * work_kg
    for step in steps:
        start = _start_kg(step, exercise, inventory)
        load = plates.nearest((step.share or 0.0) * work_kg, exercise, inventory)
        if start is not None and start < work_kg:
            before = start
            yield _set(step, start)
        elif start is None and before < load and before + apart <= load < work_kg:
            before = load
            yield _set(step, load)


def _start_kg(step: _Step, exercise: Exercise, inventory: Inventory) -> float | None:
    """Return the load of the bar or the body alone; None for a share."""
    if step.share is not None:
        return None
    return plates.down(0.0, exercise, inventory)


def _set(step: _Step, load_kg: float | None = None, percent: float | None = None) -> PlannedSet:
    return PlannedSet(
        step.reps, step.reps, load_kg=load_kg, percent_e1rm=percent, kind=SetKind.WARMUP
    )
