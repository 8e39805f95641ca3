"""Fill what is planned with loads from what the lifter can lift now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import exp, isclose

from planner.engine import evidence, plates
from planner.engine.load_hold import no_harder
from planner.engine.skill import capped
from planner.engine.strength import bodyweight_for, load_for, moved_kg, typed_kg
from planner.engine.target import loads_rise
from planner.engine.terms import (
    Exercise,
    Lifter,
    LoggedSet,
    PlannedExercise,
    PlannedSet,
    Reading,
    SetKind,
)

_WORK = (SetKind.WORK, SetKind.FAILURE)
_SAME = 1e-4  # as share of a load: what comes of adding pounds
_SAME_REPS = exp(evidence.SMALL_STEP.value)  # a load so much heavier is good for as many


def fill_exercise(
    planned: PlannedExercise,
    reading: Reading | None,
    exercise: Exercise,
    lifter: Lifter,
    cap_kg: float | None = None,
    held_kg: float | None = None,
    lifted: Sequence[LoggedSet] = (),
) -> PlannedExercise:
    """Return a planned exercise with a load for every set that can have one.

    Sets with a load keep it. The load comes from %e1RM where given, else from repetitions and
    reserve at today's strength, is `cap_kg` at most, and no harder than `held_kg`. Lifts that were
    never read stay without load. What was `lifted` last stays where it is nearer than what the
    load would be rounded to.
    """
    strength = reading.strength_kg if reading is not None else None
    if strength is None or not loads_rise(exercise):
        return planned
    sets = [_with_load(entry, strength, exercise, lifter, lifted) for entry in planned.sets]
    allowed = [
        _allowed(*each, exercise, lifter, cap_kg, held_kg)
        for each in zip(planned.sets, sets, strict=True)
    ]
    return replace(planned, sets=tuple(allowed))


def _allowed(
    before: PlannedSet,
    made: PlannedSet,
    exercise: Exercise,
    lifter: Lifter,
    cap_kg: float | None,
    held_kg: float | None,
) -> PlannedSet:
    """Return a set whose load, where it was computed, is no heavier than practice allows, and no
    harder than the one that it is held to."""
    if made.load_kg is None or before.load_kg is not None:
        return made
    load = capped(made.load_kg, cap_kg, exercise, lifter.inventory)
    return replace(made, load_kg=no_harder(load, held_kg, exercise))


def _with_load(
    entry: PlannedSet,
    strength_kg: float,
    exercise: Exercise,
    lifter: Lifter,
    lifted: Sequence[LoggedSet],
) -> PlannedSet:
    if entry.load_kg is not None:
        return entry
    load = set_load(entry, strength_kg, exercise, lifter, lifted)
    return entry if load is None else replace(entry, load_kg=load)


def set_load(
    entry: PlannedSet,
    strength_kg: float,
    exercise: Exercise,
    lifter: Lifter,
    lifted: Sequence[LoggedSet] = (),
) -> float | None:
    """Return the load in kg for one planned set, rounded to easier, or None when open.

    `percent_e1rm` counts in per cent (80 is 80 %). Otherwise the upper end of the repetitions
    with the reserve decides, so that a range begins with room; where loads are coarse, the nearest
    serves that still allows the lower end, and one that was `lifted` last where that is nearer.
    """
    reps = entry.reps_high or entry.reps_low
    if entry.percent_e1rm is not None:
        return _loadable(strength_kg * entry.percent_e1rm / 100.0, exercise, lifter)
    if reps is None or entry.seconds is not None:
        return None
    rir, body = entry.rir or 0.0, bodyweight_for(None, lifter)
    wanted = load_for(strength_kg, reps, rir)
    near = plates.nearest(max(typed_kg(wanted, exercise, body), 0.0), exercise, lifter.inventory)
    moved = moved_kg(near, exercise, body)
    most = load_for(strength_kg, entry.reps_low or reps, rir)
    fits = moved is not None and moved <= most
    load = near if fits else _loadable(wanted, exercise, lifter)
    return _or_lifted(load, wanted, exercise, lifter, lifted)


def _or_lifted(
    load: float | None,
    wanted: float,
    exercise: Exercise,
    lifter: Lifter,
    lifted: Sequence[LoggedSet],
) -> float | None:
    """Return what moves nearest to what is wanted: a load, or one lifted last that is there."""
    if load is None:
        return None
    body = bodyweight_for(None, lifter)
    last = {entry.load_kg or 0.0 for entry in lifted if _is_there(entry, exercise, lifter)}
    moves = {kg: moved_kg(kg, exercise, body) or 0.0 for kg in (load, *sorted(last))}
    known = [kg for kg in moves if kg == load or 0.0 < moves[kg] <= wanted * _SAME_REPS]
    return min(known, key=lambda kg: abs(moves[kg] - wanted))


def _is_there(entry: LoggedSet, exercise: Exercise, lifter: Lifter) -> bool:
    """Tell whether a load that was lifted is there: the steps of a stack are only a guess."""
    kg = entry.load_kg or 0.0
    if entry.kind not in _WORK:
        return False
    return plates.stacked(exercise) or isclose(
        plates.nearest(kg, exercise, lifter.inventory), kg, rel_tol=_SAME
    )


def _loadable(moved: float, exercise: Exercise, lifter: Lifter) -> float | None:
    """Return the load that moves at most so much, rounded to easier; None when there is none."""
    body = bodyweight_for(None, lifter)
    typed = max(typed_kg(moved, exercise, body), 0.0)
    load = plates.no_harder(typed, exercise, lifter.inventory)
    return load if moved_kg(load, exercise, body) is not None else None
