"""Time to the first paint and resident memory, against a window with nothing in it."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from time import time

from bars import REPEATS, Bar, compiled, interleaved, ratio
from made_up import TODAY

from planner.coach import demo, files

CHILD = Path(__file__).with_name("window.py")
STARTED = "BENCHMARK_STARTED"


def measure(database: Path) -> list[Bar]:
    """Measure both windows in processes of their own, by turns; makes the database."""
    files.open_file(database)
    demo.add_sample_lifter(TODAY)
    files.close_file()
    seen: dict[str, list[list[float]]] = {"bare": [], "app": []}

    def run(which: str, *arguments: str) -> float:
        seen[which].append(_run(database.parent, which, *arguments))
        return seen[which][-1][0]

    run("app", str(database))  # the first start reads everything from the disk
    run("bare")
    first_bare, first_app = interleaved(
        [partial(run, "bare"), partial(run, "app", str(database))], REPEATS
    )
    with_data = sorted(times[1] for times in seen["app"][1:])[REPEATS // 2]
    memory_bare = sorted(times[2] for times in seen["bare"][1:])[REPEATS // 2]
    memory_app = sorted(times[2] for times in seen["app"][1:])[REPEATS // 2]
    memory_week = sorted(times[3] for times in seen["app"][1:])[REPEATS // 2]
    bare = "a bare QMainWindow"
    return [
        ratio("first paint", first_app, first_bare, 1.8, f"{bare} ({first_bare:.2f} s)"),
        ratio("resident memory at first paint", memory_app, memory_bare, 1.6, bare),
        ratio("  the week on screen", with_data, first_bare, None, bare),
        ratio("  resident memory with it", memory_week, memory_bare, None, bare),
    ]


def _run(folder: Path, *arguments: str) -> list[float]:
    """Return [first paint, data on screen, memory at each] of one start; s and kB."""
    environment = compiled(folder) | {STARTED: repr(time())}
    command = [sys.executable, str(CHILD), *arguments]
    done = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    return [float(word) for word in done.stdout.split()[-4:]]
