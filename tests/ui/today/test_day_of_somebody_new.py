"""What is said of a day is of the lifter shown, whoever had the id before."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from planner.coach import files
from planner.engine.terms import CheckIn, Lifter, LoggedExercise, Session
from planner.storage import clients, log
from planner.ui.main_window import MainWindow
from tests.ui.today.conftest import SQUAT, Shown


def drain(lifter: int, today: date) -> None:
    """Let somebody who usually feels well feel badly today."""
    for week in range(10):
        on = today - timedelta(days=5 + 7 * week)
        done = (LoggedExercise("back-squat", (SQUAT,) * 3),)
        log.add_session(lifter, Session(on, done, finished=True))
    for days in (*range(30, 0, -3), 0):
        points = 4 if days else 1
        on = today - timedelta(days=days)
        clients.save_check_in(lifter, CheckIn(on, sleep=points, energy=points))


def test_a_backup_says_nothing_of_the_day_of_who_is_not_in_it(
    window: MainWindow, shown: Shown, today: date, tmp_path: Path
) -> None:
    window.show()
    window.lifter_stories.add(Lifter(name="Bea"))
    bea = window.lifter_id()
    backup = files.back_up(tmp_path / "backups" / "planner-2026-11-05_120000_daily.db")
    window.undo_stories.undo()
    window.lifter_stories.add(Lifter(name="Carl"))
    drain(window.lifter_id(), today)
    window.refresh()
    line = shown()
    assert line.isVisible()
    window.backup_stories.put_back(backup)
    assert window.lifter_id() == bea
    assert not line.isVisible()
