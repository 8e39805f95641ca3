"""Loads planned harder than last time though the lift hurt a little lately.

Log, plan and sheet say so, and the log offers no harder one than last time; the plan itself is not
changed, nor what stands on its sheet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from planner.coach import health, kept_back, loads, wording
from planner.coach.entry import SetRow
from planner.engine import evidence, load_hold, safety
from planner.engine.rep_range import at_load
from planner.engine.same_load import easiest, is_harder
from planner.engine.target import LiftContext
from planner.engine.terms import N_, Exercise, PlannedExercise, phrase
from planner.storage import log_reads

HELD = N_("pain {pain} out of 10 {when}: no harder than last time, {at_load}")

_PAIN = int(evidence.PAIN_STOP.value)


def words(planned: PlannedExercise, on: date, basis: loads.LoadBasis) -> str:
    """Say why a load planned for a day is harder than pain of late allows; '' where none is, and
    where a limit makes it easier or no load is suggested, which is told elsewhere."""
    context, exercise = _context(planned.exercise, on, basis), basis.exercises[planned.exercise]
    held_kg, hurt = _held_kg(context), None if context is None else safety.lesser_hurt(context)
    if held_kg is None or hurt is None:
        return ""
    allowed = kept_back.lowered(planned, on, basis)
    if not any(_is_over(entry.load_kg, held_kg, exercise) for entry in allowed.sets):
        return ""
    told = phrase(HELD, pain=hurt[0], when=hurt[1], at_load=at_load(held_kg, exercise))
    return wording.render(told, basis.lifter.unit)


def rows(made: Iterable[SetRow], slug: str, on: date, basis: loads.LoadBasis) -> tuple[SetRow, ...]:
    """Return the rows of a lift on a day with the load of last time offered where a harder one is
    planned after pain, or would be offered in a row more; the target stays as it is."""
    held_kg, exercise = _held_kg(_context(slug, on, basis)), basis.exercises[slug]
    if held_kg is None:
        return tuple(made)
    return tuple(_held(row, held_kg, exercise) for row in made)


def _held(row: SetRow, held_kg: float, exercise: Exercise) -> SetRow:
    harder = _is_over(row.planned_kg, held_kg, exercise)
    if row.logged is not None or row.asks_load or not harder:
        return row
    known = [kg for kg in (held_kg, row.held_kg) if kg is not None]
    most_kg = easiest(known, exercise)
    return replace(row, held_kg=most_kg, suggested_kg=most_kg)


def _is_over(load_kg: float | None, held_kg: float, exercise: Exercise) -> bool:
    return load_kg is not None and is_harder(load_kg, held_kg, exercise)


def _held_kg(context: LiftContext | None) -> float | None:
    if context is None or safety.lesser_hurt(context) is None:
        return None
    return load_hold.held_kg(context, new=False)


def _context(slug: str, on: date, basis: loads.LoadBasis) -> LiftContext | None:
    """Return what is known of a lift that hurt when a day begins; None for any other, for one that
    was cleared since, and where no load is suggested at all."""
    context = basis.context(slug, on) if slug in _hurt_once(basis.lifter_id) else None
    last_on = context.hurt_on or context.state.last_on if context is not None else None
    if last_on is None or basis.asks_load(slug, on):
        return None
    return None if health.is_cleared(basis.lifter_id, slug, last_on, on) else context


def _hurt_once(lifter_id: int) -> Collection[str]:
    """Return the lifts that ever hurt: only their logs have to be read through."""
    return log_reads.lifts_with_pain(lifter_id, _PAIN)
