"""What is to be expected of the next session at a load, and the numbers that are told of it."""

from __future__ import annotations

from math import floor

from planner.engine.forecast import Forecast
from planner.engine.prediction import forecast_sets
from planner.engine.suggestion import Numbers
from planner.engine.target import LiftContext, Target, least_reps
from planner.engine.terms import phrase

STOP = phrase("A missed target, pain, or shaky technique before then.")


def forecast_at(load_kg: float, target: Target, context: LiftContext) -> Forecast:
    """Forecast the target's sets at a load in the next session; ValueError as forecast_sets."""
    return forecast_sets(
        context.state, context.session_on, load_kg, target.sets, context.muscle_gap_days
    )


def in_first_set(target: Target, context: LiftContext) -> int:
    """Return the repetitions that the first set must allow for the target in every set.

    Sets that fell short of it last time will fall off by as much again. Where they always do and
    nothing else was asked for, the first set alone counts.
    """
    if context.base.falls_off and not target.firm:
        return target.reps_low
    least = least_reps(context.exercise, context.base_sets)
    return target.reps_low + max(0, target.reps_low - least)


def basis(target: Target, chance: float) -> Numbers:
    """Return the target and the chance told of it, 0 to 1."""
    return (
        ("load_kg", target.load_kg),
        ("reps", target.reps_low),
        ("rir", target.rir),
        ("hit_p", round(chance, 3)),
    )


def able_reps(forecast: Forecast, target: Target) -> tuple[int, int]:
    """Return the 80 % range of repetitions with the target's reserve, whole repetitions."""
    low, high = forecast.able_interval(target.rir)
    return floor(low), floor(high)
