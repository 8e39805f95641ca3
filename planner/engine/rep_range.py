"""A range of repetitions to work in: its ends, the load that fits it, and words for that load."""

from __future__ import annotations

from math import exp

from planner.engine import evidence, plates, strength
from planner.engine.prediction import level_on
from planner.engine.strength import moved_kg, typed_kg
from planner.engine.target import LiftContext, Target, harder_than, loads_rise, step_cap
from planner.engine.terms import Change, Complexity, Exercise, LoadKind

_FEWEST_REPS = int(evidence.HEAVY_REPS[0].value)
_ROOM_REPS = int(evidence.NOTICE_REPS.value)
_MOST_REPS = int(evidence.MAX_REPS.value)


def room(target: Target, context: LiftContext) -> Change | None:
    """Return a range with room for repetitions before the lift gets harder; None without one.

    Singles to triples become a range for which the load is less: at their own load there is no
    room. Technical lifts stay at few, and 20 repetitions are not made more.
    """
    low = max(target.reps_low, _FEWEST_REPS)
    high = max(target.reps_high, low + _ROOM_REPS)
    if low == target.reps_low:
        return Change(reps_low=low, reps_high=high) if high <= _MOST_REPS else None
    exercise = context.exercise
    if not loads_rise(exercise) or exercise.complexity is Complexity.TECHNICAL:
        return None
    load = load_for(target, context, (low, high), target.reps_high)
    return None if load is None else Change(load_kg=load, reps_low=low, reps_high=high)


def load_for(
    target: Target, context: LiftContext, ends: tuple[int, ...], reps: int
) -> float | None:
    """Return the load for the upper end of a range, at most the cap over the last, kg.

    `reps` are the usual ones. None where it would not be harder for fewer repetitions, far too
    light for them, too hard for the lower end where the gym has none lighter, or cannot be moved.
    """
    exercise, body = context.exercise, context.state.bodyweight_kg
    level = level_on(context.state, context.session_on, context.muscle_gap_days)
    before = moved_kg(target.load_kg, exercise, body)
    if level is None or before is None or harder_than(target, exercise, context.base_sets):
        return None
    at_low, wanted = [strength.load_for(exp(level.mean), end, target.rir) for end in ends]
    most = min(at_low, before * (1.0 + step_cap(exercise, returning=False)))
    moved = min(wanted, most)
    if moved < evidence.RANGE_LOAD.value * wanted:
        return None
    load = plates.no_harder(typed_kg(moved, exercise, body), exercise, context.inventory)
    after = moved_kg(load, exercise, body)
    if after is None or after > most:
        return None
    fits = after > before if ends[1] < reps else after < before
    return load if fits else None


def at_load(load_kg: float, exercise: Exercise) -> str:
    """Return the words for a load, with `new_kg` to be filled in: added weight, or help."""
    if exercise.load_kind is LoadKind.ASSISTED:
        return "with {new_kg} of help" if load_kg else "without help"
    if exercise.load_kind is LoadKind.ADDED:
        return "with {new_kg} added" if load_kg else "at bodyweight"
    return "with {new_kg}"


def before_harder(exercise: Exercise) -> str:
    """Return the words for what comes after the range is filled."""
    return {
        LoadKind.ADDED: "before adding weight",
        LoadKind.ASSISTED: "before taking less help",
        LoadKind.BODYWEIGHT: "before a harder variation",
    }.get(exercise.load_kind, "before adding load")


def then_steps(exercise: Exercise) -> str:
    """Return the words for how a lift goes on within a new range."""
    if exercise.load_kind is LoadKind.ASSISTED:
        return "the help then falls step by step"
    if exercise.load_kind is LoadKind.ADDED:
        return "the weight added then rises step by step"
    return "the load then rises step by step"
