"""A last session that looks like a typing error: it is asked about before anything is advised."""

from __future__ import annotations

from math import exp

from planner.engine import trend
from planner.engine.suggestion import Numbers, hold, tell
from planner.engine.target import LiftContext
from planner.engine.terms import Confidence, Suggestion, phrase


def is_doubtful(context: LiftContext) -> bool:
    """Tell whether the last session may be a typing error.

    Less than usual is none on the way back from strong pain, but where a set could not be lifted.
    """
    held, bank = context.state.held, context.state.bank
    if held is None or bank is None:
        return False
    failed = any(entry.reps == 0 for entry in context.last_sets)
    return context.way_back is None or failed or held.log_kg > trend.middle(bank)


def check_entry(context: LiftContext) -> Suggestion | None:
    """Advise nothing from a session that looks like a typing error until the next one decides."""
    held, bank = context.state.held, context.state.bank
    if held is None or bank is None or not is_doubtful(context):
        return None
    usual = trend.middle(bank)  # which that session did not move
    numbers: Numbers = (
        ("last_on", held.on),
        ("shown_e1rm_kg", round(exp(held.log_kg), 2)),
        ("e1rm_kg", round(exp(usual), 2)),
    )
    words = (
        phrase("Check the last session first"),
        tell("The sets of {last_on} stand for about {shown_e1rm_kg}; before, it was about "
             "{e1rm_kg}. Were they typed right, in the right unit?", numbers),
        phrase("The entry put right, or a second session like it."),
    )  # fmt: skip
    return hold(context, "hold.check_entry", words, numbers, Confidence.CANT_TELL)
