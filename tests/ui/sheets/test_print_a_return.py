"""Printing a week of return says that lighter loads wait to be accepted, and accepts them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from planner.coach import steps
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
)
from planner.storage import clients, log, plan
from planner.ui import printing
from planner.ui.printing_bar import Everybody
from planner.ui.printing_preview import SheetPreview
from planner.ui.printing_week import PrintedWeek

MONDAY = date(2026, 11, 2)
LIFTS = ("back-squat", "bench-press")


@pytest.fixture
def parent(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def trained(lifter: int, last: date, *besides: PlannedExercise) -> None:
    """Train two lifts weekly up to a day, and plan five heavy sets of them for the Monday."""
    entry = LoggedSet(60.0, 6, rir=2.0, load=60.0)
    for week in range(8):
        slots = tuple(LoggedExercise(slug, (entry,) * 3) for slug in LIFTS)
        log.add_session(lifter, Session(last - timedelta(weeks=week), slots, finished=True))
    heavy = PlannedSet(4, 6, rir=1.0, load_kg=60.0, load=60.0)
    lifts = tuple(PlannedExercise(slug, (heavy,) * 5) for slug in LIFTS)
    week = Microcycle(1, MONDAY, (PlannedSession("A", 0, (*lifts, *besides)),))
    plan.add_mesocycle(lifter, Mesocycle("Block", MONDAY, (week,)))


def opened(parent: QWidget, lifter: int, done: list[str]) -> SheetPreview:
    def act(label: str, work: Callable[[], object]) -> None:
        steps.do(work)
        done.append(label)

    made = printing.print_week(parent, act, PrintedWeek(lifter, MONDAY, MONDAY))
    assert isinstance(made, SheetPreview)
    return made


def boxes(dialog: SheetPreview) -> list[int]:
    return [line.boxes for each in dialog._shown[0].sessions for line in each.lines]


def test_lighter_loads_are_accepted_where_they_are_printed(parent, lifter) -> None:
    done: list[str] = []
    trained(lifter, MONDAY - timedelta(days=33))
    dialog = opened(parent, lifter, done)
    assert dialog.returns.isVisible()
    assert boxes(dialog) == [5, 5]
    QTest.mouseClick(dialog.returns.accept, Qt.MouseButton.LeftButton)
    assert done == ["Accept loads"]
    assert boxes(dialog) == [3, 3]
    assert not dialog.returns.isVisible()


def test_what_begins_with_fewer_sets_besides_is_said_before(parent, lifter) -> None:
    last = MONDAY - timedelta(days=33)
    trained(lifter, last, PlannedExercise("plank", (PlannedSet(seconds=40.0),) * 3))
    dialog = opened(parent, lifter, [])
    assert dialog.returns._words.text().endswith("Also fewer sets the first time: Plank.")
    QTest.mouseClick(dialog.returns.accept, Qt.MouseButton.LeftButton)
    assert boxes(dialog) == [3, 3, 2]


def test_others_who_wait_for_lighter_loads_are_counted_and_shown_in_turn(
    parent, lifter, qtbot
) -> None:
    others = [clients.add_lifter(Lifter(name=name)) for name in ("Berta", "Cem", "Dora")]
    for each, days in zip((lifter, *others), (33, 40, 4, 28), strict=True):
        trained(each, MONDAY - timedelta(days=days))
    dialog = opened(parent, lifter, [])
    dialog.choose_lifters(Everybody.ALL)
    says = dialog.returns._words
    qtbot.waitUntil(lambda: "2 other sheets wait" in says.text())
    assert says.text().startswith("Berta: printed as planned; lighter")
    QTest.mouseClick(dialog.returns.following, Qt.MouseButton.LeftButton)
    assert says.text().startswith("Dora: ")
    QTest.mouseClick(dialog.returns.accept, Qt.MouseButton.LeftButton)
    assert not dialog.returns.accept.isVisible()
    assert says.text().startswith("2 other sheets wait")


def test_nothing_is_said_to_whoever_trained_lately(parent, lifter) -> None:
    trained(lifter, MONDAY - timedelta(days=4))
    assert not opened(parent, lifter, []).returns.isVisible()
