"""A jump of a lift's loads in words, and in the form in which decisions are kept."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from planner.coach.load_jumps import RULE, LoadJump
from planner.engine import load_jump
from planner.engine.terms import (
    Confidence,
    JumpCause,
    Phrase,
    PhraseValue,
    Suggestion,
    SuggestionKind,
    Unit,
    phrase,
)

HALF, TWICE = (0.46, 0.54), (1.88, 2.12)  # said so from here to there
ASKED = phrase("What changed?")
HINT = phrase(
    "Until you answer, a jump counts neither as progress nor as loss. Ctrl+Z takes an answer back."
)


def said(made: LoadJump) -> Phrase:
    """Write what jumped: since when, how far, and a usual session of either kind."""
    if made.until is None:
        start, around = "From {since_on} the loads are ", "before"
    else:
        start, around = "From {since_on} to {last_on} the loads were ", "around"
    return phrase(
        f"{start}{_how_far(made.load_ratio)} {around}: "
        f"{{sets}} × {{reps}} with {{now_kg}}, {{then_kg}} {around}.",
        since_on=made.since,
        last_on=made.last_on,
        times=made.load_ratio,
        share_pct=round(100 * made.load_ratio),
        sets=made.after.sets,
        reps=made.after.reps,
        now_kg=made.after.load_kg,
        then_kg=made.before.load_kg,
    )


def _how_far(ratio: float) -> str:
    """Return the words for a ratio of loads, with `times` and `share_pct` to be filled in."""
    if HALF[0] <= ratio <= HALF[1]:
        return "about half of those"
    if TWICE[0] <= ratio <= TWICE[1]:
        return "about twice those"
    return "about {times} times those" if ratio > 1.0 else "about {share_pct} of those"


def event(made: LoadJump, right: bool = False) -> Phrase:
    """Write what to mark on a lift's time axis; `right` once the lifter has said so."""
    told = ", right as typed" if right else ""
    return phrase(
        f"Loads {_how_far(made.load_ratio)} before{told}: {{then_kg}} → {{now_kg}}",
        times=made.load_ratio,
        share_pct=round(100 * made.load_ratio),
        then_kg=made.before.load_kg,
        now_kg=made.after.load_kg,
    )


def label(made: LoadJump, cause: JumpCause | None) -> Phrase:
    """Write an answer to choose, in few words."""
    if cause is JumpCause.SIDES:
        both = made.load_ratio > 1.0
        start = "Both sides counted" if both else "Counted per side"
        return phrase(f"{start} then" if made.until is not None else f"{start} from then")
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
        follows = " What is planned ahead follows." if made.until is None else ""
        return phrase(
            f"Its sets move to an exercise of their own, with a history of its own.{follows}"
        )
    return phrase("Everything stays; charts count it as gain or loss, and this is not asked again.")


def _effect_of_sides(made: LoadJump) -> Phrase:
    if made.until is not None:
        return phrase("Those loads are counted like all others.")
    which = "Loads before" if made.before_since is None else "Loads from {before_on} up to then"
    done = "doubled" if made.load_ratio > 1.0 else "halved"
    words = f"{which} are {done}, so that they are counted the same way."
    return phrase(words, before_on=made.before_since)


def _effect_of_unit(made: LoadJump) -> Phrase:
    wrong = load_jump.misread(made)
    if wrong is None:
        raise ValueError(f"no unit explains the jump of {made.exercise.slug!r} on {made.since}")
    when = "those since then"
    if wrong.before:
        when = "those before" if made.before_since is None else "those from {before_on} up to then"
    unit = Unit.LB if wrong.unit is Unit.KG else Unit.KG
    words = f"The numbers stay; {when} are taken as {{unit}}."
    return phrase(words, before_on=made.before_since, unit=unit.value)


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
