"""How sets looked: shares of ratings with their range, and whether they changed."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot, sqrt

from planner.engine import evidence
from planner.engine.calibration import Share, share
from planner.engine.terms import WORK_KINDS, LoggedSet, Technique

LEAST = int(evidence.RATED_LEAST.value)
HIGHEST_RIR = int(evidence.RATED_RIR.value)  # this many in reserve and more are one
_SD = evidence.BAND_SD.value * sqrt(evidence.RATED_ALIKE.value)


def rated(sets: Sequence[LoggedSet]) -> list[tuple[int, LoggedSet, Technique]]:
    """Return (number, set, rating) of the rated work sets; the first work set is number 1."""
    work = [each for each in sets if each.kind in WORK_KINDS]
    numbered = enumerate(work, start=1)
    return [(number, each, each.technique) for number, each in numbered if each.technique]


def reserve(entry: LoggedSet) -> int | None:
    """Return the whole repetitions left in reserve, 4 for more; None where none were logged."""
    return None if entry.rir is None else min(int(entry.rir), HIGHEST_RIR)


def seen(count: int, sets: int) -> Share:
    """Return the share of rated sets that looked some way, with its 90 % range.

    Sets of a session look alike, so that the range is wider than of as many separate ones.
    """
    return share(count, sets, _SD)


def change(lately: Share, before: Share) -> tuple[float, float]:
    """Return the 90 % range of the difference of two shares. Newcombe 1998, Stat Med 17:873."""
    middle = lately.value - before.value
    low = hypot(lately.value - lately.low, before.high - before.value)
    high = hypot(lately.high - lately.value, before.value - before.low)
    return middle - low, middle + high
