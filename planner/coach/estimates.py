"""How an estimate of strength is said: about so much, with the range that holds nine in ten."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot

from planner.coach import wording
from planner.engine import evidence, strength
from planner.engine.terms import Exercise, LoggedSet, Reading, Unit

BAND_SD = evidence.BAND_SD.value
_BODIES = 0.15  # standard deviation of bodyweight among adults, as a fraction: rule of thumb
_MOST_REPS = 10  # up to which repetitions and load go together closely: rule of thumb


def least_kg(sets: Iterable[LoggedSet], exercise: Exercise, bodyweight_kg: float) -> float | None:
    """Return the e1RM in kg that sets show by what was lifted alone, without any reserve.

    None for no set that tells strength. Repetitions beyond ten are too loose a measure to count.
    """
    if not strength.measurable(exercise):
        return None
    shown = (
        strength.e1rm(moved, min(made.reps or 0, _MOST_REPS))
        for made in sets
        if strength.trusted(made)
        and (moved := strength.moved_kg(made.load_kg, exercise, bodyweight_kg)) is not None
    )
    return max(shown, default=None)


def is_above(kg: float | None, reading: Reading | None) -> bool:
    """Tell whether an e1RM that sets have shown lies above all that a reading holds likely."""
    if kg is None:
        return False
    if reading is None or reading.strength_kg is None:
        return True
    return kg > reading.strength_kg + BAND_SD * (reading.strength_sd or 0.0)


def spread_kg(reading: Reading) -> float | None:
    """Return the standard deviation of an e1RM in kg, with that of a bodyweight nobody told.

    None where sets only say 'at least'.
    """
    kg, sd = reading.strength_kg, reading.strength_sd
    if reading.capped or kg is None or sd is None:
        return None
    return sd if assumed_bodyweight_kg(reading) is None else hypot(sd, _BODIES * kg)


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
