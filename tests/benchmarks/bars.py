"""What is measured, against what, and how the table is written."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

REPEATS = 5
KEPT = "PLANNER_BARS"  # names the file to which everything.py lets each script add its figures


@dataclass(frozen=True, slots=True)
class Bar:
    """A measured value, in `unit`, with the most it may be; a ratio has what it is held against."""

    what: str
    value: float
    unit: str
    most: float | None = None
    held_against: str = ""

    @property
    def missed(self) -> bool:
        """Tell whether the value is above the bar."""
        return self.most is not None and self.value > self.most


def ratio(what: str, ours: float, theirs: float, most: float | None, held_against: str) -> Bar:
    """Return how many times as much as the other we need."""
    return Bar(what, ours / theirs, "×", most, held_against)


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def interleaved(
    measures: Sequence[Callable[[], float]], repeats: int = REPEATS
) -> tuple[float, ...]:
    """Return the median of each measure; taking turns shares what else the machine does."""
    rounds = [[measure() for measure in measures] for _ in range(repeats)]
    return tuple(median(values) for values in zip(*rounds, strict=True))


def compiled(folder: Path) -> dict[str, str]:
    """Return the environment of a process that is compiled once, as an installed program is."""
    kept = {"PYTHONPYCACHEPREFIX": str(folder), "PYTHONDONTWRITEBYTECODE": ""}
    return os.environ | kept


def table(bars: Sequence[Bar]) -> str:
    """Write the bars below each other."""
    lines = [f"{'':44}{'measured':>12}{'bar':>12}"]
    for bar in bars:
        most = "" if bar.most is None else f"≤ {bar.most:g} {bar.unit}"
        against = f"  of {bar.held_against}" if bar.held_against else ""
        missed = "  MISSED" if bar.missed else ""
        value = f"{bar.value:.3g} {bar.unit}"
        lines.append(f"{bar.what:44}{value:>12}{most:>12}{missed}{against}")
    return "\n".join(lines)


def told(bars: Sequence[Bar]) -> int:
    """Print the bars; return the exit code of a benchmark, 1 when one is missed."""
    print(table(bars))
    if kept := os.environ.get(KEPT):
        with Path(kept).open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(bar)) + "\n" for bar in bars)
    return int(any(bar.missed for bar in bars))
