"""Sets to start a lift with: light practice while it is new to a lifter."""

from __future__ import annotations

from datetime import date

from planner.coach import loads
from planner.coach.prescription_words import typed
from planner.engine import plates
from planner.engine.practice_sets import practice_sets, practised_by_sets
from planner.engine.terms import PlannedSet


def asked(slug: str, on: date, basis: loads.LoadBasis) -> tuple[PlannedSet, ...]:
    """Return the sets of practice that a lift asks for on a day; () once its load may rise."""
    practised = basis.practice(slug, min(on, basis.today + loads.DAY))
    if not practised_by_sets(basis.exercises[slug]) or not practised.left:
        return ()
    return of_practice(slug, on, basis)


def of_practice(slug: str, on: date, basis: loads.LoadBasis) -> tuple[PlannedSet, ...]:
    """Return sets of practice for a day, with the load at most, else the empty bar.

    The load is open where neither is known or allowed, or none is suggested that day.
    """
    exercise, kg = basis.exercises[slug], _light_kg(slug, on, basis)
    return tuple(typed(entry, basis.lifter.unit) for entry in practice_sets(exercise, kg))


def _light_kg(slug: str, on: date, basis: loads.LoadBasis) -> float | None:
    practised = basis.practice_cap(slug, on)
    if practised is not None or basis.asks_load(slug, on):
        return practised
    most_kg = basis.cap_kg(slug, on)
    bar_kg = plates.bar_kg(basis.exercises[slug], basis.lifter.inventory)
    return bar_kg if bar_kg and (most_kg is None or bar_kg <= most_kg) else None
