"""Whoever is locked stays out of sheets, codes, copies and lines that are about several lifters."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel

from planner.coach import clients, lifter_lock, logging, printing
from planner.engine.terms import (
    UNREAD,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import log, plan
from planner.ui import assign_stories
from planner.ui.go_to import GoToDialog
from planner.ui.main_window import MainWindow
from planner.ui.sheet_entry import SheetEntryDialog
from planner.ui.top_bar import TabName

TODAY = date(2026, 11, 5)
PIN = "4711"


def plan_week(lifter_id: int) -> int:
    """Plan a squat today; return the week."""
    lifts = (PlannedExercise("back-squat", (PlannedSet(5, 5, load_kg=100.0, load=100.0),)),)
    week = Microcycle(1, TODAY, (PlannedSession("Lower", 0, lifts),))
    block = plan.add_mesocycle(lifter_id, Mesocycle("Block", TODAY, (week,)))
    return plan.mesocycle(block).weeks[0].id or 0


def test_sheets_and_copies_leave_out_who_is_locked_and_say_so(
    window: MainWindow, ada: Lifter
) -> None:
    sam, told = window.lifter_id(), "Sam Lifter is locked and not in the list: unlock first."
    plan_week(sam)
    code = printing.week_sheet(sam, TODAY, TODAY).code
    week = plan_week(ada.id or 0)
    lifter_lock.store_lock(clients.lifter(sam), PIN, 5)
    window.show_lifter(ada.id or 0)
    window.lifter_stories.sheets.type_in()
    (desk,) = window.findChildren(SheetEntryDialog)
    listed = [desk.pile.list.item(at).text() for at in range(desk.pile.list.count())]
    assert ["Ada" in each for each in listed] == [True]
    assert (desk.pile.locked.isVisible(), desk.pile.locked.text()) == (True, told)
    desk.pile.take_code(code)
    assert desk.form is None
    assert desk.pile.problem.text().startswith("The sheet of this code is of a locked lifter")
    desk.close()
    window.lifter_stories.go_to()
    (asked,) = window.findChildren(GoToDialog)
    asked.field.setText(code)
    asked.accept()
    assert asked.isVisible()
    assert asked.problem.text() == desk.pile.problem.text()
    asked.reject()
    dialog = assign_stories.copy_week(window, week)
    assert told in [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    dialog.reject()


def test_no_line_about_anybody_stays_above_a_lock(window: MainWindow, ada: Lifter) -> None:
    sam = window.lifter_id()
    lifter_lock.store_lock(clients.lifter(sam), PIN, 5)
    session = logging.start_free(ada.id or 0, TODAY)
    unread = LoggedSet(None, None, flags=frozenset({UNREAD}))
    log.add_logged_exercise(session, LoggedExercise("back-squat", (unread,)))
    window.show_lifter(ada.id or 0)
    window.show_tab(TabName.LOG)
    line = window.lifter_stories.sheets.line
    assert (line.isVisible(), "Ada" in line.question.text()) == (True, True)
    window.tell("Ada: 80 kg")
    window.show_lifter(sam)
    assert window.pages.currentWidget() is window.locks.page
    assert not line.isVisible()
    assert "Ada" not in window.status.news.text()
