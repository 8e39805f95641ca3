"""The tonnage of a lift's day: one figure on every page of the charts."""

from __future__ import annotations

from planner.coach.replay import ReplayedDay
from planner.engine import typing_error
from planner.engine.tonnage import tonnage


def tonnage_kg(step: ReplayedDay) -> float:
    """Return load × reps of a day in kg, with the bodyweight that the engine knew of it.

    A set that looks like a typing error is left out, the day's others are not.
    """
    believed = typing_error.believed(step.day, step.state)
    return tonnage(believed.sets, step.state.exercise, step.bodyweight_kg)
