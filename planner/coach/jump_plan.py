"""What is planned at loads that an answer on a jump has changed: it is changed alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import log

from planner.coach.prescription_words import typed_exercise
from planner.engine import plates, target
from planner.engine.load_jump import LoadJump
from planner.engine.terms import Exercise, Inventory, PlannedExercise, PlannedSet
from planner.storage import clients, plan


def rescale(lifter_id: int, made: LoadJump, today: date, factor: float, stray_kg: float) -> None:
    """Multiply what is planned from today on at the loads of the side that was changed.

    `stray_kg` is the usual load of that side, as it was. The hardest work set of an exercise
    tells which side it is planned by, warm-ups follow. The gym can set the new loads.
    """
    lifter = clients.lifter(lifter_id)
    for _, key, planned in plan.future_exercises(lifter_id, made.exercise.slug, today):
        if _side_kg(planned, made) == stray_kg:
            sets = [_scaled(each, factor, made.exercise, lifter.inventory) for each in planned.sets]
            changed = typed_exercise(replace(planned, sets=tuple(sets)), lifter.unit)
            plan.set_planned_sets(key, changed.sets)


def _side_kg(planned: PlannedExercise, made: LoadJump) -> float | None:
    """Return the usual load, before or after, that is nearer to the one planned."""
    load_kg = target.planned_load(planned.sets, made.exercise)
    if not load_kg:
        return None
    return min(made.before.load_kg, made.after.load_kg, key=lambda kg: abs(log(kg / load_kg)))


def _scaled(
    entry: PlannedSet, factor: float, exercise: Exercise, inventory: Inventory
) -> PlannedSet:
    """Return a planned set with its load multiplied, which has no typed form yet."""
    if not entry.load_kg:
        return entry
    wanted_kg = entry.load_kg * factor
    load_kg = plates.nearest(wanted_kg, exercise, inventory)
    return replace(entry, load_kg=load_kg or plates.step_of(exercise, inventory), load=None)
