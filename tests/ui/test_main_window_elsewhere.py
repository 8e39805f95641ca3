"""Another program has its hands in the file: the window says so and goes on."""

from __future__ import annotations

import logging
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import clients
from planner.engine.terms import Lifter
from planner.storage.base import open_connection
from planner.ui.app import hear_problems
from planner.ui.main_window import MainWindow
from planner.ui.problems import Catcher, ProblemDialog


@pytest.fixture
def catcher(window: MainWindow, tmp_path: Path) -> Iterator[Catcher]:
    before, before_threads = sys.excepthook, threading.excepthook
    made = Catcher(tmp_path / "planner.log", window)
    made.install()
    hear_problems(made, window)
    yield made
    sys.excepthook, threading.excepthook = before, before_threads


@pytest.fixture
def locked(window: MainWindow, database: Path) -> Iterator[None]:
    """Another program that keeps the whole file to itself."""
    open_connection().execute("PRAGMA busy_timeout = 0")
    open_connection().execute("PRAGMA journal_mode = DELETE")
    with closing(sqlite3.connect(database)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def elsewhere(database: Path, statement: str) -> None:
    """Write to the file as another program does."""
    with closing(sqlite3.connect(database)) as other:
        other.execute("PRAGMA foreign_keys = ON")
        other.execute(statement)
        other.commit()


def crash_dialogs() -> list[ProblemDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, ProblemDialog)]


@pytest.mark.usefixtures("locked")
def test_a_refresh_of_a_locked_file_is_told_in_the_status_bar(
    window: MainWindow, catcher: Catcher, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "planner"):
        QTimer.singleShot(0, window.refresh)
        qtbot.waitUntil(lambda: "Another program is using" in window.status.news.text())
    assert crash_dialogs() == []
    assert "LockedDatabase" in caplog.text


def test_a_change_to_what_another_program_deleted_is_told_and_shown_anew(
    window: MainWindow, database: Path
) -> None:
    window.lifter_stories.add(Lifter(name="Gone Soon"))
    stale = clients.lifter(window.lifter_id())
    elsewhere(database, "DELETE FROM lifter WHERE name = 'Gone Soon'")
    window.history.look_elsewhere()
    assert not window.act("Edit lifter", partial(clients.change, stale))
    assert "another program took away" in window.status.news.text()
    assert window.lifter is not None
    assert window.lifter.name == "Sam Lifter"
    assert not window.history.stack.canUndo()


def test_a_mistake_of_the_program_is_never_blamed_on_another_one(
    window: MainWindow, database: Path
) -> None:
    elsewhere(database, "UPDATE lifter SET coach = 'Bo'")
    window.history.look_elsewhere()
    units: dict[str, str] = {}
    with pytest.raises(KeyError):
        window.act("Change the unit", lambda: units["stone"])


def test_what_was_decided_by_what_another_program_has_changed_is_not_done(
    window: MainWindow, database: Path
) -> None:
    seen = clients.lifter(window.lifter_id())
    elsewhere(database, "UPDATE lifter SET coach = 'Bo', name = 'Sam of elsewhere'")
    change = partial(clients.change, replace(seen, note="Left knee"))
    assert not window.act("Edit lifter", change)
    (stored,) = clients.lifters()
    assert (stored.coach, stored.note) == ("Bo", "")
    assert window.status.news.text().startswith("Not done: another program changed your data")
    assert window.lifter is not None
    assert window.lifter.name == "Sam of elsewhere"
    assert window.act("Edit lifter", partial(clients.change, replace(stored, note="Left knee")))


def test_a_write_elsewhere_just_before_an_undo_keeps_it_from_being_done(
    window: MainWindow, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = clients.lifter(window.lifter_id())
    window.act("Edit lifter", partial(clients.change, replace(seen, note="Left knee")))
    look = window.history.look_elsewhere

    def look_too_early() -> bool:
        before = look()
        elsewhere(database, "UPDATE lifter SET note = 'Right knee'")
        return before

    monkeypatch.setattr(window.history, "look_elsewhere", look_too_early)
    window.history.undo()
    assert clients.lifters()[0].note == "Right knee"
    assert window.status.news.text().startswith("Not done: another program changed your data")
    assert not window.history.stack.canUndo()


def test_a_lookup_that_fails_by_our_own_mistake_is_never_swallowed(window: MainWindow) -> None:
    with pytest.raises(LookupError):
        window.act("Edit nobody", partial(clients.change, Lifter(name="Nobody", id=999)))


def test_undo_says_why_there_is_nothing_to_take_back_after_a_command_wrote(
    window: MainWindow, database: Path
) -> None:
    window.lifter_stories.add(Lifter(name="Ada Novak"))
    elsewhere(database, "UPDATE lifter SET coach = 'Bo'")
    window.history.undo()
    assert "Undo starts from here" in window.status.news.text()
    assert "another program changed your data" in window.bar.undo.toolTip()
    window.lifter_stories.add(Lifter(name="Cem Demir"))
    window.history.undo()
    assert window.bar.undo.toolTip() == "Nothing to undo"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_whom_another_program_brought_is_in_the_list_when_it_opens(
    window: MainWindow, database: Path
) -> None:
    elsewhere(database, "UPDATE lifter SET name = 'Bob'")
    window.show()
    window.menus.switch.trigger()
    popup = window.bar.picker.popup
    assert [popup.list.item(row).text() for row in range(popup.list.count())] == ["Bob"]
    popup.close()
