"""What can take an exercise's place where something is missing: the best for each equipment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from planner.coach import alternatives, library_words
from planner.engine.practice import score, skill_of
from planner.engine.terms import Category, Complexity, Equipment, Exercise

MOST = 6


class Substitute(NamedTuple):
    """An exercise instead of another one; `why` says what they share and what it needs."""

    slug: str
    name: str
    why: str


def substitutes(lift: Exercise, library: Iterable[Exercise]) -> tuple[Substitute, ...]:
    """Return up to six exercises of the same pattern and muscles, best first.

    Of each equipment only the best is named; with its own only what is no variation of it.
    """
    best: dict[Equipment, Exercise] = {}
    for other in sorted((each for each in library if _fits(each, lift)), key=_rank(lift)):
        best.setdefault(other.equipment, other)
    return tuple(Substitute(each.slug, each.name, _why(each, lift)) for each in best.values())[
        :MOST
    ]


def _fits(other: Exercise, lift: Exercise) -> bool:
    if other.slug == lift.slug or other.category is not lift.category:
        return False
    if other.pattern is not lift.pattern or _much_harder(other, lift):
        return False
    if other.equipment is lift.equipment and alternatives.related(other, lift):
        return False
    return _same_work(other, lift)


def _much_harder(other: Exercise, lift: Exercise) -> bool:
    return other.complexity is Complexity.TECHNICAL and lift.complexity is not other.complexity


def _same_work(other: Exercise, lift: Exercise) -> bool:
    """Say whether two exercises share a prime mover, or else what they train."""
    if lift.category is Category.STRENGTH or lift.muscles:
        return bool(alternatives.primes(other) & alternatives.primes(lift))
    return other.neuromuscular is lift.neuromuscular and not other.muscles


def _rank(lift: Exercise) -> alternatives.Ranking:
    wanted, points = alternatives.primes(lift), score(skill_of(lift))

    def rank(other: Exercise) -> tuple[float | str, ...]:
        own = alternatives.primes(other)
        unlike = len(own ^ wanted) / max(1, len(own | wanted))
        to_learn = abs(score(skill_of(other)) - points)
        return unlike, -alternatives.likeness(other, lift), to_learn, other.name

    return rank


def _why(other: Exercise, lift: Exercise) -> str:
    return f"{_shared(other, lift)}, {library_words.needs(other.equipment)}"


def _shared(other: Exercise, lift: Exercise) -> str:
    own, wanted = alternatives.primes(other), alternatives.primes(lift)
    if not wanted:
        return "same pattern"
    if own == wanted:
        return "same pattern and prime movers"
    both = (muscle for muscle, _ in lift.muscles if muscle in own & wanted)
    return f"same pattern, shares {' and '.join(library_words.plain(m).lower() for m in both)}"
