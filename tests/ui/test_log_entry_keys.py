"""Kinds, sides, notes, ramps and slips by keyboard in the rows of the log."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from planner.engine.terms import LoggedSet, PlannedSet, SetKind, Side
from planner.ui.set_columns import Field

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
YESTERDAY = date(2026, 11, 4)


def kinds(desk) -> list[tuple[float | None, int | None, SetKind]]:
    return [(made.load_kg, made.reps, made.kind) for made in desk.stored()]


def test_d_offers_a_drop_set_below_and_the_reps_are_asked_for(desk, five_by_five) -> None:
    desk.start_planned()
    desk.enter()
    desk.press(Key.Key_D)
    assert desk.line(2)._number.text() == "D"
    assert desk.line(2).cells[Field.LOAD].placeholderText() == "80"
    assert desk.cell() is desk.line(2).cells[Field.REPS]
    desk.type("8")
    desk.enter()
    assert kinds(desk) == [(100.0, 5, SetKind.WORK), (80.0, 8, SetKind.DROP)]
    assert desk.line(3)._number.text() == "2"
    assert desk.cell() is desk.line(3).cells[Field.LOAD]
    assert len(desk.tab.session.cards[0].rows) == 6


def test_d_once_more_takes_the_row_back(desk, five_by_five) -> None:
    desk.start_planned()
    desk.enter()
    desk.press(Key.Key_D)
    desk.press(Key.Key_D)
    assert len(desk.tab.session.cards[0].rows) == 5


def test_a_drop_set_below_an_earlier_set_is_stored_there(desk) -> None:
    desk.start()
    desk.type("2x100x5")
    desk.enter()
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Up)
    desk.press(Key.Key_D)
    desk.type("7")
    desk.enter()
    assert [kg for kg, *_ in kinds(desk)] == [100.0, 80.0, 100.0]
    desk.history.undo()
    assert [kg for kg, *_ in kinds(desk)] == [100.0, 100.0]


def test_letters_mark_an_open_row_and_a_stored_one(desk) -> None:
    desk.start()
    desk.press(Key.Key_F)
    assert desk.line(1)._number.text() == "F"
    assert "set to failure" in desk.line(1)._number.accessibleName()
    assert "set to failure" in desk.cell().accessibleName()
    desk.type("100x5")
    desk.enter()
    desk.press(Key.Key_Up)
    desk.press(Key.Key_F)
    assert kinds(desk) == [(100.0, 5, SetKind.WORK)]
    desk.press(Key.Key_W)
    assert kinds(desk) == [(100.0, 5, SetKind.WARMUP)]


def test_a_letter_behind_a_number_marks_the_set_and_is_no_text(desk) -> None:
    desk.start()
    desk.type("100d")
    assert (desk.cell().text(), desk.line(1)._number.text()) == ("100", "D")


def test_left_and_right_by_turns_take_one_letter_for_all(desk, did) -> None:
    last = [LoggedSet(kg, 8, load=kg, side=side)
            for kg, side in ((20.0, Side.LEFT), (18.0, Side.RIGHT))]  # fmt: skip
    did(YESTERDAY, "dumbbell-row", *last)
    desk.start("one-arm dumbbell row")
    assert desk.line(1)._side.text() == "left"
    assert desk.line(1)._last.text() == "20 × 8"
    desk.enter(times=2)
    assert [(made.load_kg, made.side) for made in desk.stored()] == [
        (20.0, Side.LEFT), (18.0, Side.RIGHT)
    ]  # fmt: skip


def test_a_side_chosen_stands_beside_the_same_side_of_last_time(desk, did) -> None:
    did(YESTERDAY, "dumbbell-row", LoggedSet(20.0, 8, load=20.0, side=Side.EACH))
    desk.start("one-arm dumbbell row")
    assert desk.line(1)._side.text() == "each side"
    desk.press(Key.Key_L)
    assert desk.line(1)._side.text() == "left"
    desk.type("22x8")
    desk.enter()
    assert desk.line(2)._side.text() == "right"
    assert [made.side for made in desk.stored()] == [Side.LEFT]
    desk.press(Key.Key_B)
    assert desk.line(2)._side.text() == "each side"


def test_a_note_is_kept_shown_and_taken_back(desk) -> None:
    desk.start()
    desk.type("100x5")
    desk.enter()
    desk.press(Key.Key_Up)
    desk.press(Key.Key_N)
    assert isinstance(desk.focus(), QLineEdit)
    desk.type("Knees caved in")
    desk.enter()
    assert [made.note for made in desk.stored()] == ["Knees caved in"]
    assert desk.line(1).foot.facts.text() == "Knees caved in"
    assert desk.cell() is desk.line(1).cells[Field.LOAD]
    desk.press(Key.Key_N)
    desk.type(" again")
    desk.press(Key.Key_Escape)
    assert [made.note for made in desk.stored()] == ["Knees caved in"]
    desk.history.undo()
    assert [made.note for made in desk.stored()] == [""]


def test_n_after_a_click_into_a_stored_cell_opens_the_note_and_types_nothing(desk) -> None:
    desk.start()
    desk.type("100x5@2.5")
    desk.enter()
    rir = desk.line(1).cells[Field.RIR]
    QTest.mouseClick(rir, Qt.MouseButton.LeftButton, pos=rir.rect().center())
    desk.press(Key.Key_N)
    assert desk.focus() is not rir
    desk.type("belt")
    desk.enter()
    assert ([made.note for made in desk.stored()], rir.text()) == (["belt"], "2.5")


def test_a_note_written_before_the_set_goes_with_it(desk) -> None:
    desk.start()
    desk.press(Key.Key_N)
    desk.type("belt")
    desk.enter()
    desk.type("100x5 3-1-3-0")
    desk.enter()
    assert [(made.note, made.tempo) for made in desk.stored()] == [("belt", "3-1-3-0")]
    assert desk.line(1).foot.facts.text() == "tempo 3-1-3-0 · belt"


def test_shift_w_leads_up_to_the_load_about_to_be_lifted(desk) -> None:
    desk.start()
    desk.type("100")
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_W, SHIFT)
    rows = desk.tab.session.cards[0].rows
    marks = [line._number.text() for line in rows]
    ramp = marks.count("W")
    assert ramp >= 3
    assert marks == ["W"] * ramp + ["1", "2", "3"]
    assert desk.texts(ramp + 1)[0] == "100"
    desk.enter(times=ramp)
    assert {kind for *_, kind in kinds(desk)} == {SetKind.WARMUP}
    desk.type("5")
    desk.enter()
    assert kinds(desk)[-1] == (100.0, 5, SetKind.WORK)


def test_why_there_is_no_ramp_is_told(desk) -> None:
    desk.start()
    desk.press(Key.Key_W, SHIFT)
    assert desk.says() == "Type the load first: the warm-up sets lead up to it."
    desk.type("20")
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_W, SHIFT)
    assert desk.says() == "No lighter set leads up to this one."


def test_warm_ups_asked_for_are_taken_back_one_by_one(desk, five_by_five) -> None:
    desk.start_planned()
    desk.press(Key.Key_W, SHIFT)
    before = len(desk.tab.session.cards[0].rows)
    desk.press(Key.Key_Delete)
    assert len(desk.tab.session.cards[0].rows) == before - 1


@pytest.mark.parametrize(
    ("typed", "says", "stored"),
    [
        ("1000x8", "1000 kg? Last time 102.5. Enter keeps it, Space takes 100 kg.", (100.0, 8)),
        ("225x8", "225 kg? Last time 102.5. Enter keeps it, Space takes 225 lb (102 kg).",
         (102.0582825, 8)),
        ("8x100", "100 reps? Last time 8. Enter keeps it, Space takes 100 × 8.", (100.0, 8)),
        ("100x80", "80 reps? Last time 8. Enter keeps it, Space takes 8 reps.", (100.0, 8)),
    ],
)  # fmt: skip
def test_space_takes_what_was_meant(desk, did, typed, says, stored) -> None:
    did(YESTERDAY, "back-squat", LoggedSet(102.5, 8, load=102.5))
    desk.start()
    desk.press(Key.Key_Tab)
    desk.type(typed)
    desk.enter()
    assert desk.says() == says
    desk.press(Key.Key_Space)
    assert [(made.load_kg, made.reps) for made in desk.stored()] == [pytest.approx(stored)]


def test_a_slip_in_a_stored_set_is_asked_about_and_put_right_too(desk) -> None:
    desk.start()
    desk.type("100x5@2")
    desk.enter()
    desk.press(Key.Key_Up)
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Tab)
    desk.type("8")
    desk.enter()
    assert desk.says().startswith("8 reps in reserve?")
    desk.press(Key.Key_Space)
    assert desk.work() == [(100.0, 5, 2.0)]


def test_a_planned_set_by_the_clock_is_logged_as_planned(desk, plan_today) -> None:
    plan_today(push_up=(PlannedSet(seconds=30.0),))
    desk.start_planned()
    assert desk.line(1).cells[Field.REPS].placeholderText() == "30 s"
    desk.type("0")
    desk.enter()
    assert [(made.seconds, made.reps) for made in desk.stored()] == [(30.0, None)]
    assert desk.texts(1)[:2] == ["0", "30 s"]


def test_a_changed_set_that_is_stored_says_nothing_and_undo_is_of_the_file(
    desk, five_by_five
) -> None:
    desk.start_planned()
    desk.enter()
    cell = desk.line(1).cells[Field.REPS]
    cell.setFocus()
    desk.type("7")
    assert desk.says().startswith("Not stored yet")
    desk.enter()
    assert desk.work()[0] == (100.0, 7, 2.0)
    assert not desk.says()
    assert not cell.isUndoAvailable()
