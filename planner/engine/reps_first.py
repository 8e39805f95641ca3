"""Advice to go on by repetitions, where the next load is too big a step or there is none."""

from __future__ import annotations

from planner.engine import evidence
from planner.engine.prospect import STOP, basis, forecast_at
from planner.engine.reading import confidence_of
from planner.engine.suggestion import Numbers, hold, make, stay_at, tell
from planner.engine.target import LiftContext, Target, least_reps, step_cap
from planner.engine.terms import Change, LoadKind, Suggestion, SuggestionKind, phrase

_INCREASE_P = evidence.INCREASE_P.value
_ROOM_REPS = int(evidence.REPS_ROOM.value)
_MOST_REPS = int(evidence.MAX_REPS.value)


def heaviest(target: Target, context: LiftContext) -> Suggestion:
    """Build repetitions at the hardest load that the gym has."""
    numbers: Numbers = (("load_kg", target.load_kg),)
    reason = "{load_kg} is the most that can be loaded here."
    return _build(target, context, "hold.heaviest", reason, numbers)


def step_too_big(target: Target, context: LiftContext, step: float, rise: float) -> Suggestion:
    """Build repetitions while the next load, `rise` more as a fraction, is over the cap."""
    numbers: Numbers = (
        ("load_kg", target.load_kg),
        ("new_kg", step),
        ("step_pct", round(100 * rise, 1)),
        ("cap_pct", 100 * step_cap(context.exercise, context.returning)),
    )
    assisted = context.exercise.load_kind is LoadKind.ASSISTED
    what = "The next step, {new_kg} of help" if assisted else "The next load, {new_kg}"
    reason = what + ", is {step_pct} harder; over {cap_pct} at once is too much."
    return _build(target, context, "hold.step_too_big", reason, numbers)


def _build(
    target: Target, context: LiftContext, rule: str, reason: str, numbers: Numbers
) -> Suggestion:
    """Open the range by two repetitions when every set has reached its top; it ends at 20."""
    high, change = target.reps_high, None
    if least_reps(context.exercise, context.base_sets) >= high and high + _ROOM_REPS <= _MOST_REPS:
        high += _ROOM_REPS
        change = Change(reps_low=target.reps_low, reps_high=high)
    numbers = (*numbers, ("high", high))
    words = (
        tell("Stay at {load_kg}, up to {high} reps", numbers),
        tell(reason, numbers),
        phrase("Smaller plates or dumbbells in your equipment."),
    )
    return hold(context, rule, words, numbers, change=change, sources=("acsm-2009",))


def more_reps(target: Target, context: LiftContext) -> Suggestion:
    """Add a repetition where there is no load to add, once it is likely to be met."""
    low = target.reps_low + 1
    chance = forecast_at(target.load_kg, target, context).p_reserve(low, target.rir)
    numbers: Numbers = (*basis(target, chance), ("low", low))
    if chance < _INCREASE_P:
        return _same_reps(target, context, numbers)
    words = (
        tell("Go up to {low} reps", numbers),
        tell("All sets met {reps}. I see a chance of {hit_p} for {low}.", numbers),
        phrase(STOP),
    )
    return make(
        SuggestionKind.INCREASE, context, "increase.reps", words, confidence_of(chance), numbers,
        Change(reps_low=low, reps_high=target.reps_high + 1), ("acsm-2009",),
    )  # fmt: skip


def _same_reps(target: Target, context: LiftContext, numbers: Numbers) -> Suggestion:
    words = (
        stay_at(target.load_kg),
        tell("All sets met {reps}. I see a chance of {hit_p} for {low}; one more session tells "
             "more.", numbers),
        phrase("The target met again with reps to spare."),
    )  # fmt: skip
    return hold(context, "hold.reps_not_yet", words, numbers, sources=("acsm-2009",))
