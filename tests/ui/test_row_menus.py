"""A right click on a row offers what the buttons of the dialog do."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu

from planner.coach import clients, logging
from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import log
from planner.ui import clients_stories, menu_key, trash_stories
from planner.ui.clients_dialog import ClientsDialog
from planner.ui.main_window import MainWindow
from planner.ui.trash_dialog import TrashDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SQUATS = LoggedExercise("back-squat", (LoggedSet(100.0, 5),))


def entries(rows: QAbstractItemView, at: QPoint | None = None) -> list[QAction]:
    """Ask for the menu of the current row, or at a place; return its entries."""
    if at is None:
        menu_key.ask(rows)
    else:
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, at, rows.viewport().mapToGlobal(at))
        QApplication.sendEvent(rows.viewport(), event)
    return [entry for menu in rows.findChildren(QMenu) for entry in menu.actions()]


@pytest.fixture
def trash(window: MainWindow, lifter: int) -> TrashDialog:
    """Open the trash with three sessions."""
    for day in (1, 2, 3):
        logging.delete(log.add_session(lifter, Session(date(2026, 11, day), (SQUATS,))))
    window.show()
    trash_stories.show(window)
    return next(each for each in window.findChildren(TrashDialog) if each.isVisible())


@pytest.mark.parametrize("row", [0, 1, 2])
def test_the_menu_key_puts_the_marked_session_back(window, lifter, trash, row):
    trash.table.selectRow(row)
    wanted = trash.model.row(row)
    (back,) = entries(trash.table)
    back.trigger()
    assert [made.on for made in logging.sessions(lifter)] == [wanted.on]


def test_beside_the_rows_there_is_no_menu(trash):
    below = trash.table.viewport().rect().bottomRight() - QPoint(2, 2)
    assert entries(trash.table, below) == []


def test_what_is_not_possible_is_dull_in_the_menu_of_a_client(window, lifter):
    window.show()
    clients_stories.show(window)
    (dialog,) = window.findChildren(ClientsDialog)
    dialog.table.selectRow(0)
    dialog.archive.setEnabled(False)
    menu = entries(dialog.table)
    assert [each.isEnabled() for each in menu] == [True, True, False]
    menu[0].trigger()
    assert not dialog.isVisible()
    assert window.lifter == clients.lifter(lifter)
