"""Measure the list of a studio of 200 made-up clients: how quickly it shows, and how it fills.

    .venv/bin/python tests/benchmarks/clients.py

The studio is made anew in a temporary folder, which takes a minute. The exit code is 1 when a bar
is missed.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import dialogs
import entering
import studio
from bars import Bar, interleaved, seconds, told
from PySide6.QtWidgets import QApplication

from planner.coach import assigning, client_list, clients, files, library, steps
from planner.coach.parts import at_once
from planner.ui import clients_stories
from planner.ui.app import collect_between_events
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName

CLIENTS = 200
TODAY = date(2026, 11, 5)
FIRST_DAY = date(2026, 11, 9)
PROGRAM = "upper-lower-four"
GIVEN = 20  # clients who get a program


def measure(window: MainWindow) -> list[Bar]:
    """Measure the list of all lifters of an open file, and a program for many of them."""
    read, shown = interleaved(
        (lambda: seconds(lambda: client_list.clients(TODAY)), lambda: _shown(window))
    )
    longest, screen = _filled(window)
    return [
        Bar(f"list of {CLIENTS} clients read", 1000 * read, "ms"),
        Bar(f"list of {CLIENTS} clients shown", 1000 * shown, "ms", 200),
        Bar("longest the window waits while it fills", 1000 * longest, "ms", 100),
        Bar("until the first screen is filled", screen, "s"),
        Bar(f"program stored for {GIVEN} clients", _given(), "s"),
    ]


def _shown(window: MainWindow) -> float:
    started = perf_counter()
    dialog = clients_stories.show(window)
    QApplication.processEvents()
    took = perf_counter() - started
    dialog.close()
    return took


def _filled(window: MainWindow) -> tuple[float, float]:
    """Return the longest slice, and how long the rows in sight took, in seconds."""
    dialog = clients_stories.show(window)
    QApplication.processEvents()
    started, longest = perf_counter(), 0.0
    seen = set(dialog.table.in_sight())
    while any(each.state is None for each in dialog.model.shown() if each.lifter.id in seen):
        before = perf_counter()
        QApplication.processEvents()
        longest = max(longest, perf_counter() - before)
    dialog.close()
    return longest, perf_counter() - started


def _given() -> float:
    lifters = clients.lifters()[:GIVEN]
    ready = [at_once(assigning.assignment(each, PROGRAM, FIRST_DAY, TODAY)) for each in lifters]
    started = perf_counter()
    _, step = steps.do(lambda: assigning.assign(ready, lambda _: None))
    took = perf_counter() - started
    steps.revert(step)
    return took


def main() -> int:
    """Measure everything; return 1 when a bar is missed."""
    app = QApplication.instance() or QApplication([])
    with TemporaryDirectory() as folder:
        database = Path(folder) / "planner.db"
        files.open_file(database)
        library.ensure()
        steps.do(lambda: studio.add_clients(CLIENTS, TODAY))
        window = MainWindow(database, lambda: TODAY)
        window.show()
        window.start()
        app.processEvents()
        for _ in window.tabs.preparing(TabName.LOG):  # as the program does once it has started
            app.processEvents()
        collect_between_events()
        bars = [
            *measure(window),
            *dialogs.measure_all(window),
            *entering.measure(window, "a client of many"),
        ]
        window.close()
        files.close_file()
    return told(bars)


if __name__ == "__main__":
    sys.exit(main())
