"""How long a lifter rests after a set of an exercise, and changing that for good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from planner.coach import lifter_settings
from planner.coach.pace import MOST_REST_S
from planner.engine.terms import Exercise, LoggedExercise
from planner.storage import log, plan

STEP_S = 15
_SETTING = lifter_settings.REST_LENGTHS


# reads
def lengths(lifter_id: int) -> dict[str, int]:
    """Return the rests, in seconds by exercise, that a lifter set for good."""
    return lifter_settings.read(lifter_id, _SETTING)


def length(lifter_id: int, slot: LoggedExercise, exercise: Exercise) -> int:
    """Return the seconds to rest: the plan's, else the lifter's own, else the exercise's."""
    return slot.rest_s or lengths(lifter_id).get(slot.exercise) or exercise.rest_s


# writes
def keep(lifter_id: int, logged_exercise_id: int, seconds: int) -> None:
    """Keep a rest for an exercise: for today where the plan has one, else for this lifter."""
    _, slot = log.slot(logged_exercise_id)
    seconds = min(max(seconds, STEP_S), MOST_REST_S)
    if slot.rest_s:
        log.update_logged_exercise(replace(slot, rest_s=seconds))
    else:
        _store(lifter_id, {**lengths(lifter_id), slot.exercise: seconds})


def forget(lifter_id: int, logged_exercise_id: int) -> None:
    """Rest again as the plan, else the exercise, asks."""
    _, slot = log.slot(logged_exercise_id)
    planned = slot.planned_exercise_id and plan.planned_exercise(slot.planned_exercise_id)
    log.update_logged_exercise(replace(slot, rest_s=planned.rest_s if planned else None))
    _store(lifter_id, {key: s for key, s in lengths(lifter_id).items() if key != slot.exercise})


def _store(lifter_id: int, own: Mapping[str, int]) -> None:
    lifter_settings.store(lifter_id, _SETTING, own)
