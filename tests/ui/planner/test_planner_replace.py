"""Replace a line from its menu or with a key, and add a warm-up to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from planner.coach.replacing import Reach
from planner.ui.replace_dialog import ReplaceDialog

Key, Ctrl, Alt = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def dialog(planner) -> ReplaceDialog:
    (made,) = planner.grid.findChildren(ReplaceDialog)
    return made


def names(planner) -> list[str]:
    found = dialog(planner).found
    return [found.item(n).data(Qt.ItemDataRole.UserRole).name for n in range(found.count())]


def test_a_key_asks_what_takes_the_place_and_enter_takes_the_first_found(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_R, Ctrl)
    assert names(planner)
    made = dialog(planner)
    made.search.setText("front squat")
    assert names(planner)[0] == "Front squat"
    planner.press(Key.Key_Return, on=made.search)
    assert planner.lines() == ["front-squat", "leg-press"]
    assert planner.asked == ["Replace Back squat"]
    planner.history.undo()
    assert planner.lines() == ["back-squat", "leg-press"]


def test_how_far_it_goes_is_chosen_and_a_done_session_stays(planner):
    planner.select(0, line=0)
    planner.choose("Replace with…")
    made = dialog(planner)
    rest = made.findChildren(QRadioButton)[2]
    rest.setChecked(True)
    assert made.reach() is Reach.BLOCK
    made.reject()
    QApplication.processEvents()
    done = ReplaceDialog(planner.grid.week.days[0].cards[0].lines[0].exercise, True, planner.grid)
    assert [each.isEnabled() for each in done.findChildren(QRadioButton)] == [False, True, True]
    assert done.reach() is Reach.WEEK
    done.close()


def test_what_the_library_has_not_is_said(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_R, Ctrl)
    made = dialog(planner)
    made.search.setText("qqqqqq")
    assert not made.take.isEnabled()
    assert "Nothing found" in made._none.text()
    made.reject()


def test_w_adds_a_warm_up_to_the_line_selected(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_W)
    assert planner.asked == ["Add warm-up to Back squat"]
    assert planner.card(0).rows[1]._sets == "4×5 @2 · w 4"
    planner.choose("Add warm-up")
    assert planner.card(0).rows[1]._sets == "4×5 @2 · w 4"


def test_a_puts_a_linked_drill_before_the_line_and_says_when_all_are_there(planner):
    told = []
    planner.grid.told.connect(told.append)
    planner.select(0, line=0)
    for _ in range(4):
        planner.press(Key.Key_A)
    names = [line.exercise.name for line in planner.card(0).card.lines]
    assert names[:4] == ["Ankle rock", "Lateral band walk", "Glute bridge hold", "Back squat"]
    assert planner.asked[0] == "Put Ankle rock before Back squat"
    assert told == ["All drills of Back squat are there."]
