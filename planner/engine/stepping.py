"""Advice on the way back to a load that hurt badly: a step up, or the load kept."""

from __future__ import annotations

from dataclasses import replace

from planner.engine import doubtful_entry, plates
from planner.engine.back_in_steps import step_over
from planner.engine.holding import harder, missed
from planner.engine.same_load import easier, is_harder
from planner.engine.skill import capped
from planner.engine.suggestion import Numbers, hold, stay_at, tell
from planner.engine.target import LiftContext, Target, last_load, was_met
from planner.engine.terms import (
    Change,
    Exercise,
    LoadKind,
    Phrase,
    Suggestion,
    WayBack,
    phrase,
)

RULE = "hold.back_in_steps"


def advised(target: Target, context: LiftContext) -> Suggestion | None:
    """Advise a step where a load is planned that is harder than the way back allows.

    It goes up from a session that met its target, and did not get harder from time to time; else
    the load is kept. None without such a plan, where nothing was done since, and while the last
    session is in doubt.
    """
    back, exercise = context.way_back, context.exercise
    last = last_load(exercise, context.base_sets)
    if back is None or back.most_kg is None or last is None:
        return None
    if not is_harder(target.load_kg, back.most_kg, exercise):
        return None
    if doubtful_entry.is_doubtful(context):
        return None
    behind = target._replace(load_kg=_able(last, context), at_load=0)
    if _was_met(target, context):
        return _kept_for_effort(behind, context) or _stepped(behind, back, context)
    return missed(target, context) or _kept(behind, back, context)


def stayed(target: Target, context: LiftContext) -> Suggestion | None:
    """Stay at a planned load over which the next one of the gym is more than a step; else None."""
    back, exercise = context.way_back, context.exercise
    following = plates.next_harder(target.load_kg, exercise, context.inventory)
    if back is None or back.most_kg is None or following is None:
        return None
    if not is_harder(following, back.most_kg, exercise):
        return None
    return _made(stay_at(target.load_kg), phrase(""), target, back, context)


def _kept_for_effort(behind: Target, context: LiftContext) -> Suggestion | None:
    made = harder(behind, context)
    return None if made is None else replace(made, change=Change(load_kg=behind.load_kg))


def _was_met(target: Target, context: LiftContext) -> bool:
    """Tell whether the last session met the target at its own load, and the heavier one before it
    that the next goes on from."""
    exercise, done = context.exercise, (context.last_sets, context.base_sets)
    loads = [last_load(exercise, sets) for sets in done]
    return not context.base.failed and all(
        load is not None and was_met(target._replace(load_kg=load), exercise, sets)
        for load, sets in zip(loads, done, strict=True)
    )


def _able(load_kg: float, context: LiftContext) -> float:
    """Return a load, as typed, as the gym can set it and limits allow it."""
    exercise, inventory = context.exercise, context.inventory
    load = plates.settable(load_kg, exercise, inventory)
    return capped(load, context.cap_kg, exercise, inventory)


def _kept(behind: Target, back: WayBack, context: LiftContext) -> Suggestion:
    why = phrase(
        "The target of {reps} has not been met with a rep to spare yet.", reps=behind.reps_low
    )
    return _made(stay_at(behind.load_kg), why, behind, back, context)


def _stepped(behind: Target, back: WayBack, context: LiftContext) -> Suggestion:
    """Take a step from the last session's load, which is no harder than the hardest done since."""
    exercise = context.exercise
    step = step_over(behind.load_kg, exercise, context.inventory)
    most = step if back.most_kg is None else easier(step, back.most_kg, exercise)
    load = _able(most, context)
    after = behind._replace(load_kg=load)
    return _made(_next_time(load, exercise), phrase(""), after, back, context)


def _next_time(load_kg: float, exercise: Exercise) -> Phrase:
    if exercise.load_kind is LoadKind.ASSISTED:
        return phrase("Take {new_kg} of help next time", new_kg=load_kg)
    return phrase("Take {new_kg} next time", new_kg=load_kg)


def _made(
    headline: Phrase, why: Phrase, target: Target, back: WayBack, context: LiftContext
) -> Suggestion:
    load = target.load_kg
    numbers: Numbers = (
        ("pain", back.pain), ("hurt_on", back.hurt_on), ("load_kg", load), ("new_kg", load),
        ("reps", target.reps_low),
    )  # fmt: skip
    words = (
        headline,
        why + tell("It hurt badly on {hurt_on}: the load comes back in steps.", numbers),
        tell("All sets at {reps} with at least one rep left.", numbers),
    )
    return hold(context, RULE, words, numbers, change=Change(load_kg=load))
