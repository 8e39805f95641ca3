"""Does a lift rise faster in the weeks with more sets? Gain against sets, window by window.

The line is a regression of gain on sets and on time with weak beliefs beforehand, averaged over
how much windows differ for other reasons. Errors that windows share are taken into account, so
that the line is as high as the whole history rose. Time is in it because gains slow down over the
years while sets change, too, which is neither's doing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, sqrt
from statistics import NormalDist, pstdev
from typing import NamedTuple

import numpy as np

from planner.engine import evidence
from planner.engine.gain_windows import MONTH_DAYS, Matrix

HISTORY_DAYS = int(evidence.DOSE_HISTORY.value)
FEWEST_WINDOWS = int(evidence.DOSE_FEWEST.value)
LEVEL = 0.90
_SLOPE_SD, _SLOWING_SD = evidence.DOSE_SLOPE.value, evidence.DOSE_SLOWING.value
_GAIN_SD, _LEAST_SPREAD = evidence.DOSE_GAIN.value, evidence.DOSE_SPREAD.value
_BETWEEN = np.linspace(0.0, evidence.DOSE_BETWEEN_MOST.value, 33)  # all are tried
_BETWEEN_SCALE = evidence.DOSE_BETWEEN.value
_Mixture = tuple[tuple[float, Matrix, Matrix], ...]  # weight, mean, covariance


class Dosed(NamedTuple):
    """A window as the regression sees it: hard sets a week, log gain in 28 days, middle day."""

    sets: float
    rate: float
    middle: date


class Reach(NamedTuple):
    """A middle with its 90 % interval."""

    middle: float
    low: float
    high: float

    @property
    def told(self) -> bool:
        """Tell whether the interval leaves zero out."""
        return self.low > 0.0 or self.high < 0.0


@dataclass(frozen=True, slots=True)
class Response:
    """How gain goes with sets: `slope` in log units in 28 days per weekly set.

    `sets` are the fewest and the most sets of a week that it rests on.
    """

    slope: Reach
    windows: int
    sets: tuple[float, float]
    mixture: _Mixture
    centre: float

    def at(self, sets: float) -> Reach:
        """Return the mean gain to expect of windows with so many weekly sets, log in 28 days."""
        return _reach(self.mixture, np.array([1.0, sets - self.centre, 0.0]))


def response(windows: Sequence[Dosed], covariance: Matrix) -> Response | None:
    """Return how gain goes with sets; None for too few windows, or sets that hardly differ.

    `covariance` is that of the errors of the windows' gains.
    """
    if len(windows) < FEWEST_WINDOWS or not differ(windows):
        return None
    sets = np.array([each.sets for each in windows])
    centre = float(sets.mean())
    when = np.array([float(each.middle.toordinal()) for each in windows])
    span = max(float(np.ptp(when)), MONTH_DAYS)
    rows = np.column_stack([np.ones(len(sets)), sets - centre, (when - when.mean()) / span])
    mixture = _mixture(rows, np.array([each.rate for each in windows]), covariance)
    slope = _reach(mixture, np.array([0.0, 1.0, 0.0]))
    return Response(
        slope, len(windows), (float(sets.min()), float(sets.max())), mixture, centre
    )  # fmt: skip


def differ(windows: Sequence[Dosed]) -> bool:
    """Tell whether the sets of some windows differ enough to compare their gains."""
    return bool(windows) and pstdev([each.sets for each in windows]) >= _LEAST_SPREAD


def _mixture(rows: Matrix, rates: Matrix, errors: Matrix) -> _Mixture:
    """Return (weight, mean, covariance) of the coefficients for each spread between windows."""
    prior = np.diag([_GAIN_SD**-2, _SLOPE_SD**-2, _SLOWING_SD**-2])
    found = []
    for between in _BETWEEN:
        total = errors + between**2 * np.eye(len(rates))
        weighed = np.linalg.solve(total, np.column_stack([rows, rates]))
        precision = prior + rows.T @ weighed[:, :-1]
        covariance: Matrix = np.linalg.inv(precision).astype(np.float64)
        mean = covariance @ (rows.T @ weighed[:, -1])
        fit = float(rates @ weighed[:, -1] - mean @ precision @ mean)
        spread = float(np.linalg.slogdet(total)[1] + np.linalg.slogdet(precision)[1])
        likely = -0.5 * (spread + fit + (between / _BETWEEN_SCALE) ** 2)
        found.append((likely, mean, covariance))
    most = max(likely for likely, _, _ in found)
    whole = sum(exp(likely - most) for likely, _, _ in found)
    return tuple((exp(likely - most) / whole, mean, cov) for likely, mean, cov in found)


def _reach(mixture: _Mixture, row: Matrix) -> Reach:
    parts = [(w, NormalDist(float(row @ m), sqrt(float(row @ c @ row)))) for w, m, c in mixture]
    middle = sum(weight * each.mean for weight, each in parts)
    tail = (1.0 - LEVEL) / 2.0
    return Reach(middle, _quantile(parts, tail), _quantile(parts, 1.0 - tail))


def _quantile(parts: Sequence[tuple[float, NormalDist]], share: float) -> float:
    """Return a quantile of a mixture, by halving."""
    low = min(each.mean - 8.0 * each.stdev for _, each in parts)
    high = max(each.mean + 8.0 * each.stdev for _, each in parts)
    for _ in range(50):
        middle = (low + high) / 2.0
        below = sum(weight * each.cdf(middle) for weight, each in parts)
        low, high = (middle, high) if below < share else (low, middle)
    return (low + high) / 2.0
