"""How far a lift's level moves from where its gain would carry it, and the band that holds it.

The sd of a level and of a gain is that of a lift that drifts slowly. In real logs levels miss
much more, by about as much for each square root of a day, and further up than down: a reserve
that was never logged shows, a movement is learnt. Carrying on less of the gain misses more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from math import expm1, hypot, sqrt
from typing import NamedTuple

from planner.engine import evidence, phase, trend
from planner.engine.lift import LiftState
from planner.engine.terms import Reading

_MISS = evidence.LEVEL_MISS.value
_USUAL_COUNTS = evidence.LEVEL_MISS_COUNTS.value
_RISES, _FALLS = evidence.LEVEL_RISES.value, evidence.LEVEL_FALLS.value
_LAYOFF_DAYS = evidence.LAYOFF_DAYS.value
_BAND_SD = evidence.BAND_SD.value
_GAIN_DAYS = 28.0
SEEN = int(evidence.LEVEL_MISS_SEEN.value)


class Ahead(NamedTuple):
    """A level to come with its 90 % band, kg."""

    kg: float
    low_kg: float
    high_kg: float


def ahead(reading: Reading, days: int, miss: float) -> Ahead | None:
    """Return the level so many days after a reading if training goes on; None if unknown.

    `miss` is the lift's own, see `misses`; it counts from the last session on. In kg the band is
    never narrower for more days.
    """
    kg, gain = reading.strength_kg, reading.gain_28d
    if kg is None or gain is None:
        return None
    months = days / _GAIN_DAYS
    known = hypot((reading.strength_sd or 0.0) / kg, (reading.gain_28d_sd or 0.0) * months)
    moved = miss * sqrt(reading.away_days + days)
    middle = kg * (1.0 + gain * months)
    fall = kg * expm1(-_BAND_SD * hypot(known, _FALLS * moved))
    rise = kg * expm1(_BAND_SD * hypot(known, _RISES * moved))
    return Ahead(middle, middle + fall, middle + rise)


def misses(states: Iterable[LiftState]) -> Iterator[float]:
    """Yield after each state of a lift, oldest first, by how much its level usually misses.

    A share for each square root of a day: the mean of what its last sessions missed by, beside
    that of the logs, which counts as a few sessions. Layoffs and jumps of the loads are left out.
    """
    seen: deque[float | None] = deque(maxlen=SEEN)
    before: LiftState | None = None
    for state in states:
        seen.append(None if before is None else _missed(before, state))
        own = [each for each in seen if each is not None]
        yield (_USUAL_COUNTS * _MISS + sum(own)) / (_USUAL_COUNTS + len(own))
        before = state


def _missed(before: LiftState, after: LiftState) -> float | None:
    """Return by how much a session's level missed what the one before led to; None if unknown."""
    if before.bank is None or after.bank is None or before.jump != after.jump:
        return None
    assert before.last_on is not None
    assert after.last_on is not None
    days = (after.last_on - before.last_on).days
    if not 0 < days < _LAYOFF_DAYS:
        return None
    gain = phase.monthly_gain(before.bank, before.steps, before.rhythm.days_between).mean
    moved = expm1(trend.middle(after.bank) - trend.middle(before.bank))
    return abs(moved - gain * days / _GAIN_DAYS) / sqrt(days)
