"""A jump of a lift's loads in words, and in the form in which decisions are kept."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from planner.coach.load_jumps import RULE, LoadJump
from planner.engine.terms import (
    Confidence,
    JumpCause,
    Phrase,
    PhraseValue,
    Suggestion,
    SuggestionKind,
    phrase,
)

HALF, TWICE = (0.46, 0.54), (1.88, 2.12)  # said so from here to there


def said(made: LoadJump) -> Phrase:
    """Write what jumped: since when, how far, and a usual session of either kind."""
    if made.until is None:
        start, around = "From {since_on} the loads are {how}: ", "before"
    else:
        start, around = "From {since_on} to {last_on} the loads were {how}: ", "around"
    return phrase(
        start + "{sets} × {reps} with {now_kg}, {then_kg} " + around + ".",
        since_on=made.since,
        last_on=made.last_on,
        how=how_far(made.load_ratio, around),
        sets=made.after.sets,
        reps=made.after.reps,
        now_kg=made.after.load_kg,
        then_kg=made.before.load_kg,
    )


def how_far(ratio: float, around: str = "before") -> str:
    """Write a ratio of loads: 'about half of those before', 'about 1.4 times those before'."""
    if HALF[0] <= ratio <= HALF[1]:
        return f"about half of those {around}"
    if TWICE[0] <= ratio <= TWICE[1]:
        return f"about twice those {around}"
    if ratio > 1.0:
        return f"about {ratio:.1f} times those {around}"
    return f"about {100 * ratio:.0f} % of those {around}"


def event(made: LoadJump) -> Phrase:
    """Write what to mark on a lift's time axis while nobody has said what changed."""
    return phrase(
        "Loads {how}: {then_kg} → {now_kg}",
        how=how_far(made.load_ratio),
        then_kg=made.before.load_kg,
        now_kg=made.after.load_kg,
    )


def reply(cause: JumpCause | None) -> str:
    """Return the lifter's answer as the reason of a decision."""
    return {
        JumpCause.SIDES: "counted for one side, or both, from then on",
        JumpCause.UNIT: "typed in the wrong unit",
        JumpCause.SETUP: "another machine",
        None: "the loads are right",
    }[cause]


def done(numbers: Mapping[str, PhraseValue]) -> Phrase:
    """Write what an answer did, from the numbers of its decision."""
    words = {
        JumpCause.SIDES: "Counted another way from {since_on}: {sets} sets × {factor}",
        JumpCause.UNIT: "Typed in the wrong unit: {sets} sets are in {unit} now",
        JumpCause.SETUP: "Another machine from {since_on}: kept as {to_name}",
    }
    answer = numbers["answer"]
    return phrase(words[JumpCause(str(answer))] if answer else "", **numbers)


def as_suggestion(
    made: LoadJump, cause: JumpCause | None, more: Mapping[str, PhraseValue]
) -> Suggestion:
    """Return a jump as decisions are kept, with the answer given and its numbers."""
    return Suggestion(
        SuggestionKind.JUMP,
        made.exercise.slug,
        RULE,
        said(made),
        phrase("What changed?"),
        phrase(""),
        Confidence.LIKELY,
        (
            ("since_on", made.since),
            ("until_on", made.until),
            ("ratio", round(exp(made.log_ratio), 3)),
            ("then_kg", made.before.load_kg),
            ("now_kg", made.after.load_kg),
            ("answer", cause.value if cause is not None else ""),
            *more.items(),
        ),
    )
