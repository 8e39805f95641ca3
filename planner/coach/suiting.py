"""What a lifter's gym has, and what an exercise may not suit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planner.coach import library_words, sparing
from planner.coach.choosing import ANYWHERE
from planner.coach.judging import listed
from planner.engine.terms import Exercise, Lifter, Phrase, phrase


def is_there(exercise: Exercise, lifter: Lifter) -> bool:
    """Tell whether a lifter's gym has what an exercise needs; one not described has everything."""
    there = lifter.equipment
    return not there or exercise.equipment in there or exercise.equipment in ANYWHERE


def unsuited(exercise: Exercise, lifter: Lifter) -> str:
    """Name what an exercise may not suit of a lifter: 'knee and back'; '' for nothing."""
    spared = sparing.minded(exercise, lifter.limits)
    return listed(library_words.limit(each).lower() for each in spared)


def warnings(exercises: Iterable[Exercise], lifter: Lifter) -> Iterator[Phrase]:
    """Say which of some exercises may not suit a lifter, and which need what is not there."""
    known = list(dict.fromkeys(exercises))
    if strained := [each.name for each in known if unsuited(each, lifter)]:
        yield phrase("May not suit: {exercises}.", exercises=listed(strained))
    if missing := [each.name for each in known if not is_there(each, lifter)]:
        yield phrase("Needs what this gym lacks: {exercises}.", exercises=listed(missing))
