"""What pain, technique and practice leave of a load that is computed: none, or the last one."""

from __future__ import annotations

from collections.abc import Sequence

from planner.engine import after_pain, evidence, plates
from planner.engine.safety import is_painful, is_unsound, refer, stop
from planner.engine.same_load import easier, is_harder
from planner.engine.session_signs import worst_pain
from planner.engine.target import LiftContext, last_load, work_sets
from planner.engine.terms import Exercise, LoggedSet, Phrase, Suggestion, Technique

_PAIN = evidence.PAIN_STOP.value


def stopped(context: LiftContext) -> Suggestion | None:
    """Return the advice to leave a lift out for pain, None without.

    After a pause the lift is begun anew, unless it hurt very badly, or badly twice.
    """
    return refer(context) or stop(context, after_pain.is_back(context))


def why_none(context: LiftContext) -> Phrase | None:
    """Say why no load of a lift is offered for pain; None where one may be.

    After a pause it is begun anew, but how heavy, only that day can tell.
    """
    made = stopped(context)
    return after_pain.words(context) if made is None else made.reason


def is_too_soon(load_kg: float, context: LiftContext) -> bool:
    """Tell whether a planned load, as typed, is more than a step harder than all that was done
    since the lift hurt badly, while the load that hurt was not reached again."""
    back = context.way_back
    if back is None:
        return False
    return back.most_kg is None or is_harder(load_kg, back.most_kg, context.exercise)


def is_kept(context: LiftContext) -> bool:
    """Tell whether pain or technique of late keeps a lift from more load than it had."""
    return is_painful(context) or is_unsound(context) or context.way_back is not None


def held_kg(context: LiftContext, new: bool) -> float | None:
    """Return the last session's load, as typed and as the gym can set it, where no load may be
    harder: after pain or unsound technique, and while the lift is `new`; on the way back from
    strong pain, the most that it may have. None without a bound."""
    held = new or is_painful(context) or is_unsound(context)
    last = last_load(context.exercise, context.last_sets) if held else None
    back = context.way_back.most_kg if context.way_back is not None else None
    known = [kg for kg in (last, back) if kg is not None]
    if not known:
        return None
    least = easier(known[0], known[-1], context.exercise)
    return plates.settable(least, context.exercise, context.inventory)


def held_today_kg(done: Sequence[LoggedSet]) -> float | None:
    """Return the load of the last of today's work sets, as typed, where none may be harder: after
    pain or a breakdown in one of them. None without a bound."""
    work = work_sets(done)
    broke = any(entry.technique is Technique.BREAKDOWN for entry in work)
    return work[-1].load_kg if work and (broke or worst_pain(done) >= _PAIN) else None


def no_harder(load_kg: float, held: float | None, exercise: Exercise) -> float:
    """Return a load as typed, or the one that it is held to where that is easier."""
    return load_kg if held is None else easier(load_kg, held, exercise)
