"""What undo and redo do in the window, and what is no step to undo."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from planner.coach import clients, logging
from planner.coach.files import FullDisk
from planner.engine.terms import Lifter
from planner.ui.main_window import MainWindow

TODAY = date(2026, 11, 5)
Press = Callable[[str], None]


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """The window on the screen, for keys to reach."""
    window.show()
    window.start()
    return window


def names() -> list[str]:
    return [made.name for made in clients.lifters()]


def rename(lifter_id: int, name: str) -> None:
    clients.change(Lifter(name=name, id=lifter_id, uid=clients.lifter(lifter_id).uid))


def test_undo_and_redo_are_called_after_what_they_do(
    window: MainWindow, ada: int, press: Press
) -> None:
    window.act("Rename Ada", partial(rename, ada, "Ada N."))
    assert window.menus.undo.text() == "&Undo Rename Ada"
    press("Ctrl+Z")
    assert clients.lifter(ada).name == "Ada Novak"
    assert window.menus.redo.text() == "&Redo Rename Ada"
    press("Ctrl+Shift+Z")
    assert clients.lifter(ada).name == "Ada N."


def test_undo_in_the_bar_names_the_step_and_rests_when_there_is_none(
    window: MainWindow, ada: int
) -> None:
    assert window.bar.undo.accessibleName() == "Undo “Add Ada Novak” (Ctrl+Z)"
    window.bar.undo.click()
    assert not window.bar.undo.isEnabled()


def test_an_undo_about_another_lifter_shows_them_first_and_takes_back_nothing_out_of_sight(
    window: MainWindow, lifter: int, ada: int, press: Press
) -> None:
    window.act("Add session", partial(logging.start_free, ada, TODAY))
    assert window.menus.undo.text() == "&Undo Add session"
    window.show_lifter(lifter)
    assert window.menus.undo.text() == "&Undo Add session (Ada Novak)"
    assert window.bar.undo.accessibleName() == "Undo “Add session (Ada Novak)” (Ctrl+Z)"
    press("Ctrl+Z")
    assert (window.lifter_id(), len(logging.sessions(ada))) == (ada, 1)
    asked = "Undo is about Ada Novak: press again to take back “Add session”."
    assert window.status.news.text() == asked
    press("Ctrl+Z")
    assert logging.sessions(ada) == []
    assert window.status.news.text() == "Undone: Add session"
    assert window.menus.redo.text() == "&Redo Add session"
    window.show_lifter(lifter)
    press("Ctrl+Shift+Z")
    assert (window.lifter_id(), len(logging.sessions(ada))) == (ada, 0)
    asked = "Redo is about Ada Novak: press again to do “Add session” once more."
    assert window.status.news.text() == asked
    press("Ctrl+Shift+Z")
    assert len(logging.sessions(ada)) == 1


def test_the_undo_of_the_lifter_shown_says_what_was_undone(
    window: MainWindow, ada: int, press: Press
) -> None:
    window.act("Rename Ada", partial(rename, ada, "Ada N."))
    press("Ctrl+Z")
    assert window.status.news.text() == "Undone: Rename Ada"


def test_a_write_that_fails_is_told_and_leaves_nothing_to_undo(
    window: MainWindow, lifter: int
) -> None:
    def fail() -> None:
        rename(lifter, "half-way")
        raise FullDisk("The disk is full.")

    assert not window.act("Rename", fail)
    assert window.status.news.text() == "The disk is full."
    assert not window.history.stack.canUndo()
    assert clients.lifter(lifter).name == "Sam Lifter"


def test_a_mistake_of_the_program_is_never_swallowed(window: MainWindow, lifter: int) -> None:
    with pytest.raises(ZeroDivisionError):
        window.act("Divide", lambda: 1 / 0)
    assert not window.history.stack.canUndo()


def test_a_write_that_changes_nothing_is_no_step_to_undo(window: MainWindow, lifter: int) -> None:
    assert window.act("Look", lambda: clients.lifter(lifter))
    assert not window.history.stack.canUndo()


def test_what_another_program_writes_is_shown_and_undo_starts_anew(
    window: MainWindow, ada: int, database: Path
) -> None:
    write = (
        "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]);"
        "db.execute(\"UPDATE lifter SET name = 'Ada from elsewhere' WHERE name LIKE 'Ada%'\");"
        "db.commit()"
    )
    subprocess.run([sys.executable, "-c", write, str(database)], check=True)
    window.history.undo()
    assert "Another program changed your data" in window.status.news.text()
    assert not window.history.stack.canUndo()
    assert "Ada from elsewhere" in window.bar.picker.toolTip()


@pytest.fixture
def field(window: MainWindow, ada: int, qtbot: QtBot) -> QLineEdit:
    """A field of the window to type in, just after Ada was added."""
    made = QLineEdit(window)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_ctrl_z_reaches_the_window_from_a_field_without_typing_of_its_own(
    field: QLineEdit, qtbot: QtBot
) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names() == ["Sam Lifter"]


def test_ctrl_z_first_takes_back_what_is_being_typed(field: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "100")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert names() == ["Ada Novak", "Sam Lifter"]
