"""Blocks from the planner: begun by keyboard, changed, built on, moved, and as a calendar."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from planner.coach import block_weeks, blocks, logging, planning, week_edits
from planner.engine.terms import Absence, LoggedExercise, LoggedSet, PlannedSet, Session, SetKind
from planner.storage import clients as people, log
from planner.ui.block_calendar import BlockCalendar
from planner.ui.block_dialog import BlockDialog, BlockEditor
from planner.ui.days_dialog import DaysDialog
from planner.ui.mesocycle_pane import MesocyclePane
from planner.ui.progress_dialog import ProgressDialog
from planner.ui.top_bar import TabName

MONDAY, TODAY = date(2026, 11, 2), date(2026, 11, 5)  # the Thursday of that week
WEEK = timedelta(weeks=1)
Key = Qt.Key


def dialog(tab, kind):
    """Return the open dialog of a kind."""
    QApplication.processEvents()
    (found,) = [each for each in tab.findChildren(kind) if each.isVisible()]
    found.activateWindow()
    assert QTest.qWaitForWindowActive(found)
    return found


def keys(made: QDialog, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(QApplication.focusWidget() or made, key)
        QApplication.processEvents()


def content(desk, week: int = 0) -> list[tuple[int, list[str]]]:
    return [(made.day, [e.exercise for e in made.exercises]) for made in desk.planned(week)]


def test_a_block_is_built_from_nothing_with_the_keyboard_alone(desk):
    desk.tab.stories.start()
    made = dialog(desk.tab, BlockDialog)
    desk.type("Meet block")
    keys(made, Key.Key_Tab)
    desk.type("Strength")
    keys(made, Key.Key_Tab)
    desk.type("8")
    keys(made, Key.Key_Tab, Key.Key_Tab)  # past the first day
    desk.type("9")
    keys(made, Key.Key_Tab, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    view = planning.view(desk.lifter, TODAY, TODAY)
    block = view.mesocycle
    assert (block.name, block.goal, len(block.weeks)) == ("Meet block", "Strength", 8)
    assert {week.days for week in block.weeks} == {9}
    assert [week.number for week in block.weeks if week.deload] == [4, 8]


def test_a_block_is_changed_and_one_undo_brings_it_back(planner):
    planner.tab.stories.edit()
    made = dialog(planner.tab, BlockEditor)
    planner.type("Peak block")
    keys(made, Key.Key_Tab)
    planner.type("Meet")
    keys(made, Key.Key_Return)
    block = planning.view(planner.lifter, TODAY, TODAY).mesocycle
    assert (block.name, block.goal) == ("Peak block", "Meet")
    planner.history.undo()
    assert planning.view(planner.lifter, TODAY, TODAY).mesocycle.name == "Strength block"


def test_nothing_is_written_when_nothing_was_changed(planner):
    planner.tab.stories.edit()
    keys(dialog(planner.tab, BlockEditor), Key.Key_Return)
    assert planner.asked == []


def test_a_block_that_has_begun_offers_to_move_its_next_week(planner):
    key = planner.planned()[0].id
    log.add_session(planner.lifter, Session(MONDAY, (), planned_session_id=key))
    planner.refresh()
    planner.tab.stories.edit()
    made = dialog(planner.tab, BlockEditor)
    assert made.facts().starts_on == MONDAY + WEEK
    made.reject()


def test_the_next_weeks_are_built_as_the_table_shows_in_one_step(planner):
    planner.tab.stories.progress()
    made = dialog(planner.tab, ProgressDialog)
    assert [row[1] for row in made.model.values()] == ["11", "11"]
    made.every.setCurrentIndex(1)
    assert [row[1] for row in made.model.values()] == ["11", "14"]
    assert made.model.values()[1][4] == "+3.3 %"  # by what the gym can load
    made.harder.setCurrentIndex(2)
    assert made.model.values()[1][2] == "1"
    keys(made, Key.Key_Return)
    assert [len(e.sets) for s in planner.planned(1) for e in s.exercises] == [5, 4, 5]
    planner.history.undo()
    assert planner.planned(1) == []


def test_percentages_stay_unless_ticked_and_where_they_stop_is_said(planner):
    line = planner.planned()[0].exercises[0]
    sets = (PlannedSet(5, 5, percent_e1rm=86.0),) * 3
    planner.history.do("Prescribe", lambda: week_edits.prescribe(line.id or 0, sets))
    planner.refresh()
    planner.tab.stories.progress()
    made = dialog(planner.tab, ProgressDialog)
    assert made.percentages.isVisible()
    assert "Percentages stay" in made.says.text()
    made.percentages.setChecked(True)
    assert "at the most their reps and reserve allow" in made.says.text()
    keys(made, Key.Key_Return)
    risen = planner.planned(1)[0].exercises[0].sets
    assert [entry.percent_e1rm for entry in risen] == [87.0] * 3


def test_weeks_with_sessions_of_their_own_are_asked_about(planner):
    first = planning.view(planner.lifter, MONDAY, TODAY).week.id
    planner.history.do("Copy week", lambda: block_weeks.copy_week(first))
    planner.tab.stories.progress()
    made = dialog(planner.tab, ProgressDialog)
    assert not made.build.isEnabled()
    assert "stay as they are" in made.says.text()
    made.replace.setChecked(True)
    assert made.build.text() == "&Build 1 week"
    assert made.model.values()[1][4:] == ["+3.3 %", "replaces 2 sessions · rule +2.5 %"]
    made.reject()


def test_a_week_without_exercises_says_what_is_missing(planner):
    planner.press(Key.Key_PageDown, on=planner.grid)
    planner.tab.stories.progress()
    made = dialog(planner.tab, ProgressDialog)
    assert made.says.text() == "Fill this week first: the others are made from it."
    made.reject()


def test_the_week_is_trained_on_other_days_with_the_same_sets(planner):
    planner.tab.stories.change_days()
    made = dialog(planner.tab, DaysDialog)
    assert made.days() == (0, 3)
    for day in (1, 4):
        made.boxes[day].setChecked(True)
    for day in (0, 3):
        made.boxes[day].setChecked(False)
    assert "Every muscle keeps its sets." in made.says.text()
    assert "Of week 1 the days from today on change." in made.says.text()
    assert {row[1] == row[2] for row in made.muscles.values()} == {True}
    made.change.click()
    assert [day for day, _ in content(planner)] == [0, 4]  # Monday is over
    planner.history.undo()
    assert [day for day, _ in content(planner)] == [0, 3]


def test_the_days_as_they_are_leave_nothing_to_change_and_warm_ups_are_no_sets(planner):
    planner.tab.stories.change_days()
    made = dialog(planner.tab, DaysDialog)
    assert not made.change.isEnabled()
    assert made.says.text() == "Nothing to change: the sessions are on these days already."
    work = [sum(e.kind is not SetKind.WARMUP for e in each.sets)
            for session in planner.planned()[1:] for each in session.exercises]  # fmt: skip
    told = made.sessions.values()[-1][2]
    assert [int(each.split("\u00a0")[0]) for each in told.split(", ")] == work
    made.reject()


def test_a_session_that_gets_much_longer_is_told(planner):
    first = planning.view(planner.lifter, MONDAY, TODAY).week.id
    planner.history.do("Copy week", lambda: block_weeks.copy_week(first))
    planner.tab.stories.change_days()
    made = dialog(planner.tab, DaysDialog)
    made.boxes[0].setChecked(False)
    assert " min instead of " in made.says.text()
    made.reject()


def test_too_little_time_names_the_muscles_and_no_day_asks_for_one(planner):
    planner.tab.stories.change_days()
    made = dialog(planner.tab, DaysDialog)
    made.minutes.setText("20")
    assert "20 min" in made.says.text() or "still takes" in made.says.text()
    for box in made.boxes:
        box.setChecked(False)
    assert made.says.text() == "Choose at least one day."
    assert not made.change.isEnabled()
    made.reject()


def test_the_calendar_tells_each_day_and_enter_goes_to_its_week(planner):
    done = planner.planned()[0].id
    slot = LoggedExercise("back-squat", (LoggedSet(100, 5),))
    log.add_session(planner.lifter, Session(MONDAY, (slot,), planned_session_id=done))
    people.add_absence(planner.lifter, Absence(MONDAY + WEEK, MONDAY + WEEK))
    logging.start_planned(planner.lifter, planner.planned()[1].id, planner.tab._today)
    planner.refresh()
    pane = planner.tab.findChild(MesocyclePane)
    assert pane.kept.accessibleName() == "1 of 1 session done"
    pane.calendar_wanted.emit()
    made = dialog(planner.tab, BlockCalendar)
    first, second = made.model.values()
    assert first[1] == "Mon 2 Nov, Lower done"
    assert first[4] == "Thu 5 Nov, today, Upper under way"
    assert second[1] == "Mon 9 Nov, away"
    assert first[8:] == [11, "1/1"]
    keys(made, Key.Key_Down, Key.Key_Return)
    assert planner.tab.week_of() == MONDAY + WEEK


def test_a_session_whose_day_passed_is_told_as_not_done(planner):
    planner.tab.stories.show_calendar()
    made = dialog(planner.tab, BlockCalendar)
    assert made.model.values()[0][1] == "Mon 2 Nov, Lower not done"
    made.reject()


def test_the_menu_opens_the_calendar_from_any_tab(window, lifter, press):
    blocks.new_mesocycle(lifter, "Cycles", MONDAY, 16, days=9)
    window.show_tab(TabName.LOG)
    press("Ctrl+Shift+B")
    made = dialog(window.tabs.planner(), BlockCalendar)
    assert window.tab_name is TabName.PLANNER
    assert made.model.titles()[1] == "Day 1"
    assert made.model.rowCount() == 16
    made.reject()


def test_the_week_has_the_keyboard_after_every_dialog_of_the_block(planner):
    stories = planner.tab.stories
    for story in (stories.edit, stories.show_calendar, stories.change_days, stories.start):
        planner.tab._copy.setFocus()
        story()
        planner.tab.findChildren(QDialog)[-1].reject()
        QApplication.processEvents()
        assert planner.window.focusWidget() is planner.grid, story


def test_the_week_shown_is_copied_to_the_next_from_the_menu(planner):
    planner.tab.stories.copy()
    assert content(planner, 1) == content(planner, 0)
    assert planner.asked == ["Copy week"]


def test_no_two_buttons_of_the_dialogs_share_a_letter(planner):
    for story in (planner.tab.stories.change_days, planner.tab.stories.start):
        story()
        made = planner.tab.findChildren(QDialog)[-1]
        texts = [each.text() for each in made.findChildren(QAbstractButton)]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters))
        made.reject()
