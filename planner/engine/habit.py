"""What a lift's last sessions make us expect: the trend and three habits, and their record.

Experts, each predicting the next session's log e1RM: the trend; recent sessions at nearby loads;
the usual repetitions whatever the load; the repetitions of the last session's best set. Their
weights follow their record on this lift, and an expert far from the loads it knows is trusted less.
"""

from __future__ import annotations

from math import log
from typing import NamedTuple, TypeAlias

from planner.engine import evidence
from planner.engine.ramp_or_slip import DayStrength
from planner.engine.strength import median
from planner.engine.trend import SESSION_VARIANCE, Level

_MEMORY = int(evidence.EXPERT_SESSIONS.value)
_RECORD_MEMORY = evidence.EXPERT_MEMORY.value
_VARIANCE_SHARE = evidence.EXPERT_SD_MEMORY.value
_START_VARIANCE = evidence.EXPERT_SD.value**2
_LEAST_VARIANCE = evidence.EXPERT_SD_MIN.value**2
_MOST_VARIANCE = evidence.EXPERT_SD_MAX.value**2
_LEAST_RECORD = -9.0
_NEAR_VARIANCE = evidence.NEAR_LOAD.value**2
_RECENCY = evidence.RECENCY.value
_SLOPE_PRIOR = evidence.LOAD_SLOPE_WEIGHT.value**2
_SLOPE_START = evidence.LOAD_SLOPE.value
_SLOPE_MEMORY = evidence.LOAD_SLOPE_MEMORY.value
_LARGEST_CHANGE = evidence.GATE_MIN.value
_LOAD_MEMORY = evidence.USUAL_LOAD_MEMORY.value
_EXTRA_MEMORY = evidence.RESERVE_MEMORY.value
_DOUBT_TREND = evidence.LOAD_DOUBT_TREND.value**2
_DOUBT_NEAR = evidence.LOAD_DOUBT_NEAR.value**2
_DOUBT_REPS = evidence.LOAD_DOUBT_REPS.value**2
_T4_VARIANCE = evidence.T4_SCALE.value**2
_RESERVE_UNKNOWN = evidence.RIR_UNKNOWN.value
_LIGHTER = evidence.LIGHT_DAY.value
_LIGHT_RUN = int(evidence.LIGHT_DAY_RUN.value)
_ERROR = evidence.GATE_MAX.value
_SAME_REPS = 1e-6
_FAR_FROM_LIMIT = evidence.LIGHT_DAY_RIR.value + 0.5  # the mean of sets at 2 and 3
_FAR = 1e6
_FAR_LIGHTER = evidence.LIGHT_DAY_FAR.value

Four: TypeAlias = tuple[float, float, float, float]


class Past(NamedTuple):
    """One past session as habits need it, log kg; `held` while it looks like a typing error.

    `log_kg` is the middle of the sets with that load, `best_log_kg` what the best set has shown.
    """

    log_load: float
    log_kg: float
    held: bool
    best_log_kg: float


class Habit(NamedTuple):
    """The experts' memory: the last sessions, sums for the load slope, error
    variances, and records (log scores)."""

    past: tuple[Past, ...] = ()
    usual_load: float = 0.0
    extra_reps: float = 1.0
    slope_xx: float = _SLOPE_PRIOR
    slope_xy: float = _SLOPE_PRIOR * _SLOPE_START
    variances: Four = (_START_VARIANCE,) * 4
    records: Four = (0.0,) * 4


def views(habit: Habit, level: Level, log_load: float, loss: float) -> tuple[Four, Four]:
    """Return what the experts expect at a planned log load: means and squared scales, log kg.

    `loss` is what the pause before is expected to have cost; `level` has it already.
    """
    past, usual_load, _, xx, xy, (v0, v1, v2, v3), _ = habit
    last_load, _, _, last_kg = last_believed(past)
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
    for seen_load, log_kg, _, _ in reversed(past):
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
    past = Past(seen.log_load, seen.top_log_kg, False, seen.best_log_kg)
    return Habit((past,), seen.log_load, seen.extra_reps)


def hold(habit: Habit, seen: DayStrength) -> Habit:
    """Remember a session that is held out, without learning from it."""
    past = Past(seen.log_load, seen.top_log_kg, True, seen.best_log_kg)
    return habit._replace(past=(*habit.past, past)[-_MEMORY:])


def accept(habit: Habit) -> Habit:
    """Return the memory with held-out sessions believed after all."""
    past = tuple([p._replace(held=False) for p in habit.past])
    return habit._replace(past=past, usual_load=past[-1].log_load)


def could_do_more(habit: Habit, seen: DayStrength) -> bool:
    """Tell whether a day repeated the repetitions of the days before, heavier, or was a light one.

    Heavier than all of them, they were what was asked for; clearly lighter, for no more
    repetitions than last time, the day was meant to be easy. Strength is then known as 'at least'.
    A logged reserve says more than that, but far from the limit it is a guess, usually too low.
    """
    if seen.extra_reps != _RESERVE_UNKNOWN:
        return seen.extra_reps > _FAR_FROM_LIMIT and _light(habit.past, seen)
    lately = [each for each in habit.past[-_LIGHT_RUN - 1 :] if not each.held]
    last_load, last_kg, _, _ = max(lately) if lately else last_believed(habit.past)
    heavier = seen.log_load - last_load
    if heavier > _SAME_REPS:
        return abs(seen.top_log_kg - last_kg - heavier) < _SAME_REPS
    return _light(habit.past, seen)


def _light(past: tuple[Past, ...], seen: DayStrength) -> bool:
    """Tell whether a day was light beside the heaviest remembered, one or two sessions before.

    A third light day running is no plan any more: strength may have fallen.
    """
    heavy = max(past[-_LIGHT_RUN:])
    heaviest = max(past)[0] < heavy.log_load + _SAME_REPS
    if heavy.held or not heaviest or heavy.log_load - seen.log_load > _ERROR:
        return False
    if seen.extra_reps > _FAR_FROM_LIMIT or seen.log_load < heavy.log_load - _FAR_LIGHTER:
        most_log_kg = heavy.log_kg
    else:
        most_log_kg = heavy.log_kg - heavy.log_load + seen.log_load  # no more repetitions
    return seen.log_load < heavy.log_load - _LIGHTER and seen.top_log_kg < most_log_kg + _SAME_REPS


def learn(habit: Habit, level: Level, seen: DayStrength, loss: float) -> Habit:
    """Return the memory after a session; `level` and `loss` are what was expected of it."""
    _, _, _, log_load, log_kg, best_log_kg, extra_reps = seen
    past, usual_load, usual_extra, xx, xy, variances, records = habit
    means, squares = views(habit, level, log_load, loss)
    records, variances = _score(records, variances, means, squares, log_kg)
    last_load, last_kg, _, _ = last_believed(past)
    dx, dy = log_load - last_load, log_kg - last_kg
    if -_LARGEST_CHANGE < dy < _LARGEST_CHANGE or abs(dx) > _LARGEST_CHANGE:
        xx = xx * _SLOPE_MEMORY + dx * dx
        xy = xy * _SLOPE_MEMORY + dx * dy
    return Habit._make(
        (
            (*past[1 - _MEMORY :], Past(log_load, log_kg, False, best_log_kg)),
            usual_load + _LOAD_MEMORY * (log_load - usual_load),
            usual_extra + _EXTRA_MEMORY * (extra_reps - usual_extra),
            xx,
            xy,
            variances,
            records,
        )
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
    tail = 1.0 + 0.25 * surprise
    record = _RECORD_MEMORY * record - 0.5 * log(square * tail * tail * tail * tail * tail)
    shown = surprise * _T4_VARIANCE * variance
    variance += _VARIANCE_SHARE * ((shown if shown < _MOST_VARIANCE else _MOST_VARIANCE) - variance)
    return record, variance if variance > _LEAST_VARIANCE else _LEAST_VARIANCE
