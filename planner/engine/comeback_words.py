"""What is said of the first session after time off."""

from __future__ import annotations

from planner.engine import evidence, regain
from planner.engine.suggestion import tell
from planner.engine.target import LiftContext
from planner.engine.terms import N_, Phrase, PhraseValue, phrase

_LIFT = N_(
    "{off_span} without this lift cost about {loss_pct} ({loss_low_pct} to {loss_high_pct})."
)
_LIFT_BY = N_(
    "By {session_on} it is {off_span} without this lift, which costs about {loss_pct} "
    "({loss_low_pct} to {loss_high_pct})."
)
_MUSCLES = N_(
    "{off_span} without training these muscles cost about {loss_pct} ({loss_low_pct} to "
    "{loss_high_pct})."
)
_MUSCLES_BY = N_(
    "By {session_on} it is {off_span} without training these muscles, which costs about {loss_pct} "
    "({loss_low_pct} to {loss_high_pct})."
)
_LESS = N_("About {loss_pct} less is to be expected ({loss_low_pct} to {loss_high_pct}).")


def headline(count: int, reps: int, load: float, rested: bool) -> Phrase:
    """Say how many sets and repetitions the first session has, and the load in kg where it is not
    0; `rested` when the muscles were, not this lift alone. Without repetitions another exercise is
    to come first."""
    start = phrase("Welcome back") if rested else phrase("Begin this lift again")
    if not reps:
        return phrase("{start}: an easier variation first", start=start)
    sets = phrase("{sets} × {reps}", sets=count, reps=reps)
    if not load:
        return phrase("{start}: {sets}", start=start, sets=sets)
    return phrase("{start}: {new_kg}, {sets}", start=start, new_kg=load, sets=sets)


def reason(numbers: dict[str, PhraseValue], context: LiftContext) -> Phrase:
    """Say what the rest cost, when it is likely back, and how to go on."""
    told = tuple(numbers.items())
    before = tell("You last lifted {last_kg}." if numbers["last_kg"] else "", told)
    likely = phrase("Muscle and skill return faster than they came.")
    for back in when_back(context):
        likely = phrase("{back}.", back=back)
    then = tell("Leave {rir} reps in reserve, then rise from session to session.", told)
    rest = tell(_rest(context), told)
    return rest + before + likely + (then if numbers["reps"] else _too_hard(numbers))


def _too_hard(numbers: dict[str, PhraseValue]) -> Phrase:
    """Say that not even one repetition leaves the reserve to come back with."""
    return phrase(
        "Not even one repetition leaves {rir} in reserve now: do an easier variation that does, "
        "and come back to this lift from there.",
        rir=numbers["rir"],
    )


def when_back(context: LiftContext) -> tuple[Phrase, ...]:
    """Say when old strength is likely back; () where nobody can tell, or which it was is asked."""
    if context.asked or context.state.held is not None:
        return ()
    back = regain.expected(context.state, context.session_on, context.muscle_gap_days)
    return regain.said(back, context.session_on)


def _rest(context: LiftContext) -> str:
    """Say what rested, until now or the day that it is counted to: the muscles, also in the time
    since the lift was done, or the lift."""
    later = context.session_on > context.today
    if context.muscle_gap_days is None:
        return _LIFT_BY if later else _LIFT
    off, trained = context.days_off, context.days_without - context.days_off
    if trained >= min(evidence.LAYOFF_DAYS.value, off / 2):
        return N_(
            "Last done {own_span} ago; the longest rest of its muscles in that time was "
            "{off_span}. That cost about {loss_pct} ({loss_low_pct} to {loss_high_pct})."
        )
    return _MUSCLES_BY if later else _MUSCLES


def missed(numbers: dict[str, PhraseValue], _context: LiftContext) -> Phrase:
    """Say what a lift has lost that was left out while its muscles were trained."""
    told = tuple(numbers.items())
    last = tell(
        "You last did this {own_span} ago, with {last_kg}; its muscles were trained meanwhile."
        if numbers["last_kg"]
        else "You last did this {own_span} ago; its muscles were trained meanwhile.",
        told,
    )
    if not numbers["reps"]:
        return last + tell(_LESS, told) + _too_hard(numbers)
    then = tell(
        "About {loss_pct} less is to be expected ({loss_low_pct} to {loss_high_pct}): leave {rir} "
        "reps in reserve once, and go on from what that shows.",
        told,
    )
    return last + then
