"""Which of two loads is harder, and when they are one that was only typed in another unit."""

from __future__ import annotations

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
