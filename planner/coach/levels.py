"""Estimated strength by day: where it was, what time off is expected to leave, where it goes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from planner import engine
from planner.coach.estimates import BAND_SD
from planner.coach.happenings import LAYOFF_DAYS
from planner.coach.replay import Replay
from planner.engine import level_ahead
from planner.engine.terms import Phrase, Reading, phrase
from planner.engine.terms.advice import AWAY_DAYS

FORECAST_DAYS = (0, 7, 14, 21, 28, 35, 42)
_MONTH = timedelta(days=28)
_WIDE = 0.2  # of the level, from which on a range is called wide: rule of thumb
AWAY_STEP_DAYS = 14  # between the points of time off that goes on


@dataclass(frozen=True, slots=True)
class LevelPoint:
    """Estimated strength on a day with its 90 % band, kg."""

    on: date
    kg: float
    low_kg: float
    high_kg: float


def level(reading: Reading) -> LevelPoint:
    """Return the strength that a reading tells of."""
    kg, spread = reading.strength_kg or 0.0, BAND_SD * (reading.strength_sd or 0.0)
    return LevelPoint(reading.on, kg, kg - spread, kg + spread)


def usual_miss(replay: Replay, on: date) -> float:
    """Return by how much the lift's level misses its forecasts, as known on a day."""
    known = [step.state for step in replay.steps if step.day.on <= on]
    return deque(level_ahead.misses(known[-level_ahead.SEEN - 1 :]), maxlen=1)[-1]


def forecast(reading: Reading, miss: float) -> tuple[LevelPoint, ...]:
    """Carry the level on at today's rate, as if training goes on; the band grows with time.

    `miss` is by how much the lift's level usually misses, see `usual_miss`.
    """
    points = (ahead(reading, days, miss) for days in FORECAST_DAYS)
    return tuple(point for point in points if point is not None)


def ahead(reading: Reading, days: int, miss: float) -> LevelPoint | None:
    """Return the level forecast so many days ahead, as if training goes on; None if unknown."""
    made = level_ahead.ahead(reading, days, miss)
    return None if made is None else LevelPoint(reading.on + timedelta(days=days), *made)


def next_session(replay: Replay, reading: Reading, miss: float) -> LevelPoint | None:
    """Return the level forecast for the next session, as far off as sessions usually are."""
    state = replay.state(reading.on)
    usual = 0 if state is None else round(state.rhythm.days_between)
    return ahead(reading, max(0, usual - reading.away_days), miss)


def said(points: Sequence[LevelPoint]) -> tuple[Phrase, ...]:
    """Say how far the level may be in four weeks, and when that is a wide range."""
    point = next((each for each in points if each.on - points[0].on == _MONTH), None)
    if point is None:
        return ()
    wide = point.high_kg - point.low_kg >= _WIDE * point.kg
    made = phrase(
        "If training goes on: {low_e1rm_kg} to {high_e1rm_kg} in four weeks, about nine times in "
        "ten; that is wide, because levels often jump."
        if wide
        else "If training goes on: {low_e1rm_kg} to {high_e1rm_kg} in four weeks, about nine "
        "times in ten.",
        low_e1rm_kg=point.low_kg,
        high_e1rm_kg=point.high_kg,
    )
    return (made,)


def forecast_away(
    replay: Replay, reading: Reading, gap_days: int | None
) -> tuple[LevelPoint, ...] | None:
    """Carry the level on through time off that goes on: it falls, and gets less sure.

    None where there is none. `gap_days` is how long the lift's muscles have rested.
    """
    away = reading.away_days
    rested = away if gap_days is None else min(away, gap_days)
    state = replay.state(reading.on)
    if state is None or rested < AWAY_DAYS:
        return None
    points = [
        level(engine.read(state, reading.on + timedelta(days=days), rested + days))
        for days in FORECAST_DAYS
    ]
    return never_rising(points)


def never_rising(points: Iterable[LevelPoint]) -> tuple[LevelPoint, ...]:
    """Return points of which none, nor an edge of its band, is higher than the one before.

    Nobody gets stronger by not training: less is known with time, but only of how much is lost.
    """
    made: list[LevelPoint] = []
    for each in points:
        before = made[-1] if made else each
        low, high = min(each.low_kg, before.low_kg), min(each.high_kg, before.high_kg)
        made.append(LevelPoint(each.on, min(each.kg, before.kg), low, high))
    return tuple(made)


def across(replay: Replay, now: Reading, gap_days: int | None) -> Iterator[tuple[LevelPoint, ...]]:
    """Yield what was expected over each time off: the level before it, and on the day of return.

    Of one that goes on, the points reach to `now`; `gap_days` is how long the lift's muscles have
    rested then, None means as long as the lift.
    """
    steps = [step for step in replay.steps if step.day.on <= now.on]
    for before, after in pairwise(steps):
        on = after.day.on
        if (on - before.day.on).days < LAYOFF_DAYS:
            continue
        left = engine.read(before.state, before.day.on)
        if left.strength_kg is not None:
            back = engine.read(before.state, on, after.day.muscle_gap_days)
            yield never_rising((level(left), level(back)))
    if steps and now.strength_kg is not None and (now.on - steps[-1].day.on).days >= LAYOFF_DAYS:
        yield _going_on(steps[-1].state, steps[-1].day.on, now, gap_days)


def _going_on(
    state: engine.LiftState, since: date, now: Reading, gap_days: int | None
) -> tuple[LevelPoint, ...]:
    away = (now.on - since).days
    busy = 0 if gap_days is None else max(0, away - gap_days)  # days that other lifts trained them
    past = [
        level(engine.read(state, since + timedelta(days=days), max(0, days - busy)))
        for days in range(0, away, AWAY_STEP_DAYS)
    ]
    return never_rising((*past, level(now)))
