"""What a lift that was followed is expected to do on a day: its strength, and its next sets."""

from __future__ import annotations

from datetime import date
from math import exp, log, sqrt

from planner.engine import forecast, layoff, trend, variation
from planner.engine.forecast import Forecast
from planner.engine.lift import LiftState
from planner.engine.strength import moved_kg
from planner.engine.trend import Level


def level_on(state: LiftState, on: date, muscle_gap_days: int | None = None) -> Level | None:
    """Return the strength expected on a day, log kg, or None before the first session."""
    if state.bank is None or state.last_on is None:
        return None
    days = float(max((on - state.last_on).days, 0))
    if days == 0:
        return trend.level(state.bank)
    loss = layoff.expected_loss(days, muscle_gap_days)
    return trend.level(trend.advance(state.bank, state.steps, days, loss))


def forecast_sets(
    state: LiftState,
    on: date,
    load_kg: float,
    sets: int = 1,
    muscle_gap_days: int | None = None,
) -> Forecast:
    """Forecast `sets` sets at a planned load (as typed, kg) on a day.

    Before the first session the forecast is a guess as wide as that deserves. Raises ValueError
    for a load that cannot be: none at all, or more help than bodyweight.
    """
    moved = moved_kg(load_kg, state.exercise, state.bodyweight_kg)
    if moved is None:
        raise ValueError(f"{load_kg} kg is no load for {state.exercise.slug!r}")
    level = level_on(state, on, muscle_gap_days)
    if level is None or state.last_on is None:
        return variation.first_forecast(state.known, log(moved))
    loss = layoff.expected_loss((on - state.last_on).days, muscle_gap_days)
    return forecast.forecast(state.habit, level, log(moved), loss.mean, sets)


def strength_kg(level: Level) -> tuple[float, float]:
    """Return a level as (e1RM, standard deviation), both in kg."""
    kg = exp(level.mean)
    return kg, kg * sqrt(level.variance)
