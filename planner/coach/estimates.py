"""How an estimate of strength is said: about so much, with the range that holds nine in ten."""

from __future__ import annotations

from planner.coach import wording
from planner.engine import evidence
from planner.engine.terms import Reading, Unit

BAND_SD = evidence.BAND_SD.value


def about(kg: float, sd_kg: float | None, unit: Unit) -> str:
    """Write an estimate in whole numbers with its 90 % range: '121 kg (118–124)'."""
    said = f"{wording.mass(kg, unit, 0)} {unit}"
    around = (
        "" if sd_kg is None else between(max(0.0, kg - BAND_SD * sd_kg), kg + BAND_SD * sd_kg, unit)
    )
    return f"{said} ({around})" if around else said


def between(low_kg: float, high_kg: float, unit: Unit) -> str:
    """Write a range in whole numbers, '118–124'; '' when it is too narrow to be one."""
    low, high = (wording.mass(kg, unit, 0) for kg in (low_kg, high_kg))
    return "" if low == high else f"{low}–{high}"


def assumed_bodyweight_kg(reading: Reading) -> float | None:
    """Return the bodyweight that a reading rests on because none is known; None for no such."""
    values = (pair for fact in reading.facts for pair in fact.values)
    found = next((value for name, value in values if name == "bodyweight_kg"), None)
    return found if isinstance(found, float) else None
