"""Fit how much a lifter has to learn at first: where first sessions are foreseen best.

Only the mean is fitted. How far lifters differ stays wider than simulated ones do, since people
differ more; of returners the simulator knows nothing.
"""

from __future__ import annotations

from math import erfc, log, sqrt
from pathlib import Path

import numpy as np
from lifts import FORECAST_WEEKS
from scores import Numbers

from planner import engine
from planner.engine import prediction, strength, trend
from planner.engine.simulate import WORLDS, SimulatedLift, simulate
from planner.engine.terms import Experience, Lifter

SEEDS = range(7000, 7400)
FIRST_SESSIONS = 25
LEAST_P = 1e-12
TYPO = 0.4  # log units off what the sets had to work with
GRIDS = {
    Experience.NOVICE: np.arange(0.10, 0.24, 0.01),
    Experience.INTERMEDIATE: np.arange(0.0, 0.08, 0.01),
    Experience.UNKNOWN: np.arange(0.04, 0.16, 0.01),
}


def fit(_logs: Path | None) -> dict[str, float]:
    """Return the mean of what is to be learned, log, for each experience."""
    return {f"LEARNING_{each.name}": _best(each, grid) for each, grid in GRIDS.items()}


def _best(experience: Experience, grid: Numbers) -> float:
    lifts = [_simulated(seed, experience) for seed in SEEDS]
    scores = [sum([_score(lift, float(mean)) for lift in lifts], 0.0) for mean in grid]
    return float(grid[int(np.argmax(scores))])


def _simulated(seed: int, experience: Experience) -> SimulatedLift:
    lifter = Lifter(experience, bodyweight_kg=75.0)
    return simulate(seed, WORLDS[seed % len(WORLDS)], lifter=lifter, weeks=FORECAST_WEEKS)


def _score(lift: SimulatedLift, learning: float) -> float:
    """Return the log likelihood of the first sessions if that much is to be learned."""
    experience = lift.lifter.experience
    trend.PRIORS[experience] = trend.PRIORS[experience]._replace(learning=learning)
    state, total = engine.start(lift.exercise, lift.lifter), 0.0
    for day, truth in list(zip(lift.days, lift.truth, strict=True))[:FIRST_SESSIONS]:
        seen = strength.observe(day, lift.exercise, 75.0, state.expected)
        level = prediction.level_on(state, day.on, day.muscle_gap_days)
        state = engine.update(state, day)
        if level and seen and abs(seen.log_kg - truth.shown_log_kg) < TYPO:
            variance = level.variance + seen.sd**2 + trend.SESSION_VARIANCE
            likelihood = _at_least if seen.capped else _t4
            total += likelihood(seen.log_kg - level.mean, variance)
    return total


def _t4(error: float, variance: float) -> float:
    return -2.5 * log(1.0 + 0.25 * error * error / variance) - 0.5 * log(variance)


def _at_least(error: float, variance: float) -> float:
    """Return the log likelihood of sets that stopped at their target: strength is that or more."""
    return log(max(0.5 * erfc(error / sqrt(2.0 * variance)), LEAST_P))
