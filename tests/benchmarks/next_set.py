"""Measure what is said of the next set, beside simple rivals, on exported logs and simulations.

    .venv/bin/python tests/benchmarks/next_set.py --logs FOLDER [--simulated COUNT]

The constants of the next set were tuned on the second, fourth, … file of a folder in the order of
their names (`tuned`); the other files (`held out`) and the simulated lifters had no part in it.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import lifts
import logs
import numpy as np
from lifts import Lift
from scores import brier, ece

from planner import engine
from planner.engine import strength
from planner.engine.lift import LiftState
from planner.engine.next_set import NextSet, next_set
from planner.engine.set_habit import SetHabit, set_habit
from planner.engine.terms import WORK_KINDS, ExerciseDay, LoggedSet

FEWEST_SESSIONS = 3
TARGETS = (-1, 0, 1, 2)  # repetitions to hit, against the set before
SIMULATED = 60


class Row(NamedTuple):
    """One set and what was said of it: repetitions done, of the set before, and last time's."""

    reps: int
    before: int
    last: int | None
    same_load: bool
    said: int
    low: int
    high: int
    hits: tuple[float, ...]
    seconds: float


def rows(lift: Lift) -> Iterator[Row]:
    """Forecast every set but the first of each day, from the fourth session on."""
    state, past = engine.start(lift.exercise, lift.lifter), list[ExerciseDay]()
    for day in lift.days:
        if state.sessions >= FEWEST_SESSIONS and state.bank is not None:
            habit = set_habit(past, lift.exercise, state.bodyweight_kg)
            yield from _of_day(state, habit, day, past)
        state = engine.update(state, day)
        past.append(day)


def _of_day(
    state: LiftState, habit: SetHabit, day: ExerciseDay, past: Sequence[ExerciseDay]
) -> Iterator[Row]:
    sets = [entry for entry in day.sets if _counts(entry, state)]
    before = [entry for entry in past[-1].sets if _counts(entry, state)]
    for number, entry in enumerate(sets[1:], start=1):
        started = time.perf_counter()
        made = next_set(
            state, habit, day.on, entry.load_kg or 0.0, sets[:number],
            muscle_gap_days=day.muscle_gap_days,
        )  # fmt: skip
        said, (low, high) = made.reps, made.reps_range
        took = time.perf_counter() - started
        last = before[min(number, len(before) - 1)].reps if before else None
        yield _row(entry, sets[number - 1], last, made, (said, low, high), took)


def _row(
    entry: LoggedSet, previous: LoggedSet, last: int | None, made: NextSet,
    said: tuple[int, int, int], took: float,
) -> Row:  # fmt: skip
    before = previous.reps or 0
    hits = tuple(made.p_hit(max(before + more, 0)) for more in TARGETS)
    same = abs((entry.load_kg or 0.0) - (previous.load_kg or 0.0)) < 1e-3
    return Row(entry.reps or 0, before, last, same, *said, hits, took)


def _counts(entry: LoggedSet, state: LiftState) -> bool:
    moved = strength.moved_kg(entry.load_kg, state.exercise, state.bodyweight_kg)
    return entry.kind in WORK_KINDS and strength.trusted(entry) and moved is not None


def report(name: str, found: Sequence[Row]) -> None:
    """Print the figures of a group of sets."""
    reps = np.array([row.reps for row in found])
    before = np.array([row.before for row in found])
    last = np.array([row.before if row.last is None else row.last for row in found])
    said = np.array([row.said for row in found])
    hits = np.array([row.hits for row in found])
    true = reps[:, None] >= before[:, None] + np.array(TARGETS)
    inside = np.mean([row.low <= row.reps <= row.high for row in found])
    width = np.mean([row.high - row.low for row in found])
    print(f"\n{name}: {len(found)} sets")
    print(f"  reps MAE      engine {_mae(said, reps):.3f}   set before {_mae(before, reps):.3f}"
          f"   last time {_mae(last, reps):.3f}")  # fmt: skip
    rivals = [(rival[:, None] >= before[:, None] + np.array(TARGETS)) for rival in (before, last)]
    scores = [brier(each.ravel().astype(float), true.ravel()) for each in (hits, *rivals)]
    base = float(np.mean(true) * (1.0 - np.mean(true)))
    print(f"  Brier P(hit)  engine {scores[0]:.4f}  set before {scores[1]:.4f}"
          f"  last time {scores[2]:.4f}  base {base:.4f}")  # fmt: skip
    print(f"  ECE P(hit)    engine {ece(hits.ravel(), true.ravel()):.4f}")
    print(f"  80 % range    covers {inside:.3f}, {width:.1f} reps wide")
    took = np.array([row.seconds for row in found]) * 1e3
    print(
        f"  a forecast    {np.median(took):.2f} ms, 99th percentile {np.quantile(took, 0.99):.2f}"
    )


def _mae(said: np.ndarray, reps: np.ndarray) -> float:
    return float(np.mean(np.abs(said - reps)))


def _all(found: Sequence[Lift]) -> list[Row]:
    return [row for lift in found if strength.measurable(lift.exercise) for row in rows(lift)]


def main() -> int:
    """Print the figures of the simulated lifters and, given a folder, of its logs."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--logs", type=Path)
    asked.add_argument("--simulated", type=int, default=SIMULATED)
    given = asked.parse_args()
    if given.logs is not None:
        files = [_all(found) for found in logs.histories(given.logs)]
        for name, first in (("tuned", 1), ("held out", 0)):
            group = [row for found in files[first::2] for row in found]
            report(f"logs, {name}", group)
            report(f"logs, {name}, same load as the set before",
                   [row for row in group if row.same_load])  # fmt: skip
    report("simulated", _all(lifts.of_all_worlds(range(9000, 9000 + given.simulated))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
