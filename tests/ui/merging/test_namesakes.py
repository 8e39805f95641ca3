"""A lifter of the same name in the file: one person or two is asked, and answered with a tick."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from planner.coach import clients
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import log
from planner.ui.main_window import MainWindow
from planner.ui.merge_file_dialog import MergeFileDialog

TODAY = date(2026, 11, 5)
SLOT = LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),))


def trained(lifter: int, *days: int) -> None:
    for number in days:
        log.add_session(lifter, Session(TODAY - timedelta(days=number), (SLOT,)))


@pytest.fixture
def laptop(elsewhere, lifter: int, window: MainWindow) -> Path:
    """Train Sam here; a Sam on the laptop did the same, and once more."""
    trained(lifter, 2, 4)
    with elsewhere() as path:
        trained(clients.add(Lifter(name="sam lifter")), 2, 4, 0)
    return path


def box(dialog: MergeFileDialog) -> QCheckBox:
    [found] = [each for each in dialog.findChildren(QCheckBox) if each.isVisible()]
    return found


def whose(dialog: MergeFileDialog) -> list[str]:
    model = dialog.changes.model
    return [model.row(place).whose for place in range(model.rowCount())]


def test_the_same_log_is_taken_for_one_person_and_merged_as_that(
    laptop: Path, merging, qtbot: QtBot, lifter: int
) -> None:
    dialog = merging(laptop)
    said = [each.text() for each in dialog.changes.namesakes.findChildren(QLabel)]
    assert said == ["Sam Lifter is here, too: 2 of 2 sessions are in both."]
    assert box(dialog).isChecked()
    assert whose(dialog) == ["Sam Lifter"]
    with qtbot.waitSignal(dialog.merged):
        dialog.merge_button.click()
    assert len(log.sessions(lifter)) == 3
    assert merging(laptop).changes.namesakes.isHidden()


def test_without_the_tick_they_stay_two(laptop: Path, merging, qtbot: QtBot, lifter: int) -> None:
    dialog = merging(laptop)
    box(dialog).click()
    qtbot.waitUntil(lambda: not dialog.doing.isVisible())
    assert whose(dialog) == ["sam lifter (new, beside another of that name)"]
    assert not box(dialog).isChecked()
    with qtbot.waitSignal(dialog.merged):
        dialog.merge_button.click()
    assert len(log.sessions(lifter)) == 2
