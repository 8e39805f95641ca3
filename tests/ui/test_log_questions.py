"""What a typed set is asked about in the log, and what cannot be read."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from planner.engine.terms import LoggedSet, SetKind

YESTERDAY = date(2026, 11, 4)
SQUAT = LoggedSet(100.0, 5, load=100.0)


def test_a_doubtful_load_asks_once_in_place_and_never_blocks(desk, did) -> None:
    did(YESTERDAY, "back-squat", SQUAT)
    desk.start()
    desk.type("225")
    desk.enter()
    assert desk.says() == "225 kg? Last time 100. Enter keeps it, Space takes 225 lb (102 kg)."
    assert desk.stored() == []
    desk.enter()
    assert [made.load_kg for made in desk.stored()] == [225.0]


def test_a_change_of_a_stored_set_says_that_it_is_not_stored_until_enter(desk, did) -> None:
    did(YESTERDAY, "back-squat", SQUAT)
    desk.start()
    desk.type("100")
    desk.enter()
    first = desk.line(1)
    cell = next(iter(first.cells.values()))
    cell.setText("95")
    cell.textEdited.emit("95")
    assert first.says.text().startswith("Not stored yet: Enter stores it")
    first.revert()
    assert not first.says.text()


def test_typing_on_after_a_question_replaces_what_was_doubted(desk, did) -> None:
    did(YESTERDAY, "back-squat", SQUAT)
    desk.start()
    desk.type("225")
    desk.enter()
    desk.type("105")
    desk.enter()
    assert [made.load_kg for made in desk.stored()] == [105.0]


def test_warm_ups_are_logged_without_a_question_and_half_the_load_after_them_asks(
    desk, did
) -> None:
    did(YESTERDAY, "back-squat", SQUAT)
    desk.start()
    desk.type("w20x10")
    desk.enter()
    assert [made.kind for made in desk.stored()] == [SetKind.WARMUP]
    desk.type("50x8")
    desk.enter()
    assert desk.says(2) == "50 kg? Last time 100. Enter keeps it."


def test_a_question_stands_until_it_is_answered_by_typing(desk, did) -> None:
    did(YESTERDAY, "back-squat", SQUAT)
    desk.start()
    desk.type("225")
    desk.enter()
    desk.refresh()
    assert desk.says()
    desk.press(Qt.Key.Key_Backspace)
    assert not desk.says()


def test_what_cannot_be_read_is_told_below_the_row(desk) -> None:
    desk.start()
    desk.type("abc")
    desk.enter()
    assert desk.says() == "Not understood. Try 100x8@2, 100x8,8,6, bw+10x5 or 45s."
    assert desk.stored() == []


def test_missing_reps_are_asked_for(desk) -> None:
    desk.start()
    desk.type("100")
    desk.enter()
    assert desk.says() == "How many reps?"
