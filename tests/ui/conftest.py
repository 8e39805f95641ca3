"""The window on a file; and a log tab at work, with undo around it and hands on real keys."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QFontDatabase, QKeySequence, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner import language
from planner.coach import files, logging
from planner.engine.terms import (
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
    Unit,
)
from planner.storage import log, plan
from planner.ui.action import UndoHistory
from planner.ui.app import Start
from planner.ui.entry_cell import EntryCell
from planner.ui.exercise_chooser import ExerciseChooser
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.field_undo import FieldUndo
from planner.ui.log_tab import LogTab
from planner.ui.main_window import MainWindow
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


@pytest.fixture(autouse=True, scope="module")
def _plain(qapp: QApplication) -> None:
    """Undress the application for every module: styling a widget takes longer than making it.

    Those that need a theme apply it, and leave it on.
    """
    if qapp.styleSheet():
        qapp.setStyleSheet("")
        qapp.setPalette(QPalette())
        qapp.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))


@pytest.fixture(autouse=True)
def _swept(qapp: QApplication) -> Iterator[None]:
    """Delete what a test closed: no event loop does it, and every style sheet is set on all.

    A modifier pressed on a widget that its key took away is still held: let go of it.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)


@pytest.fixture
def today() -> date:
    return date(2026, 11, 5)


@pytest.fixture
def empty_window(database: Path, today: date, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on a file that nobody has trained with yet; no backup was made."""
    made = MainWindow(database, lambda: today)
    qtbot.addWidget(made)
    made.refresh()
    made.grant_wishes()
    yield made
    made.close()


@pytest.fixture
def window(empty_window: MainWindow, lifter: int) -> MainWindow:
    """The window on the file of one lifter."""
    empty_window.refresh()
    return empty_window


@pytest.fixture
def looking(database: Path, lifter: int, today: date, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window that only looks at the file of one lifter."""
    hook = sys.excepthook
    files.close_file()
    window = MainWindow(database, lambda: today)
    qtbot.addWidget(window)
    start = Start(window, read_only=True)
    window.show()
    qtbot.waitUntil(lambda: window.ready)
    yield window
    window.close()
    start.close_file()
    sys.excepthook = hook


@pytest.fixture
def desk(lifter: int, today: date, qtbot: QtBot) -> Iterator[LogDesk]:
    made = LogDesk(lifter, today, qtbot)
    yield made
    made.window.close()


@pytest.fixture
def plan_today(lifter: int, today: date) -> Callable[..., None]:
    """Plan exercises, each with its sets, for today."""

    def planned(**exercises: tuple[PlannedSet, ...]) -> None:
        slots = tuple(
            PlannedExercise(slug.replace("_", "-"), sets) for slug, sets in exercises.items()
        )
        session = PlannedSession("Lower B", 0, slots)
        plan.add_mesocycle(
            lifter, Mesocycle("Block", today, weeks=(Microcycle(1, today, (session,)),))
        )

    return planned


@pytest.fixture
def did(lifter: int) -> Callable[..., None]:
    """Log a finished session of an earlier day."""

    def logged(on: date, slug: str, *sets: LoggedSet, name: str = "Lower B") -> None:
        session = Session(on, (LoggedExercise(slug, sets),), name=name, finished=True)
        log.add_session(lifter, session)

    return logged


@pytest.fixture
def five_by_five(plan_today: Callable[..., None]) -> None:
    """Plan 5 × 5 squats with 100 kg, two in reserve."""
    made = PlannedSet(5, 5, rir=2.0, load_kg=100.0, load=100.0)
    plan_today(back_squat=(made,) * 5)


@pytest.fixture
def ada(lifter: int, window: MainWindow) -> int:
    """A second lifter, shown in the window."""
    window.lifter_stories.add(Lifter(name="Ada Novak", unit=Unit.LB))
    return window.lifter_id()


@pytest.fixture
def press(window: MainWindow) -> Callable[[str], None]:
    """Return a function that triggers the menu entry that has a shortcut."""

    def trigger(keys: str) -> None:
        menus = [entry.menu().actions() for entry in window.menuBar().actions()]
        (found,) = [
            each for menu in menus for each in menu if QKeySequence(keys) in each.shortcuts()
        ]
        found.trigger()

    return trigger


@pytest.fixture
def choose_files(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Answer the next file dialogs with paths and the kind whose words hold `kind`; or cancel."""

    def answer(*paths: object, kind: str = "") -> None:
        shown = [str(path) for path in paths]
        monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: int(bool(shown)))
        monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: shown)
        monkeypatch.setattr(
            QFileDialog,
            "selectedNameFilter",
            lambda dialog: next(each for each in dialog.nameFilters() if kind in each),
        )

    return answer


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    """Let the tests that come after one that chose a language be in English again."""
    before = QLocale()
    yield
    language.choose("en")
    QLocale.setDefault(before)
    for words in qapp.findChildren(QTranslator):
        qapp.removeTranslator(words)
        words.setParent(None)
