"""The rows of sets of an exercise in a session: what is done, and what is still to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TypeAlias

from planner.coach import loads, replacing
from planner.coach.entry import SetRow
from planner.engine import strength
from planner.engine.terms import (
    UNREAD,
    LoggedExercise,
    LoggedSet,
    PlannedExercise,
    PlannedSet,
    Session,
    SetKind,
)
from planner.storage import plan

FREE_ROWS = 3  # rows offered for an exercise without plan or history
Target: TypeAlias = tuple[PlannedSet | None, float | None]  # with the load in kg to offer for it
NO_TARGET: Target = (None, None)


def rows_of(
    slot: LoggedExercise,
    session: Session,
    planned: PlannedExercise | None,
    last: Sequence[LoggedSet],
    basis: loads.LoadBasis,
) -> tuple[SetRow, ...]:
    """Return the rows of an exercise in a session, beside the sets of last time.

    A box of a sheet that could not be read is still to be filled. When another exercise took over
    in the middle, what was left to do stands there.
    """
    logged = _read(slot)
    worked = partial(
        strength.without_ramp,
        exercise=basis.exercises[slot.exercise],
        bodyweight_kg=strength.bodyweight_for(None, basis.lifter),
    )
    targets = _targets(slot, session, planned, basis)
    rows = _rows(targets, worked(last), logged, worked(logged))
    closed = session.finished and not targets  # no empty row to fill by mistake
    if closed or any((each.id or 0) > (slot.id or 0) for each in _shared(slot, session)):
        return tuple(row for row in rows if row.logged)
    return rows


def planned_for(slot: LoggedExercise, on: date, basis: loads.LoadBasis) -> PlannedExercise | None:
    """Return what the plan asks of a slot on a day, as it fits the exercise done there."""
    if slot.planned_exercise_id is None:
        return None
    planned = plan.planned_exercise(slot.planned_exercise_id)
    if planned.exercise != slot.exercise:
        planned = replacing.replaced(planned, slot.exercise, on, basis)
    return loads.by_percent(planned, on, basis)


def done_before(slot: LoggedExercise, session: Session) -> int:
    """Return how many work sets were done with what a slot's exercise took the place of."""
    kinds = (entry.kind for each in _before(slot, session) for entry in _read(each))
    return sum(kind is not SetKind.WARMUP for kind in kinds)


def _read(slot: LoggedExercise) -> list[LoggedSet]:
    return [entry for entry in slot.sets if UNREAD not in entry.flags]


def _shared(slot: LoggedExercise, session: Session) -> list[LoggedExercise]:
    """Return the other slots of a session that do the same part of the plan."""
    key = slot.planned_exercise_id
    alike = (each for each in session.exercises if each.planned_exercise_id == key)
    return [each for each in alike if each.id != slot.id] if key is not None else []


def _before(slot: LoggedExercise, session: Session) -> list[LoggedExercise]:
    return [each for each in _shared(slot, session) if (each.id or 0) < (slot.id or 0)]


def _targets(
    slot: LoggedExercise,
    session: Session,
    planned: PlannedExercise | None,
    basis: loads.LoadBasis,
) -> list[Target]:
    """Return what is planned of a slot, with the load that today's strength offers where none was.

    What was done with the exercise that this one took the place of, is not planned any more.
    """
    if planned is None:
        return []
    offered = loads.with_open_loads(planned, session.on, basis)
    targets: list[Target] = list(
        zip(planned.sets, (entry.load_kg for entry in offered.sets), strict=True)
    )
    for each in _before(slot, session):
        for entry in _read(each):
            _taken(targets, entry)
    return targets


def _rows(
    targets: Sequence[Target],
    last: Sequence[LoggedSet],
    logged: Sequence[LoggedSet],
    worked: Sequence[LoggedSet],
) -> tuple[SetRow, ...]:
    """Return a row for each logged set, then for each still to do.

    `last` are last time's work sets and `worked` those among the logged sets: work stands beside
    work, whether or not the sets before were marked as warm-ups. A planned set keeps its place.
    """
    left = list(targets)
    ramps = sum(entry.kind is not SetKind.WARMUP for entry in logged) - len(worked)
    ramps = 0 if targets else ramps
    lines: list[tuple[Target, LoggedSet | None]]
    lines = [(_taken(left, entry), entry) for entry in logged]
    lines += [(target, None) for target in left or _free(targets, last, worked)]
    rows, numbers = [], {True: 0, False: 0}
    for (target, offered_kg), entry in lines:
        made = entry or target
        warm = made is not None and made.kind is SetKind.WARMUP
        numbers[warm] += 1
        place = 0 if warm else numbers[warm] - ramps
        before = last[min(place, len(last)) - 1] if last and place > 0 else None
        if offered_kg is None and before is not None:
            offered_kg = before.load_kg
        rows.append(SetRow(numbers[warm], target, before, entry, offered_kg))
    return tuple(rows)


def _taken(left: list[Target], entry: LoggedSet) -> Target:
    """Take the target that a set was done for: warm-ups never use up the work sets' targets."""
    warm = entry.kind is SetKind.WARMUP
    fitting = [each for each in left if each[0] and (each[0].kind is SetKind.WARMUP) is warm]
    if not fitting:
        return NO_TARGET
    left.remove(fitting[0])
    return fitting[0]


def _free(
    targets: Sequence[Target], last: Sequence[LoggedSet], worked: Sequence[LoggedSet]
) -> list[Target]:
    """Return the empty rows of an exercise that was not planned: as many sets as last time."""
    return [] if targets else [NO_TARGET] * ((len(last) or FREE_ROWS) - len(worked))
