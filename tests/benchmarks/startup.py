"""Time to the first paint and resident memory, against a window with nothing in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import time

from bars import Bar, compiled, ratio
from made_up import TODAY

from planner.coach import demo, files

CHILD = Path(__file__).with_name("window.py")
STARTED = "BENCHMARK_STARTED"
STARTS = 11


def measure(folder: Path) -> list[Bar]:
    """Measure both windows in processes of their own, by turns; makes the data in a folder.

    The quickest start of each counts: whatever else the machine does only adds to one.
    """
    files.open_file(folder / "workout-planner" / "planner.db")
    demo.add_sample_lifter(TODAY)
    files.close_file()
    starts = [(_run(folder, "bare"), _run(folder, "app")) for _ in range(STARTS + 1)]
    bares, apps = zip(*starts[1:], strict=True)  # the first ones read everything from the disk
    first_bare, _, memory_bare, _ = map(min, zip(*bares, strict=True))
    first_app, with_data, memory_app, memory_week = map(min, zip(*apps, strict=True))
    bare = "a bare QMainWindow"
    return [
        ratio("first paint", first_app, first_bare, 1.5, f"{bare} ({first_bare:.2f} s)"),
        ratio("resident memory at first paint", memory_app, memory_bare, 1.4, bare),
        ratio("  the week on screen", with_data, first_bare, None, bare),
        ratio("  resident memory with it", memory_week, memory_bare, None, bare),
    ]


def _run(folder: Path, which: str) -> list[float]:
    """Return [first paint, data on screen, memory at each] of one start; s and kB."""
    environment = compiled(folder) | {"XDG_DATA_HOME": str(folder), STARTED: repr(time())}
    command = [sys.executable, str(CHILD), which]
    done = subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    return [float(word) for word in done.stdout.split()[-4:]]
