"""A log tab at work, with undo around it and hands on real keys."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.coach import logging
from planner.engine.terms import LoggedSet
from planner.storage import log
from planner.ui.action import UndoHistory
from planner.ui.entry_cell import EntryCell
from planner.ui.exercise_chooser import ExerciseChooser
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.field_undo import FieldUndo
from planner.ui.log_tab import LogTab
from planner.ui.set_row import SetRowView


class LogDesk:
    """A lifter at the log tab; `presses` counts the keys."""

    def __init__(self, lifter: int, today: date, qtbot: QtBot) -> None:
        self.lifter, self.today, self.presses = lifter, today, 0
        self.window = QWidget()
        self.tab = LogTab(self.window)
        box = QVBoxLayout(self.window)
        for widget in (*self.tab.actions_bar(), self.tab):
            box.addWidget(widget)
        self.history = UndoHistory(self.window)
        FieldUndo(self.window)
        self.tab.wanted.connect(self.history.do)
        self.history.changed.connect(self.refresh)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 720)
        self.window.show()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.refresh()

    def refresh(self) -> None:
        """Show what is true, as the window does after every write."""
        self.tab.refresh(self.lifter, self.today)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """Press one key, with modifiers or without, wherever the focus is."""
        self.presses += 1
        held = modifiers or Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.focus(), key, held)
        QApplication.processEvents()

    def enter(self, times: int = 1) -> None:
        """Press Enter."""
        for _ in range(times):
            self.press(Qt.Key.Key_Return)

    def type(self, text: str) -> None:
        """Press the keys of a text."""
        for letter in text:
            self.presses += 1
            QTest.keyClicks(self.focus(), letter)

    def focus(self) -> QWidget:
        """Return the widget that has the keyboard."""
        held = QApplication.focusWidget()
        assert held is not None
        return held

    def cell(self) -> EntryCell:
        """Return the cell that has the keyboard."""
        held = self.focus()
        assert isinstance(held, EntryCell)
        return held

    def choose(self, text: str) -> None:
        """Search for an exercise in the chooser and take the first one found."""
        (chooser,) = self.tab.findChildren(ExerciseChooser)
        chooser.activateWindow()
        chooser.search.setFocus()
        QApplication.processEvents()
        self.type(text)
        self.enter()

    def add(self, name: str) -> ExerciseEntry:
        """Add an exercise to the open session."""
        self.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        self.choose(name)
        return self.tab.session.cards[-1]

    def start(self, name: str = "back squat", on: date | None = None) -> ExerciseEntry:
        """Start an empty session with one exercise."""
        self.tab.show_session(logging.start_free(self.lifter, on or self.today))
        return self.add(name)

    def start_planned(self) -> ExerciseEntry:
        """Start what is planned for today."""
        ((planned, _),) = logging.planned_today(self.lifter, self.today)
        self.tab.starter.planned(planned, self.today)
        QApplication.processEvents()
        return self.tab.session.cards[0]

    def stored(self) -> list[LoggedSet]:
        """Return the sets that the file has of the newest session, in order."""
        newest = logging.sessions(self.lifter)[0].id
        return [made for slot in log.session(newest).exercises for made in slot.sets]

    def work(self) -> list[tuple[float | None, int | None, float | None]]:
        """Return (load typed, reps, RIR) of the stored sets."""
        return [(made.load, made.reps, made.rir) for made in self.stored()]

    def line(self, number: int, card: int = 0) -> SetRowView:
        """Return a row, numbered from 1."""
        return self.tab.session.cards[card].rows[number - 1]

    def says(self, number: int = 1) -> str:
        """Return the problem or question shown below a row."""
        shown = self.line(number).says
        return shown.text() if shown.isVisible() else ""

    def texts(self, number: int, card: int = 0) -> list[str]:
        """Return what stands in the cells of a row."""
        return [cell.text() for cell in self.line(number, card).findChildren(QLineEdit)]
