"""Advice to raise a load by the smallest step, or a big one that repetitions were built up for."""

from __future__ import annotations

from collections.abc import Sequence

from planner.engine import evidence, plates, stepping
from planner.engine.forecast import Forecast
from planner.engine.prospect import STOP, able_reps, basis, forecast_at
from planner.engine.reading import confidence_of
from planner.engine.reps_first import big_step, heaviest, rise_to, step_too_big
from planner.engine.same_load import is_same
from planner.engine.strength import without_ramp
from planner.engine.suggestion import Numbers, hold, make, stay_at, tell
from planner.engine.target import (
    LiftContext,
    Target,
    harder_than,
    last_load,
    least_reps,
    loads_rise,
    step_cap,
    work_sets,
)
from planner.engine.terms import (
    N_,
    Change,
    LoggedSet,
    Suggestion,
    SuggestionKind,
    phrase,
)

_INCREASE_P = evidence.INCREASE_P.value
_RETURN_P = evidence.RETURN_P.value
_TINY = 1e-6
_MET = N_(
    "All sets met the target at {load_kg}. At {new_kg} I expect {low} to {high} reps ({hit_p} "
    "chance of at least {reps} as planned)."
)
_MET_OTHERWISE = N_(
    "All sets met the target at {last_kg}; {load_kg} is planned. At {new_kg} I expect {low} to "
    "{high} reps ({hit_p} chance of at least {reps} as planned)."
)
_WHAT_WAS_DONE = (
    N_("Plan what you did: {new_kg}"),
    N_("Last time it was {last_kg}, more than the {load_kg} planned."),
)
_NEAR_WHAT_WAS_DONE = (
    N_("Plan nearly what you did: {new_kg}"),
    N_(
        "Last time it was {last_kg}, more than the {load_kg} planned; {new_kg} is what can be set "
        "here."
    ),
)


def built_up(target: Target, context: LiftContext) -> Suggestion | None:
    """Take a big step as soon as repetitions allow it, where no range was asked for."""
    if target.firm or not loads_rise(context.exercise) or context.base.failed:
        return None
    if any(entry.rir is not None and entry.rir < 1 for entry in context.base_sets):
        return None
    step = plates.next_harder(target.load_kg, context.exercise, context.inventory)
    rise = None if step is None else rise_to(step, target, context)
    cap = step_cap(context.exercise, context.returning)
    if step is None or rise is None or rise <= cap + _TINY or stepping.stayed(target, context):
        return None
    return big_step(target, context, step, rise)


def raised(target: Target, context: LiftContext) -> Suggestion:
    """Raise by the smallest step when it is under the cap, or was done, and likely to be met, and
    no more than a step on the way back from pain.

    Where more was done than is planned, the plan comes up to that first; where it was done in some
    of the sets only, the others do.
    """
    first = stepping.stayed(target, context) or _as_done(target, context)
    first = first or _in_few_sets(target, context)
    if first is not None:
        return first
    step = plates.next_harder(target.load_kg, context.exercise, context.inventory)
    rise = None if step is None else rise_to(step, target, context)
    if step is None or rise is None:
        return heaviest(target, context)
    too_big = rise > step_cap(context.exercise, context.returning) + 1e-9
    if too_big and not _was_done(target._replace(load_kg=step), context):
        return big_step(target, context, step, rise) or step_too_big(target, context, step, rise)
    after = forecast_at(step, target, context)
    chance = after.p_reserve(target.reps_low, target.rir)
    if chance < (_RETURN_P if context.returning else _INCREASE_P):
        return _not_yet(target, context, step, after)
    return _increase(target, context, step, after)


def _as_done(target: Target, context: LiftContext) -> Suggestion | None:
    """Plan the load of the last session where that was more, if it is likely to be met again.

    A lighter day than is planned now is passed over; one as heavy is what was planned, whatever
    was done before. The load is one that the gym can set: sets may be typed in another unit.
    """
    exercise, last = context.exercise, _lifted(target, context)
    done = None if last is None else plates.settable(last, exercise, context.inventory)
    behind = target._replace(load_kg=done or 0.0)
    if done is None or not harder_than(behind, exercise, (LoggedSet(target.load_kg, 1),)):
        return None
    after = forecast_at(done, target, context)
    chance = after.p_reserve(target.reps_low, target.rir)
    if chance < (_RETURN_P if context.returning else _INCREASE_P):
        return None
    numbers: Numbers = (*_at_step(target, done, after), ("last_kg", last))
    exact = last is not None and is_same(done, last)
    what, was = _WHAT_WAS_DONE if exact else _NEAR_WHAT_WAS_DONE
    words = (
        tell(what, numbers),
        tell(was, numbers)
        + tell("There I expect {low} to {high} reps ({hit_p} chance of at least {reps} as "
               "planned).", numbers),
        STOP,
    )  # fmt: skip
    return make(
        SuggestionKind.INCREASE, context, "increase.as_done", words, confidence_of(chance),
        numbers, Change(load_kg=done), ("acsm-2009", "nuzzo-2024"),
    )  # fmt: skip


def _was_done(target: Target, context: LiftContext) -> bool:
    """Tell whether the last session's sets had a load, or a harder one, for these repetitions."""
    exercise, sets = context.exercise, context.base_sets
    return not harder_than(target, exercise, sets) and least_reps(exercise, sets) >= target.reps_low


def _lifted(target: Target, context: LiftContext) -> float | None:
    """Return the load of the last session, or of the heavier day before a lighter one."""
    light = harder_than(target, context.exercise, context.last_sets)
    return last_load(context.exercise, context.base_sets if light else context.last_sets)


def _in_few_sets(target: Target, context: LiftContext) -> Suggestion | None:
    """Hold a load that is planned for more sets than had it, while the others were lighter."""
    done = work_sets(context.base_sets)
    at_load = sum(not harder_than(target, context.exercise, (each,)) for each in done)
    asked = min(target.at_load, len(done))
    if at_load >= min(asked, len(done) - _ramp_sets(target, context, done)):
        return None
    numbers: Numbers = (("load_kg", target.load_kg), ("sets", asked), ("at_load", at_load))
    words = (
        stay_at(target.load_kg),
        tell("It went well, in {at_load} of {sets} sets: the others were lighter.", numbers),
        tell("A session with {load_kg} in all {sets} sets.", numbers),
    )
    return hold(context, "hold.few_sets", words, numbers)


def _ramp_sets(target: Target, context: LiftContext, done: Sequence[LoggedSet]) -> int:
    """Return how many sets led up to the load: those of a ramp, and a lighter first one anyway."""
    rest = without_ramp(done, context.exercise, context.state.bodyweight_kg)
    lighter = harder_than(target, context.exercise, done[:1])
    return max(len(done) - len(rest), int(lighter))


def _increase(target: Target, context: LiftContext, step: float, after: Forecast) -> Suggestion:
    chance, last = after.p_reserve(target.reps_low, target.rir), _lifted(target, context)
    as_planned = last is None or is_same(last, target.load_kg)
    numbers: Numbers = (
        *_at_step(target, step, after),
        *(() if as_planned else (("last_kg", last),)),
        ("step_pct", round(100 * (rise_to(step, target, context) or 0.0), 2)),
        ("cap_pct", 100 * step_cap(context.exercise, context.returning)),
    )
    words = (
        tell("Go up to {new_kg}", numbers),
        tell(_MET if as_planned else _MET_OTHERWISE, numbers),
        STOP,
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
