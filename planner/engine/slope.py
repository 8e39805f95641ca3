"""How one thing goes with another: the middle of the slopes between all pairs of points.

A few odd points do not move it, nor does it need the errors to be normal. Source: Sen 1968.
"""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.engine import evidence

_Z = NormalDist().inv_cdf(0.5 + evidence.SLOPE_LEVEL.value / 2)
_MOST = int(evidence.PAIRS_SEEN.value)

Floats = NDArray[np.float64]


class Slope(NamedTuple):
    """What y gains for each 1 that x has more, with the interval that holds it in 90 of 100 cases.

    `middle_x` and `middle_y` are a point that the line goes through.
    """

    points: int
    slope: float
    low: float
    high: float
    middle_x: float
    middle_y: float

    @property
    def tells(self) -> bool:
        """Whether the interval leaves out that there is no slope."""
        return self.low > 0.0 or self.high < 0.0


def slope(xs: Floats, ys: Floats) -> Slope | None:
    """Return how y goes with x; None where all x are alike, or too few points differ in it.

    Both are of one length, oldest first; of many points the newest count.
    """
    xs, ys = xs[-_MOST:], ys[-_MOST:]
    first, second = np.triu_indices(len(xs), 1)
    apart = xs[second] - xs[first]
    differ = apart != 0.0
    slopes = np.sort((ys[second] - ys[first])[differ] / apart[differ])
    reach = _Z * sqrt(_variance(xs))
    low, high = round((len(slopes) - reach) / 2) - 1, round((len(slopes) + reach) / 2)
    if low < 0 or high >= len(slopes):
        return None
    made = float(np.median(slopes))
    middle = float(np.median(xs))
    height = float(np.median(ys - made * (xs - middle)))
    return Slope(len(xs), made, float(slopes[low]), float(slopes[high]), middle, height)


def _variance(xs: Floats) -> float:
    """Return the variance of how many pairs rise more than fall, where nothing goes with x."""
    count = len(xs)
    _, ties = np.unique(xs, return_counts=True)
    tied = float(np.sum(ties * (ties - 1) * (2 * ties + 5)))
    return (count * (count - 1) * (2 * count + 5) - tied) / 18.0
