"""Before a backup is put back, what is typed is stored or asked about, as before quitting."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import files, logging
from planner.engine.terms import (
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import log, plan
from planner.ui.main_window import MainWindow
from planner.ui.prescription_editor import PrescriptionEditor
from planner.ui.top_bar import TabName
from tests.ui.unstored_dialog import asked, choose, said

TODAY, MONDAY = date(2026, 11, 5), date(2026, 11, 2)


@pytest.fixture
def backup(window: MainWindow, tmp_path: Path) -> Path:
    """A backup of before anything was logged."""
    return files.back_up(tmp_path / "backups" / "planner-2026-11-05_120000_daily.db")


@pytest.fixture
def session(window: MainWindow, backup: Path, qtbot: QtBot) -> int:
    """Show a session with one set of squats in the log, with the keyboard in a row to come."""
    done = LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),))
    made = log.add_session(window.lifter_id(), Session(TODAY, (done,), name="Lower B"))
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.show_session(made)
    window.tabs.log().session.cards[0].add_row()
    return made


def type_in(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def loads() -> list[float | None]:
    """Return the loads in the file, of the only session; none without it."""
    made = logging.sessions(1)
    return [each.load for made in made for each in log.session(made.id).exercises[0].sets]


def test_a_set_typed_whole_is_in_the_backup_made_before(
    window: MainWindow, session: int, backup: Path
) -> None:
    type_in("110x5")
    window.backup_stories.put_back(backup)
    assert loads() == []
    (kept,) = [each.path for each in files.backups(window.database) if each.path != backup]
    window.backup_stories.put_back(kept)
    assert loads() == [100.0, 110.0]


def test_a_set_that_is_not_whole_is_asked_about_first(
    window: MainWindow, session: int, backup: Path
) -> None:
    type_in("110x")
    window.backup_stories.put_back(backup)
    dialog = asked(window)
    assert "Back squat · Thu 5 Nov: 110x" in said(dialog)
    assert "Restoring now loses it." in said(dialog)
    choose(dialog, "Go back")
    assert loads() == [100.0]
    assert window.tabs.log().session.half_typed()[0].texts() == ["110x"]


def test_one_may_restore_without_it(window: MainWindow, session: int, backup: Path) -> None:
    type_in("110x")
    window.backup_stories.put_back(backup)
    choose(asked(window), "Restore without them")
    assert loads() == []
    assert window.status.news.text().startswith("Restored planner-2026-11-05")


def test_what_could_not_be_read_in_the_plan_is_told_beside_what_was_restored(
    window: MainWindow, backup: Path
) -> None:
    day = PlannedSession("Lower", 0, (PlannedExercise("back-squat", (PlannedSet(5, 5),)),))
    block = Mesocycle("Block", MONDAY, weeks=(Microcycle(1, MONDAY, (day,)),))
    window.act("Start", partial(plan.add_mesocycle, window.lifter_id(), block))
    window.show_tab(TabName.PLANNER)
    grid = window.tabs.planner()._grid
    grid.select(grid.week.spots(0)[1])
    grid.edit()
    (field,) = grid.findChildren(PrescriptionEditor)
    field.sets.setText("3x3 @ 140")
    window.backup_stories.put_back(backup)
    told = window.status.news.text()
    assert told.startswith("Restored planner-2026-11-05")
    assert "Not saved – " in told
    assert window.status.news.property("role") == "warn"
