"""A range of repetitions to work in: its ends, the load that fits it, and words for that load."""

from __future__ import annotations

from math import exp

from planner.engine import evidence, plates, strength
from planner.engine.load_hold import is_too_soon
from planner.engine.prediction import level_on
from planner.engine.strength import moved_kg, typed_kg
from planner.engine.target import LiftContext, Target, harder_than, loads_rise, step_cap
from planner.engine.terms import N_, Change, Complexity, Exercise, LoadKind, Phrase, phrase

_FEWEST_REPS = int(evidence.HEAVY_REPS[0].value)
_ROOM_REPS = int(evidence.NOTICE_REPS.value)
_MOST_REPS = int(evidence.MAX_REPS.value)
_BEFORE_HARDER = {
    LoadKind.ADDED: N_("before adding weight"),
    LoadKind.ASSISTED: N_("before taking less help"),
    LoadKind.BODYWEIGHT: N_("before a harder variation"),
}
_BEFORE_LOAD = N_("before adding load")


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
    light for them, too hard for the lower end where the gym has none lighter, cannot be moved, or
    is too soon after strong pain.
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
    if after is None or after > most or is_too_soon(load, context):
        return None
    fits = after > before if ends[1] < reps else after < before
    return load if fits else None


def at_load(load_kg: float, exercise: Exercise) -> Phrase:
    """Return the words for a load within a sentence: a weight, one that is added, or help."""
    if exercise.load_kind is LoadKind.ASSISTED:
        return (
            phrase("with {new_kg} of help", new_kg=load_kg) if load_kg else phrase("without help")
        )
    if exercise.load_kind is LoadKind.ADDED:
        return phrase("with {new_kg} added", new_kg=load_kg) if load_kg else phrase("at bodyweight")
    return phrase("with {new_kg}", new_kg=load_kg)


def before_harder(exercise: Exercise) -> Phrase:
    """Return the words for what comes after the range is filled, within a sentence."""
    return phrase(_BEFORE_HARDER.get(exercise.load_kind, _BEFORE_LOAD))


def then_steps(exercise: Exercise) -> Phrase:
    """Return the words for how a lift goes on within a new range, within a sentence."""
    if exercise.load_kind is LoadKind.ASSISTED:
        return phrase("the help then falls step by step")
    if exercise.load_kind is LoadKind.ADDED:
        return phrase("the weight added then rises step by step")
    return phrase("the load then rises step by step")
