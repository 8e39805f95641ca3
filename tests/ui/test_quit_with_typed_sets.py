"""Quitting stores a typed set that is whole, and asks about one that is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import lifter_lock, logging
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import log
from planner.ui.main_window import MainWindow
from planner.ui.set_columns import Field
from planner.ui.set_row import SetRowView
from planner.ui.top_bar import TabName
from tests.ui.unstored_dialog import asked, choose, said

TODAY = date(2026, 11, 5)


@pytest.fixture
def session(window: MainWindow, qtbot: QtBot) -> int:
    """Show a session in the log with one set of squats, and a row to come."""
    done = LoggedExercise("back-squat", (LoggedSet(20.0, 8, load=20.0),))
    made = log.add_session(window.lifter_id(), Session(TODAY, (done,), name="Lower B"))
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.show_session(made)
    window.tabs.log().session.cards[0].add_row()
    return made


def line(window: MainWindow, number: int) -> SetRowView:
    return window.tabs.log().session.cards[0].rows[number - 1]


def fill(row: SetRowView, **texts: str) -> None:
    for name, text in texts.items():
        cell = row.cells[Field(name)]
        cell.setFocus()
        cell.selectAll()
        QTest.keyClicks(cell, text)


def loads(session_id: int) -> list[float | None]:
    return [made.load_kg for made in log.session(session_id).exercises[0].sets]


def test_a_changed_set_is_stored(window: MainWindow, session: int, press: Callable) -> None:
    fill(line(window, 1), load="23")
    press("Ctrl+Q")
    assert not window.isVisible()
    assert loads(session) == [23.0]


def test_a_new_set_typed_whole_is_stored(window: MainWindow, session: int) -> None:
    fill(line(window, 2), load="22", reps="8")
    window.close()
    assert not window.isVisible()
    assert loads(session) == [20.0, 22.0]


def test_a_set_without_reps_is_asked_about_and_stays(window: MainWindow, session: int) -> None:
    fill(line(window, 2), load="22")
    window.close()
    assert window.isVisible()
    dialog = asked(window)
    assert "Back squat · Thu 5 Nov: 22" in said(dialog)
    choose(dialog, "Go back")
    assert window.isVisible()
    assert line(window, 2).cells[Field.LOAD].text() == "22"
    assert loads(session) == [20.0]


def test_one_may_quit_without_it(window: MainWindow, session: int) -> None:
    fill(line(window, 2), load="22")
    window.close()
    choose(asked(window), "Quit without them")
    assert not window.isVisible()
    assert loads(session) == [20.0]


def test_a_likely_slip_is_asked_about(window: MainWindow, session: int) -> None:
    fill(line(window, 1), load="2000")
    window.close()
    assert "2000" in said(asked(window))
    assert loads(session) == [20.0]


def test_a_set_half_typed_in_a_session_that_was_left_is_asked_about(
    window: MainWindow, session: int
) -> None:
    fill(line(window, 1), load="23")
    sam = window.lifter_id()
    window.lifter_stories.add(Lifter(name="Ada Novak"))
    window.show_session(logging.start_free(window.lifter_id(), TODAY))
    window.close()
    dialog = asked(window)
    assert "Back squat · Thu 5 Nov: 23" in said(dialog)
    choose(dialog, "Go back")
    assert window.lifter_id() == sam
    window.show_session(session)
    assert line(window, 1).cells[Field.LOAD].text() == "23"


def test_nobody_is_asked_about_a_session_that_was_deleted(window: MainWindow, session: int) -> None:
    fill(line(window, 2), load="22")
    window.act("Delete session", lambda: logging.delete(session))
    window.close()
    assert not window.isVisible()


def test_a_note_half_typed_is_stored(window: MainWindow, session: int) -> None:
    window.tabs.log().session.commands.note()
    QTest.keyClicks(QApplication.focusWidget(), "seat 4")
    window.close()
    assert not window.isVisible()
    assert log.session(session).exercises[0].note == "seat 4"


def test_what_cannot_be_read_in_the_plan_is_told_before(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show()
    planner = window.tabs.planner()
    typed = iter(["What is 5xx?"])
    monkeypatch.setattr(planner, "finish_edit", lambda _lifter: next(typed, ""))
    window.close()
    assert window.isVisible()
    assert window.status.news.text() == "Not saved – What is 5xx?"
    window.close()
    assert not window.isVisible()


def test_a_set_of_a_session_that_was_taken_away_is_no_reason_to_stay(
    window: MainWindow, session: int
) -> None:
    fill(line(window, 2), load="22", reps="8")
    window.show_tab(TabName.PLANNER)
    window.act("Delete session", partial(logging.delete, session))
    window.close()
    assert not window.isVisible()


def test_one_may_go_back_where_nobody_is_left_in_sight(window: MainWindow, session: int) -> None:
    fill(line(window, 2), load="22")
    window.lifter_stories.archive()
    window.close()
    choose(asked(window), "Go back")
    assert window.isVisible()


def test_of_a_lifter_who_is_locked_it_says_only_whose_it_is(
    window: MainWindow, session: int, press: Callable
) -> None:
    lifter_lock.store_lock(window.lifter, "4711", 5)
    fill(line(window, 2), load="155")
    window.locks.lock_now()
    press("Ctrl+Q")
    words = said(asked(window))
    assert "Sam Lifter is locked. Type the PIN first." in words
    assert "155" not in words
    assert "squat" not in words
