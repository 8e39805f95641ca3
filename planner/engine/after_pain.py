"""Strong pain in the last session of a lift: told until the lift was done again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.engine import comeback, comeback_words, evidence
from planner.engine.target import LiftContext, loads_rise
from planner.engine.terms import Change, Phrase, Suggestion, phrase


def is_back(context: LiftContext) -> bool:
    """Tell whether a pause to ramp up from is over today, and not only by the next session.

    Pain since the last session, of today or on another machine, ends a pause.
    """
    hurt_on, last_on = context.hurt_on, context.state.last_on
    if hurt_on is not None and last_on is not None and hurt_on > last_on:
        return (context.today - hurt_on).days >= evidence.LAYOFF_DAYS.value
    ahead, gap = (context.session_on - context.today).days, context.muscle_gap_days
    rested = None if gap is None else gap - ahead
    return comeback.is_back(replace(context, next_on=context.today, muscle_gap_days=rested))


def words(context: LiftContext) -> Phrase | None:
    """Say that the last session with work sets hurt badly, to who may begin anew since; None where
    it did not, and once that is cleared."""
    pain, hurt_on = _last(context)
    if context.cleared or pain < evidence.PAIN_REFER.value:
        return None
    return phrase(
        "Pain of {pain} out of 10 on {hurt_on}: only when that is gone; begin lightly, and stop if "
        "it comes back.",
        pain=pain, hurt_on=hurt_on or context.state.last_on,
    )  # fmt: skip


def _last(context: LiftContext) -> tuple[int, date | None]:
    """Return the last pain and its day (None: the last session); strong pain stays the last until
    work was done since."""
    pain, back = (context.pain[-1] or 0) if context.pain else 0, context.way_back
    if back is not None and back.most_kg is None and pain < evidence.PAIN_REFER.value:
        return back.pain, back.hurt_on
    return pain, context.hurt_on


def is_warned(made: Suggestion) -> bool:
    """Tell whether a return tells first of the pain that was before it."""
    return "hurt_on" in dict(made.numbers)


def warned(back: Suggestion | None, context: LiftContext) -> Suggestion | None:
    """Return a return after time off that tells first of the pain that was before it, and asks for
    a load that does not hurt in place of a number."""
    told = words(context)
    if back is None or told is None:
        return back
    known = {**dict(back.numbers), "new_kg": None}
    sets, reps = (each if isinstance(each := known[key], int) else 0 for key in ("sets", "reps"))
    return replace(
        back,
        headline=comeback_words.headline(sets, reps, 0.0, back.rule == comeback.RAMP_RULE),
        reason=told + back.reason,
        numbers=(*known.items(), *told.values),
        change=None if back.change is None else _opened(back.change, context),
    )


def _opened(change: Change, context: LiftContext) -> Change:
    """Return a change without its load; the body alone has none to leave open."""
    return replace(change, load_kg=None, open_load=loads_rise(context.exercise))
