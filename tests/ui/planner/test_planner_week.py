"""The week grid: walking, editing in place, naming and deleting."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from planner.coach import planning, printing, scope
from planner.engine.terms import Restriction, Unit
from planner.ui.plan_week import Spot
from planner.ui.prescription_editor import PrescriptionEditor
from planner.ui.rename_field import RenameField
from planner.ui.week_header import WeekTitle

Key = Qt.Key


def editor(planner) -> PrescriptionEditor:
    (made,) = [e for e in planner.grid.findChildren(PrescriptionEditor) if e.isVisible()]
    return made


def shown_texts(planner, day: int) -> list[str]:
    return [label.text() for label in planner.column(day).findChildren(QLabel)]


def test_a_card_reads_its_lift_prescription_and_phase_aloud(planner):
    rows = [row.accessibleName() for row in planner.card(0).rows]
    assert rows[0].startswith("Lower, 2 exercises, about")
    assert rows[1] == "Back squat, 4×5 @2, 100, can't tell yet"


def test_the_day_of_today_stands_out_and_offers_to_start(planner):
    today, monday = planner.card(3), planner.card(0)
    assert (today.property("state"), monday.property("state")) == ("today", "")
    assert "Start" in [b.text() for b in today.findChildren(type(planner.tab._print))]


@pytest.mark.parametrize("most_kg", [None, 40.0])
def test_the_code_on_the_sheet_is_told_where_the_week_is_named(planner, most_kg):
    thursday = date(2026, 11, 5)
    if most_kg is not None:
        scope.keep(planner.lifter, Restriction(thursday, None, most_kg=most_kg))
        planner.refresh()
    sheet = printing.week_sheet(planner.lifter, thursday, thursday)
    title = planner.tab._header.findChild(WeekTitle)
    QApplication.sendEvent(title, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert title.toolTip() == f"Code on the printed sheet: {sheet.code}"


def test_days_without_a_session_are_rest(planner):
    assert "Rest" in shown_texts(planner, 1)
    assert "Rest" not in shown_texts(planner, 0)


def test_a_new_week_begins_on_today(planner):
    assert planner.grid.spot == Spot(3, planner.planned()[1].id)


def test_arrow_keys_walk_through_days_and_lines(planner):
    planner.select(0)
    planner.press(Key.Key_Down)
    planner.press(Key.Key_Down)
    assert planner.grid.spot.line == planner.planned()[0].exercises[1].id
    for _ in range(3):
        planner.press(Key.Key_Right)
    assert planner.grid.spot == Spot(3, planner.planned()[1].id)
    planner.press(Key.Key_Left)
    assert planner.grid.spot == Spot(2)


def test_the_selection_stops_at_the_edges(planner):
    planner.select(0)
    for key in (Key.Key_Left, Key.Key_Up):
        planner.press(key)
    assert planner.grid.spot == Spot(0, planner.planned()[0].id)


def test_enter_edits_the_prescription_in_place(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_Return)
    assert planner.focus().text() == "4x5 @2 100"
    planner.type("5x5 @2 102,5")
    planner.press(Key.Key_Return)
    sets = planner.planned()[0].exercises[0].sets
    assert planning.prescription_text(sets, Unit.KG) == ("5×5 @2", "102.5")
    assert planner.asked == ["Change Back squat"]
    assert planner.grid.hasFocus()


def test_what_cannot_be_read_is_told_below_the_field_and_nothing_is_stored(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_Return)
    planner.type("banana")
    planner.press(Key.Key_Return)
    open_editor = editor(planner)
    assert open_editor.sets.property("state") == "error"
    assert "Not understood" in open_editor._under[open_editor.sets].text()
    assert planner.asked == []


def test_rest_tempo_and_note_are_edited_in_one_step_with_the_sets(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_Return)
    made = editor(planner)
    planner.type("4x6 @1 100")
    made.rest.setText("2,5 min")
    made.tempo.setText("3110")
    made.note.setText("Chest up")
    planner.press(Key.Key_Return)
    line = planner.planned()[0].exercises[0]
    assert (line.rest_s, line.tempo, line.note) == (150, "3-1-1-0", "Chest up")
    assert len(planner.asked) == 1
    planner.history.undo()
    line = planner.planned()[0].exercises[0]
    assert (line.rest_s, line.note, line.sets[0].reps_low) == (None, "", 5)


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("rest", "soon", "90, 2 min or 1:30"),
        ("rest", "45 min", "more than 30 minutes"),
        ("tempo", "slowly", "3-1-3-0"),
    ],
)
def test_a_wrong_rest_or_tempo_is_told_below_its_field(planner, field, text, told):
    planner.select(0, line=0)
    planner.press(Key.Key_Return)
    made = editor(planner)
    getattr(made, field).setText(text)
    planner.press(Key.Key_Return)
    assert told in made._under[getattr(made, field)].text()
    assert planner.asked == []


def test_escape_leaves_everything_as_it_was(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_Return)
    planner.type("9x9")
    planner.press(Key.Key_Escape)
    assert planner.asked == []
    assert planner.grid.hasFocus()


def test_looking_elsewhere_saves_what_was_typed(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_Return)
    planner.type("2x5 @2 100")
    planner.select(3)
    assert len(planner.planned()[0].exercises[0].sets) == 2


def test_half_typed_text_survives_a_refresh(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_Return)
    planner.type("5x")
    planner.refresh()
    assert editor(planner).sets.text() == "5x"
    assert planner.focus() is editor(planner).sets


def test_an_edit_that_changes_nothing_asks_for_nothing(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_Return)
    planner.press(Key.Key_Return)
    assert planner.asked == []


def test_pounds_are_read_and_shown_for_a_lifter_who_counts_in_pounds(pounds, planner):
    assert "220.5" in planner.card(0).rows[1].accessibleName()
    planner.select(0, line=0)
    planner.press(Key.Key_Return)
    planner.type("4x5 @2 225")
    planner.press(Key.Key_Return)
    entry = planner.planned()[0].exercises[0].sets[0]
    assert (entry.load, entry.unit) == (225, Unit.LB)


def test_the_name_of_a_new_session_is_typed_on_its_card(planner, qtbot):
    planner.select(1)
    planner.press(Key.Key_Insert)
    (field,) = planner.grid.findChildren(RenameField)
    column = planner.column(1)

    def lies_on_its_name() -> bool:
        top = column.mapFromGlobal(field.mapToGlobal(field.rect().center()))
        return column.spot_rect(planner.grid.spot).contains(top)

    qtbot.waitUntil(lies_on_its_name)


def test_f2_renames_a_session(planner):
    planner.select(0)
    planner.press(Key.Key_F2)
    planner.type("Legs")
    planner.press(Key.Key_Return)
    assert planner.days() == [(0, "Legs"), (3, "Upper")]


def test_a_session_cannot_lose_its_name(planner):
    planner.select(0)
    planner.press(Key.Key_F2)
    planner.focus().clear()
    planner.press(Key.Key_Return)
    assert planner.days()[0] == (0, "Lower")


def test_enter_on_a_rest_day_adds_a_session_and_asks_for_its_name(planner):
    planner.select(1)
    planner.press(Key.Key_Return)
    assert isinstance(planner.focus(), RenameField)
    planner.type("Conditioning")
    planner.press(Key.Key_Return)
    assert planner.days() == [(0, "Lower"), (1, "Conditioning"), (3, "Upper")]


def test_delete_takes_out_the_line_and_the_next_one_is_selected(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_Delete)
    assert planner.lines() == ["leg-press"]
    assert planner.grid.spot.line == planner.planned()[0].exercises[0].id
    planner.history.undo()
    assert planner.lines() == ["back-squat", "leg-press"]


def test_delete_takes_out_the_session(planner):
    told = []
    planner.grid.told.connect(told.append)
    planner.select(0)
    planner.press(Key.Key_Delete)
    assert told == ["Lower is deleted. Ctrl+Z brings it back."]
    assert planner.days() == [(3, "Upper")]
    assert planner.asked == ["Delete Lower"]


def test_the_keyboard_goes_back_to_the_grid_after_a_name(planner):
    planner.select(0)
    planner.press(Key.Key_F2)
    planner.press(Key.Key_Escape)
    assert planner.grid.hasFocus()
    assert not [f for f in planner.grid.findChildren(QLineEdit) if f.isVisible()]


def test_a_refresh_that_changes_nothing_keeps_every_card(planner):
    before = planner.card(0)
    planner.refresh()
    assert planner.card(0) is before
