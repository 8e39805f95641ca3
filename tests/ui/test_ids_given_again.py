"""A row that is undone frees its id; what has it next is never taken for what was in sight."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.coach import blocks, clients, files, logging, planning
from planner.engine.terms import (
    Lifter,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import plan
from planner.ui.log_tab import LogTab
from planner.ui.main_window import MainWindow
from planner.ui.set_columns import Field
from planner.ui.top_bar import TabName


@pytest.fixture
def log(window: MainWindow, qtbot: QtBot) -> LogTab:
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.show_tab(TabName.LOG)
    return window.tabs.log()


def start(window: MainWindow, lifter: int) -> int:
    """Start an empty session in the log of a lifter, with squats; return its id."""
    window.show_lifter(lifter)
    window.show_tab(TabName.LOG)
    tab = window.tabs.log()
    tab.starter.free()
    made = tab.place.session_id
    assert made is not None
    window.act("Add exercise", partial(logging.add_exercise, made, "back-squat"))
    return made


def enter(log: LogTab, text: str) -> None:
    """Log a set of the only exercise."""
    (card,) = log.session.cards
    row = card.next_open()
    assert row is not None
    QTest.keyClicks(row.first_cell(), text)
    QTest.keyClick(row.first_cell(), Qt.Key.Key_Return)


def undo(window: MainWindow, times: int = 1) -> None:
    for _ in range(times):
        window.undo_stories.undo()


def block(window: MainWindow, lifter: int, name: str) -> None:
    """Start a block of a week for a lifter."""
    work = partial(blocks.new_mesocycle, lifter, name, window.today(), weeks=1)
    window.act("Start a block", work)


def shown_block(window: MainWindow) -> str:
    """Return the name of the block that the planner shows; '' for none."""
    window.show_tab(TabName.PLANNER)
    shown = window.tabs.planner().block_id()
    return "" if shown is None else plan.mesocycle(shown).name


def sets(lifter: int) -> int:
    return sum(made.sets for made in logging.sessions(lifter))


def test_a_session_undone_from_the_planner_is_not_another_lifters(
    window: MainWindow, log: LogTab, lifter: int, ada: int
) -> None:
    first = start(window, lifter)
    window.show_tab(TabName.PLANNER)
    undo(window, 2)
    assert start(window, ada) == first
    window.show_lifter(lifter)
    assert log.place.session_id is None
    assert log.start.isVisible()


def test_a_session_undone_from_the_planner_is_not_the_next_one_of_the_lifter(
    window: MainWindow, log: LogTab, lifter: int
) -> None:
    first = start(window, lifter)
    window.show_tab(TabName.PLANNER)
    undo(window, 2)
    assert logging.start_free(lifter, window.today(), "Another") == first
    window.show_tab(TabName.LOG)
    assert log.start.isVisible()


def test_a_session_that_is_done_again_is_in_sight_again(
    window: MainWindow, log: LogTab, lifter: int
) -> None:
    first = start(window, lifter)
    undo(window, 2)
    assert log.start.isVisible()
    window.undo_stories.redo()
    assert log.place.session_id == first


def test_a_session_is_read_for_its_own_lifter_alone(
    window: MainWindow, log: LogTab, lifter: int, ada: int
) -> None:
    made = start(window, ada)
    with pytest.raises(files.NotStored):
        logging.session_view(lifter, made, window.today())


def test_a_note_half_typed_on_a_session_is_not_that_of_the_next_one(
    window: MainWindow, log: LogTab, lifter: int, ada: int
) -> None:
    first = start(window, lifter)
    log.session.header.edit_note()
    QTest.keyClicks(log.session.header._note.focusWidget(), "knee")
    window.menus.tabs[TabName.PLANNER].trigger()
    undo(window, 2)
    assert start(window, ada) == first
    assert log.session.header._note.typed() is None


def test_a_backup_brings_no_session_of_another_lifter_into_sight(
    window: MainWindow, log: LogTab, lifter: int, ada: int, tmp_path: Path
) -> None:
    first = start(window, ada)
    backup = files.back_up(tmp_path / "backups" / "planner-2026-11-05_120000_daily.db")
    undo(window, 2)
    assert start(window, lifter) == first
    window.backup_stories.put_back(backup)
    assert window.lifter_id() == lifter
    assert log.start.isVisible()
    log.starter.free()
    log._add_exercise("back-squat")
    enter(log, "100x5")
    assert (sets(lifter), sets(ada)) == (1, 0)


def test_a_correction_half_typed_is_not_put_over_another_set_by_a_backup(
    window: MainWindow, log: LogTab, lifter: int, tmp_path: Path
) -> None:
    made = start(window, lifter)
    enter(log, "100x5")
    backup = files.back_up(tmp_path / "backups" / "planner-2026-11-05_120000_daily.db")
    undo(window)
    enter(log, "90x6")
    QTest.keyClicks(log.session.cards[0].rows[0].first_cell(), "5")
    window.backup_stories.put_back(backup)
    log.show_session(made)
    row = log.session.cards[0].rows[0]
    assert [row.cells[field].text() for field in (Field.LOAD, Field.REPS)] == ["100", "5"]


def test_a_backup_brings_no_plan_of_another_lifter_into_sight(
    window: MainWindow, lifter: int, ada: int, tmp_path: Path
) -> None:
    window.show()
    block(window, ada, "Ada's block")
    backup = files.back_up(tmp_path / "backups" / "planner-2026-11-05_120000_daily.db")
    undo(window)
    window.show_lifter(lifter)
    block(window, lifter, "Sam's block")
    assert shown_block(window) == "Sam's block"
    window.backup_stories.put_back(backup)
    assert shown_block(window) == ""


def test_a_block_undone_from_the_log_is_not_the_next_one_of_another_lifter(
    window: MainWindow, lifter: int, ada: int
) -> None:
    window.show()
    window.show_lifter(lifter)
    block(window, lifter, "Sam's block")
    assert shown_block(window) == "Sam's block"
    window.show_tab(TabName.LOG)
    undo(window)
    block(window, ada, "Ada's block")
    assert shown_block(window) == ""


def test_a_week_is_read_for_its_own_lifter_alone(lifter: int, ada: int, window: MainWindow) -> None:
    block(window, ada, "Ada's block")
    today = window.today()
    view = planning.view(ada, today, today)
    assert view is not None
    with pytest.raises(files.NotStored):
        planning.view(lifter, today, today, view.week.id)


def test_who_gets_the_id_of_a_lifter_who_is_undone_has_nothing_half_typed(
    window: MainWindow, log: LogTab
) -> None:
    window.lifter_stories.add(Lifter(name="Bea"))
    bea = window.lifter_id()
    check_in = log.side.check_in
    QTest.keyClicks(check_in.bodyweight.edit, "6")
    QTest.keyClicks(check_in.hours.edit, "9")
    window.show_tab(TabName.PLANNER)
    undo(window)
    window.lifter_stories.add(Lifter(name="Carl"))
    assert window.lifter_id() == bea
    window.show_tab(TabName.LOG)
    assert (check_in.bodyweight.edit.text(), check_in.hours.edit.text()) == ("", "")


def test_who_gets_the_id_of_a_lifter_who_is_undone_is_not_shown_for_that(
    window: MainWindow, lifter: int
) -> None:
    window.lifter_stories.add(Lifter(name="Bea"))
    undo(window)
    clients.add(Lifter(name="Carl"))
    window.refresh()
    assert window.lifter_id() == lifter


def test_a_lifter_whose_undoing_is_undone_is_shown_again(window: MainWindow) -> None:
    window.lifter_stories.add(Lifter(name="Bea"))
    undo(window)
    window.undo_stories.redo()
    assert window.lifter is not None
    assert window.lifter.name == "Bea"


def test_a_backup_leaves_no_advice_to_who_is_not_in_it(
    window: MainWindow, lifter: int, tmp_path: Path
) -> None:
    window.show()
    window.lifter_stories.add(Lifter(name="Bea"))
    bea = window.lifter_id()
    backup = files.back_up(tmp_path / "backups" / "planner-2026-11-05_120000_daily.db")
    undo(window)
    window.lifter_stories.add(Lifter(name="Carl"))
    squats = PlannedSession("Lower", 0, (PlannedExercise("back-squat", (PlannedSet(5, 5),)),))
    monday = date(2026, 11, 2)
    missed = Mesocycle("Block", monday, weeks=(Microcycle(1, monday, (squats,)),))
    window.act("Start", partial(plan.add_mesocycle, window.lifter_id(), missed))
    window.show_tab(TabName.PLANNER)
    asked = window.tabs.planner()._advising
    asked._advise()
    assert not asked.pane.going_on.isHidden()
    window.backup_stories.put_back(backup)
    assert window.lifter_id() == bea
    assert asked.pane.going_on.isHidden()
