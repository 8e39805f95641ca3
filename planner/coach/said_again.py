"""Say what a decision was on in the language in use, by its rule and numbers, where they tell."""

from __future__ import annotations

from planner.engine.terms import N_, Phrase, phrase
from planner.storage.decisions import Decision

_HEADLINES = {
    "increase.as_done": N_("Plan what you did: {new_kg}"),
    "increase.smallest_step": N_("Go up to {new_kg}"),
    "structure.add_set": N_("Add a set: {sets} instead of {sets_now}"),
}  # by rule, as the engine writes them
_NUMBERS = ("new_kg", "sets", "sets_now")


def headline(made: Decision) -> Phrase | str:
    """Return what was suggested; of other rules as it was said then."""
    words = _HEADLINES.get(made.rule, "")
    numbers = {name: value for name, value in made.numbers if name in _NUMBERS}
    if words and all(name in numbers for name in _NUMBERS if f"{{{name}}}" in words):
        return phrase(words, **numbers)
    return made.text.partition(". ")[0]
