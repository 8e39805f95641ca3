"""A lift's gain, window by window: one unbroken line of strength that may bend at their borders.

A window is four weeks, eight where there are many of them: shorter ones tell no gain from noise,
longer ones blend what differed. Windows do not overlap. The last one before a break or today has
the days that are left, too, where they make no window of their own.

All sessions between two breaks go into one line (a linear spline, by least squares in which an odd
session counts less, Huber 1964), so that gains, each by its length, add up to the rise that one
sees. Its errors are shared: a border that is drawn too high makes one gain too large and the next
too small. What a session of more sets shows by itself, be it more or less, is no gain.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.engine import evidence

MONTH_DAYS = 28.0
WINDOW_DAYS, LONG_WINDOW_DAYS = (
    int(evidence.DOSE_WINDOW.value),
    int(evidence.DOSE_LONG_WINDOW.value),
)
_LONG_FROM = int(evidence.DOSE_LONG.value)
_OFF_DAYS, _LEFT = evidence.DOSE_OFF.value, evidence.DOSE_LEFT.value
_NOISE, _NOISE_WEIGHT = evidence.DOSE_NOISE.value, evidence.DOSE_NOISE_WEIGHT.value
_ANY_GAIN, _ODD, _FORM = (
    each.value for each in (evidence.DOSE_ANY_GAIN, evidence.DOSE_ODD, evidence.DOSE_FORM)
)
_SETS_SHOW = evidence.DOSE_SETS_SHOW.value
_ROUNDS = 8  # of weighing odd sessions
_DAY = timedelta(days=1)
Matrix = NDArray[np.float64]


class Strength(NamedTuple):
    """The strength that a session showed, log kg, in so many sets."""

    on: date
    log_kg: float
    sets: int = 1


class Stretch(NamedTuple):
    """The days of a window, both included; `back` from time off is the first one after it."""

    since: date
    until: date
    back: bool

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.until - self.since).days + 1


@dataclass(frozen=True, slots=True)
class Gains:
    """The gain in each window, log units in 28 days, and the covariance of their errors."""

    rates: Matrix
    covariance: Matrix


Run = Sequence[Stretch]  # windows with no break between them


def cut(
    days: Sequence[date], rested: Collection[date], breaks: Collection[date], today: date
) -> list[list[Stretch]]:
    """Cut the days of a lift, oldest first, into runs of windows up to today.

    A run never reaches over time off or one of the `breaks`: there the next one begins. On the
    days `rested` the muscles had time off, too.
    """
    spans = _unbroken(days, rested, breaks, today)
    long = [_cut(span, LONG_WINDOW_DAYS) for span in spans]
    if sum(map(len, long)) >= _LONG_FROM:
        return long
    return [_cut(span, WINDOW_DAYS) for span in spans]


def _cut(span: Stretch, window: int) -> list[Stretch]:
    count = max(1, int(span.days / window + 1.0 - _LEFT))
    starts = [span.since + number * window * _DAY for number in range(count)]
    ends = [on - _DAY for on in starts[1:]] + [span.until]
    return [
        Stretch(since, until, span.back and not number)
        for number, (since, until) in enumerate(zip(starts, ends, strict=True))
    ]


def _unbroken(
    days: Sequence[date], rested: Collection[date], breaks: Collection[date], today: date
) -> list[Stretch]:
    """Return the spans without a break that are long enough, in whole weeks where there is room."""
    starts = _starts(days, rested, breaks)
    made = []
    for number, (since, back) in enumerate(starts):
        after = starts[number + 1][0] - _DAY if number + 1 < len(starts) else today
        last = days[bisect_right(days, after) - 1]
        weeks = (last - since).days // 7 + 1
        span = Stretch(since, min(since + (7 * weeks - 1) * _DAY, after), back)
        if span.days >= _LEFT * WINDOW_DAYS:
            made.append(span)
    return made


def _starts(
    days: Sequence[date], rested: Collection[date], breaks: Collection[date]
) -> list[tuple[date, bool]]:
    """Return the days on which runs begin, and whether that is the way back from time off."""
    made = [(days[0], False)] if days else []
    for before, on in pairwise(days):
        if (on - before).days >= _OFF_DAYS:
            made.append((on, on in rested))
        elif any(before < each <= on for each in breaks):
            made.append((on, False))
    return made


def gains(runs: Sequence[Run], seen: Sequence[Sequence[Strength]]) -> Gains:
    """Return the gain of all windows, run after run, from the sessions of each run.

    The noise of a session is taken from all runs together: few sessions tell too little of it. A
    window with no session of its own gets a gain as good as unknown.
    """
    rows, logs = _rows(runs, seen), np.array([each.log_kg for made in seen for each in made])
    logs = logs - logs.mean() if len(logs) else logs
    first = len(runs) + 1
    ridge = np.diag([_SETS_SHOW**-2, *[_ANY_GAIN**-2] * (rows.shape[1] - 1)])
    weights, noise = np.ones(len(logs)), _NOISE
    covariance, fitted = ridge, np.zeros(len(ridge))
    for _ in range(_ROUNDS):
        weighed = rows * (weights / noise**2)[:, None]
        covariance = np.linalg.inv(weighed.T @ rows + ridge)
        fitted = covariance @ (weighed.T @ logs)
        left = np.abs(logs - rows @ fitted)
        noise = _noise(left, weights, rows.shape[1])
        weights = np.minimum(1.0, _ODD * noise / np.maximum(left, 1e-12))
    return Gains(fitted[first:], covariance[first:, first:] + _form(runs))


def _form(runs: Sequence[Run]) -> Matrix:
    """Return the covariance of gains from form that is up or down for weeks around a border."""
    places = [(number, span) for number, run in enumerate(runs) for span in run]
    borders = np.zeros((len(places), len(places) + len(runs)))  # a run has one more than windows
    for row, (number, span) in enumerate(places):
        months = span.days / MONTH_DAYS
        borders[row, row + number : row + number + 2] = -1.0 / months, 1.0 / months
    made: Matrix = _FORM**2 * borders @ borders.T
    return made


def _rows(runs: Sequence[Run], seen: Sequence[Sequence[Strength]]) -> Matrix:
    """Return a row for each session: its sets, its run, and how much of each window is over."""
    sets = np.array([each.sets for made in seen for each in made], dtype=np.float64)
    rows = np.zeros((len(sets), 1 + len(runs) + sum(map(len, runs))))
    rows[:, 0] = sets - sets.mean() if len(sets) else 0.0
    row, column = 0, 1 + len(runs)
    for number, (run, made) in enumerate(zip(runs, seen, strict=True)):
        here = slice(row, row + len(made))
        rows[here, 1 + number] = 1.0
        rows[here, column : column + len(run)] = _over(run, made)
        row, column = row + len(made), column + len(run)
    return rows


def _over(run: Run, made: Sequence[Strength]) -> Matrix:
    """Return how much of each window is over on the days of sessions, in units of 28 days."""
    days = np.array([each.on.toordinal() for each in made])[:, None]
    starts = np.array([each.since.toordinal() for each in run])
    over: Matrix = np.clip(days - starts, 0, [each.days for each in run]) / MONTH_DAYS
    return over


def _noise(left: Matrix, weights: Matrix, told: int) -> float:
    """Return the standard deviation of a session about the line, log units.

    What is usual counts like a few sessions of one's own, so that luck makes no noise vanish.
    """
    free = max(float(weights.sum()) - told, 0.0) + _NOISE_WEIGHT
    return float(np.sqrt((_NOISE_WEIGHT * _NOISE**2 + weights @ left**2) / free))
