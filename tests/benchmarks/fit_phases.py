"""Fit the scores that tell phases apart, and write them to planner/engine/fitted.py.

    .venv/bin/python tests/benchmarks/fit_phases.py

Simulated lifters of all worlds train 48 weeks, with check-ins that show tiredness well, half as
well and not at all. Each score is a logistic regression among the sessions that none of the
phases asked before it explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from planner import engine
from planner.engine import fitted, phase, reading
from planner.engine.simulate import WORLDS, SimulatedLift, simulate
from planner.engine.terms import Experience, Lifter, Phase

OUT = Path(fitted.__file__)
LIFTERS = 100  # of each world and kind of check-in
WEEKS = 48
FIRST_SESSION = 4
WELLNESS = (1.0, 0.5, 0.0)
EXPERIENCE = (Experience.NOVICE, Experience.INTERMEDIATE, Experience.UNKNOWN)
RIDGE = 1e-3
ROUNDS = 30

Row: TypeAlias = tuple[Phase, dict[Phase, tuple[float, ...]]]
Numbers: TypeAlias = NDArray[np.float64]


def main() -> None:
    """Fit all scores and write them."""
    rows = list(_rows())
    lines = []
    for asked in rows[0][1]:
        weights = fit(
            np.array([signs[asked] for _, signs in rows]),
            np.array([truth is asked for truth, _ in rows], dtype=float),
        )
        lines.append(f"{asked.name} = ({', '.join(f'{weight:.4g}' for weight in weights)})")
        rows = [row for row in rows if row[0] is not asked]
    OUT.write_text(f'"""{fitted.__doc__}"""\n\n' + "\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


def fit(signs: Numbers, happened: Numbers) -> Numbers:
    """Return the weights of a logistic regression by Newton's method, with a slight ridge."""
    weights = np.zeros(signs.shape[1])
    for _ in range(ROUNDS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(signs @ weights, -30.0, 30.0)))
        bend = (signs.T * (chance * (1.0 - chance))) @ signs + RIDGE * np.eye(len(weights))
        slope = signs.T @ (happened - chance) - RIDGE * weights
        weights += np.linalg.solve(bend, slope)
    return weights


def _rows() -> Iterator[Row]:
    for number, world in enumerate(WORLDS):
        for wellness in WELLNESS:
            for seed in range(300 * number, 300 * number + LIFTERS):
                lifter = Lifter(EXPERIENCE[seed % 3], bodyweight_kg=75.0)
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


if __name__ == "__main__":
    main()
