"""Which lifts begin with the way up, for a lifter: as is usual, or turned round."""

from __future__ import annotations

from planner.coach import lifter_settings
from planner.engine.tempo import begins_below
from planner.engine.terms import Exercise

_SETTING = lifter_settings.TURNED


# reads
def from_below(lifter_id: int, exercise: Exercise) -> bool:
    """Say whether a repetition begins with the way up."""
    return _turned(lifter_id).get(exercise.slug, begins_below(exercise))


# writes
def turn(lifter_id: int, exercise: Exercise) -> None:
    """Begin the repetitions of an exercise the other way round from now on."""
    turned = {**_turned(lifter_id), exercise.slug: not from_below(lifter_id, exercise)}
    lifter_settings.store(lifter_id, _SETTING, turned)


def _turned(lifter_id: int) -> dict[str, bool]:
    return lifter_settings.read(lifter_id, _SETTING)
