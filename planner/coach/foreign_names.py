"""Exercise names in other languages, put into the English words that the library knows.

The texts are in resources/names, a file a language: `lifts` are whole names, `words` are what may
stand beside any of them (equipment, posture, side), `fillers` say nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple, TypeAlias

from planner.coach import names
from planner.coach.names import FILLERS, Names

Phrase: TypeAlias = frozenset[str]

LETTERS = str.maketrans("łıŁİ", "liLI")  # these keep their mark where others lose their accents
EQUIPMENT = ("Barbell", "Dumbbell", "Kettlebell", "Machine", "Cable")  # long words begin with it
SHORTEST_PART = 4  # letters of a word inside a long one: `Kurzhantelbankdrücken`
NO_BLANKS = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")  # Japanese is written without


class Language(NamedTuple):
    """The phrases of a language with their English, the longest first.

    `fillers` say nothing; `known` are all its words.
    """

    lifts: tuple[tuple[Phrase, str], ...]
    words: tuple[tuple[Phrase, str], ...]
    fillers: Phrase
    known: Phrase


class Reading(NamedTuple):
    """A name in English words, and how many of its words are left as they were."""

    left: int
    english: str


def match(name: str, known: Names) -> tuple[str, bool] | None:
    """Return (slug, sure) for a name in another language, or None when it means nothing here.

    Sure means that a language understands it, and no other as well of it in another way.
    """
    languages = _readings(name)
    found = [each for readings in languages if (each := _understood(readings, known)) is not None]
    least = min((lost for lost, _ in found), default=0)
    best = {slug for lost, slug in found if lost == least}
    if len(best) == 1:
        return best.pop(), True
    slug = min(best, default=None) or known.match(in_english(name))[0]
    return None if slug is None else (slug, False)


def _understood(readings: Iterable[Reading], known: Names) -> tuple[int, str] | None:
    """Return what the best reading that names an exercise means, after how many words get lost.

    A Turkish `ön` (front) would be no more than an English `on`.
    """
    exact = ((each, slug) for each in readings if (slug := known.sure(each.english)))
    return next(((len(FILLERS & {*each.english.split()}), slug) for each, slug in exact), None)


def in_english(name: str) -> str:
    """Return a name in English as far as a language understands it, else as it is."""
    best = min((readings[0] for readings in _readings(name)), default=None)
    return name if best is None else best.english


@lru_cache(maxsize=4096)
def _readings(name: str) -> tuple[tuple[Reading, ...], ...]:
    """Return for each language what a name may be in English.

    What leaves fewest words comes first, then what has the longest phrase; languages that know
    no word of it are left out.
    """
    made = (sorted(_of_language(name, each), key=_left) for each in _languages())
    return tuple(tuple(readings) for readings in made if readings)


def _left(reading: Reading) -> int:
    return reading.left


def _of_language(name: str, language: Language) -> Iterator[Reading]:
    said = _phrase(name, language.fillers)
    said = Phrase(part for word in said for part in _parts(word, language)) - language.fillers
    for phrase, english in language.lifts:
        if phrase <= said:
            yield _reading([english], said - phrase, language)
    beside = _reading([], said, language)
    if beside.left < len(said):
        yield beside


def _reading(english: list[str], rest: Phrase, language: Language) -> Reading:
    for phrase, text in language.words:
        if phrase <= rest:
            english, rest = [*english, text], rest - phrase
    return Reading(len(rest), " ".join([*english, *sorted(rest)]))


def _parts(word: str, language: Language) -> Iterable[str]:
    """Take a long word apart: by all its words where none has blanks, else by its equipment."""
    if word in language.known:
        return (word,)
    if NO_BLANKS.search(word):
        return _cut(word, language.known)
    for phrase, english in language.words:
        start, *more = phrase
        rest = word.removeprefix(start)
        if english in EQUIPMENT and not more and SHORTEST_PART <= len(rest) < len(word):
            return (start, rest) if len(start) >= SHORTEST_PART else (word,)
    return (word,)


def _cut(word: str, known: Phrase) -> Iterator[str]:
    """Yield the known words inside a word, the longest from each place on, and what is between."""
    start = begin = 0
    while start < len(word):
        ends = range(len(word), start, -1)
        end = next((end for end in ends if word[start:end] in known), None)
        if end is None:
            start += 1
            continue
        yield from filter(None, (word[begin:start], word[start:end]))
        begin = start = end
    if begin < len(word):
        yield word[begin:]


def _phrase(name: str, fillers: Phrase = frozenset()) -> Phrase:
    return Phrase(names.words(name.translate(LETTERS))) - fillers


@cache
def _languages() -> tuple[Language, ...]:
    """Read the languages, once."""
    folder = files("planner.resources").joinpath("names").iterdir()
    found = sorted((file for file in folder if file.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(_language(tomllib.loads(file.read_text("utf-8"))) for file in found)


def _language(content: Mapping[str, Mapping[str, list[str]]]) -> Language:
    fillers = Phrase(word for text in content["fillers"] for word in _phrase(text))
    lifts, words = (_phrases(content[kind], fillers) for kind in ("lifts", "words"))
    known = fillers.union(*(phrase for phrase, _ in (*lifts, *words)))
    return Language(lifts, words, fillers, known)


def _phrases(texts: Mapping[str, list[str]], fillers: Phrase) -> tuple[tuple[Phrase, str], ...]:
    pairs = [(_phrase(name, fillers), text) for text, known in texts.items() for name in known]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
