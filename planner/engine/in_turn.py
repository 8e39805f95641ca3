"""Which exercises of a planned session are done in turn: two or more that share a superset."""

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
