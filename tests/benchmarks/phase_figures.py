"""Phases: the engine's figures against their bars, with check-ins that tell much, less, nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from figures import Figure, listed, side_by_side
from lifts import EXPERIENCES, simulated
from phases import FATIGUE, NAMED, NUMBER, Phases, confusion, measure, summary
from scores import interval, macro_f1, sums

from planner.engine.simulate import WORLDS

WEEKS = 48
WELLNESS = {"strong": 1.0, "weak": 0.5, "none": 0.0}
F1_BARS = {"strong": 0.72, "weak": 0.67, "none": 0.63}
RANK_BARS = {"strong": 0.92, "weak": 0.84}
COLUMNS = ("right", "F1", "unclear", *[str(phase) for phase in NAMED], "flags")
DIGITS = "222222221"
BINS = (0.55, 0.6, 0.7, 0.8, 0.9, 1.0 + 1e-9)
SIZE = (len(NAMED), len(NUMBER))

ByWellness: TypeAlias = Mapping[str, Phases]


def followed(seeds: Sequence[int]) -> dict[str, Phases]:
    """Return the phases of the same lifters with each kind of check-ins, standard world."""
    return {
        name: measure(
            simulated(seed, WORLDS[0], EXPERIENCES[seed % 3], WEEKS, wellness) for seed in seeds
        )
        for name, wellness in WELLNESS.items()
    }


def figures(phases: ByWellness) -> list[Figure]:
    """Return D1 to D4."""
    return [
        *[_f1(name, each) for name, each in phases.items()],
        *[
            Figure("D2", f"fatigue against plateau, AUC, {name}",
                   phases[name].fatigue_rank(), bar, digits=3)
            for name, bar in RANK_BARS.items()
        ],
        *[_flags(name, each) for name, each in phases.items()],
        *_confidence(list(phases.values())),
    ]  # fmt: skip


def _f1(name: str, phases: Phases) -> Figure:
    cells = np.eye(SIZE[0] * SIZE[1])[phases.true * SIZE[1] + phases.said]
    spread = interval(
        sums(phases.owner, *cells.T), lambda total: macro_f1(total[:-1].reshape(SIZE))
    )
    value = macro_f1(confusion(phases.true, phases.said))
    return Figure("D1", f"macro-F1, check-ins {name}", value, F1_BARS[name], interval=spread)


def _flags(name: str, phases: Phases) -> Figure:
    wrong = 100.0 * ((phases.said == FATIGUE) & (phases.true != FATIGUE))
    spread = interval(sums(phases.owner, wrong), lambda total: float(total[0] / total[-1]))
    what = f"false fatigue flags in 100, {name}"
    return Figure("D3", what, float(np.mean(wrong)), high=3.0, digits=1, interval=spread)


def _confidence(phases: Sequence[Phases]) -> list[Figure]:
    """Return how far accuracy is from the confidence stated, per bin of what was not abstained."""
    stated = np.concatenate([each.shares.max(axis=1) for each in phases])
    right = np.concatenate([each.guess == each.true for each in phases])
    found = []
    for low, high in pairwise(BINS):
        rows = (stated >= low) & (stated < high)
        off = 100.0 * float(np.mean(right[rows]) - np.mean(stated[rows])) if rows.any() else 0.0
        what = f"accuracy less confidence {low:.2f}–{high:.2f}, n={rows.sum()}"
        found.append(Figure("D4", what, off, -5.0, 5.0, digits=1))
    return found


def report(phases: ByWellness) -> str:
    """Write everything about phases."""
    count = len(phases["strong"].labels)
    rows: dict[str, Sequence[float]] = {}
    for name, each in phases.items():
        rows[f"engine, check-ins {name}"] = summary(each.true, each.said)
    for name, each in phases.items():
        rows[f"  its best guess, {name}"] = summary(each.true, each.guess)
    rows["common rules"] = summary(phases["strong"].true, phases["strong"].rules)
    counts = confusion(phases["strong"].true, phases["strong"].said)
    told = {f"truly {phase}": row for phase, row in zip(NAMED, counts, strict=True)}
    return "\n".join(
        [
            listed(f"Phases, {count} simulated lifters, from the sixth session on",
                   figures(phases)),
            "",
            "share right, macro-F1, recall of each phase, false fatigue flags in 100 sessions",
            side_by_side(COLUMNS, rows, DIGITS),
            "",
            "sessions: what the engine said of each true phase, check-ins strong",
            side_by_side([str(phase) for phase in NUMBER], told, "000000"),
        ]
    )  # fmt: skip
