"""The way back to a load that hurt badly: in steps from what was done without such pain since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import NamedTuple

from planner.engine import evidence, plates
from planner.engine.same_load import hardest, is_harder
from planner.engine.session_signs import worst_pain
from planner.engine.target import loads_rise
from planner.engine.terms import (
    SUSPECT,
    WORK_KINDS,
    Exercise,
    ExerciseDay,
    Inventory,
    LoadKind,
    LoggedSet,
    WayBack,
)

_STRONG = evidence.PAIN_REFER.value
_STEP = 1.0 + evidence.RETURN_STEP.value


class _Stage(NamedTuple):
    """The worst pain and its last day, the load to reach again, and the hardest done since."""

    pain: int
    on: date
    hurt_kg: float
    since_kg: float | None = None


def step_over(load_kg: float, exercise: Exercise, inventory: Inventory) -> float:
    """Return the most after a load: a share more, or the gym's next load where that is farther.

    With help it is the gym's next alone: how much harder a share less is, the help does not tell.
    """
    following = plates.next_harder(load_kg, exercise, inventory)
    if exercise.load_kind is LoadKind.ASSISTED:
        return load_kg if following is None else following
    most = load_kg * _STEP
    within = plates.no_harder(most, exercise, inventory)
    if within <= most and is_harder(within, load_kg, exercise):
        return most
    return max(most, following or most)


def way_back(
    days: Iterable[ExerciseDay], exercise: Exercise, inventory: Inventory
) -> WayBack | None:
    """Return how far a lift is back from strong pain, from its days, oldest first.

    The load to reach again is the hardest of the day that hurt, and of the work done before it
    where that was none. None once a later day without strong pain reached it, and for what has no
    load.
    """
    if not loads_rise(exercise):
        return None
    stage, before_kg = None, None
    for on, same_day in groupby(days, lambda day: day.on):
        sets = [entry for day in same_day for entry in day.sets]
        done_kg, pain = _done_kg(sets, exercise), worst_pain(sets)
        if pain >= _STRONG:
            stage = _hurt(stage, on, sets, before_kg if done_kg is None else done_kg, exercise)
        elif stage is not None:
            stage = _after(stage, done_kg, exercise)
        before_kg = before_kg if done_kg is None else done_kg
    if stage is None:
        return None
    since_kg = stage.since_kg
    most_kg = None if since_kg is None else step_over(since_kg, exercise, inventory)
    return WayBack(stage.pain, stage.on, most_kg)


def _done_kg(sets: Iterable[LoggedSet], exercise: Exercise) -> float | None:
    """Return the hardest load of the work sets done, of held and carried ones, too."""
    work = (e for e in sets if e.kind in WORK_KINDS and SUSPECT not in e.flags)
    done = [e.load_kg or 0.0 for e in work if e.reps or e.seconds or e.distance_m]
    return hardest(done, exercise)


def _hurt(
    before: _Stage | None,
    on: date,
    sets: Iterable[LoggedSet],
    work_kg: float | None,
    exercise: Exercise,
) -> _Stage:
    """Return where a day stands that hurt badly: what was not reached before is still to reach."""
    hurt = [entry for entry in sets if (entry.pain or 0) >= _STRONG]
    known = (work_kg, before.hurt_kg if before is not None else None)
    loads = [entry.load_kg or 0.0 for entry in hurt] + [kg for kg in known if kg is not None]
    return _Stage(worst_pain(hurt), on, hardest(loads, exercise) or 0.0)


def _after(stage: _Stage, done_kg: float | None, exercise: Exercise) -> _Stage | None:
    """Return where a day without strong pain leaves a lift; None once it reached the load."""
    if done_kg is None:
        return stage
    if not is_harder(stage.hurt_kg, done_kg, exercise):
        return None
    known = [done_kg] if stage.since_kg is None else [done_kg, stage.since_kg]
    return stage._replace(since_kg=hardest(known, exercise))
