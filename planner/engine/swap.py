"""Another exercise in a lift's place: the same movement with another demand."""

from __future__ import annotations

from planner.engine import evidence
from planner.engine.safety import when
from planner.engine.suggestion import Numbers, make
from planner.engine.terms import (
    Change,
    Confidence,
    Phrase,
    Suggestion,
    SuggestionKind,
    phrase,
)
from planner.engine.training import Alternative
from planner.engine.volume import weekly_range
from planner.engine.ways import NOT_KNOWN, Told, no_gain_over, other_range, two_facts

BEFORE = (SuggestionKind.ADD_SET, SuggestionKind.REP_RANGE)  # tried before an exercise goes
_KEEP = ("keep_weeks", evidence.VARIATION_WEEKS.value)
_STUDIES = ("studies", evidence.VARIATION_STUDIES.value)
_PEOPLE = ("people", evidence.VARIATION_PEOPLE.value)
_DAYS_TO_SHARE = evidence.SHARED_DAYS.value


def variations(told: Told) -> list[Suggestion]:
    """Return the exercises to swap to, best first, once volume or range was tried in vain.

    The only long-term lift of a pattern keeps a day a week; with a single day it stays.
    """
    training = told.training
    if not training.stays and training.days_a_week < _DAYS_TO_SHARE:
        return []
    reason = _tried(told)
    return [] if reason is None else [_variation(told, each, reason) for each in _allowed(told)]


def for_pain(told: Told) -> list[Suggestion]:
    """Return the exercises to swap to while the lift hurts."""
    return [_without_pain(told, each) for each in _allowed(told)]


def _allowed(told: Told) -> list[Alternative]:
    """Return the alternatives that the budget of new exercises leaves room for."""
    training = told.training
    return [each for each in training.alternatives if training.novelty_left > 0 or not each.new]


def _tried(told: Told) -> Phrase | None:
    """Say what was tried before; None when volume or range should be first."""
    training = told.training
    if training.changed_on is not None and any(kind in training.tried for kind in BEFORE):
        return phrase(
            "It has not moved since the change of {changed_on}.", changed_on=training.changed_on
        )
    enough = training.weekly_sets >= weekly_range(told.context.state.lifter.experience).low
    if not enough or other_range(told) is not None:
        return None
    return phrase(
        "{weekly_sets} hard sets a week for the muscle are enough to grow on.",
        weekly_sets=round(training.weekly_sets, 1),
    )


def _variation(told: Told, other: Alternative, tried: Phrase) -> Suggestion:
    exercise, second = told.context.exercise, tried + _shared(other)
    if not told.training.stays:
        second += phrase("{name} keeps one day a week.", name=exercise.name or exercise.slug)
    reason = two_facts(told, second)
    change = no_gain_over(reason[1])
    return _swap(told, other, "structure.variation", reason, change, told.confidence)


def _shared(other: Alternative) -> Phrase:
    return phrase("{to_name}: {why}.", to_name=other.name, why=other.why)


def _without_pain(told: Told, other: Alternative) -> Suggestion:
    pains = [pain or 0 for pain in told.context.pain[-2:]]
    pain, hurt = max(pains), [each >= evidence.PAIN_STOP.value for each in pains]
    hurts = phrase("Pain up to {pain} out of 10 {when}.", pain=pain, when=when(hurt))
    reason = two_facts(told, hurts + _shared(other) + phrase("Leave it if it hurts as well."))
    change = phrase("A session without pain; more of it is for a doctor or physiotherapist.")
    sure = Confidence.CANT_TELL
    return _swap(told, other, "structure.variation_pain", reason, change, sure)


def _swap(
    told: Told,
    other: Alternative,
    rule: str,
    reason: tuple[Phrase, Numbers],
    would_change: Phrase,
    confidence: Confidence,
) -> Suggestion:
    words = (
        phrase("Swap to {to_name} for {keep_weeks} weeks", to_name=other.name, keep_weeks=_KEEP[1]),
        reason[0],
        would_change,
    )
    effect = phrase(
        "A planned swap can help, frequent change hinders: {studies} studies with {people} young "
        "men.",
        studies=_STUDIES[1], people=_PEOPLE[1],
    )  # fmt: skip
    to: Numbers = (("to", other.slug), ("to_name", other.name), _KEEP, _STUDIES, _PEOPLE)
    return make(
        SuggestionKind.VARIATION, told.context, rule, words, confidence, (*reason[1], *to),
        Change(exercise=other.slug), ("kassiano-2022",), effect + NOT_KNOWN,
    )  # fmt: skip
