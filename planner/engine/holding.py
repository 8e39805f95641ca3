"""Advice to hold or ease a load: little is known, it gets harder, or the target is missed."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from planner.engine import evidence, plates
from planner.engine.prediction import level_on
from planner.engine.prospect import able_reps, basis, forecast_at, in_first_set
from planner.engine.reading import confidence_of
from planner.engine.same_load import easier, is_harder, is_same
from planner.engine.skill import capped
from planner.engine.strength import load_for, moved_kg, typed_kg
from planner.engine.suggestion import Numbers, hold, stay_at, take, tell
from planner.engine.target import (
    LiftContext,
    Target,
    harder_than,
    hardest_sets,
    last_load,
    least_reps,
    loads_rise,
    was_met,
)
from planner.engine.terms import (
    N_,
    Change,
    Confidence,
    LoggedSet,
    Phrase,
    Suggestion,
    phrase,
)

_HOLD_P = evidence.HOLD_P.value
_WIDE_REPS = evidence.WIDE_REPS.value
_MIN_SESSIONS = evidence.ADVICE_SESSIONS.value
_LARGEST_EASE = evidence.EASE_MAX.value
_TINY = 1e-6
_TOO_FEW = (
    N_("Sessions so far: {sessions}. I expect {low} to {high} reps, but so few tell little."),
    N_("One or two more sessions."),
)
_TOO_WIDE = (
    N_("Sessions so far: {sessions}. I expect {low} to {high} reps, too wide to go by."),
    N_("Sessions more like each other, or the reps left in reserve logged with each set."),
)
LIMIT = N_("The limit is {most_kg}.")
NOT_MET = N_("The target of {reps} has not been met with a rep to spare yet.")
ALL_SETS = N_("All sets at {reps} with at least one rep left.")
_RIGHT = N_(
    "You are right at this weight, with a chance of {hit_p} for {reps} in {which_sets} next time."
)
_SEEN = N_("I see a chance of {hit_p} for {reps} in {which_sets} next time.")


def unsure(target: Target, context: LiftContext) -> Suggestion | None:
    """Hold while too little is known: few sessions, or a wide forecast with the target in it."""
    low, high = able_reps(forecast_at(target.load_kg, target, context), target)
    sessions = context.state.sessions
    clear = high - low <= _WIDE_REPS or low >= target.reps_low
    if sessions >= _MIN_SESSIONS and clear:
        return None
    numbers: Numbers = (("sessions", sessions), ("low", low), ("high", high))
    expected, settles = _TOO_WIDE if sessions >= _MIN_SESSIONS else _TOO_FEW
    words = (
        phrase("Same load once more"),
        tell(expected, numbers),
        phrase(settles),
    )
    return hold(context, "hold.unsure", words, numbers, Confidence.CANT_TELL)


def missed(target: Target, context: LiftContext) -> Suggestion | None:
    """Go back to the last session's load where it fell short of what is planned with a harder one.

    What was missed there is not asked for with more; where it is out of reach there too, the load
    is eased as ever.
    """
    last = _easier_last(target, context)
    if last is None or not loads_rise(context.exercise) or not _fell_short(target, context):
        return None
    back = plates.settable(last, context.exercise, context.inventory)
    back = capped(back, context.cap_kg, context.exercise, context.inventory)
    if not moved_kg(back, context.exercise, context.state.bodyweight_kg):
        return None
    return _go_back(target, context, last, target._replace(load_kg=back))


def _easier_last(target: Target, context: LiftContext) -> float | None:
    """Return the last session's load, as typed, where a harder one is planned; else None."""
    last = last_load(context.exercise, context.base_sets)
    if last is None or is_same(last, target.load_kg):
        return None
    return last if harder_than(target, context.exercise, context.base_sets) else None


def _go_back(target: Target, context: LiftContext, last: float, behind: Target) -> Suggestion:
    """Take the load `last` of last time as the gym sets it, `behind`, or an easier one."""
    exercise = context.exercise
    eased = unsure(behind, context) is None and _is_too_heavy(behind, context)
    new = _even_load(behind, context) if eased else behind.load_kg
    numbers: Numbers = (
        ("planned_kg", target.load_kg), ("load_kg", last), ("new_kg", new),
        ("reps", target.reps_low), ("least", least_reps(exercise, context.base_sets)),
    )  # fmt: skip
    limit = limit_on(last, context)
    nearer = tell("With {new_kg} they come nearer, and the work still counts.", numbers)
    words = (
        take(new, exercise),
        tell("At {load_kg} a set had {least} of {reps} reps: {planned_kg} can wait.", numbers)
        + (nearer if new != behind.load_kg else phrase(""))
        + (tell(LIMIT, limit) if limit else phrase("")),
        phrase("A session at {load_kg} that meets the target.", load_kg=new if limit else last),
    )
    return hold(context, "hold.missed", words, (*numbers, *limit), change=Change(load_kg=new))


def limit_on(load_kg: float, context: LiftContext) -> Numbers:
    """Return the load that somebody limited a lift to, where it cuts this one, as typed; else
    nothing."""
    most_kg = context.beside.most_kg
    if most_kg is None or not is_harder(load_kg, most_kg, context.exercise):
        return ()
    return (("most_kg", most_kg),)


def _fell_short(target: Target, context: LiftContext) -> bool:
    """Tell whether sets had fewer repetitions than are planned for all sets, and fewer than were
    asked for there."""
    low, sets = target.reps_low, hardest_sets(context.exercise, context.base_sets)
    short = any((each.reps or 0) < min(each.target_reps or low, low) for each in sets)
    return short and target.at_load == target.sets


def harder(target: Target, context: LiftContext) -> Suggestion | None:
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


def unmet(target: Target, context: LiftContext) -> Suggestion | None:
    """Hold, or ease, when the last session did not meet the target with a rep to spare."""
    if was_met(target, context.exercise, _judged(target, context)) and not context.base.failed:
        return None
    chance = _chance(target, context)
    if loads_rise(context.exercise) and _is_too_heavy(target, context):
        return _ease(target, context, chance)
    return _stay(target, context, chance)


def _judged(target: Target, context: LiftContext) -> Sequence[LoggedSet]:
    """Return the sets that tell whether a target was met: the last session's where they had the
    load that is planned, though a heavier day before is what else is gone by."""
    last = last_load(context.exercise, context.last_sets)
    as_planned = target.at_load and last is not None and is_same(last, target.load_kg)
    return context.last_sets if as_planned else context.base_sets


def _chance(target: Target, context: LiftContext) -> float:
    """Return the chance of the target in every set, or in the first where it alone is judged."""
    alone, first = _first_alone(target, context), in_first_set(target, context)
    made = forecast_at(target.load_kg, target._replace(sets=1) if alone else target, context)
    return made.p_hit(first) if alone else made.p_reserve(first, target.rir)


def _is_too_heavy(target: Target, context: LiftContext) -> bool:
    """Tell whether a load is stuck, or asks for what is less than likely."""
    base, alone = context.base, _first_alone(target, context)
    reach = target.reps_low if target.firm else min(target.reps_low, base.best or target.reps_low)
    if base.is_stuck(reach) and not alone and _chance(target, context) < _HOLD_P:
        return True
    made = forecast_at(target.load_kg, target, context)
    return target.firm and made.p_reserve(reach, target.rir) < _HOLD_P


def _stay(target: Target, context: LiftContext, chance: float) -> Suggestion:
    last, numbers = _easier_last(target, context), basis(target, chance)
    if last is None:
        words = (
            stay_at(target.load_kg),
            tell(NOT_MET, numbers)
            + tell(
                _RIGHT if chance >= _HOLD_P else _SEEN, numbers, which_sets=_sets(target, context)
            ),
            tell(ALL_SETS, numbers),
        )
        return hold(context, "hold.target_not_met", words, numbers, confidence_of(chance))
    numbers = (*numbers, ("last_kg", last))
    words = (
        tell("Go by the plan: {load_kg}", numbers),
        tell("Last time it was {last_kg}; {load_kg} is planned.", numbers)
        + tell(_SEEN, numbers, which_sets=_sets(target, context)),
        tell("A session at {load_kg} that meets the target.", numbers),
    )
    return hold(context, "hold.untried", words, numbers, confidence_of(chance))


def _ease(target: Target, context: LiftContext, chance: float) -> Suggestion:
    """Offer the heaviest load with an even chance when the target is out of reach."""
    load = _even_load(target, context)
    if load == target.load_kg:
        return _stay(target, context, chance)
    numbers: Numbers = (*basis(target, chance), ("new_kg", load))
    words = (
        take(load, context.exercise),
        tell(
            "{load_kg} leaves a chance of about {hit_p} for {reps} in {which_sets}. With {new_kg} "
            "they come nearer, and the work still counts.",
            numbers,
            which_sets=_sets(target, context),
        ),
        tell("A session at {load_kg} that meets the target.", numbers),
    )
    sure, change = confidence_of(1.0 - chance), Change(load_kg=load)
    return hold(context, "hold.too_heavy", words, numbers, sure, change)


def _first_alone(target: Target, context: LiftContext) -> bool:
    """Tell whether the first set alone is judged: the others always fall off, as nobody asked."""
    return context.base.falls_off and not target.firm


def _sets(target: Target, context: LiftContext) -> Phrase:
    """Say in which sets, and with what in reserve, as the chance that is told has it."""
    if _first_alone(target, context):
        return phrase("the first set")
    if target.rir <= 0:
        return phrase("every set")
    return phrase("every set with {rir} in reserve", rir=target.rir)


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
    if (moved_kg(load, exercise, body) or 0.0) < least - _TINY:
        above = plates.next_harder(load, exercise, context.inventory)
        load = target.load_kg if above is None else above
    same = is_same(load, target.load_kg)  # a plan in pounds is finer than what can be loaded
    return target.load_kg if same else easier(load, target.load_kg, exercise)
