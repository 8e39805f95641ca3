"""How alike the days of a training week were (Foster 1998).

Both numbers describe a week; neither is shown to foretell injury or overtraining in lifters.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, stdev
from typing import NamedTuple

from planner.engine import evidence

DAYS = int(evidence.MONOTONY_DAYS.value)
LEAST = int(evidence.MONOTONY_LEAST.value)


class Monotony(NamedTuple):
    """Mean load of a day over its standard deviation, and strain: the week's load times that."""

    monotony: float
    strain: float


def monotony(loads: Sequence[float]) -> Monotony | None:
    """Return monotony and strain of the loads of seven days running, days off being 0.

    None with fewer than two training days, or when all days were quite alike: the ratio has no
    bounds then. ValueError unless there are seven days. Source: Foster 1998, Med Sci Sports Exerc
    30:1164; the standard deviation is that of a sample.
    """
    if len(loads) != DAYS:
        raise ValueError(f"monotony is told of {DAYS} days")
    spread = stdev(loads)
    if sum(load > 0 for load in loads) < LEAST or spread < 1e-9 * max(loads):
        return None
    ratio = fmean(loads) / spread
    return Monotony(ratio, sum(loads) * ratio)
