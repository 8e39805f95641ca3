"""What the next session will show at a planned load: a mixture of the trend and three habits.

Experts, each predicting the next session's log e1RM: the trend; recent sessions at nearby loads;
the usual repetitions whatever the load; the last session's repetitions. Their weights follow
their record on this lift, and an expert far from the loads it knows is trusted less.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, expm1, log, log1p, sqrt
from typing import NamedTuple, TypeAlias

from planner.engine import evidence
from planner.engine.strength import DayStrength, median
from planner.engine.trend import SESSION_VARIANCE, Level

_DIVISOR = evidence.REPS_DIVISOR.value
_SET_FATIGUE = evidence.SET_FATIGUE.value
_MEMORY = 5
_RECORD_MEMORY = evidence.EXPERT_MEMORY.value
_VARIANCE_SHARE = 0.07
_START_VARIANCE = 0.04**2
_LEAST_VARIANCE = 0.006**2
_MOST_VARIANCE = 0.25**2
_START_RECORDS = (log(0.5), log(0.2), log(0.15), log(0.15))
_LEAST_RECORD = -9.0
_NEAR_VARIANCE = evidence.NEAR_LOAD.value**2
_RECENCY = evidence.RECENCY.value
_SLOPE_PRIOR = 0.02**2
_SLOPE_START = evidence.LOAD_SLOPE.value
_SLOPE_MEMORY = 0.97
_LARGEST_CHANGE = 0.25
_LOAD_MEMORY = 0.2
_FAR = 1e6
_EXTRA_MEMORY = 0.3
_DOUBT_TREND = 0.4**2  # log units of error per log unit of load change, squared
_DOUBT_NEAR = 0.25**2
_DOUBT_REPS = 0.1**2
_T4_VARIANCE = 0.74**2  # a t₄ with this squared scale nearly has unit spread
_GUESS_REPS = 8.0
_GUESS_SCALE = 0.2

Four: TypeAlias = tuple[float, float, float, float]


class Past(NamedTuple):
    """One past session as habits need it, log kg; `held` while it looks like a typing error."""

    log_load: float
    log_kg: float
    held: bool


class Habit(NamedTuple):
    """The experts' memory: the last sessions, sums for the load slope, error
    variances, and records (log scores)."""

    past: tuple[Past, ...] = ()
    usual_load: float = 0.0
    extra_reps: float = 1.0
    slope_xx: float = _SLOPE_PRIOR
    slope_xy: float = _SLOPE_PRIOR * _SLOPE_START
    variances: Four = (_START_VARIANCE,) * 4
    records: Four = _START_RECORDS


def views(habit: Habit, level: Level, log_load: float, loss: float) -> tuple[Four, Four]:
    """Return what the experts expect at a planned log load: means and squared scales, log kg.

    `loss` is what the pause before is expected to have cost; `level` has it already.
    """
    past, usual_load, _, xx, xy, (v0, v1, v2, v3), _ = habit
    last_load, last_kg, _ = last_believed(past)
    near, usual, distance = _remembered(past, xy / xx, log_load)
    change, step = log_load - usual_load, log_load - last_load
    mean, doubt = level
    doubt = doubt - SESSION_VARIANCE if doubt > SESSION_VARIANCE else 0.0
    of_reps = doubt + _DOUBT_REPS * step * step
    return (
        (mean, near - loss, log_load + usual - loss, last_kg + step - loss),
        (
            _T4_VARIANCE * (v0 + doubt + _DOUBT_TREND * change * change),
            _T4_VARIANCE * (v1 + doubt + _DOUBT_NEAR * distance),
            _T4_VARIANCE * (v2 + of_reps),
            _T4_VARIANCE * (v3 + of_reps),
        ),
    )


def last_believed(past: tuple[Past, ...]) -> Past:
    """Return the newest session that is not held out."""
    if past[-1][2]:
        return next((session for session in reversed(past) if not session.held), past[-1])
    return past[-1]


def _remembered(
    past: tuple[Past, ...], slope: float, log_load: float
) -> tuple[float, float, float]:
    """Return what the last sessions say of a load, log kg; strength shown has a `slope` on load.

    That is (strength shown near it, strength above the load in the middle session, squared
    distance to the nearest load).
    """
    weight = total = 0.0
    nearest, recent = _FAR, 1.0
    above = []
    for seen_load, log_kg, _ in reversed(past):
        above.append(log_kg - seen_load)
        change = log_load - seen_load
        square = change * change
        kernel = recent / (_NEAR_VARIANCE + square)
        recent *= _RECENCY
        weight += kernel
        total += kernel * (log_kg + slope * change)
        if square < nearest:
            nearest = square
    return total / weight, median(above), nearest


def begin(seen: DayStrength) -> Habit:
    """Return the memory after the first session."""
    past = Past(seen.log_load, seen.top_log_kg, False)
    return Habit((past,), seen.log_load, seen.extra_reps)


def hold(habit: Habit, seen: DayStrength) -> Habit:
    """Remember a session that is held out, without learning from it."""
    past = Past(seen.log_load, seen.top_log_kg, True)
    return habit._replace(past=(*habit.past, past)[-_MEMORY:])


def accept(habit: Habit) -> Habit:
    """Return the memory with held-out sessions believed after all."""
    past = tuple([p._replace(held=False) for p in habit.past])
    return habit._replace(past=past, usual_load=past[-1].log_load)


def learn(habit: Habit, level: Level, seen: DayStrength, loss: float) -> Habit:
    """Return the memory after a session; `level` and `loss` are what was expected of it."""
    _, _, _, log_load, log_kg, extra_reps = seen
    past, usual_load, usual_extra, xx, xy, variances, records = habit
    means, squares = views(habit, level, log_load, loss)
    records, variances = _score(records, variances, means, squares, log_kg)
    last_load, last_kg, _ = last_believed(past)
    dx, dy = log_load - last_load, log_kg - last_kg
    if -_LARGEST_CHANGE < dy < _LARGEST_CHANGE or abs(dx) > _LARGEST_CHANGE:
        xx = xx * _SLOPE_MEMORY + dx * dx
        xy = xy * _SLOPE_MEMORY + dx * dy
    return Habit(
        (*past[1 - _MEMORY :], Past(log_load, log_kg, False)),
        usual_load + _LOAD_MEMORY * (log_load - usual_load),
        usual_extra + _EXTRA_MEMORY * (extra_reps - usual_extra),
        xx,
        xy,
        variances,
        records,
    )


def _score(
    records: Four, variances: Four, means: Four, squares: Four, log_kg: float
) -> tuple[Four, Four]:
    """Return the experts' records and error variances after seeing the truth."""
    m0, m1, m2, m3 = means
    s0, s1, s2, s3 = squares
    r0, r1, r2, r3 = records
    v0, v1, v2, v3 = variances
    r0, v0 = _one_score(r0, v0, log_kg - m0, s0)
    r1, v1 = _one_score(r1, v1, log_kg - m1, s1)
    r2, v2 = _one_score(r2, v2, log_kg - m2, s2)
    r3, v3 = _one_score(r3, v3, log_kg - m3, s3)
    least = max(r0, r1, r2, r3) + _LEAST_RECORD
    return (
        r0 if r0 > least else least,
        r1 if r1 > least else least,
        r2 if r2 > least else least,
        r3 if r3 > least else least,
    ), (v0, v1, v2, v3)


def _one_score(record: float, variance: float, error: float, square: float) -> tuple[float, float]:
    """Return an expert's log score (a t₄ density) and error variance after an error."""
    surprise = error * error / square
    record = _RECORD_MEMORY * record - 0.5 * log(square) - 2.5 * log1p(0.25 * surprise)
    shown = surprise * _T4_VARIANCE * variance
    variance += _VARIANCE_SHARE * ((shown if shown < _MOST_VARIANCE else _MOST_VARIANCE) - variance)
    return record, variance if variance > _LEAST_VARIANCE else _LEAST_VARIANCE


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

    def able_interval(self, rir: float, level: float = 0.8) -> tuple[float, float]:
        """Return (low, high) repetitions possible with `rir` in reserve, with that probability."""
        tail, kept = 0.5 * (1.0 - level), self.extra_reps - rir
        low, high = self._quantile(tail), self._quantile(1.0 - tail)
        return max(0.0, self._reps(low) + kept), max(0.0, self._reps(high) + kept)

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


def forecast(habit: Habit, level: Level, log_load: float, loss: float, sets: int) -> Forecast:
    """Return the forecast for `sets` sets at a log load.

    `level` is strength on that day, `loss` the part of it that the pause before has cost.
    """
    tired = 0.5 * _SET_FATIGUE * (max(sets, 1) - 1)
    means, squares = views(habit, level, log_load, loss)
    return Forecast(
        log_load,
        habit.extra_reps + tired * _DIVISOR,
        means,
        (sqrt(squares[0]), sqrt(squares[1]), sqrt(squares[2]), sqrt(squares[3])),
        _weights(habit, squares),
    )


def _weights(habit: Habit, squares: Four) -> Four:
    """Return the experts' weights; who is far from the loads it knows is trusted less."""
    top = max(habit.records)
    a, b, c, d = [
        exp(record - top) * sqrt(variance / square)
        for record, variance, square in zip(habit.records, habit.variances, squares, strict=True)
    ]
    total = a + b + c + d
    return a / total, b / total, c / total, d / total
