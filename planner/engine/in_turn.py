"""Which exercises of a session are done in turn: two or more that share a superset."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from planner.engine.terms import PlannedExercise


def in_turn(exercises: Sequence[PlannedExercise]) -> tuple[PlannedExercise, ...]:
    """Return a session's exercises as they are done: without a superset of one that waits."""
    sizes = Counter(made.superset for made in exercises)
    return tuple(
        replace(made, superset=None)
        if made.superset is not None and sizes[made.superset] == 1
        else made
        for made in exercises
    )


def turns(supersets: Sequence[int | None]) -> list[tuple[int, int]]:
    """Return (first, after the last) place of what is done in turn: supersets, and each alone.

    Takes the superset's number of each exercise of a session in order, None for none.
    """
    made: list[tuple[int, int]] = []
    for place, number in enumerate(supersets):
        if number is not None and place and supersets[place - 1] == number:
            made[-1] = made[-1][0], place + 1
        else:
            made.append((place, place + 1))
    return made
