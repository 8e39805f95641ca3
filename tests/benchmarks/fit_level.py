"""Fit the probability at which levelling off is called: as low as the worst world allows."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

import numpy as np
from level_figures import WEEKS
from levelling import STILL_RISING
from lifts import Lift, simulated
from scores import Numbers

from planner import engine
from planner.engine import evidence, phase, trend
from planner.engine.simulate import WORLDS
from planner.engine.terms import Experience

SEEDS = range(6000, 6300)
MOST_FALSE = 0.10
GRID = np.arange(0.40, 0.86, 0.02)


def fit(_logs: Path | None) -> dict[str, float]:
    """Return the least threshold with few enough false alarms in every world.

    What is allowed is two standard errors less than the bar, so that other lifters stay under it.
    """
    lifters = len(SEEDS)
    allowed = MOST_FALSE - 2.0 * sqrt(MOST_FALSE * (1.0 - MOST_FALSE) / lifters)
    worst = np.max([_false_shares(world.name) for world in WORLDS], axis=0)
    for threshold, share in zip(GRID, worst, strict=True):
        print(f"called at {threshold:.2f}: false alarms in the worst world {100 * share:.1f} %")
    if not (worst <= allowed).any():
        raise ValueError("every threshold gives too many false alarms")
    return {"LEVEL_P": round(float(GRID[np.argmax(worst <= allowed)]), 2)}


def _false_shares(name: str) -> Numbers:
    world = next(world for world in WORLDS if world.name == name)
    lifts = [simulated(seed, world, Experience.NOVICE, WEEKS) for seed in SEEDS]
    return np.asarray(np.mean([_false(lift) for lift in lifts], axis=0))


def _false(lift: Lift) -> Numbers:
    """Return, for each threshold, 1.0 when the first call came while strength still rose."""
    scores = np.array(_scores(lift))
    rising = np.array([truth.gain_28d >= STILL_RISING for truth in lift.truth])
    called = scores[None, :] >= GRID[:, None]
    first = np.argmax(called, axis=1)
    return np.asarray(called.any(axis=1) & rising[first], dtype=float)


def _scores(lift: Lift) -> list[float]:
    """Return after each session how probable it is that early gains are over; -1: not asked."""
    state, found = engine.start(lift.exercise, lift.lifter), []
    for day in lift.days:
        state = engine.update(state, day)
        assert state.bank is not None
        assert state.course is not None
        level = trend.middle(state.bank)
        asked = phase.can_level(state.course, day.on, state.sessions, level)
        away = state.rhythm.pause_days >= evidence.LAYOFF_DAYS.value
        p_level = engine.read(state, day.on).p_level
        found.append(p_level if asked and not away and p_level is not None else -1.0)
    return found
