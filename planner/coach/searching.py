"""Search over exercises: the start of a name before words in it before names that look alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum

from planner.coach.names import Words, plain, words
from planner.engine.terms import Exercise

LIKENESS = 0.75  # difflib ratio of a mistyped word; below it a hit looks like an error


class Rank(IntEnum):
    """How well an exercise fits what was typed, best first."""

    WHOLE_NAME = 0
    NAME_START = 1
    NAME_WORDS = 2
    ALIAS_START = 3
    ALIAS_WORDS = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """An exercise with its names prepared: its own first, then its aliases."""

    exercise: Exercise
    plains: tuple[str, ...]
    words: tuple[Words, ...]


def entry(exercise: Exercise) -> Entry:
    """Prepare an exercise for `ranked`."""
    texts = (exercise.name, *exercise.aliases)
    return Entry(exercise, tuple(map(plain, texts)), tuple(map(words, texts)))


def ranked(text: str, entries: Iterable[Entry]) -> list[Exercise]:
    """Return the exercises that fit a text, best first; all in the order given for no text.

    Mistyped words are read as the nearest known ones only when nothing fits as typed.
    """
    known = list(entries)
    typed, typed_words = plain(text), words(text)
    if not typed:
        return [each.exercise for each in known]
    return _found(typed, typed_words, known) or _found(typed, _mended(typed_words, known), known)


def fits(text: str, entries: Iterable[Entry]) -> bool:
    """Say whether any exercise fits a text as it was typed."""
    typed, typed_words = plain(text), words(text)
    return any(_rank(each, typed, typed_words) is not None for each in entries)


def _found(typed: str, typed_words: Words, entries: Iterable[Entry]) -> list[Exercise]:
    ranks = [(_rank(each, typed, typed_words), each) for each in entries]
    found = [(rank, each) for rank, each in ranks if rank is not None]
    return [each.exercise for _, each in sorted(found, key=_order)]


def _order(found: tuple[Rank, Entry]) -> tuple[Rank, bool, int, str]:
    """Put the basic lift before its variations, the short name before the long one."""
    rank, each = found
    return rank, each.exercise.parent is not None, len(each.plains[0]), each.plains[0]


def _rank(each: Entry, typed: str, typed_words: Words) -> Rank | None:
    if typed in each.plains:
        return Rank.WHOLE_NAME
    if each.plains[0].startswith(typed):
        return Rank.NAME_START
    if _begin(typed_words, each.words[0]):
        return Rank.NAME_WORDS
    if any(name.startswith(typed) for name in each.plains):
        return Rank.ALIAS_START
    if any(_begin(typed_words, name) for name in each.words):
        return Rank.ALIAS_WORDS
    return None


def _begin(typed: Words, name: Words) -> bool:
    """Tell whether every typed word begins some word of the name."""
    return all(any(word.startswith(start) for word in name) for start in typed)


def _mended(typed: Words, entries: Iterable[Entry]) -> Words:
    """Replace each typed word by the known word most like it, where there is one."""
    vocabulary = sorted({word for each in entries for name in each.words for word in name})
    close = [get_close_matches(word, vocabulary, n=1, cutoff=LIKENESS) for word in typed]
    return tuple(best[0] if best else word for word, best in zip(typed, close, strict=True))
