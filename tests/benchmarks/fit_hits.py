"""Fit the chance to hit a target, on real logs and simulated lifters, which count alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import logs
import numpy as np
from forecasts import SESSIONS_BEFORE, TARGETS
from lifts import Lift, mistyped, of_all_worlds, shown
from logistic import weights_of
from scores import Numbers

from planner import engine

SEEDS = range(5000, 5100)


def fit(folder: Path | None) -> dict[str, tuple[float, ...]]:
    """Return the weights of the constant and of each of `Forecast.hit_signs`."""
    if folder is None:
        return {}
    real = [lift for lifter in logs.histories(folder) for lift in lifter]
    rows = [_asked(real), _asked(of_all_worlds(SEEDS))]
    signs, happened = np.concatenate([row[:, :-1] for row in rows]), [row[:, -1] for row in rows]
    counts = np.concatenate([np.full(len(row), 1000.0 / len(row)) for row in rows])
    return {"HIT": tuple(weights_of(signs, np.concatenate(happened), counts).tolist())}


def _asked(lifts: Iterable[Lift]) -> Numbers:
    return np.array([row for lift in lifts for row in _rows(lift)])


def _rows(lift: Lift) -> Iterator[tuple[float, ...]]:
    """Give (1, signs…, whether it was hit) of each target of each session from the fourth on."""
    state, last, told = engine.start(lift.exercise, lift.lifter), None, 0
    for number, day in enumerate(lift.days):
        seen, before = shown(day, lift), state
        state = engine.update(state, day)
        if seen is None or (lift.truth and mistyped(seen, lift.truth[number])):
            continue
        if last is not None and told >= SESSIONS_BEFORE:
            made = engine.forecast_sets(
                before, day.on, seen.load_kg, seen.sets, day.muscle_gap_days
            )
            for more in TARGETS.tolist():
                signs = made.hit_signs(last.reps + more)
                yield 1.0, *signs, float(seen.reps >= last.reps + more)
        last, told = seen, told + 1
