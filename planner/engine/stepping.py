"""Advice on the way back to a load that hurt badly: a step up, or the load kept."""

from __future__ import annotations

from dataclasses import replace

from planner.engine import doubtful_entry, plates
from planner.engine.back_in_steps import most_over, usual_step
from planner.engine.holding import ALL_SETS, LIMIT, NOT_MET, harder, limit_on, missed
from planner.engine.reps_first import big_step, rise_to, step_too_big
from planner.engine.same_load import easier, is_harder, is_same
from planner.engine.skill import capped
from planner.engine.suggestion import Numbers, hold, stay_at, take, tell
from planner.engine.target import LiftContext, Target, last_load, step_cap, was_met
from planner.engine.terms import N_, Change, Phrase, Suggestion, phrase

RULE = "hold.back_in_steps"
_IN_STEPS = N_("It hurt badly on {hurt_on}: the load comes back in steps.")
_TINY = 1e-9


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
    if not _is_over(target.load_kg, context) or doubtful_entry.is_doubtful(context):
        return None
    behind = target._replace(load_kg=_able(last, context))
    if _was_met(target, context):
        return _kept_for_effort(behind, context) or _stepped(behind, last, back.most_kg, context)
    return missed(target, context) or _kept(behind, last, context)


def stayed(target: Target, context: LiftContext) -> Suggestion | None:
    """Stay at a planned load over which the next one of the gym is more than a step; else None.

    Where it would be too big a step for anybody, repetitions are built up as by anybody.
    """
    exercise = context.exercise
    following = plates.next_harder(target.load_kg, exercise, context.inventory)
    if following is None or not _is_over(following, context):
        return None
    rise = rise_to(following, target, context)
    if rise is not None and rise > step_cap(exercise, context.returning) + _TINY:
        return step_too_big(target, context, following, rise)
    return _made((stay_at(target.load_kg), phrase("")), target, (), context)


def told(made: Suggestion, context: LiftContext) -> Suggestion:
    """Return advice on a load that tells first, on the way back, of the pain that was before it."""
    if context.way_back is None or "hurt_on" in dict(made.numbers):
        return made
    numbers: Numbers = (("hurt_on", context.way_back.hurt_on), *made.numbers)
    return replace(made, reason=tell(_IN_STEPS, numbers) + made.reason, numbers=numbers)


def _is_over(load_kg: float, context: LiftContext) -> bool:
    back = context.way_back
    most_kg = back.most_kg if back is not None else None
    return most_kg is not None and is_harder(load_kg, most_kg, context.exercise)


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


def _kept(behind: Target, last: float, context: LiftContext) -> Suggestion:
    words = _keeping(behind.load_kg, last, context), phrase(NOT_MET, reps=behind.reps_low)
    return _made(words, behind, limit_on(last, context), context)


def _stepped(behind: Target, last: float, most_kg: float, context: LiftContext) -> Suggestion:
    """Take a step from the last session's load, no bigger than anybody's; else build up
    repetitions, or keep to the limit that is in its way."""
    exercise, inventory = context.exercise, context.inventory
    bound = easier(most_over(behind.load_kg, context.state, inventory), most_kg, exercise)
    usual = usual_step(behind.load_kg, context.state)
    step = plates.settable(easier(bound, usual, exercise), exercise, inventory)
    load, limit = _able(step, context), limit_on(step, context)
    if is_harder(load, behind.load_kg, exercise):
        words = take(load, exercise), phrase("")
        return _made(words, behind._replace(load_kg=load), limit, context)
    following = plates.next_harder(behind.load_kg, exercise, inventory) or behind.load_kg
    limit, rise = limit_on(following, context), rise_to(following, behind, context)
    if rise and not limit:
        return _by_reps(behind, following, rise, context)
    return _made((_keeping(behind.load_kg, last, context), phrase("")), behind, limit, context)


def _by_reps(behind: Target, following: float, rise: float, context: LiftContext) -> Suggestion:
    """Build up repetitions for the gym's next load, or take it once they are, as anybody does."""
    made = None if _is_over(following, context) else big_step(behind, context, following, rise)
    made = made or step_too_big(behind, context, following, rise)
    change = made.change or Change()
    if change.load_kg is None:
        change = replace(change, load_kg=behind.load_kg)
    hurt = _hurt(context)
    words = made.headline, tell(_IN_STEPS, hurt) + made.reason, made.would_change
    return hold(context, RULE, words, (*hurt, *made.numbers), change=change, sources=made.sources)


def _keeping(load_kg: float, last: float, context: LiftContext) -> Phrase:
    """Return the headline for a load that is kept, or is less than it was last time."""
    return stay_at(load_kg) if is_same(load_kg, last) else take(load_kg, context.exercise)


def _hurt(context: LiftContext) -> Numbers:
    back = context.way_back
    return () if back is None else (("pain", back.pain), ("hurt_on", back.hurt_on))


def _made(
    words: tuple[Phrase, Phrase], target: Target, limit: Numbers, context: LiftContext
) -> Suggestion:
    """Advise a load; `words` are the headline and why, and `limit` is told where one cuts it."""
    load, (headline, why) = target.load_kg, words
    numbers: Numbers = (
        *_hurt(context), ("load_kg", load), ("new_kg", load), ("reps", target.reps_low), *limit,
    )  # fmt: skip
    reason = why + tell(_IN_STEPS, numbers) + (tell(LIMIT, numbers) if limit else phrase(""))
    told = headline, reason, tell(ALL_SETS, numbers)
    return hold(context, RULE, told, numbers, change=Change(load_kg=load))
