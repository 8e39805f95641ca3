"""A lift's strength over time: a bank of three scalar filters that differ in learning speed.

State of a filter: strength with learning complete `a`, gain per day `h`, learning still to come
`n`, loss still to regain `r`; strength now is a − n − r. Everything is on the log kg scale and
unrolled by hand: one update must stay far below a frame of the screen.
"""

from __future__ import annotations

from math import exp, log, log1p, sqrt
from typing import NamedTuple, TypeAlias

from planner.engine import evidence
from planner.engine.layoff import Loss
from planner.engine.terms import Complexity, Experience

# weight, a, h, n, r, then the covariance: aa ah an ar hh hn hr nn nr rr
Filter: TypeAlias = tuple[
    float, float, float, float, float,
    float, float, float, float, float, float, float, float, float, float,
]  # fmt: skip
Bank: TypeAlias = tuple[Filter, Filter, Filter]

_Q_LEVEL = evidence.DRIFT_SD.value**2
_Q_GAIN = evidence.GAIN_DRIFT_SD.value**2
_Q_LEARNING = evidence.LEARNING_DRIFT_SD.value**2
_Q_PAUSE = 10.0 * _Q_LEVEL
SESSION_VARIANCE = evidence.SESSION_SD.value**2
_JUMP = evidence.JUMP_SD.value**2
_ODDS = evidence.JUMP_P.value / (1.0 - evidence.JUMP_P.value - evidence.ODD_DAY_P.value)
_LOG_NORMAL = log(1.0 - evidence.JUMP_P.value - evidence.ODD_DAY_P.value)
_CLOCK_DAYS = evidence.LEARNING_DAYS.value
_REGAIN_DAYS = evidence.REGAIN_DAYS.value
_FREE_DAYS = evidence.GROWTH_GAP_DAYS.value
_SPEEDS = (0.5, 1.0, 2.0)
_LEARNING_STEPS = {
    Complexity.ISOLATION: 6.0,
    Complexity.MACHINE: 8.0,
    Complexity.BARBELL: 11.0,
    Complexity.TECHNICAL: 14.0,
}


class Prior(NamedTuple):
    """What is believed of a lifter before the first session: mean and sd of n, h and r."""

    learning: float
    learning_sd: float
    gain: float
    gain_sd: float
    loss: float
    loss_sd: float


# Ogasawara 2013, Steele 2023 (novice); Latella 2020 (intermediate); Halonen 2024 (returner)
PRIORS = {
    Experience.NOVICE: Prior(0.16, 0.10, 5e-4, 4e-4, 0.0, 0.003),
    Experience.INTERMEDIATE: Prior(0.02, 0.03, 3e-4, 3e-4, 0.0, 0.005),
    Experience.RETURNER: Prior(0.03, 0.04, 3e-4, 3e-4, 0.10, 0.06),
    Experience.UNKNOWN: Prior(0.06, 0.08, 3e-4, 4e-4, 0.01, 0.03),
}


class Level(NamedTuple):
    """Strength believed on a day: mean and variance of log kg."""

    mean: float
    variance: float


def learning_steps(complexity: Complexity) -> tuple[float, float, float]:
    """Return the learning time of each filter, in steps of half a session and half 3.5 days."""
    steps = _LEARNING_STEPS[complexity]
    return steps * _SPEEDS[0], steps * _SPEEDS[1], steps * _SPEEDS[2]


def first(prior: Prior, log_kg: float, variance: float) -> Bank:
    """Return the bank after the first session: strength as seen, the rest as the prior says."""
    nn, hh, rr = prior.learning_sd**2, prior.gain_sd**2, prior.loss_sd**2
    a = log_kg + prior.learning + prior.loss
    start = (
        1.0 / 3.0, a, prior.gain, prior.learning, prior.loss,
        variance + SESSION_VARIANCE + nn + rr, 0.0, nn, rr, hh, 0.0, 0.0, nn, 0.0, rr,
    )  # fmt: skip
    return start, start, start


def advance(bank: Bank, steps: tuple[float, float, float], days: float, loss: Loss) -> Bank:
    """Move the bank `days` on to the next session, through a pause that cost `loss`."""
    clock = -(0.5 + 0.5 * min(days, _FREE_DAYS) / _CLOCK_DAYS)
    first_, second, third = bank
    return (
        _predict(first_, days, exp(clock / steps[0]), loss),
        _predict(second, days, exp(clock / steps[1]), loss),
        _predict(third, days, exp(clock / steps[2]), loss),
    )


def _predict(f: Filter, days: float, keep_n: float, loss: Loss) -> Filter:
    w, a, h, n, r, aa, ah, an, ar, hh, hn, hr, nn, nr, rr = f
    if days > _FREE_DAYS:  # a pause: nothing grows, nothing is regained
        grow, keep_r, q_level, q_days = 0.0, 1.0, _Q_PAUSE, _FREE_DAYS
    else:
        grow, keep_r, q_level, q_days = days, exp(-days / _REGAIN_DAYS), _Q_LEVEL * days, days
    return (
        w, a + h * grow, h, n * keep_n, r * keep_r + loss.mean,
        aa + grow * (2.0 * ah + grow * hh) + q_level,
        ah + grow * hh,
        keep_n * (an + grow * hn),
        keep_r * (ar + grow * hr),
        hh + _Q_GAIN * q_days,
        keep_n * hn,
        keep_r * hr,
        keep_n * keep_n * nn + _Q_LEARNING * q_days,
        keep_n * keep_r * nr,
        keep_r * keep_r * rr + loss.variance,
    )  # fmt: skip


def level(bank: Bank) -> Level:
    """Return the strength the bank believes in, over all three filters."""
    total = mean = square = 0.0
    for w, a, _h, n, r, aa, _ah, an, ar, _hh, _hn, _hr, nn, nr, rr in bank:
        m = a - n - r
        total += w
        mean += w * m
        square += w * (m * m + aa + nn + rr + 2.0 * (nr - an - ar))
    mean /= total
    return Level(mean, max(square / total - mean * mean, 1e-12))


def correct(bank: Bank, log_kg: float, variance: float) -> Bank:
    """Return the bank after seeing `log_kg` with the session's error `variance`.

    Three explanations are weighed: an ordinary day, a sudden lasting change, an odd day.
    """
    noise = variance + SESSION_VARIANCE
    one, two, three = bank
    one, log_1 = _correct(one, log_kg, noise)
    two, log_2 = _correct(two, log_kg, noise)
    three, log_3 = _correct(three, log_kg, noise)
    top = max(log_1, log_2, log_3)
    w1 = one[0] * exp(log_1 - top) + 1e-9
    w2 = two[0] * exp(log_2 - top) + 1e-9
    w3 = three[0] * exp(log_3 - top) + 1e-9
    total = w1 + w2 + w3
    return (w1 / total, *one[1:]), (w2 / total, *two[1:]), (w3 / total, *three[1:])


def _correct(f: Filter, log_kg: float, noise: float) -> tuple[Filter, float]:
    """Weigh the three explanations, collapse them to one Gaussian; return it and log p(seen).

    With g = P·H, jump J and weights l, all three updates are combinations of g and the unit
    vector of `a`, so the collapsed covariance is P + A·ggᵀ + B·(g1ᵀ+1gᵀ) + C·11ᵀ.
    """
    w, a, h, n, r, aa, ah, an, ar, hh, hn, hr, nn, nr, rr = f
    g0, g1, g2, g3 = aa - an - ar, ah - hn - hr, an - nn - nr, ar - nr - rr
    error = log_kg - a + n + r
    square = error * error
    s1 = g0 - g2 - g3 + noise
    s2 = s1 + _JUMP
    k1, k2 = 1.0 / s1, 1.0 / s2
    odd = _ODDS * sqrt(s1 * k2) * exp(min(0.5 * square * (k1 - k2), 60.0))
    log_p = _LOG_NORMAL - 0.5 * (square * k1 + log(s1)) + log1p(2.0 * odd)
    l1 = 1.0 / (1.0 + 2.0 * odd)
    l2 = odd * l1
    gain, lift = l1 * k1 + 2.0 * l2 * k2, l2 * _JUMP * k2
    v2 = l2 * (square - s2) * k2 * k2
    ca = l1 * (square - s1) * k1 * k1 + 2.0 * v2 - square * gain * gain
    cb = v2 * _JUMP - square * gain * lift
    cc = l2 * _JUMP + v2 * _JUMP * _JUMP - square * lift * lift
    step = gain * error
    n1, r1 = n + step * g2, r + step * g3
    n2, r2 = max(n1, 0.0), max(r1, 0.0)
    g0a = ca * g0 + cb
    return (
        w, a + step * g0 + lift * error + n2 - n1 + r2 - r1, h + step * g1, n2, r2,
        aa + g0 * (g0a + cb) + cc, ah + g0a * g1, an + g0a * g2, ar + g0a * g3,
        hh + ca * g1 * g1, hn + ca * g1 * g2, hr + ca * g1 * g3,
        nn + ca * g2 * g2, nr + ca * g2 * g3, rr + ca * g3 * g3,
    ), log_p  # fmt: skip


def widen(bank: Bank, variance: float) -> Bank:
    """Return the bank with strength less certain by `variance`, before a confirmed jump."""
    one, two, three = bank
    return (
        (*one[:5], one[5] + variance, *one[6:]),
        (*two[:5], two[5] + variance, *two[6:]),
        (*three[:5], three[5] + variance, *three[6:]),
    )
