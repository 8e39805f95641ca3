"""Heavy and light days: from which of the last sessions the next one goes on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import log

from planner.engine import evidence
from planner.engine.lift import LiftState
from planner.engine.skill import NOTHING_BESIDE, Beside, standing
from planner.engine.strength import e1rm, moved_kg
from planner.engine.target import hardest_sets, least_reps
from planner.engine.terms import Exercise, ExerciseDay, LoggedSet, SetKind, Technique

_WINDOW = timedelta(days=evidence.LIGHT_DAY_WINDOW.value)
_LIGHTER = evidence.LIGHT_DAY.value
_ERROR = evidence.GATE_MAX.value
_IN_RESERVE = evidence.LIGHT_DAY_RIR.value
_PAIN = evidence.PAIN_STOP.value
_TEST_REPS, _TEST_GAP = int(evidence.TEST_REPS.value), int(evidence.TEST_GAP.value)


def goes_on_from(
    days: Sequence[ExerciseDay], state: LiftState, next_on: date, beside: Beside = NOTHING_BESIDE
) -> ExerciseDay:
    """Return the day that the session on `next_on` goes on from; `days` are all so far, in order.

    Days on which nothing was lifted tell of pain alone.
    A test of one or two repetitions, clearly heavier than the work before it, is left out. That is
    the last day, unless it was meant to be easy: less than two weeks before, the day with
    a clearly heavier load reached as many repetitions in every set, or showed clearly more strength
    in sets that did not fall off. Then it is that heavier day.
    Never so with pain or unsound technique since, after two weeks without the lift, or while it is
    practised, which `beside` may spare the lift.
    """
    lifted = with_work(days, state.exercise)
    while len(lifted) > 1 and _is_test(lifted[-1], lifted[-2], state):
        lifted = lifted[:-1]
    last = lifted[-1]
    pause_days = max(state.rhythm.pause_days, (next_on - last.on).days)
    away = pause_days >= evidence.LAYOFF_DAYS.value
    new = standing(state, next_on, beside).left > 0
    if away or new or not all(_well(day) for day in days if last.on - day.on < _WINDOW):
        return last
    return _heavy([day for day in lifted if last.on - day.on < _WINDOW], state)


def with_work(days: Sequence[ExerciseDay], exercise: Exercise) -> Sequence[ExerciseDay]:
    """Return the days on which something was lifted, in order; without any, the last one."""
    return [day for day in days if hardest_sets(exercise, day.sets)] or days[-1:]


def _is_test(day: ExerciseDay, before: ExerciseDay, state: LiftState) -> bool:
    """Tell whether a day tried a single or double, heavier and shorter than the work before."""
    heavier = log_load(day, state) - log_load(before, state) > _LIGHTER
    return _tests(day, before, state.exercise) and heavier and day.on - before.on < _WINDOW


def _tests(day: ExerciseDay, work: ExerciseDay, exercise: Exercise) -> bool:
    """Tell whether a day has one or two repetitions where another has at least two more."""
    top, usual = [hardest_sets(exercise, each.sets) for each in (day, work)]
    if not top or not usual or (top[0].reps or 0) > _TEST_REPS:
        return False
    return (usual[0].reps or 0) >= (top[0].reps or 0) + _TEST_GAP


def _heavy(days: Sequence[ExerciseDay], state: LiftState) -> ExerciseDay:
    """Return the heavy day before light ones; a load that was missed there was taken back."""
    last, exercise = days[-1], state.exercise
    sets = hardest_sets(exercise, last.sets)
    if not sets or any(map(_near_limit, sets)):
        return last
    for index in range(len(days) - 2, -1, -1):
        heavier = log_load(days[index], state) - log_load(last, state)
        if heavier > _LIGHTER and not _tests(days[index], last, exercise):
            light = heavier < _ERROR and _was_easy(last, days[index], heavier, exercise)
            return _heavy(days[: index + 1], state) if light else last
    return last


def _was_easy(day: ExerciseDay, heavy: ExerciseDay, heavier: float, exercise: Exercise) -> bool:
    """Tell whether a day was easy beside a heavier one; `heavier` is by how much, log load.

    No more repetitions are easier with less; with more of them, the strength that they show tells,
    unless sets of the heavy day fell off: then it was taken back.
    """
    most = max([entry.reps or 0 for entry in hardest_sets(exercise, day.sets)])
    least = least_reps(exercise, heavy.sets)
    if least >= most:
        return True
    fell = least < (hardest_sets(exercise, heavy.sets)[0].reps or 0)
    more = log(e1rm(1.0, most) / e1rm(1.0, least))
    return not fell and heavier - more > _LIGHTER


def _well(day: ExerciseDay) -> bool:
    hurt = any((entry.pain or 0) >= _PAIN for entry in day.sets)
    return not hurt and day.technique in (None, Technique.SOUND)


def _near_limit(entry: LoggedSet) -> bool:
    """Tell whether a set ended near the limit, or under its target."""
    if entry.rir is None:
        missed = entry.target_reps is not None and (entry.reps or 0) < entry.target_reps
        return entry.kind is SetKind.FAILURE or missed
    return entry.rir < _IN_RESERVE


def log_load(day: ExerciseDay, state: LiftState) -> float:
    """Return the hardest load of a day, as what was moved: log kg."""
    sets = hardest_sets(state.exercise, day.sets)
    load_kg = sets[0].load_kg if sets else None
    return log(moved_kg(load_kg, state.exercise, day.bodyweight_kg or state.bodyweight_kg) or 1.0)
