"""Measure the engine beside everything else that could be used, on the same rows.

    .venv/bin/python tests/benchmarks/engine.py [--logs FOLDER] [--lifters N] [--seed-from N]
        [--subgroups]

Simulated lifters have known strength; a folder of logs that other apps have exported adds real
ones. Figures come with the bar they are held against and, in brackets, the bootstrap 95 % interval
over lifters (of logs: over exercises). The rivals' thresholds are chosen on seeds from 0.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import advice_laws
import forecast_figures
import forecasts
import laws
import level_figures
import lifts
import logs
import numpy as np
import phase_figures
import subgroups
from forecasts import Table
from lifts import Lift

from planner.engine.simulate import WORLDS

TEST_SEEDS_FROM = 10_000
LIFTERS = 120


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print everything."""
    asked = _parser().parse_args(arguments)
    seeds = range(asked.seed_from, asked.seed_from + asked.lifters)
    histories = lifts.of_all_worlds(seeds)
    table = forecasts.measure(histories)
    _print(_simulated_forecasts(histories, table))
    _print(
        _logged_forecasts(asked.logs) if asked.logs else "Without --logs B1 to B4 are not known."
    )
    courses = level_figures.followed(seeds, WORLDS)
    more = level_figures.followed(seeds, level_figures.MORE_WORLDS)
    tuning = level_figures.followed(range(asked.lifters), WORLDS)
    _print(level_figures.report(courses, more, tuning))
    phases = phase_figures.followed(seeds)
    _print(phase_figures.report(phases))
    _print(laws.report(seeds))
    _print(advice_laws.report(seeds))
    if asked.subgroups:
        _print(subgroups.report(histories, table, courses, phases["strong"]))
    return 0


def _print(text: str) -> None:
    print(text, end="\n\n", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure the engine beside its rivals.")
    parser.add_argument("--logs", type=Path, help="folder of exports (CSV), one of each lifter")
    parser.add_argument("--lifters", type=int, default=LIFTERS, help="simulated, in each world")
    parser.add_argument("--seed-from", type=int, default=TEST_SEEDS_FROM)
    parser.add_argument("--subgroups", action="store_true", help="figures of groups of lifters")
    return parser


def _simulated_forecasts(histories: Sequence[Lift], table: Table) -> str:
    capped = np.array([_capped(lift) for lift in histories])
    figures = forecast_figures.simulated_figures(table, table.only(capped[table.owner]))
    figures += forecast_figures.gap_figures(table, "simulated")
    title = f"Next session, {len(histories)} simulated lifters of five worlds"
    return forecast_figures.report(title, figures, {"all rows": table})


def _capped(lift: Lift) -> bool:
    return lift.made is not None and lift.made.policy == "linear" and not lift.made.logs_reserve


def _logged_forecasts(folder: Path) -> str:
    by_lifter = logs.histories(folder)
    table = forecasts.measure(chain.from_iterable(by_lifter))
    figures = forecast_figures.logged_figures(table)
    figures += forecast_figures.gap_figures(table, "logs")
    count = sum(map(len, by_lifter))
    title = f"Next session, {count} exercise histories of {len(by_lifter)} lifters' logs"
    rows = {"clean histories": forecast_figures.clean_only(table), "all histories": table}
    return forecast_figures.report(title, figures, rows)


if __name__ == "__main__":
    sys.exit(main())
