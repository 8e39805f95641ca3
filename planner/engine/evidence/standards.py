"""Formulas of powerlifting that put a load beside the bodyweight of who lifted it.

Polynomials stand with the constant term first.
"""

from __future__ import annotations

from planner.engine.evidence.constant import Constant
from planner.engine.terms import N_

_LETTERS = (N_("{formula}, A"), N_("{formula}, B"), N_("{formula}, C"))
_UNITS = ("a number", "per kg", "per kg²", "per kg³", "per kg⁴", "per kg⁵")


def _polynomial(name: str, source: str, *values: float) -> tuple[Constant, ...]:
    return tuple(
        Constant("{formula}, by kg of bodyweight to the power {power}", value, unit, source,
                 (("formula", name), ("power", power)))
        for power, (value, unit) in enumerate(zip(values, _UNITS, strict=False))
    )  # fmt: skip


def _curve(name: str, *values: float) -> tuple[Constant, ...]:
    letters = zip(_LETTERS, values, ("kg", "kg", "per kg"), strict=True)
    parts = (("formula", name),)
    return tuple(Constant(at, value, unit, "ipf-2020", parts) for at, value, unit in letters)


def _ends(name: str, low: float, high: float, source: str) -> tuple[Constant, ...]:
    parts = (("formula", name),)
    return (
        Constant("{formula}, bodyweight from", low, "kg", source, parts),
        Constant("{formula}, bodyweight up to", high, "kg", source, parts),
    )


STANDARDS_AGE = Constant("age from which strength is put beside bodyweight", 18.0, "years", "thumb")
WEIGHT_HOLDS = Constant("a bodyweight counts for the days after it", 183.0, "days", "thumb")
LIFT_HOLDS = Constant("a lift counts for a total for the days after it", 84.0, "days", "thumb")

DOTS_SCALE = Constant("DOTS, scale", 500.0, "points", "dots-2019")
DOTS_WOMEN = _polynomial(
    N_("DOTS, women"),
    "dots-2019",
    -57.96288,
    13.6175032,
    -0.1126655495,
    0.0005158568,
    -0.0000010706,
)
DOTS_MEN = _polynomial(
    N_("DOTS, men"), "dots-2019", -307.75076, 24.0900756, -0.1918759221, 0.0007391293, -0.000001093
)
DOTS_WOMEN_KG = _ends(N_("DOTS, women"), 40.0, 150.0, "dots-2019")
DOTS_MEN_KG = _ends(N_("DOTS, men"), 40.0, 210.0, "dots-2019")

WILKS_2020_SCALE = Constant("Wilks 2020, scale", 600.0, "points", "wilks-2020")
WILKS_2020_WOMEN = _polynomial(
    N_("Wilks 2020, women"), "wilks-2020",
    -125.4255398, 13.71219419, -0.03307250631, -0.001050400051,
    9.38773881462799e-6, -2.3334613884954e-8,
)  # fmt: skip
WILKS_2020_MEN = _polynomial(
    N_("Wilks 2020, men"), "wilks-2020",
    47.46178854, 8.472061379, 0.07369410346, -0.001395833811,
    7.07665973070743e-6, -1.20804336482315e-8,
)  # fmt: skip
WILKS_2020_WOMEN_KG = _ends(N_("Wilks 2020, women"), 40.0, 150.95, "wilks-2020")
WILKS_2020_MEN_KG = _ends(N_("Wilks 2020, men"), 40.0, 200.95, "wilks-2020")

WILKS_SCALE = Constant("original Wilks, scale", 500.0, "points", "wilks-1994")
WILKS_WOMEN = _polynomial(
    N_("original Wilks, women"), "wilks-1994",
    594.31747775582, -27.23842536447, 0.82112226871, -0.00930733913, 4.731582e-5, -9.054e-8,
)  # fmt: skip
WILKS_MEN = _polynomial(
    N_("original Wilks, men"), "wilks-1994",
    -216.0475144, 16.2606339, -0.002388645, -0.00113732, 7.01863e-6, -1.291e-8,
)  # fmt: skip
WILKS_WOMEN_KG = _ends(N_("original Wilks, women"), 40.0, 150.95, "wilks-1994")
WILKS_MEN_KG = _ends(N_("original Wilks, men"), 40.0, 201.9, "wilks-1994")

GL_SCALE = Constant("IPF GL, scale", 100.0, "points", "ipf-2020")
GL_WOMEN = _curve(N_("IPF GL, women, total without equipment"), 610.32796, 1045.59282, 0.03048)
GL_MEN = _curve(N_("IPF GL, men, total without equipment"), 1199.72839, 1025.18162, 0.00921)
GL_BENCH_WOMEN = _curve(N_("IPF GL, women, bench press alone"), 142.40398, 442.52671, 0.04724)
GL_BENCH_MEN = _curve(N_("IPF GL, men, bench press alone"), 320.98041, 281.40258, 0.01008)
GL_WOMEN_KG = Constant("IPF GL, women, bodyweight from", 35.0, "kg", "ipf-2020")
GL_MEN_KG = Constant("IPF GL, men, bodyweight from", 40.0, "kg", "ipf-2020")
