"""Rows that a lifter asks for beside those of plan and last time: a drop set, a warm-up ramp."""

from __future__ import annotations

from dataclasses import replace

from planner.coach.entry import SetRow, load_fields, load_from_kg
from planner.engine import plates, ramp, skill, strength
from planner.engine.terms import Exercise, Lifter, LoadKind, LoggedSet, PlannedSet, SetKind, Unit
from planner.storage import clients

DROPPED = 0.8  # of what was moved is left for a drop set: rule of thumb
_TINY_KG = 1e-6
_LOADED = (LoadKind.EXTERNAL, LoadKind.ADDED, LoadKind.ASSISTED)


def drop_row(above: SetRow, exercise: Exercise, lifter_id: int) -> SetRow:
    """Return the row of a drop set below that of a logged set, with the load that this lifter's gym
    can set.

    About a fifth less is moved, bodyweight included: no added load is taken below none, and help
    grows. How many reps are left, only the lifter knows. No load where none is easier, and where
    the row above asks for its load; none over a limit.
    """
    lifter, done = clients.lifter(lifter_id), above.logged
    kg = _dropped_kg(done, exercise, lifter) if done is not None else None
    if kg is not None and above.most_kg is not None:
        kg = skill.capped(kg, above.most_kg, exercise, lifter.inventory)
    row = _beside(above, 1, PlannedSet(kind=SetKind.DROP), kg, lifter.unit)
    return replace(row, side=done.side if done is not None else above.side)


def warm_up_rows(
    row: SetRow, work_kg: float, reps: int | None, exercise: Exercise, lifter_id: int
) -> tuple[SetRow, ...]:
    """Return rows that lead up to a load in kg that a row has, lightest first; empty where none
    fits below it.

    They have no load where that row asks for its own, and none of them is over its limit.
    """
    lifter, work = clients.lifter(lifter_id), PlannedSet(reps, reps, load_kg=work_kg)
    steps = [
        step
        for step in ramp.warm_up(work, exercise, lifter.inventory)
        if row.most_kg is None or (step.load_kg or 0.0) <= row.most_kg + _TINY_KG
    ]
    return tuple(
        _beside(row, number, step, step.load_kg, lifter.unit)
        for number, step in enumerate(steps, start=1)
    )


def _beside(row: SetRow, number: int, target: PlannedSet, kg: float | None, unit: Unit) -> SetRow:
    """Return a row for a target that keeps to what holds back the load of the row beside it."""
    made = SetRow(
        number, replace(target, load=None, load_kg=None), None, None, None,
        most_kg=row.most_kg, limit=row.limit, over_meant=row.over_meant,
    )  # fmt: skip
    if kg is None or row.asks_load:
        return replace(made, asks_load=kg is not None)
    loaded = replace(target, **load_fields(load_from_kg(kg, unit), unit))
    return replace(made, target=loaded, suggested_kg=kg)


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
