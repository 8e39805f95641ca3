"""Sheets of a week, a window, and hands on the keyboard before a pile of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from planner.coach import clients, printing
from planner.engine.terms import (
    Lifter,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import log, plan
from planner.ui.main_window import MainWindow
from planner.ui.sheet_entry import SheetEntryDialog
from planner.ui.sheet_entry_fields import EntryField

TODAY = date(2026, 11, 8)
MONDAY = date(2026, 11, 2)
CONTROL = Qt.KeyboardModifier.ControlModifier


class Typist:
    """Hands on the keyboard before the sheets; `presses` counts the keys."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.presses = window, 0
        window.lifter_stories.sheets.type_in()
        self.desk = window.findChildren(SheetEntryDialog)[-1]
        self.desk.activateWindow()
        QApplication.processEvents()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        self.presses += 1
        QTest.keyClick(self.focus(), key, held or Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Press the keys of a text; a line break is Enter."""
        for letter in text:
            if letter == "\n":
                self.press(Qt.Key.Key_Return)
            else:
                self.presses += 1
                QTest.keyClicks(self.focus(), letter)

    def as_planned(self) -> None:
        self.press(Qt.Key.Key_Return, CONTROL)

    def save(self) -> None:
        self.press(Qt.Key.Key_S, CONTROL)

    def focus(self) -> QLineEdit:
        held = QApplication.focusWidget()
        assert held is not None
        return held

    def field(self) -> EntryField:
        held = self.focus()
        assert isinstance(held, EntryField)
        return held

    def texts(self, line: int = 0, block: int = 0) -> list[str]:
        assert self.desk.form is not None
        self.desk.form.complete()
        return [box.text() for box in self.desk.form.sessions[block].lines[line].boxes]

    def says(self, line: int = 0, block: int = 0) -> str:
        assert self.desk.form is not None
        said = self.desk.form.sessions[block].lines[line].says
        return said.text() if said.isVisible() else ""

    def listed(self) -> list[str]:
        shown = self.desk.pile.list
        return [shown.item(number).toolTip() for number in range(shown.count())]

    def code(self, lifter: int) -> str:
        return printing.week_sheet(lifter, MONDAY, TODAY).code

    def work(self, lifter: int) -> list[list[list[tuple[float | None, int | None]]]]:
        """Return (load, reps) of the sets of every exercise of every session."""
        return [
            [[(entry.load, entry.reps) for entry in slot.sets] for slot in session.exercises]
            for session in log.sessions(lifter)
        ]


Plan = Callable[..., int]


@pytest.fixture
def plan_week(database: Path) -> Plan:
    """Return a function that plans sessions of 5 × 5 for a new lifter, a list of lifts each."""

    def planned(
        name: str,
        *sessions: tuple[str, ...],
        load: float | None = 100.0,
        reps: tuple[int, int] = (5, 5),
    ) -> int:
        lifter = clients.add(Lifter(name=name, bodyweight_kg=80.0))
        entry = PlannedSet(*reps, rir=2.0, load_kg=load, load=load)
        made = tuple(
            PlannedSession(
                f"Day {day + 1}", 2 * day, tuple(PlannedExercise(s, (entry,) * 5) for s in slugs)
            )
            for day, slugs in enumerate(sessions)
        )
        weeks = (Microcycle(1, MONDAY, made),)
        plan.add_mesocycle(lifter, Mesocycle("Block", MONDAY, weeks=weeks))
        return lifter

    return planned


@pytest.fixture
def window(database: Path, lifter: int, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    made.start()
    yield made
    made.close()


@pytest.fixture
def typist(window: MainWindow) -> Typist:
    return Typist(window)
