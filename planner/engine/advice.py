"""Advice on the next load: raise it by the smallest step, or hold it, and why."""

from __future__ import annotations

from planner.engine.holding import harder, missed, unmet, unsure
from planner.engine.reps_first import more_reps
from planner.engine.rising import built_up, raised
from planner.engine.safety import not_safe
from planner.engine.target import LiftContext, Target, loads_rise
from planner.engine.terms import Suggestion


def next_load(target: Target, context: LiftContext) -> Suggestion:
    """Raise the load when every condition holds; else hold and say which one does not."""
    held = not_safe(target, context) or missed(target, context) or unsure(target, context)
    held = held or harder(target, context)
    held = held or built_up(target, context) or unmet(target, context)
    if held is not None:
        return held
    return raised(target, context) if loads_rise(context.exercise) else more_reps(target, context)
