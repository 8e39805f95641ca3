"""Advice on the next load: raise it by the smallest step, or hold it, and why."""

from __future__ import annotations

from math import exp

from planner.engine import evidence, plates
from planner.engine.forecast import Forecast
from planner.engine.prediction import level_on
from planner.engine.prospect import STOP, able_reps, basis, forecast_at, in_first_set
from planner.engine.reading import confidence_of
from planner.engine.reps_first import big_step, heaviest, more_reps, step_too_big
from planner.engine.safety import not_safe
from planner.engine.strength import load_for, moved_kg, typed_kg
from planner.engine.suggestion import Numbers, hold, make, stay_at, tell
from planner.engine.target import (
    LiftContext,
    Target,
    least_reps,
    loads_rise,
    step_cap,
    was_met,
)
from planner.engine.terms import (
    Change,
    Confidence,
    Exercise,
    LoadKind,
    Suggestion,
    SuggestionKind,
    phrase,
)

_INCREASE_P = evidence.INCREASE_P.value
_RETURN_P = evidence.RETURN_P.value
_HOLD_P = evidence.HOLD_P.value
_WIDE_REPS = evidence.WIDE_REPS.value
_MIN_SESSIONS = evidence.ADVICE_SESSIONS.value
_LARGEST_EASE = evidence.EASE_MAX.value
_TINY = 1e-6
_TOO_FEW = ("but so few tell little.", "One or two more sessions.")
_TOO_WIDE = (
    "too wide to go by.",
    "Sessions more like each other, or the reps left in reserve logged with each set.",
)


def next_load(target: Target, context: LiftContext) -> Suggestion:
    """Raise the load when every condition holds; else hold and say which one does not."""
    held = not_safe(target, context) or _unsure(target, context)
    held = held or _harder(target, context)
    held = held or _built_up(target, context) or _unmet(target, context)
    if held is not None:
        return held
    return _load(target, context) if loads_rise(context.exercise) else more_reps(target, context)


def _built_up(target: Target, context: LiftContext) -> Suggestion | None:
    """Take a big step as soon as repetitions allow it, where no range was asked for."""
    if target.firm or not loads_rise(context.exercise) or context.base.failed:
        return None
    if any(entry.rir is not None and entry.rir < 1 for entry in context.base_sets):
        return None
    step = plates.next_harder(target.load_kg, context.exercise, context.inventory)
    rise = None if step is None else _rise(target.load_kg, step, context)
    cap = step_cap(context.exercise, context.returning)
    if step is None or rise is None or rise <= cap + _TINY:
        return None
    return big_step(target, context, step, rise)


def _unsure(target: Target, context: LiftContext) -> Suggestion | None:
    """Hold while too little is known."""
    low, high = able_reps(forecast_at(target.load_kg, target, context), target)
    sessions = context.state.sessions
    if sessions >= _MIN_SESSIONS and high - low <= _WIDE_REPS:
        return None
    numbers: Numbers = (("sessions", sessions), ("low", low), ("high", high))
    why, settles = _TOO_WIDE if sessions >= _MIN_SESSIONS else _TOO_FEW
    words = (
        phrase("Same load once more"),
        tell("Sessions so far: {sessions}. I expect {low} to {high} reps, " + why, numbers),
        phrase(settles),
    )
    return hold(context, "hold.unsure", words, numbers, Confidence.CANT_TELL)


def _unmet(target: Target, context: LiftContext) -> Suggestion | None:
    """Hold, or ease, when the last session did not meet the target with a rep to spare."""
    if was_met(target, context.exercise, context.base_sets) and not context.base.failed:
        return None
    base, alone = context.base, _first_alone(target, context)
    made = forecast_at(target.load_kg, target._replace(sets=1) if alone else target, context)
    reach = target.reps_low if target.firm else min(target.reps_low, base.best or target.reps_low)
    first = in_first_set(target, context)
    chance = made.p_hit(first) if alone else made.p_reserve(first, target.rir)
    stuck = base.is_stuck(reach) and not alone and chance < _HOLD_P
    asked_too_much = target.firm and made.p_reserve(reach, target.rir) < _HOLD_P
    if (stuck or asked_too_much) and loads_rise(context.exercise):
        return _ease(target, context, chance)
    return _stay(target, context, chance)


def _harder(target: Target, context: LiftContext) -> Suggestion | None:
    """Hold while the same sets, all of them done, leave less and less in reserve."""
    fallen = context.base.fallen_reserve
    if fallen is None or least_reps(context.exercise, context.base_sets) < target.reps_low:
        return None
    before, now = fallen
    numbers: Numbers = (
        ("load_kg", target.load_kg), ("before_rir", round(before, 1)), ("now_rir", round(now, 1)),
    )  # fmt: skip
    words = (
        stay_at(target.load_kg),
        tell("It gets harder: the same sets at {load_kg} left {before_rir} in reserve, and "
             "{now_rir} two sessions later.", numbers),
        phrase("A session with the same load that is easier again."),
    )  # fmt: skip
    return hold(context, "hold.effort", words, numbers)


def _stay(target: Target, context: LiftContext, chance: float) -> Suggestion:
    numbers = basis(target, chance)
    right = "You are right at this weight, with" if chance >= _HOLD_P else "I see"
    words = (
        stay_at(target.load_kg),
        tell("The target of {reps} has not been met with a rep to spare yet. " + right
             + " a chance of {hit_p} for {reps} in " + _sets(target, context) + " next time.",
             numbers),
        tell("All sets at {reps} with at least one rep left.", numbers),
    )  # fmt: skip
    return hold(context, "hold.target_not_met", words, numbers, confidence_of(chance))


def _ease(target: Target, context: LiftContext, chance: float) -> Suggestion:
    """Offer the heaviest load with an even chance when the target is out of reach."""
    load = _even_load(target, context)
    if load == target.load_kg:
        return _stay(target, context, chance)
    numbers: Numbers = (*basis(target, chance), ("new_kg", load))
    words = (
        tell("Take {new_kg} next time", numbers),
        tell("{load_kg} leaves a chance of about {hit_p} for {reps} in " + _sets(target, context)
             + ". With {new_kg} they come nearer, and the work still counts.", numbers),
        tell("A session at {load_kg} that meets the target.", numbers),
    )  # fmt: skip
    sure, change = confidence_of(1.0 - chance), Change(load_kg=load)
    return hold(context, "hold.too_heavy", words, numbers, sure, change)


def _first_alone(target: Target, context: LiftContext) -> bool:
    """Tell whether the first set alone is judged: the others always fall off, as nobody asked."""
    return context.base.falls_off and not target.firm


def _sets(target: Target, context: LiftContext) -> str:
    return "the first set" if _first_alone(target, context) else "every set"


def _even_load(target: Target, context: LiftContext) -> float:
    """Return the hardest loadable load with an even chance by strength alone, kg.

    Not harder than the target, and at most a tenth easier: a bad day is no reason for more.
    """
    exercise, body = context.exercise, context.state.bodyweight_kg
    level = level_on(context.state, context.session_on, context.muscle_gap_days)
    before = moved_kg(target.load_kg, exercise, body)
    assert level is not None
    assert before is not None
    able = load_for(exp(level.mean), in_first_set(target, context), target.rir)
    least = (1.0 - _LARGEST_EASE) * before
    moved = max(min(able, before), least)
    load = plates.no_harder(typed_kg(moved, exercise, body), exercise, context.inventory)
    if (moved_kg(load, exercise, body) or 0.0) >= least - _TINY:
        return load
    harder = plates.next_harder(load, exercise, context.inventory)
    return target.load_kg if harder is None else _easier(harder, target.load_kg, exercise)


def _easier(one_kg: float, other_kg: float, exercise: Exercise) -> float:
    assisted = exercise.load_kind is LoadKind.ASSISTED
    return max(one_kg, other_kg) if assisted else min(one_kg, other_kg)


def _load(target: Target, context: LiftContext) -> Suggestion:
    """Raise by the smallest step when it is under the cap and likely to be met."""
    step = plates.next_harder(target.load_kg, context.exercise, context.inventory)
    rise = None if step is None else _rise(target.load_kg, step, context)
    if step is None or rise is None:
        return heaviest(target, context)
    if rise > step_cap(context.exercise, context.returning) + 1e-9:
        return big_step(target, context, step, rise) or step_too_big(target, context, step, rise)
    after = forecast_at(step, target, context)
    chance = after.p_reserve(target.reps_low, target.rir)
    if chance < (_RETURN_P if context.returning else _INCREASE_P):
        return _not_yet(target, context, step, after)
    return _increase(target, context, step, after)


def _rise(load_kg: float, step_kg: float, context: LiftContext) -> float | None:
    """Return a step as a fraction of what is moved now; None when either cannot be moved."""
    body = context.state.bodyweight_kg
    before = moved_kg(load_kg, context.exercise, body)
    after = moved_kg(step_kg, context.exercise, body)
    return after / before - 1.0 if before and after else None


def _increase(target: Target, context: LiftContext, step: float, after: Forecast) -> Suggestion:
    chance = after.p_reserve(target.reps_low, target.rir)
    numbers: Numbers = (
        *_at_step(target, step, after),
        ("step_pct", round(100 * (_rise(target.load_kg, step, context) or 0.0), 2)),
        ("cap_pct", 100 * step_cap(context.exercise, context.returning)),
    )
    words = (
        tell("Go up to {new_kg}", numbers),
        tell("All sets met the target at {load_kg}. At {new_kg} I expect {low} to {high} reps "
             "({hit_p} chance of at least {reps} as planned).", numbers),
        phrase(STOP),
    )  # fmt: skip
    return make(
        SuggestionKind.INCREASE, context, "increase.smallest_step", words, confidence_of(chance),
        numbers, Change(load_kg=step), ("acsm-2009", "nuzzo-2024"),
    )  # fmt: skip


def _not_yet(target: Target, context: LiftContext, step: float, after: Forecast) -> Suggestion:
    numbers = _at_step(target, step, after)
    words = (
        stay_at(target.load_kg),
        tell("At {new_kg} I expect {low} to {high} reps, {reps} as planned with a chance of {hit_p}"
             ": not safe yet. One more session tells more.", numbers),
        phrase("The target met again with reps to spare."),
    )  # fmt: skip
    return hold(context, "hold.not_yet", words, numbers, sources=("acsm-2009",))


def _at_step(target: Target, step: float, after: Forecast) -> Numbers:
    """Return what the next load is judged by."""
    low, high = able_reps(after, target)
    chance = after.p_reserve(target.reps_low, target.rir)
    return (*basis(target, chance), ("new_kg", step), ("low", low), ("high", high))
