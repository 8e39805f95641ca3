"""The hands of the random user: a window on a file of its own, keys, an export, a pulled plug."""

from __future__ import annotations

import csv
import shutil
import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import made_up
import sight
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.coach import files, importing
from planner.engine.terms import (
    Lifter,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Unit,
)
from planner.storage import clients, plan
from planner.ui.entry_cell import EntryCell
from planner.ui.log_tab import LogTab
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName

NO = Qt.KeyboardModifier.NoModifier
PLANNED = ("back-squat", "bench-press")
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SENSIBLE = (
    "100x8@2", "100x8,8,6", "bw+10x5", "-20x8", "45s", "12/leg", "2x100x5", "82,5x8", "1:30",
    "400m", "w60x5", "d40x8", "60x5f", "225lb x 5", "100x5", "60x12", "20x45s",
)  # fmt: skip
ODD = (
    "1000x5", "100", "5", "2", "0", "", "?", "x", "100x", "-5", "1e9", "999999x5", "12/nose",
    "  100  x 8 ", "½", "日本",
)  # fmt: skip
KEYS = (
    (Qt.Key.Key_Up, NO), (Qt.Key.Key_Down, NO), (Qt.Key.Key_Plus, NO), (Qt.Key.Key_Minus, NO),
    (Qt.Key.Key_Return, NO), (Qt.Key.Key_Escape, NO), (Qt.Key.Key_Delete, NO), (Qt.Key.Key_W, NO),
    (Qt.Key.Key_D, NO), (Qt.Key.Key_F, NO), (Qt.Key.Key_L, NO), (Qt.Key.Key_R, NO),
    (Qt.Key.Key_B, NO), (Qt.Key.Key_N, NO), (Qt.Key.Key_P, NO), (Qt.Key.Key_3, NO),
    (Qt.Key.Key_Tab, NO), (Qt.Key.Key_Backtab, SHIFT), (Qt.Key.Key_D, CONTROL),
    (Qt.Key.Key_1, ALT), (Qt.Key.Key_3, ALT), (Qt.Key.Key_Return, CONTROL),
    (Qt.Key.Key_Down, ALT | SHIFT), (Qt.Key.Key_Up, ALT | SHIFT), (Qt.Key.Key_K, CONTROL),
    (Qt.Key.Key_W, SHIFT), (Qt.Key.Key_Space, NO), (Qt.Key.Key_J, CONTROL), (Qt.Key.Key_E, NO),
    (Qt.Key.Key_4, ALT), (Qt.Key.Key_5, ALT), (Qt.Key.Key_Period, CONTROL),
    (Qt.Key.Key_T, CONTROL | SHIFT), (Qt.Key.Key_M, CONTROL), (Qt.Key.Key_H, CONTROL),
)  # fmt: skip
LIFTS = (*PLANNED, "pull-up", "split-squat", "plank", "farmers-carry")


class Hands:
    """Opens and closes windows, presses keys; `raised` are exceptions out of the event loop."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory()
        self._hook, sys.excepthook = sys.excepthook, self._note
        self.raised: list[BaseException] = []
        self.imports = self.crashes = 0
        database = Path(self._folder.name) / "planner.db"
        self.lifters = _stock(database)
        self.window = self._opened(database)

    @property
    def log(self) -> LogTab:
        """The log tab."""
        return self.window.tabs.log()

    def at_log(self) -> bool:
        """Say whether the log tab is shown."""
        return self.window.tab_name is TabName.LOG

    def in_session(self) -> bool:
        """Say whether the log tab shows a session."""
        return self.at_log() and sight.of_window(self.log).session is not None

    def start(self, planned: bool) -> None:
        """Start what is planned today, else an empty session with an exercise."""
        self.log.offer_day(self.window.today())
        self.log.start.buttons[0 if planned else -1].click()

    def cell(self) -> EntryCell | None:
        """Return the cell in focus, else the next open one; None without any."""
        held = QApplication.focusWidget()
        if self.in_session() and not isinstance(held, EntryCell):
            self.log.session.focus_next()
            held = QApplication.focusWidget()
        return held if isinstance(held, EntryCell) else None

    def enter(self, text: str) -> None:
        """Type into that cell and press Enter."""
        cell = self.cell()
        if cell is not None:
            cell.selectAll()
            for letter in text:
                _type(cell, letter)
            self.press(Qt.Key.Key_Return, NO)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press a key wherever the focus is."""
        widget = QApplication.focusWidget()
        if widget is not None:
            QTest.keyClick(widget, key, modifiers)

    def work(self) -> None:
        """Let the window do what it has put off; raise what came out of it."""
        for _ in range(3):
            QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self.raised:
            raise self.raised.pop()

    def bring_in(self) -> None:
        """Import a session of another app, on a day of its own."""
        self.imports += 1
        path = Path(self._folder.name) / f"strong-{self.imports}.csv"
        on, lifter_id = made_up.TODAY - timedelta(days=self.imports), self.window.lifter_id()
        line = (f"{on} 18:00:00", "Legs", "1h", "Squat (Barbell)", 1, 100, 5, 0, 0, "", "", 8)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([made_up.HEADER, line])

        def bring() -> object:
            return importing.commit(lifter_id, importing.preview(lifter_id, path), made_up.TODAY)

        self.window.act("Import", bring)

    def crash(self) -> None:
        """Leave the files as they lie, and open a copy of them."""
        self.crashes += 1
        old, folder = self.window.database, Path(self._folder.name) / f"crash-{self.crashes}"
        folder.mkdir()
        for left in old.parent.glob(f"{old.name}*"):
            if left.is_file():
                shutil.copyfile(left, folder / left.name)
        self._close_window()
        self.window = self._opened(folder / old.name)

    def leave(self) -> None:
        """Close the window and its file, and delete both."""
        self._close_window()
        QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)  # held when its widget went
        sys.excepthook = self._hook
        self._folder.cleanup()

    def _opened(self, database: Path) -> MainWindow:
        files.open_file(database)
        made = MainWindow(database, lambda: made_up.TODAY)
        made.resize(1280, 720)
        made.show()
        made.start()
        made.activateWindow()
        return made

    def _close_window(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        files.close_file()

    def _note(self, _kind: object, raised: BaseException, _trace: object) -> None:
        self.raised.append(raised)


def _type(widget: QWidget, letter: str) -> None:
    """Type a letter; Qt's test keys know ASCII only."""
    if letter.isascii():
        QTest.keyClicks(widget, letter)
    else:
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NO, letter)
        QApplication.sendEvent(widget, event)


def _stock(database: Path) -> list[int]:
    """Make a file with two lifters who have something planned for today; return their ids."""
    files.open_file(database)
    lifters = [
        clients.add_lifter(Lifter(name=name, unit=unit, bodyweight_kg=80.0))
        for name, unit in (("Sam", Unit.KG), ("Ada", Unit.LB))
    ]
    work = PlannedSet(5, 5, rir=2.0, load_kg=100.0, load=100.0)
    lines = tuple(PlannedExercise(slug, (work,) * 3, superset=1) for slug in PLANNED)
    week = Microcycle(1, made_up.TODAY, (PlannedSession("Lower B", 0, lines),))
    for lifter_id in lifters:
        plan.add_mesocycle(lifter_id, Mesocycle("Block", made_up.TODAY, weeks=(week,)))
    files.close_file()
    return lifters
