"""Time off: how much strength a pause costs, how fast it returns, and the way back."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp, log, sqrt
from typing import NamedTuple

from planner.engine import evidence

_FREE_DAYS = evidence.GROWTH_GAP_DAYS.value
_LAYOFF_DAYS = evidence.LAYOFF_DAYS.value
_PACE_MEMORY = evidence.PACE_MEMORY.value
_PAUSE_FADES = evidence.PAUSE_FADES.value
_LOSS_MAX = evidence.LOSS_MAX.value
_LOSS_DAYS = evidence.LOSS_DAYS.value
_ELSEWHERE = evidence.LOSS_ELSEWHERE.value
_SPREAD = evidence.LOSS_SPREAD.value
_SPREAD_LONG = evidence.LOSS_SPREAD_LONG.value
_LOSS_SD = evidence.LOSS_SD.value
_REGAIN_DAYS = evidence.REGAIN_DAYS.value
_REGAIN_MAX_DAYS = evidence.REGAIN_MAX_DAYS.value
_RETURN_LOSS = evidence.RETURN_LOSS.value
_LONG_DAYS = evidence.LONG_PAUSE.value
_RISE_DAYS = evidence.LOSS_SPREAD_DAYS.value
_MONTH_DAYS = 28.0
_EIGHT_WEEKS = evidence.EIGHT_WEEKS.value
_BACK = evidence.BACK.value
_BAND_SD = evidence.BACK_BAND_SD.value
_GAIN_SHARE = evidence.BACK_GAIN_SHARE.value
_LONGEST = 365  # days; nobody is told of a return later than that


class Loss(NamedTuple):
    """What a pause costs: the expected loss in log units and its variance."""

    mean: float
    variance: float


NO_LOSS = Loss(0.0, 0.0)


class Rhythm(NamedTuple):
    """How a lift is trained: the usual days between sessions, and the last pause.

    `pause_days` fades from session to session; `back_on` is the first session after the last
    layoff, `old_log_kg` the strength from before it.
    """

    days_between: float = evidence.LEARNING_DAYS.value
    pause_days: float = 0.0
    back_on: date | None = None
    old_log_kg: float | None = None
    lost: Loss = NO_LOSS

    @property
    def returning(self) -> bool:
        """Whether strength lost in a recent pause is still being regained."""
        return self.pause_days >= evidence.LAYOFF_DAYS.value


def still_missing(rhythm: Rhythm, on: date, level: float, variance: float) -> Loss:
    """Return what is still to regain after a session, log units, of what the last layoff cost.

    What was expected then, less what training gives back, is weighed against what the lift shows:
    its `level` (log kg) with its `variance`.
    """
    back_on, old = rhythm.back_on, rhythm.old_log_kg
    days = _LONGEST if back_on is None else (on - back_on).days
    if old is None or days > _REGAIN_MAX_DAYS or not rhythm.lost.variance:
        return NO_LOSS
    kept = 1.0 - regained(1.0, days)
    mean, spread = rhythm.lost.mean * kept, rhythm.lost.variance * kept * kept
    share = spread / (spread + variance)
    return Loss(max(mean + share * (old - level - mean), 0.0), (1.0 - share) * spread)


def rhythm_after(
    rhythm: Rhythm, on: date, days: float, muscle_days: float | None, level: tuple[float, float]
) -> Rhythm:
    """Return the rhythm after a session `days` on, when the muscles had rested `muscle_days`.

    `level` is the strength before that rest, mean and variance of log kg.
    """
    between, paused, back_on, old, lost = rhythm
    if 0 < days <= 2 * _FREE_DAYS:
        between += _PACE_MEMORY * (days - between)
    pause = days if muscle_days is None or muscle_days > days else muscle_days
    if pause <= _FREE_DAYS:
        return Rhythm(between, paused * _PAUSE_FADES, back_on, old, lost)
    if pause < _LAYOFF_DAYS:
        return Rhythm(between, pause, back_on, old, lost)
    before = still_missing(rhythm, on - timedelta(days=days), *level)
    lost = plus(expected_loss(days, muscle_days), before)
    return Rhythm(between, pause, on, level[0] + before.mean, lost)


def plus(one: Loss, other: Loss) -> Loss:
    """Return what two pauses cost together."""
    return Loss(one.mean + other.mean, one.variance + other.variance)


def moved(rhythm: Rhythm, size: float) -> Rhythm:
    """Return the rhythm after a jump of the level by `size` log units, which is no gain."""
    old = rhythm.old_log_kg
    return rhythm if old is None else rhythm._replace(old_log_kg=old + size)


def detraining(days: float) -> float:
    """Return the expected loss, log units, of `days` without training a muscle.

    Nothing for ten days, then towards 12 % (Bosquet 2013, public logs).
    """
    return _LOSS_MAX * (1.0 - exp((_FREE_DAYS - days) / _LOSS_DAYS)) if days > _FREE_DAYS else 0.0


def expected_loss(exercise_days: float, muscle_days: float | None) -> Loss:
    """Return the loss of a pause of the exercise while the muscle paused `muscle_days`.

    None for the muscle means not known: then the exercise's own pause counts in full. A muscle
    trained by other exercises keeps most of its strength.
    """
    if exercise_days <= _FREE_DAYS:
        return NO_LOSS
    whole = exercise_days if muscle_days is None else min(muscle_days, exercise_days)
    mean = max(detraining(whole), _ELSEWHERE * detraining(exercise_days))
    spread = _spread(whole) * mean
    return Loss(mean, spread * spread + _LOSS_SD * _LOSS_SD)


def _spread(days: float) -> float:
    """Return how much the loss differs between lifters, as a share of it; long pauses differ more.

    It rises steadily, so that no band has a step.
    """
    risen = min(max((days - _LONG_DAYS) / _RISE_DAYS, 0.0), 1.0)
    return _SPREAD + risen * (_SPREAD_LONG - _SPREAD)


def retained(exercise_days: float, muscle_days: float | None) -> float:
    """Return the fraction of strength expected to be left after a pause."""
    return exp(-expected_loss(exercise_days, muscle_days).mean)


def regained(loss: float, days: float) -> float:
    """Return how much of a loss (log units) is expected back after `days` of training again."""
    return loss * (1.0 - exp(-days / _REGAIN_DAYS)) if days > 0.0 else 0.0


def days_to_regain(loss: float, gain_per_day: float = 0.0) -> int:
    """Return the days of training until no more than 1.5 % of a loss (log units) is missing.

    What is gained meanwhile makes up for some of it.
    """
    days = 0
    while loss - regained(loss, days) - gain_per_day * days > _BACK and days < _LONGEST:
        days += 1
    return days


def back_between(
    loss: float, sd: float, today: date, gain_per_day: float = 0.0
) -> tuple[date, date] | None:
    """Return (earliest, latest) day of being back to old strength, or None when not away.

    Four returns in five lie between them: a loss is never negative and may be twice what is
    expected, so it counts as lognormal. `loss` and its `sd` are log units still to regain when
    training goes on from `today`; of `gain_per_day` only half is counted on.
    """
    if loss < _RETURN_LOSS:
        return None
    variance = log(1.0 + (sd / loss) ** 2)
    spread, gain = _BAND_SD * sqrt(variance), _GAIN_SHARE * max(gain_per_day, 0.0)
    middle = loss * exp(-0.5 * variance)
    early = days_to_regain(middle * exp(-spread), gain)
    late = days_to_regain(middle * exp(spread), gain)
    return today + timedelta(days=early), today + timedelta(days=max(7, late))


def ramp_share_of_load(days_off: float) -> float:
    """Return the most of the last load for the first session back, as a share."""
    months = max(days_off / _MONTH_DAYS - 1.0, 0.0)
    share = evidence.RAMP_LOAD.value - evidence.RAMP_LOAD_MONTH.value * months
    return max(share, evidence.RAMP_LOAD_LEAST.value)


def ramp_share_of_sets(days_off: float) -> float:
    """Return the share of the usual sets for the first session back."""
    if days_off >= _EIGHT_WEEKS:
        return evidence.RAMP_SETS_LONG.value
    return evidence.RAMP_SETS.value
