"""Time off: how much strength a pause costs, how fast it returns, and the way back."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp, log
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
_RETURN_LOSS = evidence.RETURN_LOSS.value
_LONG_DAYS = evidence.LONG_PAUSE.value
_MONTH_DAYS = 28.0
_EIGHT_WEEKS = evidence.EIGHT_WEEKS.value
_BACK = evidence.BACK.value
_EARLY_SD = evidence.BACK_EARLY.value
_LATE_SD = evidence.BACK_LATE.value


class Loss(NamedTuple):
    """What a pause costs: the expected loss in log units and its variance."""

    mean: float
    variance: float


NO_LOSS = Loss(0.0, 0.0)


class Rhythm(NamedTuple):
    """How a lift is trained: the usual days between sessions, and the last pause.

    `pause_days` fades from session to session; `back_on` is the first session after the last
    layoff.
    """

    days_between: float = evidence.LEARNING_DAYS.value
    pause_days: float = 0.0
    back_on: date | None = None


def rhythm_after(rhythm: Rhythm, on: date, days: float, muscle_days: float | None) -> Rhythm:
    """Return the rhythm after a session `days` on, when the muscles had rested `muscle_days`."""
    between, paused, back_on = rhythm
    if 0 < days <= 2 * _FREE_DAYS:
        between += _PACE_MEMORY * (days - between)
    pause = days if muscle_days is None or muscle_days > days else muscle_days
    if pause <= _FREE_DAYS:
        return Rhythm(between, paused * _PAUSE_FADES, back_on)
    return Rhythm(between, pause, on if pause >= _LAYOFF_DAYS else back_on)


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
    spread = (_SPREAD_LONG if whole > _LONG_DAYS else _SPREAD) * mean
    return Loss(mean, spread * spread + _LOSS_SD * _LOSS_SD)


def retained(exercise_days: float, muscle_days: float | None) -> float:
    """Return the fraction of strength expected to be left after a pause."""
    return exp(-expected_loss(exercise_days, muscle_days).mean)


def regained(loss: float, days: float) -> float:
    """Return how much of a loss (log units) is expected back after `days` of training again."""
    return loss * (1.0 - exp(-days / _REGAIN_DAYS)) if days > 0.0 else 0.0


def days_to_regain(loss: float) -> float:
    """Return the days of training until a loss (log units) has shrunk to 1.5 %."""
    return _REGAIN_DAYS * log(loss / _BACK) if loss > _BACK else 0.0


def back_between(loss: float, sd: float, today: date) -> tuple[date, date] | None:
    """Return (earliest, latest) day of being back to old strength, or None when not away.

    `loss` and its `sd` are log units still to regain when training goes on from `today`.
    """
    if loss < _RETURN_LOSS:
        return None
    early, late = days_to_regain(loss - _EARLY_SD * sd), days_to_regain(loss + _LATE_SD * sd)
    return today + timedelta(days=round(early)), today + timedelta(days=max(7, round(late)))


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
