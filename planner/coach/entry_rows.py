"""Rows that a lifter asks for beside those of plan and last time: a drop set, a warm-up ramp."""

from __future__ import annotations

from dataclasses import replace

from planner.coach.entry import SetRow, load_fields, load_from_kg
from planner.engine import plates, ramp, strength
from planner.engine.terms import Exercise, Lifter, LoadKind, LoggedSet, PlannedSet, SetKind
from planner.storage import clients

DROPPED = 0.8  # of what was moved is left for a drop set: rule of thumb
_LOADED = (LoadKind.EXTERNAL, LoadKind.ADDED, LoadKind.ASSISTED)


def drop_row(above: LoggedSet, exercise: Exercise, lifter_id: int) -> SetRow:
    """Return the row of a drop set below a set, with the load that this lifter's gym can set.

    About a fifth less is moved, bodyweight included: no added load is taken below none, and help
    grows. How many reps are left, only the lifter knows. No load where none is easier.
    """
    lifter = clients.lifter(lifter_id)
    target, kg = PlannedSet(kind=SetKind.DROP), _dropped_kg(above, exercise, lifter)
    if kg is not None:
        target = replace(target, **load_fields(load_from_kg(kg, lifter.unit), lifter.unit))
    return SetRow(1, target, None, None, kg, above.side)


def warm_up_rows(
    work_kg: float, reps: int | None, exercise: Exercise, lifter_id: int
) -> tuple[SetRow, ...]:
    """Return rows that lead up to a load in kg, lightest first; empty where none fits below it."""
    work = PlannedSet(reps, reps, load_kg=work_kg)
    steps = ramp.warm_up(work, exercise, clients.lifter(lifter_id).inventory)
    return tuple(
        SetRow(number, step, None, None, step.load_kg) for number, step in enumerate(steps, start=1)
    )


def _dropped_kg(above: LoggedSet, exercise: Exercise, lifter: Lifter) -> float | None:
    body_kg = strength.bodyweight_for(None, lifter)
    moved = strength.moved_kg(above.load_kg, exercise, body_kg)
    if above.load_kg is None or moved is None or exercise.load_kind not in _LOADED:
        return None
    wanted = max(strength.typed_kg(DROPPED * moved, exercise, body_kg), 0.0)
    near = plates.nearest(wanted, exercise, lifter.inventory)
    helped = exercise.load_kind is LoadKind.ASSISTED
    if near > above.load_kg if helped else near < above.load_kg:
        return near
    step = plates.next_up if helped else plates.next_down
    return step(above.load_kg, exercise, lifter.inventory)
