"""Scores of forecasts and of calls, on arrays of rows; strengths are natural logs of kg."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.float64]
Whether: TypeAlias = NDArray[np.bool_]

TAILS: Numbers = np.linspace(0.05, 0.95, 10)  # the quantiles that a CRPS is added up from
REPEATS = 500


def t4_quantile(p: Numbers) -> Numbers:
    """Return the quantiles of Student's t with four degrees of freedom (Shaw 2006)."""
    root = np.sqrt(4.0 * p * (1.0 - p))
    size = 2.0 * np.sqrt(np.maximum(np.cos(np.arccos(root) / 3.0) / root - 1.0, 0.0))
    return np.asarray(np.sign(p - 0.5) * size)


def t4_above(t: Numbers) -> Numbers:
    """Return the probability that a t with four degrees of freedom is above `t`."""
    x = t * t / (4.0 + t * t)
    return np.asarray(0.5 - 0.25 * np.sign(t) * np.sqrt(x) * (3.0 - x))


def crps(quantiles: Numbers, actual: Numbers) -> Numbers:
    """Return the continuous ranked probability score of each row; of a point, its |error|.

    `quantiles` is rows × TAILS. The score is the integral of the pinball loss over all quantiles.
    """
    over = actual[:, None] - quantiles
    return np.asarray(2.0 * np.mean(np.where(over > 0.0, TAILS, TAILS - 1.0) * over, axis=1))


def brier(p: Numbers, hit: Whether) -> float:
    """Return the mean squared error of probabilities."""
    return float(np.mean((p - hit) ** 2))


def ece(p: Numbers, hit: Whether, bins: int = 10) -> float:
    """Return how far probabilities are from frequencies, on average over bins of equal width."""
    at = np.minimum((p * bins).astype(int), bins - 1)
    off = np.bincount(at, p, bins) - np.bincount(at, hit, bins)
    return float(np.sum(np.abs(off)) / len(p))


def auc(positive: Numbers, negative: Numbers) -> float:
    """Return the chance that a positive scores above a negative; ties count half."""
    if not len(positive) or not len(negative):
        return float("nan")
    ordered = np.sort(negative)
    below = np.searchsorted(ordered, positive, "left")
    level = np.searchsorted(ordered, positive, "right")
    return float(np.mean(below + level) / (2.0 * len(ordered)))


def share_closed(ours: float, last: float, oracle: float) -> float:
    """Return how much of the way from the last value's error to the oracle's ours has gone."""
    return (last - ours) / (last - oracle)


def recalls(confusion: Numbers) -> Numbers:
    """Return the recall of each true class; a confusion is classes × what was said."""
    return np.asarray(np.diagonal(confusion) / np.maximum(confusion.sum(axis=1), 1.0))


def macro_f1(confusion: Numbers) -> float:
    """Return the mean F1 of the classes; columns beyond the classes are abstentions."""
    classes = len(confusion)
    right = np.diagonal(confusion)
    said, true = confusion.sum(axis=0)[:classes], confusion.sum(axis=1)
    return float(np.mean(2.0 * right / np.maximum(said + true, 1.0)))


def sums(owner: NDArray[np.int64], *columns: Numbers) -> Numbers:
    """Return each owner's sums of the columns, and the count of rows, as owners × columns."""
    ones = np.ones(len(owner))
    return np.stack([np.bincount(owner, column) for column in (*columns, ones)], axis=1)


def interval(per_owner: Numbers, combine: Callable[[Numbers], float]) -> tuple[float, float]:
    """Return the bootstrap 95 % interval, over owners, of a figure made from summed columns."""
    return _ends([combine(row) for row in _draws(len(per_owner)) @ per_owner])


def bootstrap(values: Numbers, statistic: Callable[[Numbers], float]) -> tuple[float, float]:
    """Return the bootstrap 95 % interval of a statistic of one value per owner."""
    return _ends([statistic(np.repeat(values, counts)) for counts in _draws(len(values))])


def _draws(count: int) -> NDArray[np.int64]:
    """Return how often each owner is drawn, repeats × owners; always the same draws."""
    return np.random.default_rng(1).multinomial(count, [1.0 / count] * count, size=REPEATS)


def _ends(values: list[float]) -> tuple[float, float]:
    low, high = np.nanquantile(values, (0.025, 0.975), method="nearest")
    return float(low), float(high)
