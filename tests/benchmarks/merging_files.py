"""Measure merging on databases of a trainer: 200 clients, 500,000 sets.

    .venv/bin/python tests/benchmarks/merging_files.py [CLIENTS]

Two files that are the same are compared, then one that knows nobody takes everybody in, and one
client is handed over; the merge is undone and done again. The exit code is 1 when a part takes too
long for a window that answers.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

from bars import Bar, told

from planner.coach import files, handing_over, merging, steps
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import clients, imports, log

CLIENTS, SESSIONS, SETS = 200, 100, 25
DAY = date(2024, 1, 1)
LONGEST_MS = 100.0
Made = TypeVar("Made")


def timed(what: str, work: Generator[None, None, Made]) -> tuple[Made, Bar]:
    """Do work in parts, print how long it took, and return the longest part but the last in ms.

    The last one of what writes has SQLite's COMMIT, which nobody can divide.
    """
    started = before = perf_counter()
    longest = 0.0
    while True:
        try:
            next(work)
        except StopIteration as done:
            took, last = perf_counter() - started, perf_counter() - before
            parts = f"longest part {1000 * longest:4.0f} ms, the last {1000 * last:4.0f} ms"
            print(f"{what:30} {took:7.2f} s, {parts}")
            return done.value, Bar(f"{what}: longest part", 1000 * longest, "ms", LONGEST_MS)
        now = perf_counter()
        longest, before = max(longest, now - before), now


def fill(clients_wanted: int) -> None:
    """Store clients with a log each."""
    sets = tuple(LoggedSet(60.0 + n, 5, load=60.0 + n) for n in range(SETS // 5))
    slots = (LoggedExercise("back-squat", sets),) * 5
    for number in range(clients_wanted):
        key = clients.add_lifter(Lifter(name=f"Client {number}"))
        sessions = [Session(DAY + timedelta(days=3 * n), slots) for n in range(SESSIONS)]
        log.add_sessions(key, sessions, imports.add_import(key, "a.csv", "Strong", DAY, "x"))


def main(clients_wanted: int) -> int:
    """Measure all of it; return 1 when a part takes too long."""
    longest = []
    with TemporaryDirectory() as folder:
        full, empty, same = (Path(folder) / f"{name}.db" for name in ("full", "empty", "same"))
        files.open_file(full)
        fill(clients_wanted)
        files.back_up(same)
        started = perf_counter()
        other = merging.fetch(same)
        print(f"{'copied, checked (on a thread)':30} {perf_counter() - started:7.2f} s")
        preview, part = timed("two equal files compared", merging.look(other))
        assert preview.is_empty()
        longest.append(part)
        work = handing_over.write([1], Path(folder) / "one.planner")
        longest.append(timed("one client handed over", work)[1])
        files.open_file(empty)
        preview, part = timed("compared with an empty file", merging.look(other))
        longest.append(part)
        merged, part = timed("everybody merged into it", merging.apply(preview, {}))
        longest.append(part)
        again, part = timed("undone", steps.reverting(merged.step))
        longest.append(part)
        longest.append(timed("done again", steps.reverting(again))[1])
        other.close()
        files.close_file()
    return told(longest)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CLIENTS))
