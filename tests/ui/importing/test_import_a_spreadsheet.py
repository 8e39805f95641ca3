"""A log that left as a spreadsheet comes in again, and a foreign one is refused in words."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from xlsxwriter import Workbook

from planner.coach import clients
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import log
from planner.ui.import_wizard import ImportWizard
from planner.ui.main_window import MainWindow

ImportFirst = Callable[[Path], ImportWizard]


@pytest.fixture
def sheet(empty_window: MainWindow, tmp_path: Path, export: Callable[..., object]) -> Path:
    """The log of a lifter who is archived, as a spreadsheet."""
    ada = clients.add(Lifter(name="Ada"))
    entry = LoggedSet(100.0, 5, 2.0, load=100.0, note="=1+1")
    slot = LoggedExercise("back-squat", (entry, entry))
    log.add_session(ada, Session(date(2026, 11, 2), (slot,), "Lower", finished=True))
    path = tmp_path / "log.xlsx"
    export(path, ada)
    clients.archive(ada, date(2026, 11, 5))
    empty_window.refresh()
    return path


def test_a_spreadsheet_of_ours_is_previewed_and_comes_in(
    empty_window: MainWindow, sheet: Path, import_first: ImportFirst, qtbot: QtBot
) -> None:
    wizard = import_first(sheet)
    wizard.import_button.click()
    said = "Imported 2 sets from log.xlsx"
    qtbot.waitUntil(lambda: said in empty_window.status.news.text())
    (session,) = log.sessions(empty_window.lifter_id())
    assert [made.note for made in session.exercises[0].sets] == ["=1+1"] * 2


def test_a_spreadsheet_of_another_program_is_refused_with_what_to_do(
    empty_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    made = io.BytesIO()
    other = Workbook(made, {"in_memory": True})
    other.add_worksheet("Budget").write(0, 0, "rent")
    other.close()
    (tmp_path / "budget.xlsx").write_bytes(made.getvalue())
    empty_window.file_stories.import_log([tmp_path / "budget.xlsx"])
    (wizard,) = empty_window.findChildren(ImportWizard)

    def told() -> list[str]:
        return [each.text() for each in wizard.findChildren(QLabel) if each.isVisible()]

    said = "save its sheet as CSV and import that"
    qtbot.waitUntil(lambda: any(said in text for text in told()))
