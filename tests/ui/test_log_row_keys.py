"""Single keys on a row of the log: once more, delete, warm-up, how it looked."""

from __future__ import annotations

from PySide6.QtCore import Qt

from planner.coach import logging
from planner.engine.terms import SetKind, Technique
from planner.ui.set_columns import Field

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_ctrl_d_logs_the_last_set_again(desk) -> None:
    desk.start()
    desk.type("100x5@2")
    desk.enter()
    desk.press(Key.Key_D, CTRL)
    assert desk.work() == [(100.0, 5, 2.0)] * 2
    assert desk.cell() is desk.line(3).cells[Field.LOAD]


def test_a_repeated_set_does_not_repeat_the_rating(desk) -> None:
    desk.start()
    desk.type("100x5@2")
    desk.enter()
    desk.press(Key.Key_1, ALT)
    desk.press(Key.Key_D, CTRL)
    assert [made.technique for made in desk.stored()] == [Technique.SOUND, None]


def test_del_on_a_stored_row_deletes_it_and_undo_brings_it_back(desk) -> None:
    desk.start()
    desk.type("100x5")
    desk.enter()
    desk.press(Key.Key_Up)
    told = []
    desk.tab.told.connect(told.append)
    desk.press(Key.Key_Delete)
    assert desk.work() == []
    assert told == ["Back squat, set 1 is deleted. Ctrl+Z brings it back."]
    desk.history.undo()
    assert desk.work() == [(100.0, 5, None)]


def test_del_on_the_only_row_of_a_session_that_is_over_goes_to_the_button_for_one(desk) -> None:
    session = logging.session_of(desk.start().card)
    logging.finish(session)
    desk.tab.show_session(session)
    (card,) = desk.tab.session.cards
    card.add_row()
    desk.press(Key.Key_Delete)
    assert card.rows == []
    assert card.add_button.hasFocus()


def test_del_while_typing_deletes_a_letter_only(desk) -> None:
    desk.start()
    desk.type("100x5")
    desk.enter()
    desk.press(Key.Key_Up)
    desk.type("110")
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Delete)
    assert desk.cell().text() == "10"
    assert len(desk.stored()) == 1


def test_w_makes_a_row_a_warm_up(desk) -> None:
    desk.start()
    desk.type("w60")
    desk.press(Key.Key_Tab)
    desk.type("5")
    desk.enter()
    assert [made.kind for made in desk.stored()] == [SetKind.WARMUP]


def test_w_on_a_stored_row_changes_it_at_once(desk) -> None:
    desk.start()
    desk.type("60x5")
    desk.enter()
    desk.press(Key.Key_Up)
    desk.type("w")
    assert [made.kind for made in desk.stored()] == [SetKind.WARMUP]
    desk.type("w")
    assert [made.kind for made in desk.stored()] == [SetKind.WORK]


def test_alt_and_a_digit_rate_the_set_just_done(desk) -> None:
    desk.start()
    desk.type("60x5")
    desk.enter()
    desk.press(Key.Key_2, ALT)
    assert [made.technique for made in desk.stored()] == [Technique.MINOR]


def test_the_chip_rates_by_a_bare_digit(desk) -> None:
    desk.start()
    desk.type("60x5")
    desk.enter()
    desk.line(1).chip.setFocus()
    desk.type("3")
    assert desk.line(1).chip.text() == "breakdown"
    desk.type("0")
    assert [made.technique for made in desk.stored()] == [None]
