"""A window on Sam with Ada beside him; whoever a test locks is locked for that test alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.coach import clients, lifter_lock
from planner.engine.terms import Lifter
from planner.ui.main_window import MainWindow


@pytest.fixture
def window(database: Path, lifter: int, today: date, qtbot: QtBot) -> Iterator[MainWindow]:
    """Show the window on Sam, with Ada in the list."""
    lifter_lock.close_others([])
    clients.add(Lifter(name="Ada", note="bad knee"))
    made = MainWindow(database, lambda: today)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.start()
    made.show_lifter(lifter)
    yield made
    made.close()
    lifter_lock.close_others([])


@pytest.fixture
def ada(window: MainWindow) -> Lifter:
    """Return Ada."""
    return next(each for each in clients.lifters() if each.name == "Ada")
