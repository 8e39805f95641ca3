"""Does a lift rise faster in the weeks with more sets? Gain against sets, window by window.

A window is four weeks, eight where there are many of them: shorter ones tell no gain from noise,
longer ones blend what differed. The slope within a window is taken (the median of slopes, Sen
1968), not the step from one to the next, since a session of more sets shows less strength by
itself. Windows do not overlap, so that each tells something of its own.

The line is a regression of gain on sets and on time with weak beliefs beforehand, averaged over
how much windows differ for other reasons. Time is in it because gains slow down over the years
while sets change, too, which is neither's doing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from math import exp, sqrt
from statistics import NormalDist, median, pstdev
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.engine import evidence

_WINDOW = timedelta(days=evidence.DOSE_WINDOW.value)
_LONG_WINDOW = timedelta(days=evidence.DOSE_LONG_WINDOW.value)
_LONG_FROM = int(evidence.DOSE_LONG.value)
WEEKS = _WINDOW.days // 7
HISTORY_DAYS = int(evidence.DOSE_HISTORY.value)
MONTH_DAYS = 28.0
FEWEST_WINDOWS = int(evidence.DOSE_FEWEST.value)
LEVEL = 0.90
_FEWEST_DAYS, _LEAST_SPAN = int(evidence.DOSE_SESSIONS.value), evidence.DOSE_SPAN.value
_NOISE = evidence.DOSE_NOISE.value
_NOISE_WEIGHT = evidence.DOSE_NOISE_WEIGHT.value
_SLOPE_SD, _SLOWING_SD = evidence.DOSE_SLOPE.value, evidence.DOSE_SLOWING.value
_GAIN_SD, _LEAST_SPREAD = evidence.DOSE_GAIN.value, evidence.DOSE_SPREAD.value
_BETWEEN = [0.0025 * step for step in range(33)]  # spread between windows, log units a month
_BETWEEN_SCALE = evidence.DOSE_BETWEEN.value
_OFF_DAYS = evidence.DOSE_OFF.value
_DAY = timedelta(days=1)
_Matrix = NDArray[np.float64]
_Mixture = tuple[tuple[float, _Matrix, _Matrix], ...]  # weight, mean, covariance


class Strength(NamedTuple):
    """The strength that a session showed, log kg."""

    on: date
    log_kg: float


class Gain(NamedTuple):
    """The gain in a window, log units in 28 days, with its standard deviation."""

    rate: float
    sd: float


class Dosed(NamedTuple):
    """A window as the regression sees it: hard sets a week, gain, and the day of its middle."""

    sets: float
    gain: Gain
    middle: date


class Stretch(NamedTuple):
    """The days of a window, both included; `back` from time off is the first one after it."""

    since: date
    until: date
    back: bool


class Reach(NamedTuple):
    """A middle with its 90 % interval."""

    middle: float
    low: float
    high: float


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

    @property
    def told(self) -> bool:
        """Tell whether the interval of the slope leaves zero out."""
        return self.slope.low > 0.0 or self.slope.high < 0.0

    def at(self, sets: float) -> Reach:
        """Return the mean gain to expect of windows with so many weekly sets, log in 28 days."""
        return _reach(self.mixture, np.array([1.0, sets - self.centre, 0.0]))


def cut(
    days: Sequence[date], rested: Collection[date], breaks: Collection[date], today: date
) -> list[Stretch]:
    """Cut the days of a lift, oldest first, into windows that are over by today.

    A window never reaches over time off or one of the `breaks`: there they begin anew. On the
    days `rested` the muscles had time off, too.
    """
    starts = _starts(days, rested, breaks)
    long = _cut(starts, _LONG_WINDOW, today)
    return long if len(long) >= _LONG_FROM else _cut(starts, _WINDOW, today)


def _cut(starts: Sequence[tuple[date, bool]], window: timedelta, today: date) -> list[Stretch]:
    found: list[Stretch] = []
    ends = [on - _DAY for on, _ in starts[1:]] + [today]
    for (since, back), until in zip(starts, ends, strict=False):
        while since + window - _DAY <= min(until, today):
            found.append(Stretch(since, since + window - _DAY, back))
            since, back = since + window, False
    return found


def _starts(
    days: Sequence[date], rested: Collection[date], breaks: Collection[date]
) -> list[tuple[date, bool]]:
    """Return the days on which windows begin, and whether that is the way back from time off."""
    made = [(days[0], False)] if days else []
    for before, on in pairwise(days):
        if (on - before).days >= _OFF_DAYS:
            made.append((on, on in rested))
        elif any(before < each <= on for each in breaks):
            made.append((on, False))
    return made


def gain_of(windows: Sequence[Sequence[Strength]]) -> list[Gain | None]:
    """Return the gain of each window; None for one with too few sessions, or too close together.

    The noise of a session is taken from all windows together: few sessions tell too little of it.
    """
    told = [made if _enough(made) else None for made in windows]
    slopes = [None if made is None else _slope(made) for made in told]
    noise = _noise([(m, s) for m, s in zip(told, slopes, strict=True) if m and s is not None])
    return [
        None if made is None or slope is None
        else Gain(MONTH_DAYS * slope, MONTH_DAYS * noise / sqrt(_leverage(made)))
        for made, slope in zip(told, slopes, strict=True)
    ]  # fmt: skip


def response(windows: Sequence[Dosed]) -> Response | None:
    """Return how gain goes with sets; None for too few windows, or sets that hardly differ."""
    if len(windows) < FEWEST_WINDOWS or not differ(windows):
        return None
    sets = np.array([each.sets for each in windows])
    centre = float(sets.mean())
    when = np.array([float(each.middle.toordinal()) for each in windows])
    span = max(float(np.ptp(when)), MONTH_DAYS)
    rows = np.column_stack([np.ones(len(sets)), sets - centre, (when - when.mean()) / span])
    gains = np.array([each.gain.rate for each in windows])
    variances = np.array([each.gain.sd**2 for each in windows])
    mixture = _mixture(rows, gains, variances)
    slope = _reach(mixture, np.array([0.0, 1.0, 0.0]))
    return Response(
        slope, len(windows), (float(sets.min()), float(sets.max())), mixture, centre
    )  # fmt: skip


def differ(windows: Sequence[Dosed]) -> bool:
    """Tell whether the sets of some windows differ enough to compare their gains."""
    return bool(windows) and pstdev([each.sets for each in windows]) >= _LEAST_SPREAD


def _enough(made: Sequence[Strength]) -> bool:
    return len(made) >= _FEWEST_DAYS and (made[-1].on - made[0].on).days >= _LEAST_SPAN


def _slope(made: Sequence[Strength]) -> float:
    """Return the median slope between the sessions of a window, log units a day."""
    return median(
        (after.log_kg - before.log_kg) / (after.on - before.on).days
        for before, after in combinations(made, 2)
        if after.on > before.on
    )


def _leverage(made: Sequence[Strength]) -> float:
    days = [each.on.toordinal() for each in made]
    middle = sum(days) / len(days)
    return sum((day - middle) ** 2 for day in days)


def _noise(told: Sequence[tuple[Sequence[Strength], float]]) -> float:
    """Return the standard deviation of a session about its window's slope, log units.

    What is usual counts like a few sessions of one's own, so that luck makes no noise vanish.
    """
    squares, free = _NOISE_WEIGHT * _NOISE**2, _NOISE_WEIGHT
    for made, slope in told:
        left = [each.log_kg - slope * each.on.toordinal() for each in made]
        middle = sum(left) / len(left)
        squares += sum((each - middle) ** 2 for each in left)
        free += len(left) - 2
    return sqrt(squares / free)


def _mixture(rows: _Matrix, gains: _Matrix, variances: _Matrix) -> _Mixture:
    """Return (weight, mean, covariance) of the coefficients for each spread between windows."""
    prior = np.diag([_GAIN_SD**-2, _SLOPE_SD**-2, _SLOWING_SD**-2])
    found = []
    for between in _BETWEEN:
        total = variances + between**2
        weighed = rows / total[:, None]
        precision = prior + rows.T @ weighed
        covariance: _Matrix = np.linalg.inv(precision).astype(np.float64)
        mean = covariance @ (weighed.T @ gains)
        fit = gains @ (gains / total) - mean @ precision @ mean
        likely = -0.5 * (float(np.log(total).sum()) + float(np.linalg.slogdet(precision)[1]) + fit)
        likely -= 0.5 * (between / _BETWEEN_SCALE) ** 2
        found.append((likely, mean, covariance))
    most = max(likely for likely, _, _ in found)
    whole = sum(exp(likely - most) for likely, _, _ in found)
    return tuple((exp(likely - most) / whole, mean, cov) for likely, mean, cov in found)


def _reach(mixture: _Mixture, row: _Matrix) -> Reach:
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
