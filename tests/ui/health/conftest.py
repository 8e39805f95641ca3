"""The desk of a lifter, and the dialogs on it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from planner.ui.desk import Desk


@pytest.fixture
def at(desk):
    """Return the desk of the lifter at the log tab."""
    return Desk(desk.window, desk.lifter, desk.today, desk.history.do)


@pytest.fixture
def shown():
    """Return a function that finds the dialog of a kind that is open."""

    def find(parent, kind):
        QApplication.processEvents()
        return next(each for each in parent.findChildren(kind) if each.isVisible())

    return find
