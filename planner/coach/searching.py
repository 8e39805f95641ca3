"""Search over exercises: what is called so, what the lifter does, what is common, the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum
from itertools import chain
from operator import itemgetter

from planner.coach.names import Words, plain, words
from planner.engine.terms import Category, Complexity, Equipment, Exercise, Pattern

LIKENESS = 0.75  # difflib ratio of a mistyped word; below it a hit looks like an error
MOST_WORDS = 8  # of a name; texts with more are not mended: that takes time for each word
LEAST_INSIDE = 3  # letters; fewer are inside of every other name, but not of a Japanese one


class Rank(IntEnum):
    """How well an exercise fits what was typed, best first."""

    WHOLE = 0
    START = 1
    WORDS = 2
    ALIAS = 3
    INSIDE = 4


_USUAL = (
    Equipment.DUMBBELL,
    Equipment.BODYWEIGHT,
    Equipment.MACHINE,
    Equipment.PLATE_MACHINE,
    Equipment.CABLE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An exercise with its names prepared: its own first, then its aliases.

    `starts` are the names with a space before each word, `all_starts` and `all_plains` the lines
    of all of them: most exercises are ruled out by one look there, at every letter typed.
    """

    exercise: Exercise
    plains: tuple[str, ...]
    words: tuple[Words, ...]
    starts: tuple[str, ...]
    all_starts: str
    all_plains: str


def entry(exercise: Exercise) -> Entry:
    """Prepare an exercise for `ranked`."""
    texts = (exercise.name, *exercise.aliases)
    plains, named = tuple(map(plain, texts)), tuple(map(words, texts))
    starts = tuple("".join(f" {word}" for word in name) for name in named)
    return Entry(exercise, plains, named, starts, "\n".join(starts), "\n".join(plains))


def ranked(text: str, entries: Iterable[Entry], own: Sequence[str] = ()) -> list[Exercise]:
    """Return the exercises that fit a text, best first; all in the order given for no text.

    What is called just so comes first, then names with words that begin so, then what only goes
    by another name. Within each, the lifter's own (`own`, slugs, best first) come before what is
    common. Mistyped words are read as the nearest known ones only when nothing fits as typed.
    """
    known, places = list(entries), {slug: place for place, slug in enumerate(own)}
    typed, typed_words = plain(text), words(text)
    if not typed:
        return [each.exercise for each in known]
    found = _found(typed, typed_words, known, places)
    return found or _found(typed, _mended(typed_words, known), known, places)


def fits(text: str, entries: Iterable[Entry]) -> bool:
    """Say whether any exercise fits a text as it was typed, word by word."""
    typed, typed_words = plain(text), words(text)
    ranks = (_rank(each, typed, typed_words) for each in entries)
    return any(rank is not None and rank is not Rank.INSIDE for rank in ranks)


def _found(
    typed: str, typed_words: Words, entries: Iterable[Entry], own: Mapping[str, int]
) -> list[Exercise]:
    ranks = [(_rank(each, typed, typed_words), each) for each in entries]
    found = [
        (_order(rank, each, typed_words, own), each) for rank, each in ranks if rank is not None
    ]
    return [each.exercise for _, each in sorted(found, key=itemgetter(0))]


def _order(rank: Rank, each: Entry, typed: Words, own: Mapping[str, int]) -> tuple[int | str, ...]:
    """Put names that begin so first, of them one's own, then basic lifts, the short name first."""
    exercise = each.exercise
    basic = rank is Rank.WORDS and exercise.parent is None and _gear(exercise) == 0
    return (
        rank is not Rank.WHOLE,
        rank > Rank.WORDS,
        own.get(exercise.slug, len(own)),
        Rank.START if basic else rank,
        not set(typed).issubset(chain.from_iterable(each.words)),
        *_commonness(exercise),
        len(each.plains[0]),
        each.plains[0],
    )


def _gear(exercise: Exercise) -> int:
    """Return 0 for the barbell, 1 for what every gym has, 2 for the rest."""
    if exercise.equipment is Equipment.BARBELL:
        return 0
    return 1 if exercise.equipment in _USUAL else 2


def _commonness(exercise: Exercise) -> tuple[int, ...]:
    """Sort what most people do first; many names tell that many people do it."""
    return (
        exercise.category is not Category.STRENGTH,
        exercise.complexity is Complexity.TECHNICAL,
        _gear(exercise),
        exercise.parent is not None,
        exercise.complexity is Complexity.ISOLATION,
        exercise.pattern is Pattern.CARRY,
        -len(exercise.aliases),
    )


def _rank(each: Entry, typed: str, typed_words: Words) -> Rank | None:
    if typed in each.plains or typed_words in each.words:
        return Rank.WHOLE
    if each.plains[0].startswith(typed):
        return Rank.START
    if _begin(typed_words, each.all_starts):
        if _begin(typed_words, each.starts[0]):
            return Rank.WORDS
        if any(_begin(typed_words, name) for name in each.starts):
            return Rank.ALIAS
    if (len(typed) >= LEAST_INSIDE or not typed.isascii()) and typed in each.all_plains:
        return Rank.INSIDE
    return None


def _begin(typed: Words, starts: str) -> bool:
    """Tell whether every typed word begins some word of a name, or of some names."""
    return all(map(starts.__contains__, map(" {}".format, typed)))


def _mended(typed: Words, entries: Iterable[Entry]) -> Words:
    """Replace each typed word by the known word most like it, where there is one.

    What has more words than a name is no name that was mistyped: it stays as it is.
    """
    if len(typed) > MOST_WORDS:
        return typed
    vocabulary = sorted({word for each in entries for name in each.words for word in name})
    close = [get_close_matches(word, vocabulary, n=1, cutoff=LIKENESS) for word in typed]
    return tuple(best[0] if best else word for word, best in zip(typed, close, strict=True))
