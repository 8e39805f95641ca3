"""An open question about pain is of one set, wherever undo or a row asked for puts that set."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.ui.pain_bar import PainBar


def ask(desk, number: int) -> PainBar:
    desk.line(number).first_cell().setFocus()
    desk.press(Qt.Key.Key_P)
    (bar,) = desk.tab.findChildren(PainBar)
    return bar


def turn(desk) -> None:
    """Undo, as the button does, which leaves the focus where it is."""
    desk.history.undo()
    desk.refresh()
    QApplication.processEvents()


def pain(desk) -> list[tuple[float | None, int | None]]:
    return [(made.load, made.pain) for made in desk.stored()]


def test_a_set_that_comes_back_above_moves_the_question_with_its_set(three) -> None:
    three.line(1).removed.emit()
    bar = ask(three, 1)
    turn(three)
    assert bar.parentWidget() is three.line(2)
    assert bar.accessibleName() == "Pain in Back squat, set 2, 0 to 10"
    three.press(Qt.Key.Key_8)
    assert pain(three) == [(100, None), (90, 8), (80, None)]
    assert three.texts(1)[0] == "100"


def test_the_question_goes_with_a_set_that_is_gone(three) -> None:
    bar = ask(three, 3)
    turn(three)
    assert not bar.isVisible()
    assert three.tab.session.cards[0].isAncestorOf(three.focus())
    assert pain(three) == [(100, None), (90, None)]


def test_a_drop_set_asked_for_above_moves_the_question_with_its_set(three) -> None:
    bar = ask(three, 3)
    three.line(1).dropped.emit()
    assert bar.parentWidget() is three.line(4)
    bar.buttons[6].click()
    assert pain(three) == [(100, None), (90, None), (80, 6)]


def test_p_in_another_row_leaves_the_keyboard_there(three) -> None:
    ask(three, 1)
    held = three.line(2).first_cell()
    held.setFocus()
    three.press(Qt.Key.Key_P)
    three.press(Qt.Key.Key_Escape)
    assert three.focus() is held
