"""Advice to go on by repetitions, where the next load is too big a step or there is none."""

from __future__ import annotations

from collections.abc import Sequence

from planner.engine import evidence, strength
from planner.engine.prospect import STOP, able_reps, basis, forecast_at
from planner.engine.reading import confidence_of
from planner.engine.suggestion import Numbers, hold, make, stay_at, tell
from planner.engine.target import LiftContext, Shown, Target, least_reps, step_cap
from planner.engine.terms import Change, LoadKind, Phrase, Suggestion, SuggestionKind, phrase

_INCREASE_P = evidence.INCREASE_P.value
_ROOM_REPS = int(evidence.REPS_ROOM.value)
_MOST_REPS = int(evidence.MAX_REPS.value)
_BIG_STEP = evidence.BIG_STEP.value
_ENOUGH = int(evidence.BIG_STEP_FROM.value)
_FEWEST = int(evidence.BIG_STEP_REPS.value)


def heaviest(target: Target, context: LiftContext) -> Suggestion:
    """Build repetitions at the hardest load that the gym has."""
    numbers: Numbers = (("load_kg", target.load_kg),)
    reason = tell("{load_kg} is the most that can be loaded here.", numbers)
    return _build(target, context, "hold.heaviest", reason, numbers)


def rise_to(step_kg: float, target: Target, context: LiftContext) -> float | None:
    """Return a step from the target's load as a fraction of what is moved; None when it cannot."""
    body = context.state.bodyweight_kg
    return strength.rise(target.load_kg, step_kg, context.exercise, body)


def is_built_up(rise: float, least: int, shown: Sequence[Shown], returning: bool) -> bool:
    """Tell whether repetitions are built up for a step over the cap, `rise` more as a fraction.

    That is when all sets had `least`: two more than the load began with in the sessions that have
    `shown` it, or fifteen. Never for who is `returning` from time off, nor for a step too far.
    """
    began = shown[0].reps[0] if shown else least
    return rise <= _BIG_STEP and not returning and least >= min(began + _ROOM_REPS, _ENOUGH)


def big_step(target: Target, context: LiftContext, step: float, rise: float) -> Suggestion | None:
    """Take a step over the cap once every set has built up repetitions for it; None until then.

    The new load must likely allow five or more (what was asked for, if that is more), two fewer
    than every set did before.
    """
    least = least_reps(context.exercise, context.base_sets)
    if not is_built_up(rise, least, context.base.shown, context.returning):
        return None
    after = forecast_at(step, target, context)
    fewest = max(_FEWEST, target.reps_low) if target.firm else _FEWEST
    able = (n for n in range(least - _ROOM_REPS, fewest - 1, -1)
            if after.p_reserve(n, target.rir) >= _INCREASE_P)  # fmt: skip
    reps = next(able, None)
    return None if reps is None else _big_step(target, context, step, rise, reps)


def _big_step(
    target: Target, context: LiftContext, step: float, rise: float, reps: int
) -> Suggestion:
    after = forecast_at(step, target, context)
    low, high = able_reps(after, target)
    chance = after.p_reserve(reps, target.rir)
    numbers: Numbers = (
        ("load_kg", target.load_kg), ("new_kg", step), ("step_pct", round(100 * rise, 1)),
        ("least", least_reps(context.exercise, context.base_sets)), ("reps", reps),
        ("rir", target.rir), ("hit_p", round(chance, 3)), ("low", low), ("high", high),
    )  # fmt: skip
    words = (
        tell("Go up to {new_kg} for {reps} reps", numbers),
        tell("{step_pct} more is a big step, but every set reached {least} at {load_kg}. At "
             "{new_kg} I expect {low} to {high} reps ({hit_p} chance of at least {reps}).",
             numbers),
        STOP,
    )  # fmt: skip
    lower = Change(load_kg=step, reps_low=reps, reps_high=reps + _ROOM_REPS)
    change = Change(load_kg=step) if target.firm else lower
    return make(
        SuggestionKind.INCREASE, context, "increase.big_step", words, confidence_of(chance),
        numbers, change, ("thumb",),
    )  # fmt: skip


def step_too_big(target: Target, context: LiftContext, step: float, rise: float) -> Suggestion:
    """Build repetitions while the next load, `rise` more as a fraction, is over the cap."""
    numbers: Numbers = (
        ("load_kg", target.load_kg),
        ("new_kg", step),
        ("step_pct", round(100 * rise, 1)),
        ("cap_pct", 100 * step_cap(context.exercise, context.returning)),
    )
    assisted = context.exercise.load_kind is LoadKind.ASSISTED
    reason = tell(
        "The next step, {new_kg} of help, is {step_pct} harder; over {cap_pct} at once is too much."
        if assisted
        else "The next load, {new_kg}, is {step_pct} harder; over {cap_pct} at once is too much.",
        numbers,
    )
    return _build(target, context, "hold.step_too_big", reason, numbers)


def _build(
    target: Target, context: LiftContext, rule: str, reason: Phrase, numbers: Numbers
) -> Suggestion:
    """Open the range by two repetitions when every set has reached its top; it ends at 20."""
    high, change = target.reps_high, None
    if least_reps(context.exercise, context.base_sets) >= high and high + _ROOM_REPS <= _MOST_REPS:
        high += _ROOM_REPS
        change = Change(reps_low=target.reps_low, reps_high=high)
    numbers = (*numbers, ("high", high))
    words = (
        tell("Stay at {load_kg}, up to {high} reps", numbers),
        reason,
        phrase("More repetitions in every set, or smaller steps in your equipment."),
    )
    return hold(context, rule, words, numbers, change=change, sources=("acsm-2009",))


def more_reps(target: Target, context: LiftContext) -> Suggestion:
    """Add a repetition where there is no load to add, once it is likely to be met.

    Where every set had more than was asked for, what was done comes first.
    """
    least = least_reps(context.exercise, context.base_sets)
    low = max(target.reps_low + 1, least if least > target.reps_high else 0)
    high = max(target.reps_high + 1, low)
    chance = forecast_at(target.load_kg, target, context).p_reserve(low, target.rir)
    numbers: Numbers = (*basis(target, chance), ("low", low), ("high", high), ("least", least))
    if chance < _INCREASE_P:
        return _same_reps(target, context, numbers)
    words = (
        tell("Go up to {low} to {high} reps" if high > low else "Go up to {low} reps", numbers),
        tell("Every set reached {least}. I see a chance of {hit_p} for {low}.", numbers),
        STOP,
    )
    return make(
        SuggestionKind.INCREASE, context, "increase.reps", words, confidence_of(chance), numbers,
        Change(reps_low=low, reps_high=high), ("acsm-2009",),
    )  # fmt: skip


def _same_reps(target: Target, context: LiftContext, numbers: Numbers) -> Suggestion:
    words = (
        stay_at(target.load_kg),
        tell(
            "Every set reached {least}. I see a chance of {hit_p} for {low}; one more session "
            "tells more.",
            numbers,
        ),
        phrase("The target met again with reps to spare."),
    )
    return hold(context, "hold.reps_not_yet", words, numbers, sources=("acsm-2009",))
