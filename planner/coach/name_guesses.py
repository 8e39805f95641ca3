"""Guess which exercises a name may mean that fits none exactly: words mended, left out, added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from math import log
from typing import NamedTuple, TypeAlias

from planner.coach import wording
from planner.language import tr

Words: TypeAlias = tuple[str, ...]

MOST = 3  # guesses of a name
# Rules of thumb, set on typical names (see tests/data/typical_names.tsv).
LEAST_SCORE = 0.45  # of a guess worth showing
LIKELY_SCORE = 0.7  # of a guess that is taken unless somebody chooses otherwise
UNLIKELY_SCORE = LIKELY_SCORE - 0.01  # at most, of one word in common: a moon walk is no walk
LIKENESS = 0.78  # difflib ratio of a mistyped word
LEAST_MENDED = 4  # letters of a mistyped word: 'abs' is no 'bs', the back squat
LEAST_PREFIX = 3  # letters of a word cut short
STRANGE = 1.0  # weight of a word that no exercise has: a brand, a colour, a place
UNSAID = 0.35  # share of its weight that an exercise's piece of equipment counts when not said
TURNED = 2.0  # times its weight that a word counts which makes another exercise of one
MODIFIERS = frozenset(
    (
        "incline", "decline", "seated", "lying", "standing", "kneeling", "hanging", "bent",
        "supported", "single", "double", "reverse", "close", "wide", "narrow", "front",
        "overhead", "assisted", "banded", "weighted", "deficit", "pause", "sumo",
    )
)  # fmt: skip


class Guess(NamedTuple):
    """An exercise that a name may mean, how well it fits (0 to 1), and why in words."""

    slug: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class _Read:
    """A name's words as the library has them: each with what was written and how alike it is."""

    known: Mapping[str, tuple[str, float]]
    strange: Words


class Guesser:
    """Knows the words of all names; `keys` are (words of a name, slug), one to many a slug."""

    def __init__(self, keys: Iterable[tuple[Words, str]], equipment: Iterable[str]) -> None:
        self._keys = [(frozenset(words), slug) for words, slug in keys]
        self._equipment = frozenset(equipment)
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        slugs: defaultdict[str, set[str]] = defaultdict(set)
        for place, (words, slug) in enumerate(self._keys):
            for word in words:
                self._having[word].append(place)
                slugs[word].add(slug)
        every = len({slug for _, slug in self._keys}) or 1
        self._weights = {word: _weight(word, every / len(slugs[word])) for word in slugs}

    def guesses(self, written: Sequence[str]) -> list[Guess]:
        """Return up to three exercises that some words may mean, the best fitting first."""
        read = self._read(written)
        best: dict[str, tuple[float, frozenset[str]]] = {}
        for place in {place for word in read.known for place in self._having[word]}:
            words, slug = self._keys[place]
            score = self._score(read, words)
            if score >= LEAST_SCORE and score > best.get(slug, (0.0,))[0]:
                best[slug] = score, words
        found = sorted(best.items(), key=lambda each: (-each[1][0], len(each[1][1]), each[0]))
        return [Guess(slug, score, self._why(read, words)) for slug, (score, words) in found]

    def _score(self, read: _Read, words: frozenset[str]) -> float:
        """Return the share of both sides' words that is common to both, by weight."""
        common = {word: alike for word, (_, alike) in read.known.items() if word in words}
        if common.keys() <= MODIFIERS | self._equipment:
            return 0.0
        shared = sum(self._weights[word] * alike for word, alike in common.items())
        said = sum(self._weights[word] for word in read.known) + STRANGE * len(read.strange)
        meant = sum(
            self._weights[word] * (UNSAID if word in self._equipment else 1.0)
            for word in words
            if word not in read.known
        ) + sum(self._weights[word] for word in words if word in read.known)
        score = 2.0 * shared / (said + meant)
        alone = len(common) == 1 < len(read.known) + len(read.strange)
        if alone and max(common.values()) < 1.0:
            return 0.0  # one mended word of several: a toe touch is no couch
        return min(score, UNLIKELY_SCORE) if alone else score

    def _read(self, written: Sequence[str]) -> _Read:
        known: dict[str, tuple[str, float]] = {}
        strange = []
        for word in written:
            mended = self._mended(word)
            known |= {each: (word, alike) for each, alike in mended if each not in known}
            strange += [] if mended else [word]
        return _Read(known, tuple(strange))

    def _mended(self, word: str) -> list[tuple[str, float]]:
        """Return the library's words for one that was written, each with how alike it is."""
        if word in self._weights:
            return [(word, 1.0)]
        for cut in range(LEAST_PREFIX, len(word) - LEAST_PREFIX + 1):
            parts = word[:cut], word[cut:]
            if all(part in self._weights for part in parts):
                return [(part, 0.95) for part in parts]
        close = get_close_matches(word, self._weights, n=1, cutoff=LIKENESS)
        if close and len(word) >= LEAST_MENDED:
            return [(close[0], 0.9)]
        longer = [each for each in self._weights if each.startswith(word)]
        if len(word) < LEAST_PREFIX or not longer:
            return []
        return [(max(longer, key=lambda each: (len(self._having[each]), each)), 0.85)]

    def _why(self, read: _Read, words: frozenset[str]) -> str:
        common = {word: as_written for word, (as_written, _) in read.known.items() if word in words}
        read_as = tr("‘{written}’ read as ‘{word}’")
        mended = [
            read_as.format(written=was, word=word) for word, was in common.items() if word != was
        ]
        out = [was for word, (was, _) in read.known.items() if word not in words] + [*read.strange]
        more = sorted(words - read.known.keys())
        left_out = tr("leaves out {words}").format(words=_quoted(out)) if out else ""
        added = tr("adds {words}").format(words=_quoted(more)) if more else ""
        return wording.in_row(filter(None, [*mended, left_out, added]))


def _weight(word: str, rarity: float) -> float:
    """Return what a word tells about an exercise: the more, the fewer exercises have it."""
    return (log(rarity) / 3.0 + 0.5) * (TURNED if word in MODIFIERS else 1.0)


def _quoted(said: Iterable[str]) -> str:
    return wording.in_row(tr("‘{word}’").format(word=each) for each in dict.fromkeys(said))
