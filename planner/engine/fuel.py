"""Protein by bodyweight, and drinks in litres or cups; what is shown is converted, not kept."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from planner.engine import evidence
from planner.engine.terms import KG_PER_LB, Limit

US_CUP_L, METRIC_CUP_L = 0.2365882365, 0.25
PROTEIN_G_PER_KG = (evidence.PROTEIN[0].value, evidence.PROTEIN[1].value)
DRINKS_L = evidence.DRINKS_GOAL.value * US_CUP_L
_ADULT = evidence.FUEL_AGE.value


class PerMass(StrEnum):
    """What protein is counted by."""

    KG = "kg"
    LB = "lb"


class Volume(StrEnum):
    """What drinks are counted in."""

    LITRE = "l"
    US_CUP = "us_cup"
    METRIC_CUP = "metric_cup"


class Withheld(StrEnum):
    """Why no number is shown."""

    UNDER_18 = "under_18"
    KIDNEY = "kidney"
    PREGNANCY = "pregnancy"
    PROFESSIONAL = "professional"  # why stays with the lifter


_LITRES = {Volume.LITRE: 1.0, Volume.US_CUP: US_CUP_L, Volume.METRIC_CUP: METRIC_CUP_L}
_KG = {PerMass.KG: 1.0, PerMass.LB: KG_PER_LB}


def rate(g_per_kg: float, per: PerMass) -> float:
    """Return g per kg of bodyweight as g per `per`: 2.2 g/kg are 1.0 g/lb."""
    return g_per_kg * _KG[per]


def g_per_kg(shown: float, per: PerMass) -> float:
    """Return g per `per` of bodyweight as g per kg: 0.8 g/lb are 1.76 g/kg."""
    return shown / _KG[per]


def amount(litres: float, volume: Volume) -> float:
    """Return litres in a unit: 2.84 l are 12 US cups."""
    return litres / _LITRES[volume]


def litres(shown: float, volume: Volume) -> float:
    """Return an amount of a unit in litres: 12 US cups are 2.84 l, 12 metric ones 3 l."""
    return shown * _LITRES[volume]


def withheld(
    birth_year: int | None, on: date, limits: frozenset[Limit], kidney: bool
) -> Withheld | None:
    """Return why nobody is shown a number on a day, None where one may be.

    Who turns 18 within the year may still be 17: nothing is shown until the next.
    """
    if birth_year is not None and on.year - birth_year <= _ADULT:
        return Withheld.UNDER_18
    if kidney:
        return Withheld.KIDNEY
    return Withheld.PREGNANCY if Limit.PREGNANCY in limits else None
