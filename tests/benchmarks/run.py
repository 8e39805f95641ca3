"""Measure what must stay quick and small, and print it as a table of ratios.

    .venv/bin/python tests/benchmarks/run.py

Nothing but made-up logs is read, nothing outside a temporary folder is written, no display is
needed. The exit code is 1 when a bar is missed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import drawing
import entering
import long_block
import made_up
import planning
import printing
import startup
import storing
import thinking
from bars import Bar, told

from planner.coach import files


def main() -> int:
    """Measure everything; return 1 when a bar is missed."""
    bars = [*thinking.measure(), *storing.measure_import()]
    with TemporaryDirectory() as folder:
        database = Path(folder) / "planner.db"
        lifter_id = made_up.ten_years(database)
        bars += storing.measure_history(database, lifter_id)
        bars += drawing.measure(lifter_id)
        bars += planning.measure(lifter_id)
        bars += _logging(database)
        files.close_file()
        bars += long_block.measure(Path(folder) / "block.db")
        bars += startup.measure(Path(folder) / "start")
        bars += printing.measure(Path(folder))
    return told(bars)


def _logging(database: Path) -> list[Bar]:
    import dialogs  # late: what it loads would slow what is measured before

    window = entering.open_window(database)
    bars = dialogs.measure(window) + entering.measure(window, "ten years")
    bars += entering.measure_writes(window, database.parent)
    window.close()
    return bars


if __name__ == "__main__":
    sys.exit(main())
