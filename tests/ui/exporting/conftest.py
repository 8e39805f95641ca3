"""The export dialog at work in the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from pytestqt.qtbot import QtBot

from planner.coach import blocks, clients
from planner.coach.export_files import Kind
from planner.engine.terms import Lifter, PlannedExercise, PlannedSession, PlannedSet
from planner.storage import plan
from planner.ui import folders
from planner.ui.export_dialog import ExportDialog
from planner.ui.main_window import MainWindow

Open: TypeAlias = Callable[..., ExportDialog]
Write: TypeAlias = Callable[[ExportDialog], str]
Plan: TypeAlias = Callable[[int], None]


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> Open:
    """Open the dialog on a kind, to write into a folder."""

    def make(kind: Kind = Kind.SPREADSHEET, folder: Path = tmp_path) -> ExportDialog:
        folders.remember_folder(str(folder))
        window.file_stories.export()
        (dialog,) = [each for each in window.findChildren(ExportDialog) if each.isVisible()]
        dialog.choose(kind)
        return dialog

    return make


@pytest.fixture
def write(window: MainWindow, qtbot: QtBot) -> Write:
    """Press Export, wait, and return what is told: in the window, or in the dialog."""

    def shown() -> list[ExportDialog]:
        return [each for each in window.findChildren(ExportDialog) if each.isVisible()]

    def done(dialog: ExportDialog) -> str:
        dialog.go.click()
        qtbot.waitUntil(lambda: not any(each.bar.isVisible() for each in shown()))
        return next((each.news.text() for each in shown()), window.status.news.text())

    return done


@pytest.fixture
def planned(database: Path, today: date) -> Plan:
    """Return a function that plans a session for a lifter."""

    def make(lifter: int) -> None:
        block = plan.mesocycle(blocks.new_mesocycle(lifter, "Base", today, 1))
        line = PlannedExercise("back-squat", (PlannedSet(5, 5, 2.0),))
        plan.add_planned_session(block.weeks[0].id or 0, PlannedSession("Lower", 0, (line,)))

    return make


@pytest.fixture
def three(window: MainWindow, planned: Plan, today: date) -> list[str]:
    """Three lifters, two of the same name, one of whom has a plan and one is archived."""
    planned(clients.add(Lifter(name="Bo")))
    clients.archive(clients.add(Lifter(name="Bo")), today)
    window.refresh()
    return ["Sam Lifter", "Bo", "Bo"]
