"""The load that strength today allows for so many repetitions, and how sure that is."""

from __future__ import annotations

from math import exp, hypot, log
from typing import NamedTuple

from planner.engine import evidence
from planner.engine.lift import LiftState
from planner.engine.strength import load_for

_BAND_SD = evidence.BAND_SD.value
_RELATION = evidence.RELATION_SD.value


class RepMax(NamedTuple):
    """What is moved at the most for some repetitions, kg, with the range that holds nine in ten."""

    kg: float
    low_kg: float
    high_kg: float


def rep_max(strength_kg: float, sd_kg: float, reps: int, usual: float | None = None) -> RepMax:
    """Return the most that can be moved `reps` times, without any reserve.

    `sd_kg` is the standard deviation of the e1RM. Lifters differ in the repetitions that a share
    of their strength allows, so the range grows with the distance from the `usual` share, log
    units; None stands for singles.
    """
    kg = load_for(strength_kg, reps)
    away = log(kg / strength_kg) - (usual or 0.0)
    spread = _BAND_SD * hypot(sd_kg / strength_kg, _RELATION * away)
    return RepMax(kg, kg * exp(-spread), kg * exp(spread))


def usual_share(state: LiftState) -> float | None:
    """Return the share of strength that the last sessions were done with, log units, or None."""
    shares = sorted(past.log_load - past.log_kg for past in state.habit.past if not past.held)
    return shares[len(shares) // 2] if shares else None
