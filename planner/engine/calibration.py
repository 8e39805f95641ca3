"""How right forecasts were: shares with their range, chances against results, and a score.

Chances are (probability given, whether it came), in the order of time where order matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from math import sqrt

from planner.engine import evidence

_BAND_SD = evidence.BAND_SD.value
_LEAST = int(evidence.SHARE_LEAST.value)
_BIN_LEAST = int(evidence.BIN_LEAST.value)
_BINS = 10


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some results came, with the range that holds the true share with 90 %."""

    came: int
    results: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """The share that came, 0–1; 0 without any result."""
        return self.came / self.results if self.results else 0.0

    @property
    def enough(self) -> bool:
        """Whether there are enough results to judge by."""
        return self.results >= _LEAST


@dataclass(frozen=True, slots=True)
class Bin:
    """Results that were given about the same chance: its mean, and the share that came."""

    chance: float
    share: Share


@dataclass(frozen=True, slots=True)
class Skill:
    """The Brier scores of chances and of naive ones, and how much better than those they are.

    `better` is the share of the naive score that is saved, with its 90 % range; below 0 is worse.
    """

    brier: float
    naive: float
    better: float
    low: float
    high: float


def share(came: int, results: int, sd: float = _BAND_SD) -> Share:
    """Return a share with its score interval, `sd` standard deviations to each side.

    Of no results it reaches from 0 to 1. Wilson 1927, J Am Stat Assoc 22:209.
    """
    if not results:
        return Share(0, 0, 0.0, 1.0)
    value, square = came / results, sd * sd / results
    middle = (value + square / 2) / (1 + square)
    spread = sqrt(square * (value * (1 - value) + square / 4)) / (1 + square)
    return Share(came, results, max(0.0, middle - spread), min(1.0, middle + spread))


def rolling(days: Sequence[tuple[int, int]], count: int) -> list[Share]:
    """Return the share of each `count` days running, one for each day from there on.

    Days are (how many results came, of how many).
    """
    sums = [(0, 0), *accumulate(days, lambda one, day: (one[0] + day[0], one[1] + day[1]))]
    windows = zip(sums[count:], sums, strict=False)
    return [share(last[0] - first[0], last[1] - first[1]) for last, first in windows]


def bins(chances: Iterable[tuple[float, bool]]) -> list[Bin]:
    """Return the results by tenths of the chance given, the lowest first.

    Tenths with too few results are left out. DeGroot & Fienberg 1983, The Statistician 32:12.
    """
    ordered = sorted(chances)
    groups = [list(each) for _, each in groupby(ordered, key=lambda chance: _tenth(chance[0]))]
    return [_bin(each) for each in groups if len(each) >= _BIN_LEAST]


def _tenth(chance: float) -> int:
    return min(int(chance * _BINS), _BINS - 1)


def _bin(chances: Sequence[tuple[float, bool]]) -> Bin:
    mean = sum(chance for chance, _ in chances) / len(chances)
    return Bin(mean, share(sum(came for _, came in chances), len(chances)))


def as_before(came: Sequence[bool]) -> list[float]:
    """Return the naive chance of each result: that it goes as the time before.

    As sure as that has come true so far, counting one each way; the first is even. Laplace's rule.
    """
    made, right, total = [0.5] if came else [], 1, 2
    for before, now in pairwise(came):
        made.append(right / total if before else 1 - right / total)
        right, total = right + (before == now), total + 1
    return made


def skill(chances: Sequence[tuple[float, bool]], naive: Sequence[float]) -> Skill | None:
    """Return how much better chances are than naive ones for the same results; None if too few.

    Brier 1950, Mon Weather Rev 78:1; the range is of the mean difference of the two, as in
    Diebold & Mariano 1995, J Bus Econ Stat 13:253.
    """
    if len(chances) < _LEAST:
        return None
    ours = [(chance - came) ** 2 for chance, came in chances]
    others = [(p - came) ** 2 for p, (_, came) in zip(naive, chances, strict=True)]
    count, other = len(ours), sum(others) / len(others)
    saved = [theirs - own for theirs, own in zip(others, ours, strict=True)]
    mean = sum(saved) / count
    error = sqrt(sum((each - mean) ** 2 for each in saved) / (count - 1) / count)
    spread = _BAND_SD * error
    low, better, high = [each / other for each in (mean - spread, mean, mean + spread)]
    return Skill(sum(ours) / count, other, better, low, min(high, 1.0))
