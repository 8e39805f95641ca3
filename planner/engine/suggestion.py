"""Build suggestions: the words, the numbers they rest on, and how they rank."""

from __future__ import annotations

from functools import cache
from string import Formatter

from planner.engine.target import LiftContext
from planner.engine.terms import (
    Change,
    Confidence,
    Exercise,
    LoadKind,
    Phrase,
    PhraseValue,
    Suggestion,
    SuggestionKind,
    phrase,
)

_PRIORITY = {
    SuggestionKind.REST_DAY: 100,
    SuggestionKind.DELOAD: 95,
    SuggestionKind.RETURN_RAMP: 90,
    SuggestionKind.EXPECT: 80,
    SuggestionKind.LEVEL_OFF: 70,
    SuggestionKind.INCREASE: 60,
    SuggestionKind.ADD_SET: 55,
    SuggestionKind.REP_RANGE: 55,
    SuggestionKind.VARIATION: 55,
    SuggestionKind.CLIMB: 55,
    SuggestionKind.HOLD: 30,
}
Numbers = tuple[tuple[str, PhraseValue], ...]
Words = tuple[Phrase, Phrase, Phrase]


def make(
    kind: SuggestionKind,
    context: LiftContext | None,
    rule: str,
    words: Words,
    confidence: Confidence,
    numbers: Numbers,
    change: Change | None = None,
    sources: tuple[str, ...] = ("thumb",),
    effect: Phrase | None = None,
) -> Suggestion:
    """Build a suggestion; `words` are headline, reason and what would change it.

    Without a context it is for the lifter as a whole.
    """
    return Suggestion(
        kind=kind,
        exercise=context.exercise.slug if context is not None else "",
        rule=rule,
        headline=words[0],
        reason=words[1],
        would_change=words[2],
        confidence=confidence,
        numbers=numbers,
        change=change,
        priority=_PRIORITY[kind],
        sources=sources,
        effect=effect,
    )


def tell(template: str, numbers: Numbers, **words: PhraseValue) -> Phrase:
    """Return a phrase with the numbers that its template names; KeyError where one is missing.

    `words` are said in it, but are no numbers of the suggestion.
    """
    known = {**dict(numbers), **words}
    return phrase(template, **{name: known[name] for name in _names(template)})


@cache
def _names(template: str) -> tuple[str, ...]:
    found = [name for _, name, _, _ in Formatter().parse(template) if name]
    return tuple(dict.fromkeys(found))


def stay_at(load_kg: float) -> Phrase:
    """Return the headline for keeping a load; 0 kg is the bare body."""
    return phrase("Stay at {load_kg}", load_kg=load_kg) if load_kg else phrase("Stay as you are")


def take(load_kg: float, exercise: Exercise) -> Phrase:
    """Return the headline for a load to take: a weight, or help."""
    if exercise.load_kind is LoadKind.ASSISTED:
        return phrase("Take {new_kg} of help next time", new_kg=load_kg)
    return phrase("Take {new_kg} next time", new_kg=load_kg)


def hold(
    context: LiftContext,
    rule: str,
    words: Words,
    numbers: Numbers,
    confidence: Confidence = Confidence.LIKELY,
    change: Change | None = None,
    sources: tuple[str, ...] = ("thumb",),
) -> Suggestion:
    """Build advice to take no more than is planned."""
    return make(SuggestionKind.HOLD, context, rule, words, confidence, numbers, change, sources)
