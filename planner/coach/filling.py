"""Prescribe from the log: what a lifter usually does, and loads where a plan has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from math import ceil
from statistics import median, median_low

from planner.coach import amounts, done_sessions, drills_once, first_sets, loads
from planner.coach.prescription import MOST_SETS
from planner.engine import strength
from planner.engine.practice_sets import fast_sets, is_fast
from planner.engine.terms import (
    Exercise,
    LoggedSet,
    Measure,
    Mesocycle,
    PlannedExercise,
    PlannedSet,
    SetKind,
)
from planner.storage import library, plan, rows

DEFAULT_SETS, DEFAULT_REPS, DEFAULT_RIR = 3, (8, 12), 2.0  # a start to edit: rule of thumb
DEFAULT_HOLD_S, DEFAULT_WAY_M, DEFAULT_ENDURANCE_S = 30.0, 20.0, 1200.0
LEAST_RIR = 1.0  # what was once taken to the limit is not prescribed to the limit


def default_sets(exercise: Exercise) -> tuple[PlannedSet, ...]:
    """Return sets to start from when nothing is known."""
    if amounts.endures(exercise):
        return (PlannedSet(seconds=DEFAULT_ENDURANCE_S),)
    if amounts.covers(exercise):
        return (PlannedSet(distance_m=DEFAULT_WAY_M),) * DEFAULT_SETS
    if exercise.measure is Measure.SECONDS:
        return (PlannedSet(seconds=DEFAULT_HOLD_S),) * DEFAULT_SETS
    if is_fast(exercise):
        return fast_sets(exercise)
    low, high = DEFAULT_REPS
    return (PlannedSet(low, high, DEFAULT_RIR),) * DEFAULT_SETS


def add_usual_exercise(
    planned_session_id: int, slug: str, position: int | None = None, *, lifter_id: int, today: date
) -> int:
    """Add an exercise as the lifter did it last, with a load from today's strength.

    Without a history it has the default sets, while it is practised the sets of practice. Return
    its id. Refused when the session is done, and for a drill that it has already.
    """
    done_sessions.keep_sessions([planned_session_id])
    drills_once.keep_once(planned_session_id, slug)
    basis = loads.LoadBasis(lifter_id, today)
    practised = first_sets.asked(slug, today + loads.DAY, basis)
    made = PlannedExercise(slug, practised or _usual_sets(basis, library.exercise(slug)))
    made = loads.with_sure_loads(made, today + loads.DAY, basis)
    return plan.add_planned_exercise(planned_session_id, made, position)


def _usual_sets(basis: loads.LoadBasis, exercise: Exercise) -> tuple[PlannedSet, ...]:
    day = basis.last_day(exercise.slug)
    if day is None:
        return default_sets(exercise)
    bodyweight_kg = strength.bodyweight_for(day, basis.lifter)
    worked = strength.without_ramp(day.sets, exercise, bodyweight_kg)
    work = [entry for entry in worked if entry.kind is not SetKind.DROP][:MOST_SETS]
    usual = _usual_set(work, exercise)
    return default_sets(exercise) if usual is None else (usual,) * len(work)


def _usual_set(work: list[LoggedSet], exercise: Exercise) -> PlannedSet | None:
    seconds = [entry.seconds for entry in work if entry.seconds]
    if exercise.measure is Measure.SECONDS and seconds:
        return PlannedSet(seconds=median_low(seconds))
    metres = [entry.distance_m for entry in work if entry.distance_m]
    if amounts.covers(exercise) and metres:
        return PlannedSet(distance_m=median_low(metres))
    if amounts.endures(exercise) and (metres or seconds):
        far, long = median_low(metres or [0.0]), median_low(seconds or [0.0])
        return PlannedSet(seconds=long) if seconds else PlannedSet(distance_m=far)
    reps = [entry.reps for entry in work if entry.reps]
    if exercise.measure is not Measure.REPS or not reps:
        return None
    left = [entry.rir for entry in work if entry.rir is not None]
    rir = max(LEAST_RIR, ceil(2 * median(left)) / 2) if left else DEFAULT_RIR
    return PlannedSet(median_low(reps), median_low(reps), rir)


def open_lifts(
    block: Mesocycle, done: Mapping[int, int], basis: loads.LoadBasis
) -> tuple[str, ...]:
    """Return the lifts, in order of the plan, that lack a load which the log can tell.

    Looks at what is still to be done in the week of today and after it.
    """
    return tuple(dict.fromkeys(made.exercise for made in _fillable(block, done, basis)))


def fill_loads(lifter_id: int, mesocycle_id: int, today: date) -> int:
    """Give a block's planned sets without load one from today's strength.

    Only what is still to be done in this week and later changes, and no load that is there.
    Return how many planned exercises got loads.
    """
    block, basis = plan.mesocycle(mesocycle_id), loads.LoadBasis(lifter_id, today)
    filled = list(_fillable(block, plan.done(lifter_id), basis))
    for made in filled:
        plan.set_planned_sets(rows.found(made.id, made.exercise), made.sets)
    return len(filled)


def _fillable(
    block: Mesocycle, done: Mapping[int, int], basis: loads.LoadBasis
) -> Iterator[PlannedExercise]:
    for week in block.weeks:
        if week.starts_on + timedelta(days=week.days) <= basis.today:
            continue
        for session in week.sessions:
            on = max(week.starts_on + timedelta(days=session.day), basis.today)
            for planned in session.exercises if session.id not in done else ():
                filled = loads.with_sure_loads(planned, on, basis)
                if filled != planned:
                    yield filled
