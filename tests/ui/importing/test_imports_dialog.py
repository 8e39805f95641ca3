"""The list of imports: whose they are, and how one is taken back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.coach import backup_place, charts, clients, files, logging, trash
from planner.storage import log
from planner.ui import backup_words
from planner.ui.doing_dialog import DoingDialog
from planner.ui.import_wizard import ImportWizard
from planner.ui.imports_dialog import ImportsDialog
from planner.ui.main_window import MainWindow
from planner.ui.screen_room import room_on_screen

LOGS = Path(__file__).parents[2] / "data" / "logs"
Read: TypeAlias = Callable[..., ImportWizard]
Bring: TypeAlias = Callable[[ImportWizard], None]
TakeBack: TypeAlias = Callable[[], None]


def sets(lifter: int) -> int:
    return charts.totals(lifter)[1]


@pytest.fixture
def take_back(window: MainWindow, qtbot: QtBot) -> TakeBack:
    """Return a function that takes the import back that is listed first, and waits for it."""

    def click() -> None:
        window.file_stories.show_imports()
        (dialog,) = window.findChildren(ImportsDialog)
        dialog.take.click()
        qtbot.waitUntil(lambda: not window.findChildren(DoingDialog))

    return click


def test_an_import_is_taken_back_from_the_list(
    read: Read, window: MainWindow, lifter: int, bring: Bring, qtbot: QtBot, take_back: TakeBack
) -> None:
    bring(read(LOGS / "hevy-kg.csv"))
    take_back()
    assert sets(lifter) == 0
    assert window.status.news.text().startswith("Taken back.")
    window.history.undo()
    assert sets(lifter) > 0
    window.file_stories.show_imports()
    dialog = next(each for each in window.findChildren(ImportsDialog) if each.isVisible())
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: sets(lifter) == 0)


def test_a_backup_is_made_before_an_import_is_taken_back(
    read: Read, window: MainWindow, lifter: int, bring: Bring, take_back: TakeBack
) -> None:
    bring(read(LOGS / "hevy-kg.csv"))
    brought = sets(lifter)
    take_back()
    newest = files.backups(window.database)[0]
    assert files.contents(newest.path)["logged_set"] == brought > sets(lifter) == 0
    assert backup_words.why(newest) == "before hevy-kg.csv was taken back"


def test_without_a_backup_an_import_stays(
    read: Read, window: MainWindow, lifter: int, bring: Bring, take_back: TakeBack
) -> None:
    bring(read(LOGS / "hevy-kg.csv"))
    brought, place = sets(lifter), backup_place.usual(window.database)
    shutil.rmtree(place)
    place.write_text("in the way")
    take_back()
    assert "no backup could be written" in window.status.news.text()
    assert sets(lifter) == brought


def test_a_session_edited_and_then_deleted_is_put_back_after_its_import_is_taken_back(
    read: Read, window: MainWindow, lifter: int, bring: Bring, take_back: TakeBack
) -> None:
    bring(read(LOGS / "hevy-kg.csv"))
    edited = log.sessions(lifter)[0]
    entry = edited.exercises[0].sets[0]
    window.act("Change", lambda: log.update_set(replace(entry, reps=7)))
    window.act("Delete", lambda: logging.delete(edited.id))
    take_back()
    assert "in the trash)" in window.status.news.text()
    trash.restore(trash.contents()[0])
    (kept,) = log.sessions(lifter)
    assert kept.exercises[0].sets[0].reps == 7


def test_the_imports_say_whose_they_are(window: MainWindow) -> None:
    window.file_stories.show_imports()
    (dialog,) = window.findChildren(ImportsDialog)
    assert dialog.title.text() == dialog.windowTitle() == "Imports of Sam Lifter"
    dialog.reject()


def test_long_names_are_shortened_and_widen_nothing(
    window: MainWindow, lifter: int, qtbot: QtBot
) -> None:
    clients.change(replace(clients.lifter(lifter), name="Anna Berg " * 20))
    window.refresh()
    window.file_stories.import_log()
    window.file_stories.show_imports()
    (wizard,) = window.findChildren(ImportWizard)
    (dialog,) = window.findChildren(ImportsDialog)
    room = room_on_screen(window).width()
    assert (wizard.width(), dialog.width()) == (min(880, room), 680)
    for title in (wizard.heading.title, dialog.title):
        qtbot.waitUntil(lambda title=title: title.text().endswith("…"))
        assert title.toolTip().endswith("Anna Berg ")
    dialog.reject()
    wizard.reject()


def test_a_log_without_imports_says_so(window: MainWindow) -> None:
    window.file_stories.show_imports()
    (dialog,) = window.findChildren(ImportsDialog)
    assert not dialog.take.isEnabled()
    dialog.reject()
