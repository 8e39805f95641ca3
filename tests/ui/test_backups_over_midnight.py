"""A window left open makes the backup of the next day, if anything changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.coach import clients, files
from planner.engine.terms import Lifter
from planner.ui.backups_dialog import BackupsDialog
from planner.ui.main_window import MainWindow

TODAY = date.today()


def shown(window: MainWindow) -> BackupsDialog:
    window.backup_stories.show()
    return window.findChildren(BackupsDialog)[-1]


@pytest.fixture
def days() -> list[date]:
    """The day that it is now."""
    return [TODAY]


@pytest.fixture
def window(database: Path, lifter: int, days: list[date], qtbot: QtBot) -> Iterator[MainWindow]:
    """The window, its backup of the day made."""
    made = MainWindow(database, lambda: days[0])
    qtbot.addWidget(made)
    made.start()
    qtbot.waitUntil(lambda: not made.backup_stories.is_busy())
    yield made
    made.close()


def test_a_window_left_open_over_midnight_backs_up(
    window: MainWindow, days: list[date], database: Path, qtbot: QtBot
) -> None:
    window.backup_stories.look()
    assert not window.backup_stories.is_busy()
    clients.add(Lifter(name="Ada"))
    days[0] += timedelta(days=1)
    window.backup_stories.look()
    qtbot.waitUntil(lambda: len(files.backups(database)) == 2)


def test_a_day_without_a_change_keeps_no_second_backup_and_says_when_it_was_looked(
    window: MainWindow, days: list[date], database: Path, qtbot: QtBot
) -> None:
    dialog = shown(window)
    assert "nothing had changed" not in dialog.newest.text()
    days[0] += timedelta(days=1)
    window.backup_stories.look()
    qtbot.waitUntil(lambda: "nothing had changed" in dialog.newest.text())
    assert len(files.backups(database)) == 1
    dialog.now.click()
    qtbot.waitUntil(lambda: "nothing had changed" not in dialog.newest.text())
    assert len(files.backups(database)) == 2
