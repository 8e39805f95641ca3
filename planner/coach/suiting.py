"""What a lifter's gym has, and what an exercise may not suit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planner.coach import library_words, scope, spared
from planner.coach.scope import Scope
from planner.coach.wording import listed
from planner.engine.terms import Equipment, Exercise, Lifter, Limit, Phrase, phrase
from planner.language import tr

ANYWHERE = frozenset({Equipment.BODYWEIGHT})
# What is done with the bodyweight, and yet needs a bar to hang from, dip bars or a bench for it.
FIXED = frozenset({
    "pull-up", "chin-up", "neutral-grip-pull-up", "wide-pull-up", "negative-pull-up",
    "flexed-arm-hang", "chest-to-bar-pull-up", "archer-pull-up", "one-arm-pull-up", "muscle-up",
    "dead-hang", "one-arm-dead-hang", "towel-hang", "hanging-knee-raise", "hanging-leg-raise",
    "toes-to-bar", "chest-dip", "dip-shrug", "decline-crunch", "decline-sit-up", "dragon-flag",
    "back-extension", "single-leg-back-extension", "back-extension-hold",
    "back-extension-side-bend", "glute-ham-raise",
})  # fmt: skip
PLAIN = ANYWHERE | {Equipment.OTHER}  # what is everywhere, and things of the house


def is_anywhere(exercise: Exercise) -> bool:
    """Tell whether floor, table and wall are enough; one's own variations need what theirs do."""
    shipped = exercise.parent if exercise.custom else exercise.slug
    return exercise.equipment in ANYWHERE and shipped not in FIXED


def is_there(exercise: Exercise, lifter: Lifter) -> bool:
    """Tell whether a lifter's gym has what an exercise needs; one not described has everything."""
    there = lifter.equipment
    return not there or exercise.equipment in there or exercise.equipment in ANYWHERE


def unsuited(exercise: Exercise, lifter: Lifter) -> str:
    """Name what an exercise may not suit of a lifter: 'knee and back'; '' for nothing."""
    return _named(spared.minded(exercise, lifter.limits))


def _named(limits: Iterable[Limit]) -> str:
    return listed(map(library_words.limit, limits))


def minding(exercise: Exercise, lifter: Lifter, known: Scope = scope.NOTHING) -> str:
    """Say in short what to mind of an exercise: 'may not suit: knee'; '' for nothing.

    What somebody was limited to comes first, in the words it was told, but not what all training
    is limited to; nothing is said twice.
    """
    limit = known.own(exercise)
    said = {limit.limit} if limit is not None else set()
    strained = [each for each in spared.minded(exercise, lifter.limits) if each not in said]
    words = [scope.words(limit, lifter.unit)] if limit is not None else []
    if strained:
        words.append(tr("may not suit: {limits}").format(limits=_named(strained)))
    if not is_there(exercise, lifter):
        words.append(tr("not in this gym"))
    return " · ".join(words)


def warnings(exercises: Iterable[Exercise], lifter: Lifter, known: Scope) -> Iterator[Phrase]:
    """Say which of some exercises somebody limited, which may not suit a lifter, and which need
    what is not there."""
    used = list(dict.fromkeys(exercises))
    for limit in scope.told(known, used, lifter.unit):
        yield phrase("{limit}", limit=limit)
    free = [each for each in used if known.of(each) is None]
    if strained := [each.name for each in free if unsuited(each, lifter)]:
        yield phrase("May not suit: {exercises}.", exercises=listed(strained))
    if missing := [each.name for each in used if not is_there(each, lifter)]:
        yield phrase("Needs what this gym lacks: {exercises}.", exercises=listed(missing))
