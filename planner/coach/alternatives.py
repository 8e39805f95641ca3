"""Exercises that could take a lift's place: the same movement or muscle, another demand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeAlias

from planner.engine.strength import measurable
from planner.engine.terms import (
    N_,
    Category,
    Complexity,
    Equipment,
    Exercise,
    Muscle,
    Pattern,
    Phrase,
    phrase,
)
from planner.engine.training import Alternative

MOST = 3
OTHER_DEMAND = 0.8  # likeness of a variation that still differs: rule of thumb
UNRELATED = 0.4  # likeness of exercises that are no variation of each other: rule of thumb
Ranking: TypeAlias = Callable[[Exercise], tuple[float | str, ...]]
_ORDER = tuple(Complexity)
_WITH = {
    Equipment.BARBELL: N_("with a barbell"),
    Equipment.DUMBBELL: N_("with dumbbells"),
    Equipment.KETTLEBELL: N_("with a kettlebell"),
    Equipment.MACHINE: N_("with a machine"),
    Equipment.PLATE_MACHINE: N_("with a plate machine"),
    Equipment.SMITH: N_("with the Smith machine"),
    Equipment.CABLE: N_("with the cable"),
    Equipment.BAND: N_("with a band"),
    Equipment.BODYWEIGHT: N_("with the body's weight"),
}


def alternatives(
    lift: Exercise,
    library: Iterable[Exercise],
    done: Collection[str],
    current: Collection[str],
    equipment: Collection[Equipment],
    free: Callable[[Exercise], bool],
) -> tuple[Alternative, ...]:
    """Return up to three exercises that could take a lift's place, best first, of those `free` to
    be suggested.

    `done` are the slugs that the lifter has ever done, `current` those in use now, which are no
    change; `equipment` is what the lifter is known to have, which comes first.
    """
    fitting = (each for each in library if each.slug not in current and _fits(each, lift))
    ranked = sorted(filter(free, fitting), key=lambda each: _rank(each, lift, equipment))
    return tuple(
        Alternative(each.slug, each.name, _why(each, lift), each.slug not in done)
        for each in ranked[:MOST]
    )


def _fits(other: Exercise, lift: Exercise) -> bool:
    if other.slug == lift.slug or other.category is not Category.STRENGTH:
        return False
    harder = other.complexity is Complexity.TECHNICAL and lift.complexity is not other.complexity
    same = other.pattern is lift.pattern and bool(primes(other) & primes(lift))
    return same and measurable(other) and not harder


def primes(exercise: Exercise) -> set[Muscle]:
    """Return the prime movers of an exercise."""
    return {muscle for muscle, share in exercise.muscles if share >= 1.0}


def _rank(
    other: Exercise, lift: Exercise, equipment: Collection[Equipment]
) -> tuple[bool, int, float, str]:
    steps = abs(_ORDER.index(other.complexity) - _ORDER.index(lift.complexity))
    missing = bool(equipment) and other.equipment not in equipment
    return missing, steps, abs(likeness(other, lift) - OTHER_DEMAND), other.name


def related(one: Exercise, other: Exercise) -> bool:
    """Tell whether one exercise varies the other, or both the same one."""
    shared = one.parent is not None and one.parent == other.parent
    return shared or one.parent == other.slug or other.parent == one.slug


def likeness(one: Exercise, other: Exercise) -> float:
    """Return how alike two exercises are, 0 to 1: as said of variations, else a rule of thumb."""
    if one.parent == other.slug:
        return one.similarity
    if other.parent == one.slug:
        return other.similarity
    return min(one.similarity, other.similarity) if related(one, other) else UNRELATED


def _why(other: Exercise, lift: Exercise) -> Phrase:
    """Say within a sentence what the exercises share and what is different."""
    different = phrase("done another way")
    if other.equipment is not lift.equipment and other.equipment in _WITH:
        different = phrase(_WITH[other.equipment])
    return phrase(
        "the same muscle {different}"
        if lift.pattern is Pattern.ISOLATION
        else "the same movement {different}",
        different=different,
    )
