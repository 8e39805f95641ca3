"""Numbers of the advice on the way back to a load that hurt badly, as they follow from the log."""

from __future__ import annotations

from advised import is_harder
from recounted import Case, Counted, hardest, hardest_last

from planner.engine import plates, strength
from planner.engine.back_in_steps import most_over, usual_step
from planner.engine.load_hold import is_too_soon
from planner.engine.same_load import easier
from planner.engine.terms import LoggedSet

_NO_LOAD = ("hold.cant_tell", "hold.pain_stop", "structure.", "return.")  # of another thing


def meant_kg(of: Case) -> float:
    """Return the load that is planned, or the last one where that is too much on the way back."""
    context = of.asked.context
    if context.way_back is None or not is_too_soon(of.load, context):
        return of.load
    last = hardest(of.asked)[0].load_kg or 0.0
    return plates.settable(last, context.exercise, context.inventory)


def in_steps(of: Case) -> Counted:
    """Return the load of a step back, or the last one where a set fell short of its repetitions,
    or had none to spare; the planned one where that is a step and the next one is not."""
    load = _step_kg(of) if _all_met(of) else meant_kg(of)
    load = load if is_too_soon(of.load, of.asked.context) else of.load
    return {"load_kg": load, "new_kg": load, "reps": of.reps}


def builds_up(of: Case) -> bool:
    """Tell whether a session that was met is followed by no step: the next load is too far."""
    too_soon = is_too_soon(of.load, of.asked.context)
    if not too_soon or not _all_met(of):
        return False
    context, last = of.asked.context, meant_kg(of)
    higher = plates.next_harder(last, context.exercise, context.inventory)
    moves = strength.moved_kg(last, context.exercise, of.state.bodyweight_kg) is not None
    return moves and higher is not None and not is_harder(_step_kg(of), last, context.exercise)


def _step_kg(of: Case) -> float:
    context, last = of.asked.context, meant_kg(of)
    back, exercise, gym = context.way_back, context.exercise, context.inventory
    assert back is not None
    assert back.most_kg is not None
    most = easier(most_over(last, of.state, gym), usual_step(last, of.state), exercise)
    return plates.settable(easier(most, back.most_kg, exercise), exercise, gym)


def hurt(of: Case) -> Counted:
    """Return the pain that the way back begins with, and its day."""
    back = of.asked.context.way_back
    assert back is not None
    return {"pain": back.pain, "hurt_on": back.hurt_on}


def told(of: Case, rule: str) -> Counted:
    """Return the day of the pain that all advice on a load tells of on the way back."""
    back = of.asked.context.way_back
    return {} if back is None or rule.startswith(_NO_LOAD) else {"hurt_on": back.hurt_on}


def _all_met(of: Case) -> bool:
    """Tell whether the hardest sets had the repetitions asked for, and one more in them."""
    tried = any(entry.reps == 0 for entry in (*of.asked.context.last_sets, *hardest(of.asked)))
    done = (*hardest(of.asked), *hardest_last(of.asked))
    return not tried and all(_had_more(entry, of.reps) for entry in done)


def _had_more(entry: LoggedSet, low: int) -> bool:
    reps, asked = entry.reps or 0, entry.target_reps or low
    known = entry.rir is not None and entry.rir < 1
    return reps >= asked and (not known or reps + (entry.rir or 0.0) >= max(asked, low) + 1)
