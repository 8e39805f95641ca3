"""Strength beside bodyweight: the points that powerlifting federations publish formulas for.

For lifting without supportive equipment. They rank totals of competitions; what they make of an
estimate is an estimate.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from math import exp, inf
from typing import NamedTuple

from planner.engine import evidence
from planner.engine.evidence import Constant

_ADULT = evidence.STANDARDS_AGE.value
WEIGHT_HOLDS_DAYS = int(evidence.WEIGHT_HOLDS.value)
LIFT_HOLDS_DAYS = int(evidence.LIFT_HOLDS.value)


class Formula(StrEnum):
    """A published formula; all but GL_BENCH are for a total of squat, bench press and deadlift."""

    DOTS = "dots"
    GL = "ipf_gl"
    GL_BENCH = "ipf_gl_bench"
    WILKS_2020 = "wilks_2020"
    WILKS = "wilks"


class Division(StrEnum):
    """Whose table of a formula counts, as the federations part them."""

    WOMEN = "women"
    MEN = "men"


class _Table(NamedTuple):
    """Coefficients for the bodyweights from `low_kg` to `high_kg`, both included."""

    values: tuple[float, ...]
    low_kg: float
    high_kg: float


def _table(values: Sequence[Constant], *ends: Constant) -> _Table:
    low, high = (*[end.value for end in ends], inf)[:2]
    return _Table(tuple(each.value for each in values), low, high)


_SCALES = {
    Formula.DOTS: evidence.DOTS_SCALE.value,
    Formula.GL: evidence.GL_SCALE.value,
    Formula.GL_BENCH: evidence.GL_SCALE.value,
    Formula.WILKS_2020: evidence.WILKS_2020_SCALE.value,
    Formula.WILKS: evidence.WILKS_SCALE.value,
}
_TABLES = {
    (Formula.DOTS, Division.WOMEN): _table(evidence.DOTS_WOMEN, *evidence.DOTS_WOMEN_KG),
    (Formula.DOTS, Division.MEN): _table(evidence.DOTS_MEN, *evidence.DOTS_MEN_KG),
    (Formula.GL, Division.WOMEN): _table(evidence.GL_WOMEN, evidence.GL_WOMEN_KG),
    (Formula.GL, Division.MEN): _table(evidence.GL_MEN, evidence.GL_MEN_KG),
    (Formula.GL_BENCH, Division.WOMEN): _table(evidence.GL_BENCH_WOMEN, evidence.GL_WOMEN_KG),
    (Formula.GL_BENCH, Division.MEN): _table(evidence.GL_BENCH_MEN, evidence.GL_MEN_KG),
    (Formula.WILKS_2020, Division.WOMEN): _table(
        evidence.WILKS_2020_WOMEN, *evidence.WILKS_2020_WOMEN_KG
    ),
    (Formula.WILKS_2020, Division.MEN): _table(
        evidence.WILKS_2020_MEN, *evidence.WILKS_2020_MEN_KG
    ),
    (Formula.WILKS, Division.WOMEN): _table(evidence.WILKS_WOMEN, *evidence.WILKS_WOMEN_KG),
    (Formula.WILKS, Division.MEN): _table(evidence.WILKS_MEN, *evidence.WILKS_MEN_KG),
}


def points(
    formula: Formula, division: Division, bodyweight_kg: float, lifted_kg: float
) -> float | None:
    """Return the points of a load in kg; None for a bodyweight that the formula is not made for."""
    factor = coefficient(formula, division, bodyweight_kg)
    return None if factor is None else factor * lifted_kg


def coefficient(formula: Formula, division: Division, bodyweight_kg: float) -> float | None:
    """Return the points of a kilogram, None as in `points`.

    Scale / (a + b·x + c·x² …) for DOTS and Wilks, scale / (A − B·exp(−C·x)) for IPF GL, where x is
    the bodyweight in kg.
    """
    values, low, high = _TABLES[formula, division]
    if not low <= bodyweight_kg <= high:
        return None
    if formula in (Formula.GL, Formula.GL_BENCH):
        a, b, c = values
        return _SCALES[formula] / (a - b * exp(-c * bodyweight_kg))
    powers = [value * bodyweight_kg**power for power, value in enumerate(values)]
    return _SCALES[formula] / sum(powers)


def made_for(formula: Formula, division: Division) -> tuple[float, float | None]:
    """Return the bodyweights in kg that a formula is made for; None has no upper end."""
    _, low, high = _TABLES[formula, division]
    return low, None if high == inf else high


def too_young(birth_year: int | None, on: date) -> bool:
    """Tell whether somebody may not be 18 yet; of who gave no year of birth it is not known."""
    return birth_year is not None and on.year - birth_year <= _ADULT
