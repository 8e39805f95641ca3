"""Rest days and cycles in the week grid, and sessions in it that are done or under way."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from planner.coach import block_weeks, logging
from planner.storage import plan

Key, Held = Qt.Key, Qt.KeyboardModifier


def test_a_rest_day_is_put_in_told_and_taken_out(full, qtbot):
    full.select(3)
    with qtbot.waitSignal(full.tab.told) as told:
        full.press(Key.Key_R)
    assert full.days() == [(0, "Lower"), (4, "Upper"), (4, "Core")]
    assert told.args == ["2 sessions moved by a day, order and gaps kept; done ones stay."]
    full.select(1)
    full.choose("Take out this rest day")
    assert full.days() == [(0, "Lower"), (3, "Upper"), (3, "Core")]
    full.history.undo()
    full.history.undo()
    assert full.days() == [(0, "Lower"), (3, "Upper"), (3, "Core")]


def test_as_many_rest_days_come_out_as_were_put_in_and_so_does_the_week_for_them(full):
    block_weeks.delete_week(full.tab._view.weeks[1].id)
    full.refresh()
    full.select(3)
    for _ in range(3):
        full.press(Key.Key_R)
    assert full.days()[1:] == [(6, "Upper"), (6, "Core")]
    full.press(Key.Key_R)
    assert len(full.tab._view.weeks) == 2
    for _ in range(4):
        full.press(Key.Key_R, Held.ShiftModifier)
    assert full.days() == [(0, "Lower"), (3, "Upper"), (3, "Core")]
    assert len(full.tab._view.weeks) == 1


def test_a_cycle_of_ten_days_counts_its_days(planner, lifter):
    first = planner.tab._view.week
    plan.update_week(replace(first, days=10))
    planner.refresh()
    shown = [label.text() for label in planner.grid.findChildren(QLabel) if label.isVisible()]
    assert {"Day 1 · Mon 2", "Day 10 · Wed 11"} <= set(shown)
    planner.select(0)
    planner.choose("Day 10 · Wed 11 Nov")
    assert planner.days() == [(3, "Upper"), (9, "Lower")]
    planner.press(Key.Key_Right, Held.AltModifier)
    assert planner.days() == [(3, "Upper"), (9, "Lower")]


def test_what_is_done_opens_in_the_log_and_stays_when_a_rest_day_comes(full, lifter):
    monday = full.planned()[0].id
    logging.start_planned(lifter, monday, full.tab._view.week.starts_on)
    full.refresh()
    full.select(0)
    full.press(Key.Key_R)
    assert full.days() == [(0, "Lower"), (4, "Upper"), (4, "Core")]


def test_what_is_done_cannot_be_edited_and_its_menu_offers_to_open_it(full, lifter, qtbot):
    logging.start_planned(lifter, full.planned()[0].id, full.tab._view.week.starts_on)
    full.refresh()
    full.select(0, line=0)
    for key in (Key.Key_Return, Key.Key_F2, Key.Key_Delete):
        with qtbot.waitSignal(full.history.failed) as told:
            full.press(key)
        assert "Lower has begun" in told.args[0]
    assert full.grid.editor.field is None
    assert len(full.planned()[0].exercises) == 3
    full.select(0)
    menu = full.grid.menu.menu()
    offered = {entry.text() for entry in menu.actions() if entry.isEnabled() and entry.text()}
    assert offered == {"Open in the log", "Copy", "Duplicate", "Add session",
                       "Insert a rest day before", "Select all"}  # fmt: skip


def test_a_line_of_what_is_done_is_not_duplicated_and_the_key_says_what_can_be(full, lifter, qtbot):
    logging.start_planned(lifter, full.planned()[0].id, full.tab._view.week.starts_on)
    full.refresh()
    full.select(0, line=0)
    with qtbot.waitSignal(full.history.failed) as told:
        full.press(Key.Key_D, Held.ControlModifier)
    assert told.args[0].endswith("Duplicate the session to plan it again.")
    menu = full.grid.menu.menu()
    dull = {entry.text() for entry in menu.actions() if not entry.isEnabled()}
    assert "Duplicate" in dull


def test_a_session_that_is_open_in_the_log_is_under_way_until_it_is_finished(full, lifter, qtbot):
    upper = full.planned()[1]
    logged = logging.start_planned(lifter, upper.id, full.tab._today)
    full.refresh()
    assert full.card(3).rows[0].accessibleName().endswith("under way")
    (go_on,) = full.card(3).findChildren(QPushButton)
    assert (go_on.text(), go_on.accessibleName()) == ("Go on", "Go on with Upper")
    with qtbot.waitSignal(full.tab.log_wanted) as opened:
        go_on.click()
    assert opened.args == [logged]
    logging.finish(logged)
    full.refresh()
    assert full.card(3).rows[0].accessibleName().endswith("done")
