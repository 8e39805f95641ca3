"""What a set was planned to be, in the words of its row."""

from __future__ import annotations

from collections.abc import Sequence

from planner.coach import amounts, kept_back
from planner.coach.entry import SetRow
from planner.engine.terms import Exercise, PlannedSet, Unit
from planner.language import tr
from planner.ui.set_columns import (
    effort_text,
    in_unit,
    length_text,
    shown,
    signed_load,
    time_text,
)


def target_text(target: PlannedSet, row: SetRow, exercise: Exercise, unit: Unit) -> str:
    """Write a prescribed set: '5 @2 · 120', '8–12 @1', '5+ · 110 (80 %)'."""
    effort = "" if target.rir is None else f" @{shown(target.rir)}"
    if amounts.endures(exercise):
        effort = f" {effort_text(target.rir, exercise)}"
    parts = [_goal(target, exercise) + effort, _target_load(target, row, exercise, unit)]
    return " · ".join(part.strip() for part in parts if part.strip())


def has_targets(rows: Sequence[SetRow]) -> bool:
    """Say whether an exercise of a session was planned."""
    return any(row.target is not None for row in rows)


def _goal(target: PlannedSet, exercise: Exercise) -> str:
    if target.distance_m is not None:
        return length_text(target.distance_m, exercise)
    if target.seconds is not None:
        return time_text(target.seconds, exercise)
    low, high = target.reps_low, target.reps_high
    if target.amrap:
        return tr("{0}+").format(low) if low else tr("as many as possible")
    if low is None or high is None or low == high:
        return str(low or high or "")
    return f"{low}–{high}"


def _target_load(target: PlannedSet, row: SetRow, exercise: Exercise, unit: Unit) -> str:
    kg = target.load_kg
    if kg is None and target.percent_e1rm is None:
        kg = row.suggested_kg
    load = "" if kg is None else signed_load(in_unit(kg, unit), exercise.load_kind)
    if target.load is not None and target.unit is unit:
        load = signed_load(target.load, exercise.load_kind)
    if row.capped and load:
        return f"{kept_back.AT_MOST} {load}"
    if target.percent_e1rm is None:
        return load
    percent = tr("{0} %").format(shown(target.percent_e1rm))
    return f"{load} ({percent})" if load else percent
