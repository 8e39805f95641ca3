"""What is copied into another lifter's plan: the same work at that lifter's own loads.

Tempo, rest, supersets and percentages stay as they are. Notes stay with the lifter they were
written for.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.coach import loads
from planner.coach.loads import DAY, LoadBasis
from planner.coach.prescription_words import typed
from planner.engine import plates, strength
from planner.engine.copies import copied, copied_exercise
from planner.engine.skill import capped
from planner.engine.target import loads_rise
from planner.engine.terms import PlannedExercise, PlannedSession, PlannedSet
from planner.storage.problems import NotStored

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

    A load becomes the same share of the other's e1RM, in that one's unit, as near as that one's gym
    can load it, never over a limit, and never clearly more than the repetitions and the reserve
    allow: what was too much for one is not handed on. Where either e1RM is unknown, repetitions and
    reserve tell the load, or it stays open.
    """
    planned = replace(copied_exercise(planned), note="")
    known_on, slug = min(on, source.today + DAY), planned.exercise
    bare = tuple(replace(loads.opened(each), unit=target.lifter.unit) for each in planned.sets)
    shares = [_share(entry, slug, known_on, source) for entry in planned.sets]
    own = [_at_share(*each, slug, on, target) for each in zip(bare, shares, strict=True)]
    able = loads.with_open_loads(replace(planned, sets=bare), on, target)
    least = [_easier(*each, slug, target) for each in zip(own, able.sets, strict=True)]
    return loads.with_open_loads(replace(planned, sets=tuple(least)), on, target)


def _share(entry: PlannedSet, slug: str, on: date, source: LoadBasis) -> float | None:
    """Return a load as a fraction of its lifter's e1RM; None without it, or for a percentage."""
    try:
        reading, exercise = source.reading(slug, on), source.exercises[slug]
    except NotStored:  # the lifter was taken back or deleted since
        return None
    e1rm_kg = reading.strength_kg if reading is not None else None
    body_kg = strength.bodyweight_for(None, source.lifter)
    moved = strength.moved_kg(entry.load_kg, exercise, body_kg)
    unknown = entry.load_kg is None or entry.percent_e1rm is not None
    return None if unknown or not e1rm_kg or moved is None else moved / e1rm_kg


def _at_share(
    entry: PlannedSet, share: float | None, slug: str, on: date, target: LoadBasis
) -> PlannedSet:
    """Return a set without load with the one that is nearest to a share of a lifter's e1RM."""
    reading, exercise = target.strength(slug, on), target.exercises[slug]
    e1rm_kg = reading.strength_kg if reading is not None else None
    if share is None or e1rm_kg is None or not loads_rise(exercise):
        return entry
    body_kg = strength.bodyweight_for(None, target.lifter)
    wanted = max(0.0, strength.typed_kg(share * e1rm_kg, exercise, body_kg))
    load = plates.nearest(wanted, exercise, target.lifter.inventory)
    load = capped(load, target.cap_kg(slug, on), exercise, target.lifter.inventory)
    return typed(replace(entry, load_kg=load), target.lifter.unit)


def _easier(entry: PlannedSet, able: PlannedSet, slug: str, target: LoadBasis) -> PlannedSet:
    """Return a set with the load that can be done where its own is clearly harder."""
    if entry.load_kg is None or able.load_kg is None:
        return entry
    exercise, body_kg = target.exercises[slug], strength.bodyweight_for(None, target.lifter)
    asked, most = (
        strength.moved_kg(each.load_kg, exercise, body_kg) or 0.0 for each in (entry, able)
    )
    return able if asked > _CLEARLY * most else entry
