"""Two hundred clients' sheets in one PDF, as the command line writes them today."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from time import process_time

import studio
from bars import Bar, compiled, ratio

from planner.coach import files, steps

CLIENTS = 200
MOST_SECONDS, MOST_MB, MOST_FILE_MB = 6.0, 150.0, 3.0


def measure(folder: Path) -> list[Bar]:
    """Measure processor time, peak memory and size, each as a share of its limit."""
    database, pdf = folder / "studio.db", folder / "studio.pdf"
    files.open_file(database)
    steps.do(lambda: studio.add_clients(CLIENTS, date.today()))
    files.close_file()
    environment = compiled(folder) | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, __file__, str(database), str(pdf)]
    for _ in range(2):  # the first run compiles
        done = subprocess.run(
            command, env=environment, check=True, capture_output=True, text=True, timeout=300
        )
    seconds, memory_mb = map(float, done.stdout.split()[-2:])
    what = f"{CLIENTS} clients as one PDF"
    return [
        ratio(f"{what}, time", seconds, MOST_SECONDS, 1.0, f"{MOST_SECONDS:g} s"),
        ratio("  peak memory", memory_mb, MOST_MB, 1.0, f"{MOST_MB:g} MB"),
        ratio("  size", pdf.stat().st_size / 1e6, MOST_FILE_MB, 1.0, f"{MOST_FILE_MB:g} MB"),
    ]


def _print(database: Path, pdf: Path) -> None:
    from planner import cli

    start = process_time()
    cli.main(["print", "--all", "--out", str(pdf)], database)
    print(process_time() - start, _peak_mb())


def _peak_mb() -> float:
    """Return the peak of this process alone: that of getrusage is inherited from the parent."""
    lines = Path("/proc/self/status").read_text().splitlines()
    (peak,) = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(peak) / 1024


if __name__ == "__main__":
    _print(Path(sys.argv[1]), Path(sys.argv[2]))
