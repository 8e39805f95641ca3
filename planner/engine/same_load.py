"""Which of some loads is harder, and when two are one that was only typed in another unit."""

from __future__ import annotations

from collections.abc import Sequence

from planner.engine import evidence
from planner.engine.terms import Exercise, LoadKind

SAME_KG = evidence.SAME_TYPED.value  # what rounding in the other unit moves


def is_same(one_kg: float, other_kg: float) -> bool:
    """Tell whether two loads differ by no more than rounding in the other unit does."""
    return abs(one_kg - other_kg) <= SAME_KG


def is_harder(one_kg: float, other_kg: float, exercise: Exercise) -> bool:
    """Tell whether one load is harder than another: heavier, or with less help."""
    if is_same(one_kg, other_kg):
        return False
    return one_kg < other_kg if exercise.load_kind is LoadKind.ASSISTED else one_kg > other_kg


def easier(one_kg: float, other_kg: float, exercise: Exercise) -> float:
    """Return the easier of two loads, as typed: the lighter, or the one with more help."""
    assisted = exercise.load_kind is LoadKind.ASSISTED
    return max(one_kg, other_kg) if assisted else min(one_kg, other_kg)


def easiest(loads_kg: Sequence[float], exercise: Exercise) -> float | None:
    """Return the easiest of some loads, as typed: the lightest, or the most help; None without."""
    least = max if exercise.load_kind is LoadKind.ASSISTED else min
    return least(loads_kg) if loads_kg else None


def hardest(loads_kg: Sequence[float], exercise: Exercise) -> float | None:
    """Return the hardest of some loads, as typed: the heaviest, or the least help; None without."""
    most = min if exercise.load_kind is LoadKind.ASSISTED else max
    return most(loads_kg) if loads_kg else None
