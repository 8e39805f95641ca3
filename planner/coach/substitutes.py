"""What can take an exercise's place where something is missing: the best for each equipment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from planner.coach import alternatives, library_words, scope, suiting, wording
from planner.coach.scope import Scope
from planner.engine.practice import score, skill_of
from planner.engine.terms import Category, Complexity, Equipment, Exercise, Lifter
from planner.language import tr

MOST = 6
Known: TypeAlias = Mapping[str, Exercise]


class Substitute(NamedTuple):
    """An exercise instead of another one; `why` says what they share and what it needs."""

    slug: str
    name: str
    why: str


def substitutes(
    lift: Exercise,
    library: Iterable[Exercise],
    lifter: Lifter | None = None,
    limits: Scope = scope.NOTHING,
) -> tuple[Substitute, ...]:
    """Return up to six exercises of the same pattern and muscles, the most alike first.

    Of each equipment only the best is named; with its own only what is no variation of it. What
    may not suit a lifter, or is not in that one's gym, comes last and says so.
    """
    known = {each.slug: each for each in library}
    mind = {
        slug: suiting.minding(each, lifter, limits) if lifter else ""
        for slug, each in known.items()
    }
    rank, best = _rank(lift, known), dict[Equipment, Exercise]()
    fitting = (each for each in known.values() if _fits(each, lift, known))
    for other in sorted(fitting, key=lambda each: (bool(mind[each.slug]), rank(each))):
        best.setdefault(other.equipment, other)
    return tuple(
        Substitute(each.slug, each.name, _why(each, lift, mind[each.slug]))
        for each in best.values()
    )[:MOST]


def _fits(other: Exercise, lift: Exercise, known: Known) -> bool:
    if other.slug == lift.slug or other.category is not lift.category:
        return False
    if other.pattern is not lift.pattern or _much_harder(other, lift):
        return False
    if other.equipment is lift.equipment and _alike(other, lift, known) is not None:
        return False
    return _same_work(other, lift)


def _much_harder(other: Exercise, lift: Exercise) -> bool:
    return other.complexity is Complexity.TECHNICAL and lift.complexity is not other.complexity


def _same_work(other: Exercise, lift: Exercise) -> bool:
    """Say whether two exercises share a prime mover, or else what they train."""
    if lift.category is Category.STRENGTH or lift.muscles:
        return bool(alternatives.primes(other) & alternatives.primes(lift))
    return other.neuromuscular is lift.neuromuscular and not other.muscles


def _rank(lift: Exercise, known: Known) -> alternatives.Ranking:
    wanted, points = alternatives.primes(lift), score(skill_of(lift))

    def rank(other: Exercise) -> tuple[float | str, ...]:
        own = alternatives.primes(other)
        unlike = len(own ^ wanted) / max(1, len(own | wanted))
        to_learn = abs(score(skill_of(other)) - points)
        alike = _alike(other, lift, known)
        return -(alternatives.UNRELATED if alike is None else alike), unlike, to_learn, other.name

    return rank


def _alike(one: Exercise, other: Exercise, known: Known) -> float | None:
    """Return how alike two exercises of one family are, 0 to 1; None when they are of none.

    Every step of the way from one to the other, over what both go back to, makes them less so.
    """
    line = _line(other, known)
    ways = (up * line[slug] for slug, up in _line(one, known).items() if slug in line)
    return next(ways, None)


def _line(exercise: Exercise, known: Known) -> dict[str, float]:
    """Return an exercise and all that it goes back to, nearest first, each with how alike."""
    line, above, alike = dict[str, float](), exercise, 1.0
    while above.slug not in line:
        line[above.slug] = alike
        if (parent := known.get(above.parent or "")) is not None:
            alike, above = alike * above.similarity, parent
    return line


def _why(other: Exercise, lift: Exercise, mind: str) -> str:
    why = wording.in_row((_shared(other, lift), library_words.needs(other.equipment)))
    return f"{mind} · {why}" if mind else why


def _shared(other: Exercise, lift: Exercise) -> str:
    own, wanted = alternatives.primes(other), alternatives.primes(lift)
    if not wanted:
        return tr("same pattern")
    if own == wanted:
        return tr("same pattern and prime movers")
    both = [library_words.within(muscle) for muscle, _ in lift.muscles if muscle in own & wanted]
    return tr("same pattern, shares {muscles}").format(muscles=wording.listed(both))
