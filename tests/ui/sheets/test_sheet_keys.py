"""The keys of a sheet that is typed in: arrows, notes, days, codes, weeks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from planner.storage import log
from planner.ui.sheet_entry_day import DayField
from planner.ui.sheet_entry_fields import EntryField, NoteField

LIFTS = ("back-squat", "bench-press", "deadlift", "barbell-row", "overhead-press")


def test_arrows_walk_the_sheet_and_n_writes_a_note(typist, plan_week) -> None:
    ada = plan_week("Ada", LIFTS[:2])
    typist.type(f"{typist.code(ada)}\n")
    lines = typist.desk.form.sessions[0].lines
    typist.press(Qt.Key.Key_Right)
    assert lines[0].boxes[1].hasFocus()
    typist.press(Qt.Key.Key_Down)
    assert lines[1].boxes[1].hasFocus()
    typist.press(Qt.Key.Key_Left)
    typist.press(Qt.Key.Key_Up)
    assert lines[0].boxes[0].hasFocus()
    typist.type("nknee\n")
    assert lines[1].boxes[0].hasFocus()
    typist.type("5\n")
    typist.save()
    assert log.sessions(ada)[0].exercises[0].note == "knee"


def test_a_day_is_stepped_or_typed(typist, plan_week) -> None:
    ada = plan_week("Ada", LIFTS[:1])
    typist.type(f"{typist.code(ada)}\n5")
    typist.press(Qt.Key.Key_Up)
    day = typist.focus()
    assert isinstance(day, DayField)
    typist.type("+")
    assert day.text() == "Tue 3 Nov"
    typist.type("-")
    day.selectAll()
    typist.type("soon\n")
    assert day.property("state") == "error"
    day.setFocus()
    day.selectAll()
    typist.type("5\n")
    assert day.text() == "Thu 5 Nov"
    day.step(9)  # nothing was trained on a day to come
    assert day.text() == "Sun 8 Nov"
    typist.save()
    assert log.sessions(ada)[0].on == date(2026, 11, 8)


def test_a_wrong_code_is_said_in_place_and_weeks_are_turned(typist, plan_week) -> None:
    typist.type("ABCDEG\n")
    assert typist.desk.pile.problem.text() == "No sheet of this code: check the letters."
    assert typist.desk.pile.code.hasFocus()
    typist.desk.pile._turn(-1)
    assert [typist.desk.pile.list.item(0).text()] == ["Nobody has a plan for this week."]


def test_down_and_enter_choose_a_sheet_and_end_what_was_said_of_a_wrong_code(
    typist, plan_week
) -> None:
    plan_week("Ada", LIFTS[:1])
    typist.desk.pile.refresh()
    typist.type("0000\n")
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Return)
    assert typist.desk.form is not None
    assert typist.desk.form.grid.lifter == "Ada"
    assert not typist.desk.pile.problem.isVisible()


def test_enter_without_a_code_says_nothing(typist) -> None:
    typist.press(Qt.Key.Key_Return)
    assert not typist.desk.pile.problem.isVisible()


def test_every_field_says_what_it_is(typist, plan_week) -> None:
    ada = plan_week("Ada", LIFTS[:1])
    typist.type(f"{typist.code(ada)}\n")
    typist.desk.form.complete()
    fields = typist.desk.form.findChildren(EntryField)
    assert all(field.accessibleName() for field in fields)
    assert typist.field().accessibleName() == "Back squat, set 1, planned 100×5"
    assert len([field for field in fields if isinstance(field, NoteField)]) == 2
