"""Logging a session by keyboard: from a key to what is painted, from Enter to the disk.

A bare table is held against it: a cell is edited and the row is committed by plain SQLite.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from bars import Bar, ratio, seconds
from made_up import TODAY
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget

from planner.coach import logging, steps
from planner.engine.terms import LoggedSet
from planner.storage import log
from planner.ui import theme
from planner.ui.main_window import MainWindow
from planner.ui.set_columns import Field
from planner.ui.top_bar import TabName

LIFTS = ("back-squat", "bench-press", "deadlift", "overhead-press", "barbell-row")
SETS = 5  # of each
AT_ONCE = "5x100x5"  # five sets in one cell
CELLS = ("100", "5", "2")  # load, repetitions, reserve
TYPED = ("1", "10", "100", "100x", "100x8", "100x8@", "100x8@2")  # key by key
WRITES = 25
KEYS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}


def open_window(database: Path) -> MainWindow:
    """Show the window of a file that is open."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.apply(app, theme.LIGHT)
    window = MainWindow(database, lambda: TODAY)
    window.resize(1440, 900)
    window.show()
    window.start()
    for _ in window.tabs.preparing(TabName.LOG):  # as the program does once it has started
        app.processEvents()
    return window


def measure(window: MainWindow, whose: str) -> list[Bar]:
    """Measure a session typed into a window that shows a lifter: `whose`, for the table."""
    opened = [1000 * seconds(partial(_show, window, TabName.LOG))]
    for _ in range(5):
        _show(window, TabName.PLANNER)
        opened.append(1000 * seconds(partial(_show, window, TabName.LOG)))
    made = _typed(window)
    again = median(opened[1:])
    return [
        *_waits(f"key to repaint, {whose}", made.all),
        Bar("  Enter alone, median", median(made.enters), "ms"),
        Bar("  Enter alone, longest", max(made.enters), "ms"),
        Bar("what was typed so far understood", _understood(window), "ms", 2),
        Bar("log tab opened first", opened[0], "ms", 150),
        Bar("log tab opened again", again, "ms", 50),
    ]


def measure_writes(window: MainWindow, folder: Path) -> list[Bar]:
    """Measure sets that reach the disk, and the keys of five exercises of five sets."""
    ours, theirs = _stored(window), _stored_plainly(folder)
    plain = _plain_waits(folder)
    return [
        Bar("set logged durably", ours, "ms", 10),
        ratio("  the same", ours, theirs, None, f"one plain row ({theirs:.2f} ms)"),
        *_waits("key to repaint, a bare table", plain, bars=False),
        Bar("keys of a 5 × 5, typed", _keys(window, _at_once), "", 60),
        Bar("keys of a 5 × 5, as last time", _keys(window, _as_offered), "", 30),
    ]


def _waits(what: str, times: list[float], bars: bool = True) -> list[Bar]:
    last = quantiles(times, n=100)[-1]
    return [
        Bar(f"{what}, median", median(times), "ms", 16 if bars else None),
        Bar("  the same, 99th percentile", last, "ms", 50 if bars else None),
    ]


@dataclass
class _Times:
    """How long keys took to be painted, in ms."""

    all: list[float] = field(default_factory=list)
    enters: list[float] = field(default_factory=list)

    def press(self, key: str) -> None:
        took = 1000 * seconds(partial(_press, key))
        self.all.append(took)
        if key == "\n":
            self.enters.append(took)


def _press(key: str) -> None:
    held = QApplication.focusWidget()
    assert held is not None, "keys go to the widget in focus"
    QTest.keyClick(held, KEYS[key]) if key in KEYS else QTest.keyClicks(held, key)
    for _ in range(2):  # what comes after the paint delays the next key
        QApplication.processEvents()


def _show(window: MainWindow, name: TabName) -> None:
    window.show_tab(name)
    QApplication.processEvents()


def _session(window: MainWindow) -> int:
    """Open a new session of five exercises in the log tab."""

    def start() -> int:
        made = logging.start_free(window.lifter_id(), TODAY)
        for slug in LIFTS:
            logging.add_exercise(made, slug)
        return made

    window.activateWindow()
    session_id, _ = steps.do(start)
    window.show_session(session_id)
    QApplication.processEvents()
    return session_id


def _typed(window: MainWindow) -> _Times:
    """Type five sets of five exercises, each cell of them."""
    times, session_id = _Times(), _session(window)
    for number in range(SETS * len(LIFTS)):
        for cell, end in zip(CELLS, "\t\t\n", strict=True):
            for key in (*cell, end):
                times.press(key)
        while _sets(session_id) <= number:  # a question was asked: Enter keeps what was typed
            times.press("\n")
    return times


def _understood(window: MainWindow) -> float:
    """Return how long a row takes to follow its text, painting aside: offers, question, colour."""
    _session(window)
    cell = window.tabs.log().session.cards[0].rows[0].cells[Field.LOAD]
    times = []
    for text in TYPED * 10:
        cell.setText(text)
        times.append(1000 * seconds(partial(cell.textEdited.emit, text)))
    cell.clear()
    return median(times)


def _sets(session_id: int) -> int:
    return sum(len(slot.sets) for slot in log.session(session_id).exercises)


def _keys(window: MainWindow, type_next: Callable[[], int]) -> int:
    """Count the keys of a session of five sets of five exercises."""
    session_id, keys = _session(window), 0
    while _sets(session_id) < SETS * len(LIFTS):
        keys += type_next()
    return keys


def _at_once() -> int:
    """Type five sets in one cell, then Enter; return how many keys that are."""
    for key in (*AT_ONCE, "\n"):
        _press(key)
    return len(AT_ONCE) + 1


def _as_offered() -> int:
    """Take what is offered; return how many keys that are."""
    _press("\n")
    return 1


def _stored(window: MainWindow) -> float:
    """Return how long a set takes to the disk, in ms."""
    slots = log.session(_session(window)).exercises
    entry = LoggedSet(100.0, 5, rir=2.0, load=100.0)
    work = partial(logging.log_sets, slots[0].id or 0, [entry])
    return 1000 * median(seconds(partial(steps.do, work)) for _ in range(WRITES))


def _stored_plainly(folder: Path) -> float:
    """Return how long a row of a bare table takes to the disk, in ms."""
    with closing(_plain(folder)) as connection:
        return 1000 * median(seconds(partial(_insert, connection)) for _ in range(WRITES))


def _plain(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "plain.db", isolation_level=None)
    for pragma in ("journal_mode = wal", "synchronous = full"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE IF NOT EXISTS done (id INTEGER PRIMARY KEY, kg, reps, rir)")
    return connection


def _insert(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO done (kg, reps, rir) VALUES (100, 5, 2)")


def _plain_waits(folder: Path) -> list[float]:
    """Return how long keys take in a bare table that commits each row, in ms."""
    table = QTableWidget(SETS * len(LIFTS), len(CELLS))
    table.resize(1440, 900)
    table.show()
    table.activateWindow()
    table.setFocus()
    times: list[float] = []
    with closing(_plain(folder)) as connection:
        table.cellChanged.connect(lambda _row, column: _cell_changed(connection, column))
        for row in range(table.rowCount()):
            table.setCurrentCell(row, 0)
            keys = (*"\t".join(CELLS), "\n")
            times += [1000 * seconds(partial(_press, key)) for key in keys]
    table.close()
    return times


def _cell_changed(connection: sqlite3.Connection, column: int) -> None:
    if column == len(CELLS) - 1:
        _insert(connection)
