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
from planner.engine.ways import NOT_KNOWN, Told, other_range, over_range, two_facts

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


def _tried(told: Told) -> tuple[str, Numbers] | None:
    """Say what was tried before; None when volume or range should be first."""
    training = told.training
    if training.changed_on is not None and any(kind in training.tried for kind in BEFORE):
        return "It has not moved since the change of {changed_on}.", (
            ("changed_on", training.changed_on),
        )
    enough = training.weekly_sets >= weekly_range(told.context.state.lifter.experience).low
    if not enough or other_range(told) is not None:
        return None
    words = "{weekly_sets} hard sets a week for the muscle are enough to grow on."
    return words, (("weekly_sets", round(training.weekly_sets, 1)),)


def _variation(told: Told, other: Alternative, tried: tuple[str, Numbers]) -> Suggestion:
    exercise = told.context.exercise
    second = f"{tried[0]} {{to_name}}: {{why}}."
    if not told.training.stays:
        second += " {name} keeps one day a week."
    reason = two_facts(
        told, second, **dict(tried[1]), to_name=other.name, why=other.why,
        name=exercise.name or exercise.slug,
    )  # fmt: skip
    sure = told.confidence
    change = over_range("A gain", reason[1])
    return _swap(told, other, "structure.variation", reason, change, sure)


def _without_pain(told: Told, other: Alternative) -> Suggestion:
    pains = [pain or 0 for pain in told.context.pain[-2:]]
    pain, hurt = max(pains), [each >= evidence.PAIN_STOP.value for each in pains]
    reason = two_facts(
        told,
        "Pain up to {pain} out of 10 " + when(hurt) + ". {to_name}: {why}. Leave it if it hurts "
        "as well.",
        pain=pain, to_name=other.name, why=other.why,
    )  # fmt: skip
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
        "men. " + NOT_KNOWN,
        studies=_STUDIES[1], people=_PEOPLE[1],
    )  # fmt: skip
    to: Numbers = (("to", other.slug), ("to_name", other.name), _KEEP, _STUDIES, _PEOPLE)
    return make(
        SuggestionKind.VARIATION, told.context, rule, words, confidence, (*reason[1], *to),
        Change(exercise=other.slug), ("kassiano-2022",), effect,
    )  # fmt: skip
