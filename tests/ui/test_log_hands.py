"""Typing goes where one looks: into doors, choosers and rows that have just appeared."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import logging
from planner.engine.terms import LoggedSet
from planner.ui.exercise_chooser import ExerciseChooser

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
YESTERDAY = date(2026, 11, 4)


def test_the_check_in_gives_the_keyboard_to_the_start_page_and_to_the_cell_that_had_it(
    desk,
) -> None:
    elsewhere = desk.tab.work.add
    elsewhere.setParent(desk.window)
    elsewhere.show()
    elsewhere.setEnabled(True)
    elsewhere.setFocus()
    desk.press(Key.Key_H, CTRL)
    desk.tab.side.check_in.bodyweight.edit.setFocus()
    desk.enter()
    assert desk.focus() is desk.tab.start.buttons[0]
    desk.start()
    cell = desk.line(2).first_cell()
    cell.setFocus()
    elsewhere.setFocus()
    desk.press(Key.Key_H, CTRL)
    desk.press(Key.Key_Escape)
    assert desk.focus() is cell


def test_tab_walks_through_the_doors_of_the_start_page_in_order(desk, five_by_five) -> None:
    desk.refresh()
    start = desk.tab.start
    start.focus_first()
    doors = [*start.buttons, start.more.planned, start.more.earlier, start.check_in]
    walked = [desk.focus()]
    for _ in doors[1:]:
        desk.press(Key.Key_Tab)
        walked.append(desk.focus())
    assert walked == doors


def test_an_exercise_added_to_a_finished_session_has_a_row_with_the_focus(desk, did) -> None:
    did(YESTERDAY, "back-squat", LoggedSet(100.0, 5, load=100.0))
    desk.tab.show_session(logging.sessions(desk.lifter)[0].id)
    card = desk.add("barbell bench")
    assert desk.cell() is card.rows[0].first_cell()


def test_letters_typed_into_an_empty_session_search_for_its_first_exercise(desk) -> None:
    desk.tab.show_session(logging.start_free(desk.lifter, desk.today))
    assert desk.focus() is desk.tab.session.first_button
    desk.press(Key.Key_B)
    (chooser,) = desk.tab.findChildren(ExerciseChooser)
    assert chooser.search.text() == "b"
    assert not chooser.search.hasSelectedText()


def test_undoing_a_set_puts_the_focus_into_the_row_that_is_open_again(desk, did) -> None:
    did(YESTERDAY, "back-squat", *[LoggedSet(100.0, 5, load=100.0)] * 3)
    desk.start()
    desk.add("barbell bench")
    desk.line(1).first_cell().setFocus()
    desk.enter()
    desk.line(2, card=1).first_cell().setFocus()
    desk.history.undo()
    assert desk.cell() in desk.line(1).cells.values()


def test_a_change_that_is_asked_about_stays_while_another_set_is_stored(desk, did) -> None:
    did(YESTERDAY, "back-squat", *[LoggedSet(100.0, 5, load=100.0)] * 3)
    desk.start()
    desk.enter()
    load = next(iter(desk.line(1).cells.values()))
    load.setFocus()
    load.selectAll()
    desk.type("1000")
    desk.enter()
    asked = desk.says()
    assert asked.startswith("1000 kg?")
    desk.line(2).first_cell().setFocus()
    desk.enter()
    assert len(desk.stored()) == 2
    assert (load.text(), desk.says()) == ("1000", asked)


@pytest.mark.parametrize(("key", "moved"), [(Key.Key_Return, True), (Key.Key_Escape, False)])
def test_moving_a_session_is_confirmed_by_enter_and_given_up_by_esc(desk, key, moved) -> None:
    desk.start()
    cell = desk.focus()
    header = desk.tab.session.header
    header.edit("day")
    QTest.keyClick(desk.focus(), Key.Key_Down)
    desk.press(key)
    assert not header._editor.isVisible()
    assert desk.focus() is cell
    on = YESTERDAY if moved else desk.today
    assert logging.sessions(desk.lifter)[0].on == on


def test_the_editor_of_a_session_closes_with_it(desk) -> None:
    desk.start()
    desk.tab.session.header.edit("day")
    desk.tab.session.header._delete()
    desk.history.undo()
    QApplication.processEvents()
    assert not desk.tab.session.header._editor.isVisible()


def test_the_longest_day_fits_into_the_field_of_a_moved_session(desk) -> None:
    desk.start()
    field = desk.tab.session.header._on
    desk.tab.session.header.edit("day")
    field.show_day(date(2026, 9, 30))
    line = field.lineEdit()
    assert line.fontMetrics().horizontalAdvance(line.text()) + 8 <= line.width()
