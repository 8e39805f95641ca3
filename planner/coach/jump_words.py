"""A jump of a lift's loads in words, and in the form in which decisions are kept."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from planner.coach.load_jumps import RULE, LoadJump
from planner.engine import load_jump
from planner.engine.terms import (
    N_,
    Confidence,
    JumpCause,
    Phrase,
    PhraseValue,
    Suggestion,
    SuggestionKind,
    Unit,
    phrase,
)
from planner.language import tr

_REPLIES = {
    JumpCause.SIDES: N_("counted for one side, or both, from then on"),
    JumpCause.UNIT: N_("typed in the wrong unit"),
    JumpCause.SETUP: N_("another machine"),
    None: N_("the loads are right"),
}
_DONE = {
    JumpCause.SIDES: N_("Counted another way from {since_on}: {sets} sets × {factor}"),
    JumpCause.UNIT: N_("Typed in the wrong unit: {sets} sets are in {unit} now"),
    JumpCause.SETUP: N_("Another machine from {since_on}: kept as {to_name}"),
}
HALF, TWICE = (0.46, 0.54), (1.88, 2.12)  # said so from here to there
ASKED = phrase("What changed?")
HINT = phrase(
    "Until you answer, a jump counts neither as progress nor as loss. Ctrl+Z takes an answer back."
)


def said(made: LoadJump) -> Phrase:
    """Write what jumped: since when, how far, and a usual session of either kind."""
    return phrase(
        "From {since_on} the loads are {how_far} before: {sets} × {reps} with {now_kg}, {then_kg} "
        "before."
        if made.until is None
        else "From {since_on} to {last_on} the loads were {how_far} around: {sets} × {reps} with "
        "{now_kg}, {then_kg} around.",
        since_on=made.since,
        last_on=made.last_on,
        how_far=_how_far(made.load_ratio),
        sets=made.after.sets,
        reps=made.after.reps,
        now_kg=made.after.load_kg,
        then_kg=made.before.load_kg,
    )


def _how_far(ratio: float) -> Phrase:
    """Return the words for a ratio of loads."""
    if HALF[0] <= ratio <= HALF[1]:
        return phrase("about half of those")
    if TWICE[0] <= ratio <= TWICE[1]:
        return phrase("about twice those")
    if ratio > 1.0:
        return phrase("about {times} times those", times=ratio)
    return phrase("about {share_pct} of those", share_pct=round(100 * ratio))


def event(made: LoadJump, right: bool = False) -> Phrase:
    """Write what to mark on a lift's time axis; `right` once the lifter has said so."""
    return phrase(
        "Loads {how_far} before, right as typed: {then_kg} → {now_kg}"
        if right
        else "Loads {how_far} before: {then_kg} → {now_kg}",
        how_far=_how_far(made.load_ratio),
        then_kg=made.before.load_kg,
        now_kg=made.after.load_kg,
    )


def label(made: LoadJump, cause: JumpCause | None) -> Phrase:
    """Write an answer to choose, in few words."""
    if cause is JumpCause.SIDES:
        both = made.load_ratio > 1.0
        if made.until is not None:
            return phrase("Both sides counted then" if both else "Counted per side then")
        return phrase("Both sides counted from then" if both else "Counted per side from then")
    if cause is JumpCause.UNIT:
        return phrase("Typed in the wrong unit")
    return phrase("Another machine" if cause else "Nothing, the loads are right")


def effect(made: LoadJump, cause: JumpCause | None) -> Phrase:
    """Write what an answer does."""
    if cause is JumpCause.SIDES:
        return _effect_of_sides(made)
    if cause is JumpCause.UNIT:
        return _effect_of_unit(made)
    if cause is JumpCause.SETUP:
        moves = phrase("Its sets move to an exercise of their own, with a history of its own.")
        follows = phrase("What is planned ahead follows.")
        return moves + follows if made.until is None else moves
    return phrase("Everything stays; charts count it as gain or loss, and this is not asked again.")


def _effect_of_sides(made: LoadJump) -> Phrase:
    if made.until is not None:
        return phrase("Those loads are counted like all others.")
    twice = made.load_ratio > 1.0
    if made.before_since is None:
        return phrase(
            "Loads before are doubled, so that they are counted the same way."
            if twice
            else "Loads before are halved, so that they are counted the same way."
        )
    return phrase(
        "Loads from {before_on} up to then are doubled, so that they are counted the same way."
        if twice
        else "Loads from {before_on} up to then are halved, so that they are counted the same way.",
        before_on=made.before_since,
    )


def _effect_of_unit(made: LoadJump) -> Phrase:
    wrong = load_jump.misread(made)
    if wrong is None:
        raise ValueError(f"no unit explains the jump of {made.exercise.slug!r} on {made.since}")
    words = N_("The numbers stay; those since then are taken as {unit}.")
    if wrong.before and made.before_since is None:
        words = N_("The numbers stay; those before are taken as {unit}.")
    elif wrong.before:
        words = N_("The numbers stay; those from {before_on} up to then are taken as {unit}.")
    unit = Unit.LB if wrong.unit is Unit.KG else Unit.KG
    return phrase(words, before_on=made.before_since, unit=unit.value)


def reply(cause: JumpCause | None) -> str:
    """Return the lifter's answer as the reason of a decision, as it is stored."""
    return _REPLIES[cause]


def told(reason: str) -> str:
    """Return the reason of a decision on a jump for a reader; what somebody typed stays."""
    return tr(reason) if reason in _REPLIES.values() else reason


def done(numbers: Mapping[str, PhraseValue]) -> Phrase:
    """Write what an answer did, from the numbers of its decision."""
    answer = numbers["answer"]
    return phrase(_DONE[JumpCause(str(answer))] if answer else "", **numbers)


def news(made: LoadJump, what: Phrase) -> Phrase:
    """Write what an answer did to which lift."""
    if not what.sentences:
        return phrase("{lift}: the loads stay.", lift=made.exercise.name)
    return phrase("{lift}: {what}.", lift=made.exercise.name, what=what)


def as_suggestion(
    made: LoadJump, cause: JumpCause | None, more: Mapping[str, PhraseValue]
) -> Suggestion:
    """Return a jump as decisions are kept, with the answer given and its numbers."""
    return Suggestion(
        SuggestionKind.JUMP,
        made.exercise.slug,
        RULE,
        said(made),
        ASKED,
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
