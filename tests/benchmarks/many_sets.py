"""Measure a studio of 200 clients with 3 million sets in five years: open, look, check, back up.

    .venv/bin/python tests/benchmarks/many_sets.py [--keep FILE]

The file is made anew in a temporary folder (600 MB, half a minute), or kept and used again. The
exit code is 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import made_up
from bars import Bar, ratio, seconds, told
from PySide6.QtWidgets import QApplication

from planner.coach import files, importing, library, readings, steps
from planner.engine.terms import Lifter, LoggedExercise, Session
from planner.storage import clients, imports, log
from planner.ui.main_window import MainWindow
from planner.ui.reading_first import ReadingFirst
from planner.ui.top_bar import TabName

CLIENTS, SESSIONS = 200, 750  # of 20 sets, three a week for five years
IMPORTED = 25_000
SEEN = {TabName.LOG: "log", TabName.PLANNER: "planner", TabName.CHARTS: "charts"}
NEXT = 7  # clients, one after the other
HANGING = {
    "session": {"lifter_id": 1},
    "logged_exercise": {"session_id": SESSIONS},
    "logged_set": {"logged_exercise_id": SESSIONS * len(made_up.LIFTS)},
}  # what each copy's link is further on by


def main() -> int:
    """Measure everything; return 1 when a bar is missed."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--keep", type=Path)
    keep = asked.parse_args().keep
    app = QApplication.instance() or QApplication([])
    with TemporaryDirectory() as folder:
        path = keep or Path(folder) / "planner.db"
        if not path.exists():
            make(path)
        bars = [*_opening(path), *_window(path), *_care(path, Path(folder)), *_import(Path(folder))]
        files.close_file()
    app.processEvents()
    return told(bars)


def make(path: Path) -> None:
    """Make the file: one client's log by the program, the others' as copies of its rows."""
    files.open_file(path)
    library.ensure()
    ids = [clients.add_lifter(Lifter(name=f"Client {number:03}")) for number in range(CLIENTS)]
    rng = Random(5)
    key = imports.add_import(ids[0], "made up", "made up", made_up.TODAY, "0" * 64)
    log.add_sessions(ids[0], [_session(rng, number) for number in range(SESSIONS)], key)
    files.close_file()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for copy in range(1, CLIENTS):
            for name, links in HANGING.items():
                _copy(connection, name, links, copy)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _session(rng: Random, number: int) -> Session:
    made = made_up.session(rng, made_up.SESSIONS - SESSIONS + number)
    slots = tuple(LoggedExercise(slot.exercise, slot.sets) for slot in made.exercises)
    return Session(made.on, slots, name=made.name, finished=True)


def _copy(connection: sqlite3.Connection, name: str, links: dict[str, int], copy: int) -> None:
    """Copy the rows of the first client, whose ids are the lowest, for another one."""
    (rows,) = connection.execute(
        f'SELECT count(*) FROM "{name}"' if copy == 1 else f'SELECT max(id) / ? FROM "{name}"',
        () if copy == 1 else (copy,),
    ).fetchone()
    columns = [column for _, column, *_ in connection.execute(f'PRAGMA table_info("{name}")')]
    further = {"id": f"id + {rows * copy}", "uid": "lower(hex(randomblob(16)))"}
    further["import_id"] = "NULL"
    further |= {link: f"{link} + {step * copy}" for link, step in links.items()}
    made = ", ".join(further.get(column, f'"{column}"') for column in columns)
    connection.execute(f'INSERT INTO "{name}" SELECT {made} FROM "{name}" WHERE id <= {rows}')


def _opening(path: Path) -> list[Bar]:
    bare = seconds(lambda: _bare(path))
    ours = seconds(lambda: files.open_file(path))
    (sets,) = _one(path, "SELECT count(*) FROM logged_set")
    return [
        Bar("sets in the file", sets / 1e6, "million"),
        Bar("its size", path.stat().st_size / 1e6, "MB"),
        Bar("opened, library and all", ours, "s", 1.0),
        ratio("  the same", ours, bare, None, f"raw sqlite3, one row read ({bare:.4f} s)"),
    ]


def _bare(path: Path) -> None:
    _one(path, "SELECT * FROM session LIMIT 1")


def _one(path: Path, sql: str) -> tuple[int, ...]:
    with closing(sqlite3.connect(path)) as connection:
        found: tuple[int, ...] = connection.execute(sql).fetchone()
        return found


@contextmanager
def _open_window(path: Path) -> Iterator[MainWindow]:
    window = MainWindow(path, lambda: made_up.TODAY)
    window.resize(1280, 720)
    window.show()
    window.start()
    QApplication.processEvents()
    yield window
    window.close()


def _window(path: Path) -> list[Bar]:
    """Measure what a trainer waits for on going from one client to the next, tab by tab."""
    ids = [lifter.id or 0 for lifter in clients.lifters()]
    bars = []
    with _open_window(path) as window:
        for place, (tab, what) in enumerate(SEEN.items()):
            window.show_tab(tab)
            QApplication.processEvents()
            unread = ids[20 * (place + 1) :][:NEXT]
            took = [_shown(window, key) for key in unread]
            first, longest, whole = (1000 * max(times) for times in zip(*took, strict=True))
            bars += [
                Bar(f"another client's {what}", first, "ms", 200),
                Bar("  longest the window waits meanwhile", longest, "ms", 100),
                Bar("  until all is there", whole, "ms"),
            ]
    return bars


def _shown(window: MainWindow, lifter_id: int) -> tuple[float, float, float]:
    """Return how long a client's page takes, the longest slice of reading, and all, in seconds."""
    started = perf_counter()
    window.show_lifter(lifter_id)
    QApplication.processEvents()
    first = perf_counter() - started
    longest, whole = 0.0, first
    while window.tab_name is not TabName.LOG and _unread(window):
        took = seconds(QApplication.processEvents)
        longest, whole = max(longest, took), whole + took
    return first, longest, whole


def _unread(window: MainWindow) -> bool:
    assert window.lifter is not None
    return not readings.remembered(window.lifter.uid) or any(
        first.is_reading() for first in window.findChildren(ReadingFirst)
    )


def _care(path: Path, folder: Path) -> list[Bar]:
    files.open_file(path)
    raw = seconds(lambda: _raw_backup(path, folder / "raw.db"))
    integrity = seconds(lambda: _one(path, "PRAGMA integrity_check"))
    backed_up = seconds(lambda: files.back_up(folder / "backup.db"))
    checked = seconds(files.check)
    return [
        ratio("backup, verified", backed_up, raw, None, f"sqlite3's own, unverified ({raw:.2f} s)"),
        ratio("check", checked, integrity, None, f"integrity_check alone ({integrity:.2f} s)"),
    ]


def _raw_backup(path: Path, to: Path) -> None:
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)


def _import(folder: Path) -> list[Bar]:
    """Measure a log that comes in beside all the others, and its way back."""
    export = folder / "export.csv"
    made_up.export(export, IMPORTED)
    lifter_id = clients.lifters()[-1].id or 0
    started = perf_counter()
    preview = importing.preview(lifter_id, export)
    read = perf_counter()
    _, step = steps.do(lambda: importing.commit(lifter_id, preview, made_up.TODAY))
    stored = perf_counter()
    steps.revert(step)
    return [
        Bar(f"{IMPORTED:,} rows read and compared", read - started, "s", 2.0),
        Bar("  stored", stored - read, "s", 2.0),
        Bar("  taken back", perf_counter() - stored, "s", 2.0),
    ]


if __name__ == "__main__":
    sys.exit(main())
