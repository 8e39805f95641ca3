"""Say so when the phase of a lift cannot be told, and what would settle it."""

from __future__ import annotations

from planner.engine import evidence, regain
from planner.engine.suggestion import Numbers, hold, stay_at
from planner.engine.target import LiftContext, Target
from planner.engine.terms import Confidence, Phase, Phrase, Reading, Suggestion, phrase

_NAMES = {
    Phase.EARLY: phrase("early gains"),
    Phase.STEADY: phrase("steady gain"),
    Phase.PLATEAU: phrase("a plateau"),
    Phase.FATIGUE: phrase("tiredness"),
    Phase.RETURN: phrase("a return after time off"),
}
RULE = "hold.cant_tell"
WEEKS = int(evidence.FLAT_WEEKS.value)  # that slow gain and none take to tell apart
_RISING = {Phase.EARLY, Phase.STEADY}  # which of them it is changes nothing


def cant_tell(reading: Reading, target: Target, context: LiftContext) -> Suggestion | None:
    """Name the two likeliest phases when none is likely enough; None when one is."""
    shares = {name: share for name, share in reading.phase_probabilities.items() if name in _NAMES}
    ranked = sorted(shares, key=lambda name: -shares[name])[:2]
    enough = reading.sessions >= evidence.PHASE_SESSIONS.value
    if reading.phase is not Phase.UNCLEAR or not enough or len(ranked) < 2:
        return None
    if _RISING.issuperset(ranked) or (context.returning and Phase.RETURN in ranked):
        return None  # the difference changes nothing, or the log has settled it
    if Phase.PLATEAU in ranked and _is_coming_back(context):
        return None
    (first, second), told = ranked, _settles(ranked)
    numbers: Numbers = (
        ("load_kg", target.load_kg),
        ("sessions", reading.sessions),
        ("last_on", reading.last_on),
        ("first_p", round(shares[first], 3)),
        ("second_p", round(shares[second], 3)),
    )
    reason = phrase(
        "After {sessions} sessions, the last on {last_on}, I can't tell yet: {first} ({first_p}) "
        "or {second} ({second_p}).",
        **dict(numbers[1:]), first=_NAMES[first], second=_NAMES[second],
    )  # fmt: skip
    words = (stay_at(target.load_kg), reason, told)
    more: Numbers = (("settle_weeks", WEEKS),) if told.values else ()
    return hold(context, RULE, words, (*numbers, *more), Confidence.CANT_TELL,
                sources=("simulation",))  # fmt: skip


def _is_coming_back(context: LiftContext) -> bool:
    """Tell whether strength still returns from time off: a flat stretch then says nothing."""
    return regain.hides_plateau(context.state, context.session_on, context.muscle_gap_days)


def _settles(between: list[Phase]) -> Phrase:
    """Return what would tell two phases apart."""
    if Phase.FATIGUE in between:
        return phrase("A check-in before each of the next two sessions: sleep, energy, soreness.")
    return phrase(
        "More sessions: slow gain and none take about {settle_weeks} weeks to tell apart.",
        settle_weeks=WEEKS,
    )


def is_doubt(made: Suggestion) -> bool:
    """Tell whether a suggestion says that a phase cannot be told."""
    return made.rule == RULE


def brief(made: Suggestion) -> Phrase:
    """Say a doubt in a few words, without how likely each phase is."""
    named = {name: made.reason.value(name) for name in ("first", "second")}
    return phrase("I can't tell yet: {first} or {second}.", **named)


def check_in_settles(made: Suggestion) -> bool:
    """Tell whether a doubt is about tiredness, so that check-ins settle it, not just time."""
    return is_doubt(made) and "settle_weeks" not in dict(made.numbers)
