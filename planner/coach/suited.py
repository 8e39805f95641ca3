"""What is copied into another lifter's plan: the same work at that lifter's own loads.

Tempo, rest, supersets and percentages stay as they are. Notes stay with the lifter they were
written for.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.coach import loads
from planner.coach.loads import DAY, LoadBasis
from planner.engine import strength
from planner.engine.copies import copied, copied_exercise
from planner.engine.terms import Exercise, Lifter, PlannedExercise, PlannedSession, PlannedSet

_CLEARLY = 1.05  # times what repetitions and reserve allow: rounding is no reason


def suited_session(
    session: PlannedSession, on: date, source: LoadBasis, target: LoadBasis
) -> PlannedSession:
    """Return a copy of what one lifter does on a day as it suits another."""
    made = tuple(suited(each, on, source, target) for each in session.exercises)
    return replace(copied(session), note="", exercises=made)


def suited(
    planned: PlannedExercise, on: date, source: LoadBasis, target: LoadBasis
) -> PlannedExercise:
    """Return a copy of what one lifter has planned for a day with loads that suit another.

    A load becomes the same share of the other's e1RM, in that one's unit, rounded to what that
    one's gym can load, to easier, and never clearly more than the repetitions and the reserve
    allow: what was too much for one is not handed on. Where either e1RM is unknown, repetitions and
    reserve tell the load, or it stays open.
    """
    planned = replace(copied_exercise(planned), note="")
    on = min(on, source.today + DAY)
    shares = tuple(_share(entry, planned.exercise, on, source) for entry in planned.sets)
    scaled = loads.by_percent(replace(planned, sets=shares), on, target)
    pairs = zip(planned.sets, scaled.sets, strict=True)
    own = tuple(_own(before, after, target.lifter) for before, after in pairs)
    bare = replace(planned, sets=tuple(map(_without_load, own)))
    able = loads.with_open_loads(bare, on, target)
    exercise = target.exercises[planned.exercise]
    body_kg = strength.bodyweight_for(None, target.lifter)
    least = (
        _easier(mine, most, exercise, body_kg) for mine, most in zip(own, able.sets, strict=True)
    )
    return loads.with_open_loads(replace(planned, sets=tuple(least)), on, target)


def _without_load(entry: PlannedSet) -> PlannedSet:
    return entry if entry.percent_e1rm is not None else loads.opened(entry)


def _easier(entry: PlannedSet, able: PlannedSet, exercise: Exercise, body_kg: float) -> PlannedSet:
    """Return a set with the load that can be done where its own is clearly harder."""
    if entry.load_kg is None or able.load_kg is None:
        return entry
    asked, most = (
        strength.moved_kg(each.load_kg, exercise, body_kg) or 0.0 for each in (entry, able)
    )
    return able if asked > _CLEARLY * most else entry


def _share(entry: PlannedSet, slug: str, on: date, source: LoadBasis) -> PlannedSet:
    """Return a set with its load as a share of its lifter's e1RM; open when that is unknown."""
    bare = loads.opened(entry)
    if entry.load_kg is None or entry.percent_e1rm is not None:
        return bare
    reading, exercise = source.reading(slug, on), source.exercises[slug]
    e1rm_kg = reading.strength_kg if reading is not None else None
    moved = strength.moved_kg(entry.load_kg, exercise, strength.bodyweight_for(None, source.lifter))
    if e1rm_kg is None or moved is None:
        return bare
    return replace(bare, percent_e1rm=100.0 * moved / e1rm_kg)


def _own(before: PlannedSet, after: PlannedSet, lifter: Lifter) -> PlannedSet:
    """Return a rescaled set: a percentage stays one and tells its load on its day."""
    if before.percent_e1rm is not None:
        return replace(loads.opened(after), unit=lifter.unit)
    return replace(after, percent_e1rm=None, unit=lifter.unit)
