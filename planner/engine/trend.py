"""A lift's strength over time: a bank of three scalar filters that differ in learning speed.

State of a filter: strength with learning complete `a`, gain per day `h`, learning still to come
`n`, loss still to regain `r`; strength now is a − n − r. Everything is on the log kg scale and
unrolled by hand: one update must stay far below a frame of the screen.
"""

from __future__ import annotations

from functools import lru_cache
from math import erfc, exp, pi, sqrt
from typing import NamedTuple, TypeAlias

from planner.engine import evidence
from planner.engine.evidence import Constant
from planner.engine.layoff import Loss
from planner.engine.terms import Complexity, Experience

# a, h, n, r, then their covariance: aa ah an ar hh hn hr nn nr rr
Filter: TypeAlias = tuple[
    float, float, float, float,
    float, float, float, float, float, float, float, float, float, float,
]  # fmt: skip
Three: TypeAlias = tuple[float, float, float]

_Q_LEVEL = evidence.DRIFT_SD.value**2
_Q_GAIN = evidence.GAIN_DRIFT_SD.value**2
_Q_LEARNING = evidence.LEARNING_DRIFT_SD.value**2
_Q_PAUSE = evidence.PAUSE_DRIFT.value * _Q_LEVEL
SESSION_VARIANCE = evidence.SESSION_SD.value**2
_JUMP = evidence.JUMP_SD.value**2
_ODDS = evidence.JUMP_P.value / (1.0 - evidence.JUMP_P.value - evidence.ODD_DAY_P.value)
_CLOCK_DAYS = evidence.LEARNING_DAYS.value
_REGAIN_DAYS = evidence.REGAIN_DAYS.value
_FREE_DAYS = evidence.GROWTH_GAP_DAYS.value
_SPEEDS = (evidence.LEARNING_FAST.value, 1.0, evidence.LEARNING_SLOW.value)
_LEAST_WEIGHT = 1e-9
_LEAST_VARIANCE = 1e-9
_ROOT_HALF = sqrt(0.5)
_ROOT_TWO_OVER_PI = sqrt(2.0 / pi)
_FAR = 6.0  # standard deviations; beyond, the cut is as good as none or all
_LEAST_P = 1e-200  # keeps weights finite however odd a day is
_LEARNING_STEPS = {
    Complexity.ISOLATION: evidence.LEARNING_ISOLATION.value,
    Complexity.MACHINE: evidence.LEARNING_MACHINE.value,
    Complexity.BARBELL: evidence.LEARNING_BARBELL.value,
    Complexity.TECHNICAL: evidence.LEARNING_TECHNICAL.value,
}


class Prior(NamedTuple):
    """What is believed of a lifter before the first session: mean and sd of n, h and r."""

    learning: float
    learning_sd: float
    gain: float
    gain_sd: float
    loss: float
    loss_sd: float


def _prior(constants: tuple[Constant, ...]) -> Prior:
    return Prior(*[constant.value for constant in constants])


PRIORS = {
    Experience.NOVICE: _prior(evidence.PRIOR_NOVICE),
    Experience.INTERMEDIATE: _prior(evidence.PRIOR_INTERMEDIATE),
    Experience.RETURNER: _prior(evidence.PRIOR_RETURNER),
    Experience.UNKNOWN: _prior(evidence.PRIOR_UNKNOWN),
}


class Bank(NamedTuple):
    """Three filters, the fastest learner first, and how probable each is."""

    weights: Three
    filters: tuple[Filter, Filter, Filter]


class Level(NamedTuple):
    """Strength believed on a day: mean and variance of log kg."""

    mean: float
    variance: float


def learning_steps(complexity: Complexity) -> Three:
    """Return the learning time of each filter, in steps of half a session and half 3.5 days."""
    steps = _LEARNING_STEPS[complexity]
    return steps * _SPEEDS[0], steps * _SPEEDS[1], steps * _SPEEDS[2]


def first(prior: Prior, log_kg: float, variance: float) -> Bank:
    """Return the bank after the first session: strength as seen, the rest as the prior says."""
    nn, hh, rr = prior.learning_sd**2, prior.gain_sd**2, prior.loss_sd**2
    start = (
        log_kg + prior.learning + prior.loss, prior.gain, prior.learning, prior.loss,
        variance + SESSION_VARIANCE + nn + rr, 0.0, nn, rr, hh, 0.0, 0.0, nn, 0.0, rr,
    )  # fmt: skip
    return Bank((1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0), (start, start, start))


def advance(bank: Bank, steps: Three, days: float, loss: Loss) -> Bank:
    """Move the bank `days` on to the next session, through a pause that cost `loss`."""
    keep_1, keep_2, keep_3, keep_r = _kept(days, steps)
    one, two, three = bank.filters
    return Bank(
        bank.weights,
        (
            _predict(one, days, keep_1, keep_r, loss),
            _predict(two, days, keep_2, keep_r, loss),
            _predict(three, days, keep_3, keep_r, loss),
        ),
    )


def _predict(f: Filter, days: float, keep_n: float, keep_r: float, loss: Loss) -> Filter:
    a, h, n, r, aa, ah, an, ar, hh, hn, hr, nn, nr, rr = f
    if days > _FREE_DAYS:  # a pause: nothing grows, nothing is regained
        grow, keep_r, q_level, q_days = 0.0, 1.0, _Q_PAUSE, _FREE_DAYS
    else:
        grow, q_level, q_days = days, _Q_LEVEL * days, days
    more = grow * hh
    return (
        a + h * grow, h, n * keep_n, r * keep_r + loss[0],
        aa + grow * (2.0 * ah + more) + q_level,
        ah + more,
        keep_n * (an + grow * hn),
        keep_r * (ar + grow * hr),
        hh + _Q_GAIN * q_days,
        keep_n * hn,
        keep_r * hr,
        keep_n * keep_n * nn + _Q_LEARNING * q_days,
        keep_n * keep_r * nr,
        keep_r * keep_r * rr + loss[1],
    )  # fmt: skip


def level(bank: Bank) -> Level:
    """Return the strength the bank believes in, over all three filters."""
    (m1, v1), (m2, v2), (m3, v3) = [_filter_level(f) for f in bank.filters]
    return Level._make(mixed(bank.weights, (m1, m2, m3), (v1, v2, v3)))


def middle(bank: Bank) -> float:
    """Return the mean of the strength the bank believes in, log kg."""
    (w1, w2, w3), (one, two, three) = bank
    return (
        w1 * (one[0] - one[2] - one[3])
        + w2 * (two[0] - two[2] - two[3])
        + w3 * (three[0] - three[2] - three[3])
    )


def _filter_level(f: Filter) -> tuple[float, float]:
    a, _, n, r, aa, _, an, ar, _, _, _, nn, nr, rr = f
    return a - n - r, aa + nn + rr + 2.0 * (nr - an - ar)


def gained(f: Filter, days: float, learned: float) -> tuple[float, float]:
    """Return mean and variance of a filter's gain in `days`, log units.

    `learned` is what is learned in them, as a share of what the filter says is still to come.
    Looking back on `days` that are over, that share may be many times what is left.
    """
    variance = days * days * f[8] + learned * (learned * f[11] + 2.0 * days * f[9])
    return days * f[1] + learned * f[2], variance if variance > 0.0 else 0.0


def to_regain(bank: Bank) -> tuple[float, float]:
    """Return mean and variance of the loss still to regain, log units."""
    one, two, three = bank.filters
    return mixed(bank.weights, (one[3], two[3], three[3]), (one[13], two[13], three[13]))


def mixed(weights: Three, means: Three, variances: Three) -> tuple[float, float]:
    """Return mean and variance of the mixture of three Gaussians."""
    (w1, w2, w3), (m1, m2, m3), (v1, v2, v3) = weights, means, variances
    mean = w1 * m1 + w2 * m2 + w3 * m3
    m1, m2, m3 = m1 - mean, m2 - mean, m3 - mean
    variance = w1 * (v1 + m1 * m1) + w2 * (v2 + m2 * m2) + w3 * (v3 + m3 * m3)
    return mean, variance if variance > _LEAST_VARIANCE else _LEAST_VARIANCE


def step(
    bank: Bank, steps: Three, days: float, loss: Loss, log_kg: float, variance: float
) -> tuple[Bank, Level]:
    """Move the bank `days` on and let it see a session; return it and the level expected there.

    Three explanations of `log_kg` (with error `variance`) are weighed: an ordinary day, a sudden
    lasting change, an odd day.
    """
    noise = variance + SESSION_VARIANCE
    (w1, w2, w3), (one, two, three) = bank
    keep_1, keep_2, keep_3, keep_r = _kept(days, steps)
    one, p1, m1, v1 = _correct(_predict(one, days, keep_1, keep_r, loss), log_kg, noise)
    two, p2, m2, v2 = _correct(_predict(two, days, keep_2, keep_r, loss), log_kg, noise)
    three, p3, m3, v3 = _correct(_predict(three, days, keep_3, keep_r, loss), log_kg, noise)
    before = Level._make(mixed(bank.weights, (m1, m2, m3), (v1, v2, v3)))
    w1, w2, w3 = w1 * p1, w2 * p2, w3 * p3
    share = (1.0 - 3.0 * _LEAST_WEIGHT) / (w1 + w2 + w3)
    weights = (w1 * share + _LEAST_WEIGHT, w2 * share + _LEAST_WEIGHT, w3 * share + _LEAST_WEIGHT)
    return Bank(weights, (one, two, three)), before


def at_least(expected: Level, log_kg: float, variance: float) -> tuple[float, float]:
    """Return (log kg, variance) of a session that tells as much as 'at least `log_kg`' does.

    `variance` is the error of that bound. A day that stopped at its target says nothing about
    strength far above it: the pair has then next to no weight. Seen as an ordinary session, it
    moves mean and variance of `expected` to those of the distribution cut off at the bound.
    """
    spread = sqrt(expected.variance + variance + SESSION_VARIANCE)
    over = max(-_FAR, min(_FAR, (expected.mean - log_kg) / spread))
    ratio = exp(-0.5 * over * over) * _ROOT_TWO_OVER_PI / erfc(-over * _ROOT_HALF)
    weight = ratio * (ratio + over)
    noise = spread * spread / max(weight, _LEAST_WEIGHT) - expected.variance - SESSION_VARIANCE
    return expected.mean + spread / (ratio + over), max(noise, _LEAST_VARIANCE)


@lru_cache(maxsize=512)
def _kept(days: float, steps: Three) -> tuple[float, float, float, float]:
    """Return what is left of each filter's learning to come, and of a loss, after `days`.

    Learning moves half with the session and half with the days.
    """
    clock = -(0.5 + 0.5 * (days if days < _FREE_DAYS else _FREE_DAYS) / _CLOCK_DAYS)
    one, two, three = steps
    regain = exp(-days / _REGAIN_DAYS)
    return exp(clock / one), exp(clock / two), exp(clock / three), regain


def _correct(f: Filter, log_kg: float, noise: float) -> tuple[Filter, float, float, float]:
    """Weigh the three explanations and collapse them to one Gaussian.

    Returns the filter, p(seen) up to a factor, and the mean and variance of strength expected
    before.

    With g = P·H, jump J and weights l, all three updates are combinations of g and the unit
    vector of `a`, so the collapsed covariance is P + A·ggᵀ + B·(g1ᵀ+1gᵀ) + C·11ᵀ.
    """
    a, h, n, r, aa, ah, an, ar, hh, hn, hr, nn, nr, rr = f
    g0, g1, g2, g3 = aa - an - ar, ah - hn - hr, an - nn - nr, ar - nr - rr
    mean, known = a - n - r, g0 - g2 - g3
    error = log_kg - mean
    square, s1 = error * error, known + noise
    s2 = s1 + _JUMP
    k1, k2 = 1.0 / s1, 1.0 / s2
    p1 = exp(-0.5 * square * k1) * sqrt(k1)
    p2 = _ODDS * exp(-0.5 * square * k2) * sqrt(k2) + _LEAST_P
    p = p1 + p2 + p2
    l1, l2 = p1 / p, p2 / p
    gain, lift = l1 * k1 + 2.0 * l2 * k2, l2 * _JUMP * k2
    v2 = l2 * (square - s2) * k2 * k2
    ca = l1 * (square - s1) * k1 * k1 + 2.0 * v2 - square * gain * gain
    cb = v2 * _JUMP - square * gain * lift
    cc = l2 * _JUMP + v2 * _JUMP * _JUMP - square * lift * lift
    step = gain * error
    n1, r1 = n + step * g2, r + step * g3
    n2, r2 = n1 if n1 > 0.0 else 0.0, r1 if r1 > 0.0 else 0.0
    g0a = ca * g0 + cb
    return (
        a + step * g0 + lift * error + n2 - n1 + r2 - r1, h + step * g1, n2, r2,
        aa + g0 * (g0a + cb) + cc, ah + g0a * g1, an + g0a * g2, ar + g0a * g3,
        hh + ca * g1 * g1, hn + ca * g1 * g2, hr + ca * g1 * g3,
        nn + ca * g2 * g2, nr + ca * g2 * g3, rr + ca * g3 * g3,
    ), p, mean, known  # fmt: skip


def widen(bank: Bank, variance: float) -> Bank:
    """Return the bank with strength less certain by `variance`, before a confirmed jump."""
    one, two, three = bank.filters
    return Bank(
        bank.weights, (_widen(one, variance), _widen(two, variance), _widen(three, variance))
    )


def _widen(f: Filter, variance: float) -> Filter:
    return (*f[:4], f[4] + variance, *f[5:])
