"""Measure the engine beside everything else that could be used, on the same rows.

    python tests/benchmarks/engine.py [--logs FOLDER] [--lifters N] [--seed-from N]

Simulated lifters have known strength; a folder of logs that other apps have exported adds real
ones. The engine's constants were chosen on other seeds.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import forecast_figures
import forecasts
import laws
import level_figures
import lifts
import logs
import numpy as np
import phase_figures

TEST_SEEDS_FROM = 10_000
LIFTERS = 120


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print everything."""
    asked = _parser().parse_args(arguments)
    seeds = range(asked.seed_from, asked.seed_from + asked.lifters)
    _simulated_forecasts(seeds)
    if asked.logs is not None:
        _logged_forecasts(asked.logs)
    print("\n" + level_figures.report(seeds, range(asked.lifters)))
    print("\n" + phase_figures.report(seeds))
    print("\n" + laws.report(seeds))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--logs", type=Path, help="folder of exports (CSV), one of each lifter")
    parser.add_argument("--lifters", type=int, default=LIFTERS, help="lifters of each world")
    parser.add_argument("--seed-from", type=int, default=TEST_SEEDS_FROM)
    return parser


def _simulated_forecasts(seeds: Sequence[int]) -> None:
    histories = lifts.of_all_worlds(seeds)
    table = forecasts.measure(histories)
    capped = np.array([_capped(lift) for lift in histories])
    figures = forecast_figures.simulated_figures(table, table.only(capped[table.owner]))
    figures += forecast_figures.gap_figures(table, "simulated")
    title = f"Next session, {len(histories)} simulated lifters of five worlds"
    print(forecast_figures.report(title, figures, {"all rows": table}))


def _capped(lift: lifts.Lift) -> bool:
    return lift.made is not None and lift.made.policy == "linear" and not lift.made.logs_reserve


def _logged_forecasts(folder: Path) -> None:
    by_lifter = logs.histories(folder)
    table = forecasts.measure(chain.from_iterable(by_lifter))
    figures = forecast_figures.logged_figures(table)
    figures += forecast_figures.gap_figures(table, "logs")
    count = sum(map(len, by_lifter))
    title = f"Next session, {count} exercise histories of {len(by_lifter)} lifters' logs"
    rows = {"clean histories": forecast_figures.clean_only(table), "all histories": table}
    print("\n" + forecast_figures.report(title, figures, rows))


if __name__ == "__main__":
    sys.exit(main())
