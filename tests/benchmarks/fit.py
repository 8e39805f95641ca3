"""Fit the engine's numbers and write them, as a new version, to planner/engine/fitted.py.

    .venv/bin/python tests/benchmarks/fit.py [--logs FOLDER]

In turn, for each builds on those before: what lifters have to learn, the scores that tell phases
apart, the threshold of levelling off, and the chance to hit a target. The last needs a FOLDER of
real logs as other apps export them, and stays as it is without one. Takes about two minutes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from runpy import run_path
from typing import TypeAlias

from planner.engine import fitted

Fitted: TypeAlias = int | float | tuple[float, ...]

OUT = Path(fitted.__file__)
STAGES = ("fit_learning", "fit_phases", "fit_level", "fit_hits")


def main() -> None:
    """Run one stage, or all in turn, each in a process that reads what the last one wrote."""
    asked = _arguments()
    if asked.logs and not list(asked.logs.glob("*.csv")):
        raise SystemExit(f"There are no logs (*.csv) in {asked.logs}.")
    if asked.stage:
        fit: Callable[[Path | None], Mapping[str, Fitted]] = import_module(asked.stage).fit
        before = _numbers()
        write(fit(asked.logs))
        _count_version(before)
        return
    for stage in STAGES:
        subprocess.run([sys.executable, __file__, *sys.argv[1:], "--stage", stage], check=True)


def write(found: Mapping[str, Fitted]) -> None:
    """Write numbers in place of those of the same name, four digits each."""
    numbers = {**_numbers(), **found}
    lines = [f"{name} = {_written(value)}" for name, value in numbers.items()]
    OUT.write_text(f'"""{fitted.__doc__}"""\n\n' + "\n".join(lines) + "\n", encoding="utf-8")
    print(*[f"{name} = {_written(value)}" for name, value in found.items()], sep="\n", flush=True)


def _written(value: Fitted) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(map(_written, value))})"
    return str(value) if isinstance(value, int) else f"{value:.4g}"


def _numbers() -> dict[str, Fitted]:
    """Return the numbers as they stand in the file now."""
    return {name: value for name, value in run_path(str(OUT)).items() if name.isupper()}


def _count_version(before: Mapping[str, Fitted]) -> None:
    if _numbers() != before:
        write({"VERSION": fitted.VERSION + 1})


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fit the engine's numbers.")
    parser.add_argument("--logs", type=Path, help="folder of real logs, *.csv")
    parser.add_argument("--stage", choices=STAGES, help="run only this one")
    return parser.parse_args()


if __name__ == "__main__":
    main()
