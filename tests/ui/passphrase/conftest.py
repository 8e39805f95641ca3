"""A window on a file without a passphrase; without the extra there is nothing to try."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.storage import driver
from planner.ui.main_window import MainWindow


@pytest.fixture
def window(database: Path, lifter: int, qtbot: QtBot) -> Iterator[MainWindow]:
    """Show the window on a file without a passphrase."""
    made = MainWindow(database, lambda: date(2026, 11, 5))
    qtbot.addWidget(made)
    made.show()
    made.start()
    yield made
    made.close()
    driver.forget()
