"""Which unit a log's loads are in, and loads of the other unit inside it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from math import exp, log, sqrt
from statistics import median
from typing import NamedTuple

from planner.engine.terms import KG_PER_LB, Unit
from planner.formats.cells import number

SNAP = 0.0115  # of the other unit: rounding 135 lb to 61.24 kg is off by 0.011 lb
GRAIN = {Unit.KG: 0.25, Unit.LB: 0.5}
PER_KG = {Unit.KG: 1.0, Unit.LB: KG_PER_LB}
OTHER = {Unit.KG: Unit.LB, Unit.LB: Unit.KG}
_WORDS = {
    Unit.KG: {"kg", "kgs", "kilo", "kilos", "kilogram", "kilograms"},
    Unit.LB: {"lb", "lbs", "pound", "pounds"},
}

# Typical work loads in kg, rules of thumb: a log in which they are all twice as heavy is in lb.
_USUAL_KG = tuple(
    (re.compile(name, re.IGNORECASE), kg)
    for name, kg in (
        (r"split squat|lunge", 15), (r"front squat", 75), (r"goblet", 20), (r"squat", 90),
        (r"romanian|stiff", 75), (r"deadlift", 110), (r"bench press|chest press", 70),
        (r"overhead press|shoulder press|military", 40), (r"lateral raise", 9),
        (r"pull ?down", 55), (r"leg press", 140), (r"leg extension", 50), (r"leg curl", 40),
        (r"hammer curl", 13), (r"curl", 18), (r"push ?down|triceps extension", 28), (r"row", 55),
        (r"calf", 70), (r"fly|crossover|pec deck", 25),
    )
)  # fmt: skip
_DUMBBELL_SHARE = 0.38  # of the barbell load in each hand, rule of thumb
_LIFTER_SD = 0.35  # log kg between lifters, rule of thumb
_EXERCISE_SD = 0.45  # log kg between exercises of a lifter, rule of thumb
_LATTICE_WEIGHT = 1.5  # of the increments against the magnitudes, fitted on six logs
_SUREST = 0.99


class Load(NamedTuple):
    """A load as it was typed, its unit, and kilograms for computing.

    `text` is what the file says where that is in the other unit, else ''.
    """

    value: float
    unit: Unit
    kg: float
    text: str = ""


class UnitChoice(NamedTuple):
    """The unit of a log, whether the file states it, and how probable it is, 0–1."""

    unit: Unit
    stated: bool
    confidence: float


@lru_cache(maxsize=256)
def unit_named(text: str) -> Unit | None:
    """Return the unit that `kgs`, `lb`, `Pounds` … name, or None."""
    word = text.strip().rstrip(".").casefold()
    return next((unit for unit, words in _WORDS.items() if word in words), None)


@lru_cache(maxsize=8192)
def load(text: str, unit: Unit) -> Load | None:
    """Read a load of a log in `unit`; None when blank or 0, ValueError when it is no load.

    `74.99999999999999` is 75. A value off the unit's grain that lies on the other unit's (to
    0.011) was typed there and keeps that unit: 22.68 kg is 50 lb, 330.69 lb is 150 kg.
    """
    value = number(text)
    if value is not None and value < 0:
        raise ValueError(f"'{text}' is no load")
    if not value:
        return None
    value = _cleaned(value)
    if not _on_grain(value, unit, 1e-6):
        other = OTHER[unit]
        there = value * PER_KG[unit] / PER_KG[other]
        if _on_grain(there, other, SNAP):
            typed = round(there / GRAIN[other]) * GRAIN[other]
            return Load(typed, other, typed * PER_KG[other], text.strip())
    return Load(value, unit, value * PER_KG[unit])


def typed(kg: str, lb: str) -> tuple[str, str]:
    """Return (load, unit word) of a load that a file may tell in both units, as it was typed.

    Where only one of the two lies on its unit's grain it was typed there; else kg was.
    """
    kg, lb = kg.strip(), lb.strip()
    if not kg or not lb:
        return (kg, Unit.KG) if kg else (lb, Unit.LB if lb else "")
    in_lb = _typed_in(lb, Unit.LB) and not _typed_in(kg, Unit.KG)
    return (lb, Unit.LB) if in_lb else (kg, Unit.KG)


def _typed_in(text: str, unit: Unit) -> bool:
    value = _positive(text)
    return value is not None and _on_grain(value, unit, 1e-6)


def _cleaned(value: float) -> float:
    near = round(value, 2)
    return near if abs(value - near) < 1e-6 else value


def _on_grain(value: float, unit: Unit, tolerance: float) -> bool:
    steps = round(value / GRAIN[unit])
    return steps > 0 and abs(value - steps * GRAIN[unit]) <= tolerance


def choose_unit(
    stated: Iterable[str], loads: Iterable[tuple[str, str]], chosen: Unit | None
) -> UnitChoice:
    """Decide a log's unit: what most of the file states, else what was chosen, else a guess.

    `stated` are unit words of the file, `loads` pairs of exercise name and load cell.
    """
    units: Counter[Unit] = Counter()
    for word, count in Counter(stated).items():
        if (unit := unit_named(word)) is not None:
            units[unit] += count
    if units:
        return UnitChoice(units.most_common(1)[0][0], True, 1.0)
    if chosen is not None:
        return UnitChoice(chosen, False, 1.0)
    return guess_unit(loads)


def guess_unit(loads: Iterable[tuple[str, str]]) -> UnitChoice:
    """Guess from increments and magnitudes; 0.5 is no idea, and never surer than 0.99."""
    pairs = {(name, value) for name, text in set(loads) if (value := _positive(text)) is not None}
    odds = _lattice_odds([value for _, value in pairs]) + _magnitude_odds(pairs)
    kg = 1.0 / (1.0 + exp(-odds))
    unit = Unit.KG if kg >= 0.5 else Unit.LB
    return UnitChoice(unit, False, round(min(max(kg, 1.0 - kg), _SUREST), 2))


def _positive(text: str) -> float | None:
    try:
        value = number(text)
    except ValueError:
        return None
    return _cleaned(value) if value is not None and value > 0 else None


def _lattice_odds(values: list[float]) -> float:
    """Return log odds for kg; loads repeat each other, so their root counts."""
    if not values:
        return 0.0
    return _LATTICE_WEIGHT * sum(map(_kg_sign, values)) / sqrt(max(len(values), 9))


def _kg_sign(value: float) -> float:
    """Return how much a single load speaks for kg (positive) or lb, in log odds; rules of thumb."""
    if not _on_grain(value, Unit.KG, 1e-3):
        from_lb = abs(value / KG_PER_LB / 2.5 - round(value / KG_PER_LB / 2.5)) * 2.5 <= SNAP
        from_kg = _on_grain(value * KG_PER_LB, Unit.KG, SNAP)
        return 3.0 * (from_lb - from_kg)
    if value % 1:
        return 1.0 if value % 0.5 or value >= 20 else 0.4
    if value % 5:
        return 0.6 if value >= 15 else 0.0
    if value % 10 == 0:
        return 0.0
    return -1.0 if value >= 45 else -0.3


def _magnitude_odds(pairs: set[tuple[str, float]]) -> float:
    """Return log odds for kg from how heavy well-known exercises are."""
    by_name: dict[str, list[float]] = defaultdict(list)
    for name, value in pairs:
        by_name[name].append(value)
    usual = {name: kg for name in by_name if (kg := _usual_kg(name))}
    if not usual:
        return 0.0
    above = sum(log(median(by_name[name]) / kg) for name, kg in usual.items()) / len(usual)
    variance = _LIFTER_SD**2 + _EXERCISE_SD**2 / len(usual)
    return ((above + log(KG_PER_LB)) ** 2 - above**2) / (2.0 * variance)


@lru_cache(maxsize=1024)
def _usual_kg(name: str) -> float | None:
    if "assist" in name.casefold():
        return None
    kg = next((kg for pattern, kg in _USUAL_KG if pattern.search(name)), None)
    if kg is not None and kg > 30 and "dumbbell" in name.casefold():
        return kg * _DUMBBELL_SHARE
    return kg
