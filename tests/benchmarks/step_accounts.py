"""Numbers of the advice on the way back to a load that hurt badly, as they follow from the log."""

from __future__ import annotations

from advised import is_harder
from recounted import Case, Counted, hardest, hardest_last

from planner.engine import plates
from planner.engine.back_in_steps import step_over
from planner.engine.load_hold import is_too_soon
from planner.engine.terms import LoggedSet, Suggestion


def meant_kg(of: Case) -> float:
    """Return the load that is planned, or the last one where that is too much on the way back."""
    context = of.asked.context
    if context.way_back is None or not is_too_soon(of.load, context):
        return of.load
    last = hardest(of.asked)[0].load_kg or 0.0
    return plates.settable(last, context.exercise, context.inventory)


def in_steps(of: Case, _: Suggestion) -> Counted:
    """Return the load of a step back, or the last one where a set fell short of its repetitions,
    or had none to spare; the planned one where that is a step and the next one is not."""
    context = of.asked.context
    back, exercise, gym = context.way_back, context.exercise, context.inventory
    assert back is not None
    assert back.most_kg is not None
    last = plates.settable(hardest(of.asked)[0].load_kg or 0.0, exercise, gym)
    step = step_over(last, exercise, gym)
    most = back.most_kg if is_harder(step, back.most_kg, exercise) else step
    load = plates.no_harder(most, exercise, gym) if _all_met(of) else last
    load = load if is_too_soon(of.load, context) else of.load
    loads = {"load_kg": load, "new_kg": load, "reps": of.reps}
    return {"pain": back.pain, "hurt_on": back.hurt_on, **loads}


def _all_met(of: Case) -> bool:
    """Tell whether the hardest sets had the repetitions asked for, and one more in them."""
    tried = any(entry.reps == 0 for entry in (*of.asked.context.last_sets, *hardest(of.asked)))
    done = (*hardest(of.asked), *hardest_last(of.asked))
    return not tried and all(_had_more(entry, of.reps) for entry in done)


def _had_more(entry: LoggedSet, low: int) -> bool:
    reps, asked = entry.reps or 0, entry.target_reps or low
    known = entry.rir is not None and entry.rir < 1
    return reps >= asked and (not known or reps + (entry.rir or 0.0) >= max(asked, low) + 1)
