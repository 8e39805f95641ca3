"""What a lifter's gym has, and what an exercise may not suit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planner.coach import library_words, sparing
from planner.coach.judging import listed
from planner.engine.terms import Equipment, Exercise, Lifter, Phrase, phrase

ANYWHERE = frozenset({Equipment.BODYWEIGHT})
PLAIN = ANYWHERE | {Equipment.OTHER}  # what is everywhere, and things of the house


def is_there(exercise: Exercise, lifter: Lifter) -> bool:
    """Tell whether a lifter's gym has what an exercise needs; one not described has everything."""
    there = lifter.equipment
    return not there or exercise.equipment in there or exercise.equipment in ANYWHERE


def unsuited(exercise: Exercise, lifter: Lifter) -> str:
    """Name what an exercise may not suit of a lifter: 'knee and back'; '' for nothing."""
    spared = sparing.minded(exercise, lifter.limits)
    return listed(library_words.limit(each).lower() for each in spared)


def minding(exercise: Exercise, lifter: Lifter) -> str:
    """Say in short what to mind of an exercise: 'may not suit: knee'; '' for nothing."""
    strained = unsuited(exercise, lifter)
    words = [f"may not suit: {strained}"] if strained else []
    if not is_there(exercise, lifter):
        words.append("not in this gym")
    return " · ".join(words)


def warnings(exercises: Iterable[Exercise], lifter: Lifter) -> Iterator[Phrase]:
    """Say which of some exercises may not suit a lifter, and which need what is not there."""
    known = list(dict.fromkeys(exercises))
    if strained := [each.name for each in known if unsuited(each, lifter)]:
        yield phrase("May not suit: {exercises}.", exercises=listed(strained))
    if missing := [each.name for each in known if not is_there(each, lifter)]:
        yield phrase("Needs what this gym lacks: {exercises}.", exercises=listed(missing))
