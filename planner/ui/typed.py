"""Read what people type: numbers with comma or point, loads and bodyweights."""

from __future__ import annotations

from math import ceil, floor

from planner.coach import bodyweight
from planner.coach.entry import parse_number
from planner.engine.terms import KG_PER_LB, Unit
from planner.language import tr


def number(text: str) -> float | None:
    """Read '82,5' or '82.5'; None for anything else, and for less than nothing."""
    value = parse_number(text)
    return value if value is not None and 0 <= value < 10_000 else None


def load_kg(text: str, unit: Unit) -> float | None:
    """Read a load typed in a unit, in kg; None when it is no number."""
    value = number(text)
    if value is None:
        return None
    return value if unit is Unit.KG else value * KG_PER_LB


def bodyweight_kg(text: str, unit: Unit) -> float | None:
    """Read a bodyweight typed in a unit, in kg; None when nobody weighs so."""
    return bodyweight.read(text, unit)


def bodyweight_problem(unit: Unit) -> str:
    """Say what a bodyweight must be; the whole numbers named are ones that can be."""
    in_kg = 1.0 if unit is Unit.KG else KG_PER_LB
    least, most = ceil(bodyweight.LEAST_KG / in_kg), floor(bodyweight.MOST_KG / in_kg)
    text = tr("Bodyweight is a number from {0} to {1} {2}.")
    return text.format(least, most, unit)
