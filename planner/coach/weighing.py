"""What a lifter weighed, for the days on which it is known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from planner.engine.terms import Lifter

Weights: TypeAlias = Sequence[tuple[date, float]]  # kg, oldest first


def known_by(weights: Weights, today: date) -> Weights:
    """Return the weights to read a log with on a day: none before the first was told.

    From then on that one is also the best guess for the days before it.
    """
    return weights if weights and weights[0][0] <= today else ()


def first_weighed(lifter: Lifter, weights: Weights) -> Lifter:
    """Return a lifter with the first known weight, on which no later one has a say."""
    return replace(lifter, bodyweight_kg=weights[0][1] if weights else None)


def weight_on(weights: Weights, on: date) -> float | None:
    """Return the newest weight of a day in kg; None before the first, when the lifter's counts."""
    index = bisect_right(weights, on, key=lambda entry: entry[0])
    return weights[index - 1][1] if index else None
