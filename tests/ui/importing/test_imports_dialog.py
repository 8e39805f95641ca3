"""The list of imports: whose they are, and how one is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from pytestqt.qtbot import QtBot

from planner.coach import charts, clients
from planner.ui.import_wizard import ImportWizard
from planner.ui.imports_dialog import ImportsDialog
from planner.ui.main_window import MainWindow
from planner.ui.window_state import room_on_screen

LOGS = Path(__file__).parents[2] / "data" / "logs"
Read: TypeAlias = Callable[..., ImportWizard]
Bring: TypeAlias = Callable[[ImportWizard], None]


def sets(lifter: int) -> int:
    return charts.totals(lifter)[1]


def test_an_import_is_taken_back_from_the_list(
    read: Read, window: MainWindow, lifter: int, bring: Bring
) -> None:
    bring(read(LOGS / "hevy-kg.csv"))
    window.file_stories.show_imports()
    (dialog,) = window.findChildren(ImportsDialog)
    dialog.take.click()
    assert sets(lifter) == 0
    assert window.status.news.text().startswith("Taken back.")
    window.history.undo()
    assert sets(lifter) > 0


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
