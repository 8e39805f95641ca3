"""An exercise edited from its card in the log, through the dialogs, while a set is half-typed."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import logging, own_exercises
from planner.storage import library
from planner.ui.entry_cell import EntryCell
from planner.ui.exercise_editor import ExerciseEditor
from planner.ui.library_dialog import LibraryDialog
from planner.ui.top_bar import TabName


@pytest.fixture
def log(window, qtbot):
    """Show the log in front, with a session of an own exercise."""
    copied = own_exercises.copied(library.exercise("lying-leg-curl"))
    own_exercises.save(replace(copied, name="Slow curl"))
    session = logging.start_free(window.lifter_id(), window.today())
    logging.add_exercise(session, "slow-curl")
    window.show()
    in_front(window, qtbot)
    window.show_tab(TabName.LOG)
    window.tabs.log().show_session(session)
    return window.tabs.log()


def in_front(window, qtbot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    QApplication.processEvents()


def test_what_is_half_typed_is_typed_on_behind_the_dialogs(log, window, qtbot) -> None:
    cell = QApplication.focusWidget()
    assert isinstance(cell, EntryCell)
    QTest.keyClicks(cell, "22.5x")
    log.session.cards[0].head.menu.about_wanted.emit()
    (about,) = window.findChildren(LibraryDialog)
    about.edit.click()
    (editor,) = about.findChildren(ExerciseEditor)
    editor.form.fields["name"].widget.setText("Rope curl")
    editor.save.click()
    about.close()
    in_front(window, qtbot)
    assert QApplication.focusWidget() is cell
    assert cell.accessibleName().startswith("Rope curl")
    QTest.keyClicks(cell, "9")
    assert cell.text() == "22.5x9"
