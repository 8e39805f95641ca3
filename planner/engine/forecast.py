"""What the next session will show at a planned load, as a distribution."""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, copysign, cos, exp, expm1, inf, log, log1p, sqrt

from planner.engine import evidence
from planner.engine.habit import Four, Habit, Past, last_believed, views
from planner.engine.trend import Level

_DIVISOR = evidence.REPS_DIVISOR.value
_SET_FATIGUE = evidence.SET_FATIGUE.value
_PAD = 1e-6  # scales; keeps the ends of a bracket apart
_TAIL = 1e-6  # as good as certain
_EXACT = 1e-11
_MOST_STEPS = 100
_GUESS_REPS = evidence.GUESS_REPS.value
_SAME_LOAD = evidence.SAME_LOAD.value
_RECORD_SHARE = evidence.RECORD_SHARE.value
_LAST_WEIGHT = evidence.LAST_WEIGHT.value
_NEAR_WEIGHT = evidence.NEAR_WEIGHT.value
_REPEATED = (1.0, 1.0, 1.0, _LAST_WEIGHT)
_CHANGED = (1.0, _NEAR_WEIGHT, 1.0, 1.0)
_HIT_BASE, _HIT_SAID, _HIT_AGAIN = [part.value for part in evidence.HIT_SCORE]
_LEAST_P = 1e-9  # keeps the logit finite
_GUESS_SCALE = evidence.T4_SCALE.value * evidence.GUESS_SD.value


@dataclass(frozen=True, slots=True)
class Forecast:
    """The next session at a planned load: a mixture of t₄ distributions of log e1RM.

    `e1rm_kg` is the median of what the sets will show. `reps` are performed repetitions, with
    the reserve this lifter usually leaves (`extra_reps`); a fraction, so round to show.
    `again_log_kg` is what this very load showed last time, if it was done then.
    """

    log_load: float
    extra_reps: float
    means: Four
    scales: Four
    weights: Four
    again_log_kg: float | None = None

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
        """Return the probability of performing at least `reps` repetitions.

        Calibrated on logs: what was done with a load last time is done again more often than the
        spread of results says, because people know what they did.
        """
        said, again = self.hit_signs(reps)
        return 1.0 / (1.0 + exp(-_HIT_BASE - _HIT_SAID * said - _HIT_AGAIN * again))

    def hit_signs(self, reps: float) -> tuple[float, float]:
        """Return what speaks for at least `reps` repetitions.

        That is (the logit of their probability by the spread of results alone; 1.0 when no more
        is asked than this load showed last time, else 0.0).
        """
        able = reps - 0.5 + self.extra_reps
        p = min(max(self.p_spread(reps), _LEAST_P), 1.0 - _LEAST_P)
        again = self.again_log_kg is not None and self._needed(able) <= self.again_log_kg
        return log(p / (1.0 - p)), float(again)

    def p_spread(self, reps: float) -> float:
        """Return the same probability by the spread of results alone, as the intervals have it."""
        return self._above(reps - 0.5 + self.extra_reps)

    def p_reserve(self, reps: float, rir: float) -> float:
        """Return the probability of being able to do `reps` with `rir` more in reserve."""
        return self._above(reps + rir)

    def able_interval(self, rir: float, level: float = 0.8) -> tuple[float, float]:
        """Return (low, high) repetitions possible with `rir` in reserve, with that probability."""
        tail, kept = 0.5 * (1.0 - level), self.extra_reps - rir
        low, high = self._quantile(tail), self._quantile(1.0 - tail)
        return max(0.0, self._reps(low) + kept), max(0.0, self._reps(high) + kept)

    def _above(self, reps: float) -> float:
        return 1.0 - self._cdf(self._needed(reps))

    def _needed(self, reps: float) -> float:
        """Return the strength that `reps` repetitions to the limit take, log kg."""
        need = 1.0 + (reps - 1.0) / _DIVISOR
        return self.log_load + log(need) if need > 0.0 else -inf

    def _reps(self, log_kg: float) -> float:
        return max(0.0, 1.0 + _DIVISOR * expm1(log_kg - self.log_load) - self.extra_reps)

    def _cdf(self, log_kg: float) -> float:
        parts = zip(self.weights, self.means, self.scales, strict=True)
        return sum([w * _t4_cdf((log_kg - m) / s) for w, m, s in parts])

    def _quantile(self, p: float) -> float:
        """Return the log kg below which the result lies with probability `p` (Illinois method)."""
        p = min(max(p, _TAIL), 1.0 - _TAIL)
        ends = [m + s * _t4_quantile(p) for m, s in zip(self.means, self.scales, strict=True)]
        pad = _PAD * max(self.scales)
        low, high = min(ends) - pad, max(ends) + pad
        below, above = self._cdf(low) - p, self._cdf(high) - p
        middle = 0.5 * (low + high)
        error, steps = self._cdf(middle) - p, 0
        while abs(error) > _EXACT and steps < _MOST_STEPS:
            if error * above < 0.0:
                low, below = high, above
            else:
                below *= 0.5
            high, above = middle, error
            middle = high - above * (high - low) / (above - below)
            error, steps = self._cdf(middle) - p, steps + 1
        return middle


def _t4_cdf(t: float) -> float:
    """Return the distribution function of Student's t with four degrees of freedom."""
    x = t * t / (4.0 + t * t)
    root = sqrt(x) if t >= 0 else -sqrt(x)
    return 0.5 + 0.25 * root * (3.0 - x)


def _t4_quantile(p: float) -> float:
    """Return what `_t4_cdf` takes to `p` (Shaw 2006, Sampling Student's T distribution)."""
    root = sqrt(4.0 * p * (1.0 - p))
    above = cos(acos(min(root, 1.0)) / 3.0) / root - 1.0
    return copysign(2.0 * sqrt(max(above, 0.0)), p - 0.5)


def guess(log_load: float) -> Forecast:
    """Return the forecast before anything is known: some eight repetitions, give or take eight."""
    mean = log_load + log1p(_GUESS_REPS / _DIVISOR)
    return Forecast(log_load, 1.0, (mean,) * 4, (_GUESS_SCALE,) * 4, (0.25,) * 4)


def forecast(habit: Habit, level: Level, log_load: float, loss: float, sets: int) -> Forecast:
    """Return the forecast for `sets` sets at a log load.

    `level` is strength on that day, `loss` the part of it that the pause before has cost.
    """
    tired = 0.5 * _SET_FATIGUE * (max(sets, 1) - 1)
    means, squares = views(habit, level, log_load, loss)
    last = last_believed(habit.past)
    repeated = abs(log_load - last.log_load) < _SAME_LOAD
    return Forecast(
        log_load,
        habit.extra_reps + tired * _DIVISOR,
        means,
        (sqrt(squares[0]), sqrt(squares[1]), sqrt(squares[2]), sqrt(squares[3])),
        _weights(habit, squares, _REPEATED if repeated else _CHANGED),
        _shown(last, sets) if repeated else None,
    )


def _shown(last: Past, sets: int) -> float:
    """Return what a session showed, log kg: its best set for one, the middle set for several."""
    return last.best_log_kg if sets <= 1 else last.log_kg


def _weights(habit: Habit, squares: Four, trusted: Four) -> Four:
    """Return the experts' weights; who is far from the loads it knows is trusted less.

    The record of a few sessions is mostly luck, so it counts by a share of its logarithm only.
    """
    top = max(habit.records)
    a, b, c, d = [
        before * exp(_RECORD_SHARE * (record - top)) * sqrt(variance / square)
        for before, record, variance, square in zip(
            trusted,
            habit.records,
            habit.variances,
            squares,
            strict=True,
        )
    ]
    total = a + b + c + d
    return a / total, b / total, c / total, d / total
