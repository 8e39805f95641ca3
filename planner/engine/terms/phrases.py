"""What is said to a person: sentences with values, written in words at the edge of the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Phrase:
    """Sentences to show: templates and their numbers, formatted and translated at the edge.

    The end of a value's name says what it is: `_kg` a load in kilograms, `e1rm_kg` an estimate,
    `_pct` a percentage, `_p` a probability 0–1, `_on` a date, `_days` and `_weeks` durations,
    `_span` days that are told as days, weeks, months or years; anything else is shown as it is.
    A value may be a phrase itself: a part of the sentence that is said one way or another.
    """

    sentences: tuple[str, ...]
    values: tuple[tuple[str, PhraseValue], ...] = ()

    def __add__(self, other: Phrase) -> Phrase:
        """Return both, one sentence after the other; what both name has the value of the other."""
        values = dict((*self.values, *other.values))
        return Phrase((*self.sentences, *other.sentences), tuple(values.items()))

    @property
    def template(self) -> str:
        """All sentences as they stand in the code."""
        return " ".join(self.sentences)

    def value(self, name: str) -> PhraseValue:
        """Return the value called `name`; KeyError when the phrase has none."""
        return dict(self.values)[name]


PhraseValue: TypeAlias = str | float | int | date | Phrase | None


def phrase(template: str, /, **values: PhraseValue) -> Phrase:
    """Build a Phrase of one template from keyword values, in the order given."""
    return Phrase((template,) if template else (), tuple(values.items()))


def N_(text: str) -> str:
    """Mark a text that is said later, for the catalogues of translations."""
    return text


def in_row(values: Sequence[PhraseValue]) -> PhraseValue:
    """Return 'a, b, c' as a value of a phrase: a list that goes on or has no end; '' of none."""
    if not values:
        return ""
    said = values[0]
    for following in values[1:]:
        said = phrase("{list}, {next}", list=said, next=following)
    return said


def listed(values: Sequence[PhraseValue]) -> PhraseValue:
    """Return 'a', 'a and b' or 'a, b and c' as a value of a phrase; '' of none."""
    if len(values) < 2:
        return in_row(values)
    return phrase("{list} and {last}", list=in_row(values[:-1]), last=values[-1])
