"""The way back to a load that hurt badly: in steps from what was done without such pain since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from planner.engine import base, evidence, plates, strength
from planner.engine.lift import LiftState
from planner.engine.reps_first import is_built_up
from planner.engine.same_load import hardest, is_harder, is_same
from planner.engine.session_signs import was_done, worst_pain
from planner.engine.target import Shown, last_load, loads_rise, step_cap
from planner.engine.terms import (
    Exercise,
    ExerciseDay,
    Inventory,
    LoadKind,
    LoggedSet,
    WayBack,
)

_STRONG = evidence.PAIN_REFER.value
_STEP = 1.0 + evidence.RETURN_STEP.value
_TINY = 1e-9


class _Stage(NamedTuple):
    """The worst pain and its last day, the load to reach again, and the hardest done since."""

    pain: int
    on: date
    hurt_kg: float
    since_kg: float | None = None


def most_over(
    load_kg: float, state: LiftState, inventory: Inventory, shown: Sequence[Shown] = ()
) -> float:
    """Return the most after a load: a tenth more, or the gym's next load where that is farther but
    no more of a step than anybody's, by the cap or by the repetitions `shown` with the load.

    How much harder a tenth less help is, the help does not tell: there it is the cap.
    """
    exercise = state.exercise
    most = _a_tenth_more(load_kg, state)
    if is_harder(plates.no_harder(most, exercise, inventory), most, exercise):
        most = load_kg  # the gym begins higher
    following = plates.next_harder(load_kg, exercise, inventory)
    if following is None or not _is_usual(load_kg, following, state, shown):
        return most
    return following if is_harder(following, most, exercise) else most


def usual_step(load_kg: float, state: LiftState) -> float:
    """Return the load, as typed, that is as much harder as anybody is advised at once."""
    exercise, body_kg = state.exercise, state.bodyweight_kg
    moved = strength.moved_kg(load_kg, exercise, body_kg) or 0.0
    more = 1.0 + step_cap(exercise, state.rhythm.returning) + _TINY
    return load_kg if not moved else strength.typed_kg(more * moved, exercise, body_kg)


def _a_tenth_more(load_kg: float, state: LiftState) -> float:
    helped = state.exercise.load_kind is LoadKind.ASSISTED
    return usual_step(load_kg, state) if helped else load_kg * _STEP


def _is_usual(load_kg: float, following: float, state: LiftState, shown: Sequence[Shown]) -> bool:
    """Tell whether a healthy lifter would be advised to go on to the gym's next load."""
    returning = state.rhythm.returning
    rise = strength.rise(load_kg, following, state.exercise, state.bodyweight_kg)
    if rise is None or rise <= step_cap(state.exercise, returning) + _TINY:
        return rise is not None
    least = min(shown[-1].reps) if shown else 0
    return is_built_up(rise, least, shown, returning)


def way_back(days: Sequence[ExerciseDay], state: LiftState, inventory: Inventory) -> WayBack | None:
    """Return how far a lift is back from strong pain, from its days, oldest first, and its state
    after them.

    The load to reach again is the hardest of the day that hurt, and of the work done before it
    where that was none. None once a later day without strong pain reached it, and for what has no
    load.
    """
    exercise = state.exercise
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
    if stage.since_kg is None:
        return WayBack(stage.pain, stage.on, None)
    since = [day for day in days if day.on > stage.on]
    shown = _shown(since, stage.since_kg, state)
    return WayBack(stage.pain, stage.on, most_over(stage.since_kg, state, inventory, shown))


def _shown(since: Sequence[ExerciseDay], since_kg: float, state: LiftState) -> tuple[Shown, ...]:
    """Return what the last sessions with the hardest load done since have shown of it."""
    lifted = [day for day in since if last_load(state.exercise, day.sets) is not None]
    while lifted and not is_same(last_load(state.exercise, lifted[-1].sets) or 0.0, since_kg):
        lifted = lifted[:-1]
    return base.shown(lifted, state) if lifted else ()


def _done_kg(sets: Iterable[LoggedSet], exercise: Exercise) -> float | None:
    """Return the hardest load of the work sets done, of held and carried ones, too."""
    return hardest([entry.load_kg or 0.0 for entry in sets if was_done(entry)], exercise)


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
