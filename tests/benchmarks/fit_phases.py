"""Fit the scores that tell phases apart.

Simulated lifters of all worlds train 48 weeks, with check-ins that show tiredness well, half as
well and not at all. Each score is a logistic regression among the sessions that none of the
phases asked before it explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import numpy as np
from lifts import EXPERIENCES
from logistic import weights_of

from planner import engine
from planner.engine import phase, reading
from planner.engine.simulate import WORLDS, SimulatedLift, simulate
from planner.engine.terms import Lifter, Phase

LIFTERS = 100  # of each world and kind of check-in
WEEKS = 48
FIRST_SESSION = 4
WELLNESS = (1.0, 0.5, 0.0)

Row: TypeAlias = tuple[Phase, dict[Phase, tuple[float, ...]]]


def fit(_logs: Path | None) -> dict[str, tuple[float, ...]]:
    """Return the weights of every score."""
    rows = list(_rows())
    found = {}
    for asked in rows[0][1]:
        weights = weights_of(
            np.array([signs[asked] for _, signs in rows]),
            np.array([truth is asked for truth, _ in rows], dtype=float),
        )
        found[asked.name] = tuple(weights.tolist())
        rows = [row for row in rows if row[0] is not asked]
    return found


def _rows() -> Iterator[Row]:
    for number, world in enumerate(WORLDS):
        for wellness in WELLNESS:
            for seed in range(300 * number, 300 * number + LIFTERS):
                lifter = Lifter(EXPERIENCES[seed % 3], bodyweight_kg=75.0)
                yield from _sessions(
                    simulate(seed, world, lifter=lifter, weeks=WEEKS, wellness=wellness)
                )


def _sessions(lift: SimulatedLift) -> Iterator[Row]:
    state = engine.start(lift.exercise, lift.lifter)
    for day, truth in zip(lift.days, lift.truth, strict=True):
        state = engine.update(state, day)
        if state.sessions >= FIRST_SESSION:
            assert state.bank is not None
            gain = phase.monthly_gain(state.bank, state.steps, state.rhythm.days_between)
            yield truth.phase, phase.terms_of(reading.signs_of(state, gain, away=0))
