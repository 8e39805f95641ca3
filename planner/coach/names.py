"""Exercise names as apps and lifters write them, and which exercise each one means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from planner.coach.name_guesses import LIKELY_SCORE, MOST as MOST, Guess as Guess, Guesser
from planner.engine.terms import Equipment, Exercise

Words: TypeAlias = tuple[str, ...]

SPELLINGS = {  # one spelling for what names write in many ways; whole words, singular
    "pullup": "pull up",
    "pushup": "push up",
    "chinup": "chin up",
    "situp": "sit up",
    "stepup": "step up",
    "pull down": "pulldown",
    "push down": "pushdown",
    "pull over": "pullover",
    "skull crusher": "skullcrusher",
    "get up": "getup",
    "ez bar": "ezbar",
    "t bar": "tbar",
    "one arm": "single arm",
    "one leg": "single leg",
    "single hand": "single arm",
    "one hand": "single arm",
    "flye": "fly",
    "flie": "fly",
    "laying": "lying",
    "bb": "barbell",
    "db": "dumbbell",
    "kb": "kettlebell",
    "smith machine": "smith",
    "leverage machine": "machine",
    "dumbell": "dumbbell",
    "barbel": "barbell",
    "bp": "bench press",
    "cgbp": "close grip bench press",
    "ohp": "overhead press",
    "dl": "deadlift",
    "dead lift": "deadlift",
    "rdl": "romanian deadlift",
    "sldl": "stiff leg deadlift",
    "bss": "bulgarian split squat",
    "ez": "ezbar",
    "incl": "incline",
    "ext": "extension",
    "mach": "machine",
    "lat raise": "lateral raise",
    "ham curl": "leg curl",
    "hamstring curl": "leg curl",
    "pressup": "push up",
    "facepull": "face pull",
    "hammercurl": "hammer curl",
    "goodmorning": "good morning",
    "backsquat": "back squat",
    "legpress": "leg press",
    "benchpress": "bench press",
    "calve": "calf",
    "pec dec": "pec deck",
}
FILLERS = frozenset({"the", "a", "with", "on", "in", "to", "of", "and"})
EQUIPMENT_WORDS: Mapping[Equipment, tuple[Words, ...]] = {
    Equipment.BARBELL: (("barbell",),),
    Equipment.DUMBBELL: (("dumbbell",),),
    Equipment.KETTLEBELL: (("kettlebell",),),
    Equipment.MACHINE: (("machine",),),
    Equipment.PLATE_MACHINE: (("machine",), ("loaded", "plate")),
    Equipment.SMITH: (("smith",),),
    Equipment.CABLE: (("cable",),),
    Equipment.BAND: (("band",), ("banded",)),
    Equipment.BODYWEIGHT: (("bodyweight",),),
}
VOICED = "\u3099\u309a"  # marks of Japanese letters: バック (back) is not ハック (hack)

_SPELLING = re.compile(r"\b(" + "|".join(sorted(SPELLINGS, key=len, reverse=True)) + r")\b")
_APOSTROPHE = re.compile(r"['’]")
_NOT_A_WORD = re.compile(r"[\W_]+")


def plain(name: str) -> str:
    """Write a name in small letters and single spaces, without accents, brackets and hyphens."""
    bare = name.casefold()
    if not bare.isascii():
        letters = unicodedata.normalize("NFKD", bare)
        kept = (each for each in letters if each in VOICED or not unicodedata.combining(each))
        bare = unicodedata.normalize("NFC", "".join(kept))
    return _NOT_A_WORD.sub(" ", _APOSTROPHE.sub("", bare)).strip()


def words(name: str) -> Words:
    """Return the words of a name in one spelling, singular and in order."""
    singular = " ".join(map(_singular, plain(name).split()))
    return tuple(_SPELLING.sub(lambda found: SPELLINGS[found[0]], singular).split())


def says(typed: str, text: str) -> bool:
    """Say whether each word typed stands in a text, whole or in part, in any order."""
    inside = plain(text)
    return all(word in inside for word in plain(typed).split())


def fit(typed: str, name: str) -> int | None:
    """Say how well a name fits what was typed, 0 is best; None when it does not.

    A name that begins so comes first, then one whose words do, then one that has it anywhere.
    """
    inside, wanted = plain(name), plain(typed)
    if inside.startswith(wanted):
        return 0
    if all(f" {word}" in f" {inside}" for word in wanted.split()):
        return 1
    return 2 if says(typed, name) else None


@lru_cache(maxsize=4096)
def key(name: str) -> Words:
    """Return what all ways to write a name have in common; empty for a name without words."""
    return tuple(sorted(set(words(name)) - FILLERS))


def free_slug(name: str, taken: Container[str], otherwise: str = "exercise") -> str:
    """Make a slug of a name, numbered where it is taken; `otherwise` for a name without words."""
    base = plain(name).replace(" ", "-") or otherwise
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _singular(word: str) -> str:
    if word.endswith(("sses", "shes", "ches")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


@dataclass(frozen=True, slots=True)
class Names:
    """An index of names. `exact` is keyed by casefolded name, `keys` by the name's key."""

    exact: Mapping[str, str]
    keys: Mapping[Words, str]
    guesser: Guesser
    equipment: Mapping[str, Equipment]

    def match(self, name: str) -> tuple[str | None, bool]:
        """Return (slug, sure); a likely but unsure exercise, or None, when nothing fits exactly."""
        slug = self.sure(name)
        if slug is not None:
            return slug, True
        likely = self.guesses(name)[:1]
        return next((each.slug for each in likely if each.score >= LIKELY_SCORE), None), False

    def sure(self, name: str) -> str | None:
        """Return the exercise that a name fits exactly, but for how it is written."""
        return self.exact.get(bare(name)) or self.keys.get(key(name))

    def is_own(self, name: str) -> bool:
        """Say whether a name or alias is written just so, but for case and spaces."""
        return bare(name) in self.exact

    def guesses(self, name: str) -> list[Guess]:
        """Return up to three exercises that a name may mean, the best fitting first.

        None of them needs another piece of equipment than the name says.
        """
        written = key(name)
        found = self.guesser.guesses(written)
        return [each for each in found if not self._contradicts(written, each.slug)][:MOST]

    def _contradicts(self, written: Words, slug: str) -> bool:
        """Tell whether a name says another piece of equipment than the exercise needs."""
        said = {
            kind
            for kind, ways in EQUIPMENT_WORDS.items()
            if any(set(written).issuperset(way) for way in ways)
        }
        return bool(said) and self.equipment[slug] not in said


def index(exercises: Iterable[Exercise]) -> Names:
    """Index names and aliases.

    A name also counts with the word for its equipment added ('Hammer Curl (Dumbbell)'). A key
    that means two exercises means none.
    """
    known = list(exercises)
    own = [(each.name, each.slug) for each in known]
    others = [(alias, each.slug) for each in known for alias in each.aliases]
    exact = {bare(name): slug for name, slug in own + others}
    keys = _unambiguous(with_equipment(known))
    keys |= _unambiguous((key(name), slug) for name, slug in own + others)
    kits = (ways for kit, ways in EQUIPMENT_WORDS.items() if kit is not Equipment.BODYWEIGHT)
    said = (word for ways in kits for way in ways for word in way)  # no load goes unsaid
    equipment = {each.slug: each.equipment for each in known}
    return Names(exact, keys, Guesser(keys.items(), said), equipment)


def meanings(exercises: Sequence[Exercise]) -> Callable[[str], Exercise | None]:
    """Return a function that tells which exercise a name already means, however it is written.

    Unlike a match, it finds one of several that go by the same name.
    """
    known, by_slug = index(exercises), {each.slug: each for each in exercises}
    first = {key(name): each for each in exercises for name in (each.name, *each.aliases)}

    def meaning(name: str) -> Exercise | None:
        slug, sure = known.match(name)
        return by_slug[slug] if sure and slug is not None else first.get(key(name))

    return meaning


def bare(name: str) -> str:
    """Return a name without its capitals and needless spaces, to compare it with others."""
    return " ".join(name.casefold().split())


def _unambiguous(pairs: Iterable[tuple[Words, str]]) -> dict[Words, str]:
    slugs: dict[Words, set[str]] = {}
    for words_, slug in pairs:
        slugs.setdefault(words_, set()).add(slug)
    return {words_: min(found) for words_, found in slugs.items() if words_ and len(found) == 1}


def with_equipment(exercises: Iterable[Exercise]) -> Iterable[tuple[Words, str]]:
    """Yield the key of each name with the words for its equipment added, and the slug."""
    for each in exercises:
        for said in EQUIPMENT_WORDS.get(each.equipment, ()):
            for name in (each.name, *each.aliases):
                yield tuple(sorted({*key(name), *said})), each.slug
