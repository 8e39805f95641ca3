"""What the next session will show at a planned load: a mixture of habits and the trend.

Experts, each predicting the next session's log e1RM: the trend with the effect of a heavier or
lighter load; the last session moved along the load; the usual repetitions at any load; the last
session at the same load. Their weights follow their record on this lift.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, expm1, log, log1p, sqrt
from typing import NamedTuple

from planner.engine import evidence
from planner.engine.strength import DayStrength
from planner.engine.trend import SESSION_VARIANCE, Level

_DIVISOR = evidence.REPS_DIVISOR.value
_SET_FATIGUE = evidence.SET_FATIGUE.value
_MEMORY = 8
_SAME_LOAD = 0.025
_WEIGHT_MEMORY = 0.96
_SCALE_MEMORY = 0.93
_START_VARIANCE = 0.04**2
_LEAST_VARIANCE = 0.006**2
_LARGEST_ERROR = 0.25
_SLOPE_PRIOR = 0.02**2
_SLOPE_START = 0.3
_SLOPE_MEMORY = 0.97
_LOAD_MEMORY = 0.2
_LARGEST_CHANGE = 0.5
_GUESS_REPS = 8.0
_GUESS_SCALE = 0.2

Four = tuple[float, float, float, float]


class Past(NamedTuple):
    """One past session as habits need it, log kg."""

    log_load: float
    log_kg: float
    held: bool


class Habit(NamedTuple):
    """The experts' memory: sums for the two load slopes, error scales, weights, last sessions."""

    past: tuple[Past, ...] = ()
    usual_load: float = 0.0
    extra_reps: float = 1.0
    slope_xx: float = _SLOPE_PRIOR
    slope_xy: float = _SLOPE_PRIOR * _SLOPE_START
    shift_xx: float = _SLOPE_PRIOR
    shift_xy: float = 0.0
    variances: Four = (_START_VARIANCE,) * 4
    weights: Four = (0.25,) * 4


def experts(habit: Habit, level: Level, log_load: float) -> Four:
    """Return the four predictions of log e1RM at a planned log load."""
    shift = max(-_LARGEST_CHANGE, min(_LARGEST_CHANGE, log_load - habit.usual_load))
    trend = level.mean + habit.shift_xy / habit.shift_xx * shift
    kept = [p for p in habit.past if not p.held]
    if not kept:
        return trend, trend, trend, trend
    last = kept[-1]
    moved = last.log_kg + habit.slope_xy / habit.slope_xx * (log_load - last.log_load)
    usual = log_load + _median(sorted([p.log_kg - p.log_load for p in habit.past[-5:]]))
    same = moved
    for past in reversed(habit.past):
        if abs(past.log_load - log_load) <= _SAME_LOAD:
            same = past.log_kg
            break
    return trend, moved, usual, same


def _median(ordered: list[float]) -> float:
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return 0.5 * (ordered[middle - 1] + ordered[middle])


def begin(seen: DayStrength) -> Habit:
    """Return the memory after the first session."""
    past = Past(seen.log_load, seen.log_kg, False)
    return Habit((past,), seen.log_load, seen.extra_reps)


def hold(habit: Habit, seen: DayStrength) -> Habit:
    """Remember a session that is held out, without learning from it."""
    past = Past(seen.log_load, seen.log_kg, True)
    return habit._replace(past=(*habit.past, past)[-_MEMORY:])


def accept(habit: Habit) -> Habit:
    """Return the memory with held-out sessions believed after all."""
    past = tuple([p._replace(held=False) for p in habit.past])
    return habit._replace(past=past, usual_load=past[-1].log_load)


def learn(habit: Habit, level: Level, seen: DayStrength) -> Habit:
    """Return the memory after a session; `level` is what was believed before it."""
    means = experts(habit, level, seen.log_load)
    weights, variances = _score(habit, means, level, seen.log_kg)
    last = next((p for p in reversed(habit.past) if not p.held), None)
    dx = seen.log_load - last.log_load if last else 0.0
    dy = seen.log_kg - last.log_kg if last else 0.0
    dy = max(-_LARGEST_ERROR, min(_LARGEST_ERROR, dy)) if abs(dx) < 0.05 else dy
    c = max(-_LARGEST_CHANGE, min(_LARGEST_CHANGE, seen.log_load - habit.usual_load))
    e = max(-_LARGEST_ERROR, min(_LARGEST_ERROR, seen.log_kg - level.mean))
    return Habit(
        (*habit.past, Past(seen.log_load, seen.log_kg, False))[-_MEMORY:],
        habit.usual_load + _LOAD_MEMORY * (seen.log_load - habit.usual_load),
        habit.extra_reps + 0.3 * (seen.extra_reps - habit.extra_reps),
        habit.slope_xx * _SLOPE_MEMORY + dx * dx,
        habit.slope_xy * _SLOPE_MEMORY + dx * dy,
        habit.shift_xx * _SLOPE_MEMORY + c * c,
        habit.shift_xy * _SLOPE_MEMORY + c * e,
        variances,
        weights,
    )


def _score(habit: Habit, means: Four, level: Level, log_kg: float) -> tuple[Four, Four]:
    """Return weights and error variances of the experts after seeing the truth."""
    errors = [min(abs(log_kg - m), _LARGEST_ERROR) for m in means]
    scales = _scales(habit, level)
    logs = [
        _WEIGHT_MEMORY * log(w) - log(s) - 2.5 * log1p(e * e / (4.0 * s * s))
        for w, e, s in zip(habit.weights, errors, scales, strict=True)
    ]
    top = max(logs)
    raw = [exp(max(x - top, -12.0)) for x in logs]
    total = sum(raw)
    keep = _SCALE_MEMORY
    variances = [
        max(keep * v + (1.0 - keep) * e * e, _LEAST_VARIANCE)
        for v, e in zip(habit.variances, errors, strict=True)
    ]
    return (
        (raw[0] / total, raw[1] / total, raw[2] / total, raw[3] / total),
        (variances[0], variances[1], variances[2], variances[3]),
    )


def _scales(habit: Habit, level: Level) -> Four:
    """Return the t-scales of the experts; a doubtful level (a pause) widens all of them."""
    doubt = max(level.variance - SESSION_VARIANCE, 0.0)
    v = habit.variances
    return (
        0.8 * sqrt(v[0] + doubt),
        0.8 * sqrt(v[1] + doubt),
        0.8 * sqrt(v[2] + doubt),
        0.8 * sqrt(v[3] + doubt),
    )


@dataclass(frozen=True, slots=True)
class Forecast:
    """The next session at a planned load: a mixture of t₄ distributions of log e1RM.

    `e1rm_kg` is the median of what the sets will show. `reps` are performed repetitions, with
    the reserve this lifter usually leaves (`extra_reps`); a fraction, so round to show.
    """

    log_load: float
    extra_reps: float
    means: Four
    scales: Four
    weights: Four

    @property
    def e1rm_kg(self) -> float:
        """The median forecast of the session's e1RM, kg."""
        return exp(self._quantile(0.5))

    def e1rm_interval(self, level: float = 0.8) -> tuple[float, float]:
        """Return (low, high) in kg that hold the session's e1RM with probability `level`."""
        tail = 0.5 * (1.0 - level)
        return exp(self._quantile(tail)), exp(self._quantile(1.0 - tail))

    @property
    def reps(self) -> float:
        """The median forecast of performed repetitions, at least 0."""
        return self._reps(self._quantile(0.5))

    def reps_interval(self, level: float = 0.8) -> tuple[float, float]:
        """Return (low, high) repetitions that hold the result with probability `level`."""
        tail = 0.5 * (1.0 - level)
        return self._reps(self._quantile(tail)), self._reps(self._quantile(1.0 - tail))

    def p_hit(self, reps: float) -> float:
        """Return the probability of performing at least `reps` repetitions."""
        return self._above(reps - 0.5 + self.extra_reps)

    def p_reserve(self, reps: float, rir: float) -> float:
        """Return the probability of being able to do `reps` with `rir` more in reserve."""
        return self._above(reps + rir)

    def _above(self, reps: float) -> float:
        need = 1.0 + (reps - 1.0) / _DIVISOR
        return 1.0 - self._cdf(self.log_load + log(need)) if need > 0 else 1.0

    def _reps(self, log_kg: float) -> float:
        return max(0.0, 1.0 + _DIVISOR * expm1(log_kg - self.log_load) - self.extra_reps)

    def _cdf(self, log_kg: float) -> float:
        parts = zip(self.weights, self.means, self.scales, strict=True)
        return sum([w * _t4_cdf((log_kg - m) / s) for w, m, s in parts])

    def _quantile(self, p: float) -> float:
        reach = 60.0 * max(self.scales)
        low, high = min(self.means) - reach, max(self.means) + reach
        for _ in range(48):
            middle = 0.5 * (low + high)
            if self._cdf(middle) < p:
                low = middle
            else:
                high = middle
        return 0.5 * (low + high)


def _t4_cdf(t: float) -> float:
    """Return the distribution function of Student's t with four degrees of freedom."""
    x = t * t / (4.0 + t * t)
    root = sqrt(x) if t >= 0 else -sqrt(x)
    return 0.5 + 0.25 * root * (3.0 - x)


def guess(log_load: float) -> Forecast:
    """Return the forecast before anything is known: some eight repetitions, give or take ten."""
    mean = log_load + log1p((_GUESS_REPS + 1.0 - 1.0) / _DIVISOR)
    return Forecast(log_load, 1.0, (mean,) * 4, (_GUESS_SCALE,) * 4, (0.25,) * 4)


def forecast(habit: Habit, level: Level, log_load: float, sets: int) -> Forecast:
    """Return the forecast for `sets` sets at a log load, `level` moved to that day already."""
    tired = 0.5 * _SET_FATIGUE * (max(sets, 1) - 1)
    return Forecast(
        log_load,
        habit.extra_reps + tired * _DIVISOR,
        experts(habit, level, log_load),
        _scales(habit, level),
        habit.weights,
    )
