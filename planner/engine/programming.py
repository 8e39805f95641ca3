"""Fill what is planned with loads from what the lifter can lift now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import exp
from typing import NamedTuple

from planner.engine import evidence, plates
from planner.engine.load_hold import no_harder
from planner.engine.skill import capped
from planner.engine.strength import bodyweight_for, load_for, moved_kg, typed_kg
from planner.engine.target import loads_rise, work_sets
from planner.engine.terms import (
    Exercise,
    Lifter,
    LoggedSet,
    PlannedExercise,
    PlannedSet,
    Reading,
)

_FAR_EASIER = evidence.FAR_EASIER.value
_SAME_REPS = exp(evidence.SMALL_STEP.value)
_LEAST_RIR = evidence.NEAR_LIMIT.value
_TYPED_KG = 0.005  # loads are typed to the hundredth


class _Basis(NamedTuple):
    """What the loads of a lift are computed from; `lifted_kg` are those of last time, as typed."""

    strength_kg: float
    exercise: Exercise
    lifter: Lifter
    lifted_kg: tuple[float, ...]

    def moved(self, load_kg: float) -> float | None:
        """Return what a load as typed moves, kg."""
        return moved_kg(load_kg, self.exercise, bodyweight_for(None, self.lifter))

    def typed(self, moved: float) -> float:
        """Return the load that moves so much, as typed, kg."""
        return max(typed_kg(moved, self.exercise, bodyweight_for(None, self.lifter)), 0.0)


def fill_exercise(
    planned: PlannedExercise,
    reading: Reading | None,
    exercise: Exercise,
    lifter: Lifter,
    *,
    cap_kg: float | None = None,
    held_kg: float | None = None,
    lifted: Sequence[LoggedSet] = (),
) -> PlannedExercise:
    """Return a planned exercise with a load for every set that can have one.

    Sets with a load keep it. The load comes from %e1RM where given, else from repetitions and
    reserve at today's strength, is `cap_kg` at most, and no harder than `held_kg`. Lifts that were
    never read stay without load. The sets `lifted` last tell of loads that are there.
    """
    strength = reading.strength_kg if reading is not None else None
    if strength is None or not loads_rise(exercise):
        return planned
    there = {made.load_kg or 0.0 for made in work_sets(lifted)}
    known = (kg for kg in sorted(there) if _is_there(kg, exercise, lifter))
    basis = _Basis(strength, exercise, lifter, tuple(known))
    sets = (_with_load(entry, basis, cap_kg, held_kg) for entry in planned.sets)
    return replace(planned, sets=tuple(sets))


def _is_there(load_kg: float, exercise: Exercise, lifter: Lifter) -> bool:
    """Tell whether a load that was lifted is there: the steps of a stack are only a guess."""
    found = plates.nearest(load_kg, exercise, lifter.inventory)
    return plates.stacked(exercise) or abs(found - load_kg) <= _TYPED_KG


def _with_load(
    entry: PlannedSet, basis: _Basis, cap_kg: float | None, held_kg: float | None
) -> PlannedSet:
    """Return a set whose load, where it was computed, is no heavier than practice allows, and no
    harder than the one that it is held to."""
    load = None if entry.load_kg is not None else _set_load(entry, basis)
    if load is None:
        return entry
    load = capped(load, cap_kg, basis.exercise, basis.lifter.inventory)
    return replace(entry, load_kg=no_harder(load, held_kg, basis.exercise))


def _set_load(entry: PlannedSet, basis: _Basis) -> float | None:
    """Return the load in kg for one planned set, rounded to easier, or None when open.

    `percent_e1rm` counts in per cent (80 is 80 %). Otherwise the upper end of the repetitions
    with the reserve decides, so that a range begins with room; where loads are coarse, the nearest
    serves that still allows the lower end, or the one of last time.
    """
    reps, strength = entry.reps_high or entry.reps_low, basis.strength_kg
    if entry.percent_e1rm is not None:
        return _loadable(strength * entry.percent_e1rm / 100.0, basis)
    if reps is None or entry.seconds is not None:
        return None
    rir = entry.rir or 0.0
    wanted = load_for(strength, reps, rir)
    near = plates.nearest(basis.typed(wanted), basis.exercise, basis.lifter.inventory)
    moved = basis.moved(near)
    fits = moved is not None and moved <= load_for(strength, entry.reps_low or reps, rir)
    load = near if fits else _loadable(wanted, basis)
    return None if load is None else _or_lifted(load, reps, wanted, basis)


def _or_lifted(load: float, reps: int, wanted: float, basis: _Basis) -> float:
    """Return a load, or the one of last time that comes nearer to what is wanted.

    It is harder than that only where what there is else is far too easy: by a step that keeps the
    repetitions, one of them left in reserve.
    """
    moves = {kg: basis.moved(kg) or 0.0 for kg in (load, *basis.lifted_kg)}
    most = min(wanted * _SAME_REPS, load_for(basis.strength_kg, reps, _LEAST_RIR))
    limit = max(wanted, most) if moves[load] < _FAR_EASIER * wanted else wanted
    known = [kg for kg in moves if kg == load or 0.0 < moves[kg] <= limit]
    return min(known, key=lambda kg: abs(moves[kg] - wanted))


def _loadable(moved: float, basis: _Basis) -> float | None:
    """Return the load that moves at most so much, rounded to easier; None when there is none."""
    load = plates.no_harder(basis.typed(moved), basis.exercise, basis.lifter.inventory)
    return load if basis.moved(load) is not None else None
