"""How many sets of a week train the nerves, and how many are functional; a set may do both."""

from __future__ import annotations

from collections.abc import Mapping

from planner.engine import volume
from planner.engine.terms import Exercise, Microcycle
from planner.engine.volume import Tagged as Tagged


def of_week(week: Microcycle, exercises: Mapping[str, Exercise]) -> Tagged:
    """Count a week's planned sets without warm-ups: each once in total, once for each tag."""
    return volume.tagged_sets(
        (exercises[made.exercise], made.sets)
        for session in week.sessions
        for made in session.exercises
    )
