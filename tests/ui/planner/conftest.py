"""A planner tab at work: a window with undo around it, a week to plan, and hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.coach import blocks, clients, planning, week_edits
from planner.engine.terms import (
    Exercise,
    Lifter,
    LoggedExercise,
    LoggedSet,
    PlannedSession,
    PlannedSet,
    Session,
    Unit,
)
from planner.storage import log
from planner.ui import theme
from planner.ui.action import UndoHistory
from planner.ui.day_column import DayColumn
from planner.ui.plan_week import Spot
from planner.ui.planner_tab import PlannerTab
from planner.ui.session_card import SessionCard

MONDAY = date(2026, 11, 2)
TODAY = date(2026, 11, 5)  # the Thursday of that week
Hold = Qt.KeyboardModifier


class PlannerDesk:
    """A lifter at the planner tab; `asked` lists the labels of what the tab wanted."""

    def __init__(self, lifter: int, qtbot: QtBot) -> None:
        self.lifter, self.asked = lifter, list[str]()
        self.window = QWidget()
        self.tab = PlannerTab(self.window)
        box, bar = QVBoxLayout(self.window), QHBoxLayout()
        for action in self.tab.actions_bar():
            bar.addWidget(action)
        box.addLayout(bar)
        box.addWidget(self.tab)
        self.history = UndoHistory(self.window)
        self.tab.wanted.connect(self._do)
        self.history.changed.connect(self._show)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 720)
        self.window.show()
        with qtbot.waitActive(self.window):
            self.window.activateWindow()
        self.refresh()

    def _do(self, label: str, write: Callable[[], object], then: object) -> None:
        self.asked.append(label)
        self.history.do(label, write, then)

    def refresh(self) -> None:
        """Show what is true, as the window does after every write."""
        self._show()
        QApplication.processEvents()

    def _show(self) -> None:
        # Without the event loop: it would delete the card whose key is being pressed.
        self.tab.refresh(self.lifter, TODAY)
        if self.tab._advising._soon.isActive():
            self.tab._advising._advise()

    @property
    def grid(self):
        return self.tab._grid

    def select(self, day: int, line: int | None = None, session: int = 0) -> None:
        """Put the keyboard on a session of a day, or on one of its lines."""
        card = self.grid.week.days[day].cards[session] if self.grid.week.days[day].cards else None
        number = card.lines[line].id if card and line is not None else None
        self.grid.setFocus()
        self.grid.select(Spot(day, card.id if card else None, number))

    def press(self, key: Qt.Key, held: Hold = Hold.NoModifier, on: QWidget | None = None) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(on or self.focus(), key, held)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type into the field that has the keyboard, over what is marked."""
        QTest.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        """Return the widget that has the keyboard."""
        held = QApplication.focusWidget()
        assert held is not None
        return held

    def choose(self, text: str) -> None:
        """Choose an entry of the menu of what is selected."""
        actions = self._entries(self.grid.menu.menu().actions())
        next(action for action in actions if action.text() == text).trigger()
        QApplication.processEvents()

    def _entries(self, actions: list[QAction]) -> list[QAction]:
        inner = [a.menu() for a in actions if a.menu() is not None]
        return actions + [entry for menu in inner for entry in menu.actions()]

    def drop(self, data: QMimeData, day: int, y: int) -> None:
        """Let go of something over a day."""
        where = QPointF(20, y)
        event = QDropEvent(
            where, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Hold.NoModifier
        )
        self.column(day).dropEvent(event)
        QApplication.processEvents()

    def column(self, day: int) -> DayColumn:
        return self.grid.canvas.columns[day]

    def card(self, day: int, session: int = 0) -> SessionCard:
        return self.column(day).cards[session]

    def y_below(self, day: int, line: int) -> int:
        """Return a height just below a line of a day's first session."""
        row = self.card(day).rows[line + 1]
        return row.mapTo(self.column(day), QPoint(0, row.height() - 2)).y()

    def planned(self, week: int = 0) -> list[PlannedSession]:
        """Return the sessions that the file has for a week, in order."""
        view = planning.view(self.lifter, MONDAY + timedelta(weeks=week), TODAY)
        assert view is not None
        return sorted(view.week.sessions, key=lambda made: made.day)

    def lines(self, session: int = 0) -> list[str]:
        """Return the exercises of a stored session."""
        return [made.exercise for made in self.planned()[session].exercises]

    def days(self) -> list[tuple[int, str]]:
        """Return (day, name) of the stored sessions."""
        return [(made.day, made.name) for made in self.planned()]


def prescribed(text: str) -> tuple[PlannedSet, ...]:
    return planning.parse_prescription(text, Unit.KG, Exercise("back-squat")).sets


@pytest.fixture
def block(lifter: int) -> int:
    """Plan two weeks: Lower on Monday with two lifts, Upper on Thursday with one."""
    blocks.new_mesocycle(lifter, "Strength block", MONDAY, 2)
    view = planning.view(lifter, MONDAY, TODAY)
    assert view is not None
    week = view.weeks[0].id
    lower = week_edits.add_session(week, 0, "Lower")
    for slug, text in (("back-squat", "4x5 @2 100"), ("leg-press", "3x10 @2 160")):
        week_edits.prescribe(week_edits.add_exercise(lower, slug), prescribed(text))
    upper = week_edits.add_session(week, 3, "Upper")
    week_edits.prescribe(week_edits.add_exercise(upper, "bench-press"), prescribed("4x8 @2 60"))
    return week


@pytest.fixture(scope="module")
def dressed(qapp: QApplication) -> None:
    """Dress the application, for what measures: elsewhere a style sheet takes too long."""
    theme.load_fonts()
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def desk(lifter: int, qtbot: QtBot) -> Iterator[PlannerDesk]:
    made = PlannerDesk(lifter, qtbot)
    yield made
    made.window.close()


@pytest.fixture
def planner(block: int, desk: PlannerDesk) -> PlannerDesk:
    """The planner with the two weeks of `block`."""
    if desk.tab.week_of() is None:  # the desk was there first
        desk.refresh()
    return desk


@pytest.fixture
def benched(lifter: int, block: int) -> int:
    """Log ten weeks in which the bench press kept going up, so that there is advice."""
    for week in range(10, 0, -1):
        load = 60.0 - 2.5 * (week // 2)
        entry = LoggedSet(load, 8, rir=2.0, load=load)
        slot = LoggedExercise("bench-press", (entry,) * 4)
        on = TODAY - timedelta(weeks=week)
        log.add_session(lifter, Session(on, (slot,), name="Upper", finished=True))
    return lifter


@pytest.fixture
def advised(benched: int, planner: PlannerDesk) -> PlannerDesk:
    """The planner with advice for the bench press."""
    planner.refresh()
    return planner


@pytest.fixture
def pounds(lifter: int) -> int:
    """Let the lifter read pounds."""
    clients.change(replace(clients.lifter(lifter), unit=Unit.LB))
    return lifter


@pytest.fixture
def full(planner: PlannerDesk, block: int) -> PlannerDesk:
    """Give the week a third lift on Monday and a second session on Thursday."""
    monday, _thursday = planner.planned()
    week_edits.add_exercise(monday.id, "barbell-row")
    week_edits.add_exercise(week_edits.add_session(block, 3, "Core"), "plank")
    planner.refresh()
    return planner


@pytest.fixture
def other(block: int) -> int:
    """A second lifter with a plan of the same week."""
    made = clients.add(Lifter(name="Ada Novak"))
    blocks.new_mesocycle(made, "Base", MONDAY, 1)
    return made
