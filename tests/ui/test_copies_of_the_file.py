"""A sync program left a copy beside the file, or copied it without its log: the window says so."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.coach import clients, files
from planner.engine.terms import Lifter
from planner.ui import copies_stories
from planner.ui.copies_stories import CopiesDialog
from planner.ui.main_window import MainWindow
from planner.ui.merge_file_dialog import MergeFileDialog
from planner.ui.opening import Wish, open_with_help
from tests.ui.answers import answer, press


@pytest.fixture
def copy(window: MainWindow, database: Path) -> Path:
    """The copy that a sync program left, with a Bo in it who is not here."""
    made = database.with_name("planner (conflicted copy 2026-11-05).db")
    window.act("Add", partial(clients.add, Lifter(name="Bo")), adds=True)
    files.back_up(made)
    window.history.undo()
    return made


def test_a_copy_is_told_of_once_and_merged(window: MainWindow, copy: Path, qtbot: QtBot) -> None:
    copies_stories.tell(window)
    (dialog,) = window.findChildren(CopiesDialog)
    assert any(copy.name in each.text() for each in dialog.findChildren(QLabel))
    dialog.accept()
    qtbot.waitUntil(lambda: bool(window.findChildren(MergeFileDialog)))
    window.findChildren(MergeFileDialog)[0].reject()
    qtbot.wait(1)
    copies_stories.tell(window)
    assert window.findChildren(CopiesDialog) in ([], [dialog])


def test_a_copy_without_its_log_is_opened_only_when_that_is_known(
    database: Path, lifter: int, tmp_path: Path, qtbot: QtBot
) -> None:
    alone = Path(shutil.copyfile(database, tmp_path / "alone.db"))
    files.close_file()
    said = answer(lambda dialog: press(dialog, "as it is"))
    opened = open_with_help(Wish(alone))
    assert opened is not None
    assert any("may be missing" in text for text in said)
    files.close_file()
    opened.let_go()
    with closing(sqlite3.connect(alone)) as other:
        assert other.execute("SELECT count(*) FROM exercise").fetchone()[0] > 100
