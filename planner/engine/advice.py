"""Advice on the next load: raise it by the smallest step, or hold it, and why."""

from __future__ import annotations

from math import exp, floor

from planner.engine import evidence, plates
from planner.engine.forecast import Forecast
from planner.engine.lift import forecast_sets, level_on
from planner.engine.reading import confidence_of
from planner.engine.safety import not_safe
from planner.engine.strength import load_for, moved_kg, typed_kg
from planner.engine.suggestion import Numbers, hold, make, stay_at
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
    Phrase,
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
_ROOM_REPS = int(evidence.REPS_ROOM.value)
_MOST_REPS = int(evidence.MAX_REPS.value)
_STOP = "A missed target, pain, or shaky technique before then."


def next_load(target: Target, context: LiftContext) -> Suggestion:
    """Raise the load when every condition holds; else hold and say which one does not."""
    held = not_safe(target, context) or _unsure(target, context) or _unmet(target, context)
    if held is not None:
        return held
    return _load(target, context) if loads_rise(context.exercise) else _more_reps(target, context)


def _forecast(load_kg: float, target: Target, context: LiftContext) -> Forecast:
    return forecast_sets(
        context.state, context.session_on, load_kg, target.sets, context.muscle_gap_days
    )


def _basis(target: Target, chance: float) -> Numbers:
    return (
        ("load_kg", target.load_kg),
        ("reps", target.reps_low),
        ("rir", target.rir),
        ("hit_p", round(chance, 3)),
    )


def _able(forecast: Forecast, target: Target) -> tuple[int, int]:
    """Return the 80 % range of repetitions with the target's reserve, whole repetitions."""
    low, high = forecast.able_interval(target.rir)
    return floor(low + 0.5), floor(high + 0.5)


def _unsure(target: Target, context: LiftContext) -> Suggestion | None:
    """Hold while too little is known."""
    low, high = _able(_forecast(target.load_kg, target, context), target)
    sessions = context.state.sessions
    if sessions >= _MIN_SESSIONS and high - low <= _WIDE_REPS:
        return None
    words = (
        phrase("Same load once more"),
        phrase(
            "Sessions so far: {sessions}. I expect {low} to {high} reps, too wide to go by.",
            sessions=sessions,
            low=low,
            high=high,
        ),
        phrase("One or two more sessions."),
    )
    numbers = (("sessions", sessions), ("low", low), ("high", high))
    return hold(context, "hold.unsure", words, numbers, Confidence.CANT_TELL)


def _unmet(target: Target, context: LiftContext) -> Suggestion | None:
    """Hold, or ease, when the last session did not meet the target with a rep to spare."""
    if was_met(target, context.exercise, context.last_sets):
        return None
    chance = _forecast(target.load_kg, target, context).p_reserve(target.reps_low, target.rir)
    out_of_reach = chance < _HOLD_P and loads_rise(context.exercise)
    return _ease(target, context, chance) if out_of_reach else _stay(target, context, chance)


def _stay(target: Target, context: LiftContext, chance: float) -> Suggestion:
    words = (
        stay_at(target.load_kg),
        phrase(
            "The target of {reps} has not been met with a rep to spare yet. You are right at this "
            "weight: {hit_p} chance of {reps} next time.",
            reps=target.reps_low,
            hit_p=chance,
        ),
        phrase("All sets at {reps} with at least one rep left.", reps=target.reps_low),
    )
    basis = _basis(target, chance)
    return hold(context, "hold.target_not_met", words, basis, confidence_of(chance))


def _ease(target: Target, context: LiftContext, chance: float) -> Suggestion:
    """Offer the heaviest load with an even chance when the target is out of reach."""
    load = _even_load(target, context)
    if load == target.load_kg:
        return _stay(target, context, chance)
    words = (
        phrase("Take {new_kg} next time", new_kg=load),
        phrase(
            "{load_kg} leaves about a {hit_p} chance of {reps}. With {new_kg} the repetitions "
            "come back, and the work still counts.",
            load_kg=target.load_kg,
            hit_p=chance,
            reps=target.reps_low,
            new_kg=load,
        ),
        phrase("A session at {load_kg} that meets the target.", load_kg=target.load_kg),
    )
    numbers = (*_basis(target, chance), ("new_kg", load))
    change, confidence = Change(load_kg=load), confidence_of(1.0 - chance)
    return hold(context, "hold.too_heavy", words, numbers, confidence, change)


def _even_load(target: Target, context: LiftContext) -> float:
    """Return the hardest loadable load with an even chance by strength alone, kg.

    Not harder than the target, and at most a tenth easier: a bad day is no reason for more.
    """
    exercise, body = context.exercise, context.state.bodyweight_kg
    level = level_on(context.state, context.session_on, context.muscle_gap_days)
    before = moved_kg(target.load_kg, exercise, body)
    assert level is not None
    assert before is not None
    able = load_for(exp(level.mean), target.reps_low, target.rir)
    moved = max(min(able, before), (1.0 - _LARGEST_EASE) * before)
    return plates.no_harder(typed_kg(moved, exercise, body), exercise, context.inventory)


def _load(target: Target, context: LiftContext) -> Suggestion:
    """Raise by the smallest step when it is under the cap and likely to be met."""
    step = plates.next_harder(target.load_kg, context.exercise, context.inventory)
    rise = None if step is None else _rise(target.load_kg, step, context)
    if step is None or rise is None:
        return _heaviest(target, context)
    if rise > step_cap(context.exercise, context.returning) + 1e-9:
        return _step_too_big(target, context, step, rise)
    after = _forecast(step, target, context)
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
    low, high = _able(after, target)
    chance = after.p_reserve(target.reps_low, target.rir)
    words = (
        phrase("Go up to {new_kg}", new_kg=step),
        phrase(
            "All sets met the target at {load_kg}. At {new_kg} I expect {low} to {high} reps "
            "({hit_p} chance of at least {reps} as planned).",
            load_kg=target.load_kg,
            new_kg=step,
            low=low,
            high=high,
            hit_p=chance,
            reps=target.reps_low,
        ),
        phrase(_STOP),
    )
    numbers = (
        *_basis(target, chance),
        ("new_kg", step),
        ("low", low),
        ("high", high),
        ("step_pct", round(100 * (_rise(target.load_kg, step, context) or 0.0), 2)),
        ("cap_pct", 100 * step_cap(context.exercise, context.returning)),
    )
    kind, sources = SuggestionKind.INCREASE, ("acsm-2009", "nuzzo-2024")
    change = Change(load_kg=step)
    return make(
        kind, context, "increase.smallest_step", words, confidence_of(chance), numbers, change,
        sources,
    )  # fmt: skip


def _not_yet(target: Target, context: LiftContext, step: float, after: Forecast) -> Suggestion:
    low, high = _able(after, target)
    chance = after.p_reserve(target.reps_low, target.rir)
    words = (
        stay_at(target.load_kg),
        phrase(
            "At {new_kg} I expect {low} to {high} reps, so {reps} as planned is not safe yet. One "
            "more session tells more.",
            new_kg=step,
            low=low,
            high=high,
            reps=target.reps_low,
        ),
        phrase("The target met again with reps to spare."),
    )
    numbers = (*_basis(target, chance), ("new_kg", step), ("low", low), ("high", high))
    return hold(context, "hold.not_yet", words, numbers, sources=("acsm-2009",))


def _heaviest(target: Target, context: LiftContext) -> Suggestion:
    reason = phrase("{load_kg} is the most that can be loaded here.", load_kg=target.load_kg)
    return _reps_first(target, context, "hold.heaviest", reason, (("load_kg", target.load_kg),))


def _step_too_big(target: Target, context: LiftContext, step: float, rise: float) -> Suggestion:
    cap = 100 * step_cap(context.exercise, context.returning)
    step_pct = round(100 * rise, 1)
    reason = phrase(
        "The next load, {new_kg}, is {step_pct} more; over {cap_pct} at once is too much.",
        new_kg=step,
        step_pct=step_pct,
        cap_pct=cap,
    )
    numbers = (
        ("load_kg", target.load_kg), ("new_kg", step), ("step_pct", step_pct), ("cap_pct", cap),
    )  # fmt: skip
    return _reps_first(target, context, "hold.step_too_big", reason, numbers)


def _reps_first(
    target: Target, context: LiftContext, rule: str, reason: Phrase, numbers: Numbers
) -> Suggestion:
    """Build repetitions where the next load is too big a step or does not exist.

    The range opens by two only when every set has reached its top, and ends at 20.
    """
    high, change = target.reps_high, None
    if least_reps(context.exercise, context.last_sets) >= high and high + _ROOM_REPS <= _MOST_REPS:
        high += _ROOM_REPS
        change = Change(reps_low=target.reps_low, reps_high=high)
    words = (
        phrase("Same load, up to {high} reps", high=high),
        reason,
        phrase("Smaller plates or dumbbells in your equipment."),
    )
    numbers = (*numbers, ("high", high))
    return hold(context, rule, words, numbers, change=change, sources=("acsm-2009",))


def _more_reps(target: Target, context: LiftContext) -> Suggestion:
    """Add a repetition where there is no load to add."""
    chance = _forecast(target.load_kg, target, context).p_reserve(target.reps_low + 1, target.rir)
    if chance < _INCREASE_P:
        return _stay(target, context, chance)
    low, high = target.reps_low + 1, target.reps_high + 1
    words = (
        phrase("Go up to {low} reps", low=low),
        phrase(
            "All sets met {reps}. I see a {hit_p} chance of {low}.",
            reps=target.reps_low,
            hit_p=chance,
            low=low,
        ),
        phrase(_STOP),
    )
    numbers = (*_basis(target, chance), ("low", low))
    kind, change = SuggestionKind.INCREASE, Change(reps_low=low, reps_high=high)
    return make(
        kind, context, "increase.reps", words, confidence_of(chance), numbers, change,
        ("acsm-2009",),
    )  # fmt: skip
