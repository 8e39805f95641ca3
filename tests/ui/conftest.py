"""The window on a file, the log tab at work, and what is planned and done in them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QFontDatabase, QKeySequence, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import ownedByPython

from planner import language
from planner.coach import files, own_exercises
from planner.engine.terms import (
    Exercise,
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
from planner.storage import library, log, plan
from planner.ui.app import Start
from planner.ui.exercise_entry import ExerciseEntry
from planner.ui.main_window import MainWindow
from tests.ui.log_desk import LogDesk


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

    A window that belongs to nobody has to be gone by then: of one that is garbage Python's
    collector deletes the parts in any order. A modifier pressed on a widget that its key took
    away is still held: let go of it.
    """
    before = _of_nobody()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert _of_nobody() <= before
    if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)


def _of_nobody() -> set[QWidget]:
    return {each for each in QApplication.topLevelWidgets() if ownedByPython(each)}


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
def card(desk: LogDesk) -> ExerciseEntry:
    """The card of a back squat with one set done."""
    made = desk.start()
    desk.type("60x5@2")
    desk.enter()
    return made


@pytest.fixture
def three(desk: LogDesk) -> LogDesk:
    """A log tab with three sets of squats that are logged."""
    desk.start()
    for text in ("100x5", "90x6", "80x7"):
        desk.type(text)
        desk.enter()
    return desk


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


@pytest.fixture
def curl(desk: LogDesk) -> Exercise:
    """Start a session with an own exercise, and log a set of it."""
    copied = own_exercises.copied(library.exercise("lying-leg-curl"))
    slug = own_exercises.save(replace(copied, name="Slow curl"))
    desk.start("Slow curl")
    desk.type("20x8")
    desk.enter()
    return library.exercise(slug)
