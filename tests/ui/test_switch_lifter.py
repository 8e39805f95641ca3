"""What stays and what goes when another lifter is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from planner.coach import clients, logging, trash
from planner.engine.terms import Lifter
from planner.ui.entry_cell import EntryCell
from planner.ui.main_window import MainWindow
from planner.ui.top_bar import TabName

TODAY = date(2026, 11, 5)


@pytest.fixture
def window(database: Path, lifter: int, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.start()
    made.show_tab(TabName.LOG)
    yield made
    made.close()


@pytest.fixture
def other(window: MainWindow) -> int:
    return clients.add(Lifter(name="Maximiliane von Hohenzollern-Sigmaringen & Co"))


def test_the_tabs_stay_where_they_are_whatever_the_name(window: MainWindow, other: int) -> None:
    def places() -> list[int]:
        QApplication.processEvents()
        return [made.x() for made in window.bar.findChildren(QToolButton) if made.isCheckable()]

    before = places()
    window.show_lifter(other)
    assert places() == before
    assert window.bar.picker.toolTip().startswith("Maximiliane von Hohenzollern-Sigmaringen")


def test_a_wrong_number_of_hours_is_explained_and_gone_with_the_lifter(
    window: MainWindow, other: int
) -> None:
    pane = window.tabs.log().side.check_in
    pane.hours.edit.setFocus()
    QTest.keyClicks(pane.hours.edit, "99")
    QTest.keyClick(pane.hours.edit, Qt.Key.Key_Return)
    assert pane.problem.isVisible()
    assert pane.problem.text() == "Hours from 0 to 24, such as 7.5 or 7:30, or 23:15-6:45."
    window.show_lifter(other)
    assert not pane.problem.isVisible()
    assert pane.hours.edit.property("state") == ""
    assert pane.hours.edit.text() == ""


def test_the_focus_goes_to_what_is_next_for_the_other_lifter(
    window: MainWindow, other: int
) -> None:
    log = window.tabs.log()
    log.days.calendar.day_button(date(2026, 11, 3)).setFocus()
    window.show_lifter(other)
    assert QApplication.focusWidget() is log.start.buttons[0]


def keyboard() -> QWidget:
    held = QApplication.focusWidget()
    assert held is not None
    return held


def half_typed(window: MainWindow, lifter_id: int) -> None:
    """Leave a 2 in the load of the second set of a session of today."""
    window.show_lifter(lifter_id)
    session_id = logging.start_free(lifter_id, TODAY)
    logging.add_exercise(session_id, "back-squat")
    window.show_session(session_id)
    window.tabs.log().session.cards[0].add_row()
    QTest.keyClicks(keyboard(), "2")


@pytest.mark.parametrize("busy", [False, True])
def test_coming_back_to_a_lifter_typing_goes_on_where_it_was(
    window: MainWindow, lifter: int, other: int, busy: bool
) -> None:
    if busy:
        half_typed(window, other)
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    half_typed(window, lifter)
    window.show_lifter(other)
    window.show_lifter(lifter)
    QTest.keyClicks(keyboard(), "5")
    (card,) = window.tabs.log().session.cards
    texts = [[cell.text() for cell in line.cells.values()] for line in card.rows]
    assert texts[-1][0] == "25"
    assert not any(any(row) for row in [*texts[:-1], texts[-1][1:]])


def test_a_session_in_sight_yesterday_is_not_shown_when_one_comes_back(
    window: MainWindow, lifter: int, other: int
) -> None:
    half_typed(window, lifter)
    window.show_lifter(other)
    window.today = lambda: date(2026, 11, 6)
    window.show_lifter(lifter)
    assert window.tabs.log().start.isVisible()


def test_undo_takes_back_what_was_half_typed_before_anything_of_the_file(
    window: MainWindow, lifter: int, other: int
) -> None:
    half_typed(window, lifter)
    window.act("Rename", lambda: clients.change(Lifter(name="Max", id=other)))
    window.show_lifter(other)
    window.show_lifter(lifter)
    cell = keyboard()
    assert isinstance(cell, EntryCell)
    QTest.keyClick(cell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert cell.text() == ""
    assert clients.lifter(other).name == "Max"


def test_the_set_in_focus_of_a_lifter_who_is_gone_is_not_asked_about(
    window: MainWindow, other: int
) -> None:
    window.show_lifter(other)
    session = logging.start_free(other, TODAY)
    logging.add_exercise(session, "back-squat")
    window.show_session(session)
    QTest.keyClicks(keyboard(), "100")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert isinstance(keyboard(), EntryCell)
    window.show_tab(TabName.PLANNER)
    trash.delete_lifter(other)
    window.refresh()
    window.show_tab(TabName.LOG)
    assert window.tabs.log().place.session_id is None
