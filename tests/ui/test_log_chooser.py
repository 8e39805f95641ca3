"""Choosing an exercise for the open session."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import clients, logging
from planner.engine.terms import Equipment, Limit, LoggedSet
from planner.ui.exercise_chooser import ExerciseChooser


def test_the_chooser_finds_by_any_word_and_takes_the_one_walked_to(desk) -> None:
    desk.tab.show_session(logging.start_free(desk.lifter, desk.today))
    desk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (chooser,) = desk.tab.findChildren(ExerciseChooser)
    chooser.search.setText("squat")
    second = chooser.found.item(1).text()
    chooser.activateWindow()
    chooser.search.setFocus()
    desk.press(Qt.Key.Key_Down)
    desk.enter()
    assert desk.tab.session.cards[0].card.exercise.name == second
    QApplication.processEvents()
    assert desk.cell() is desk.line(1).first_cell()


def test_what_the_lifter_did_lately_is_offered_first(desk, did) -> None:
    did(date(2026, 10, 20), "deadlift", LoggedSet(100.0, 5))
    did(date(2026, 10, 27), "pull-up", LoggedSet(0.0, 8))
    did(date(2025, 1, 7), "zercher-squat", LoggedSet(60.0, 5))
    desk.tab.show_session(logging.start_free(desk.lifter, desk.today))
    desk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (chooser,) = desk.tab.findChildren(ExerciseChooser)
    shown = [chooser.found.item(number).text() for number in range(4)]
    assert shown[:2] == ["Pull-up", "Deadlift"]
    assert shown[2:] == sorted(shown[2:])
    chooser.reject()


def test_the_chooser_says_when_nothing_is_found(desk) -> None:
    desk.tab.show_session(logging.start_free(desk.lifter, desk.today))
    desk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (chooser,) = desk.tab.findChildren(ExerciseChooser)
    chooser.search.setText("xyzzy")
    assert chooser._none.isVisible()
    chooser.reject()


def test_what_may_not_suit_or_is_not_in_the_gym_says_so_and_comes_last(desk) -> None:
    there = frozenset({Equipment.BARBELL, Equipment.DUMBBELL})
    lifter = clients.lifter(desk.lifter)
    clients.change(replace(lifter, limits=frozenset({Limit.KNEE}), equipment=there))
    desk.tab.show_session(logging.start_free(desk.lifter, desk.today))
    desk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (chooser,) = desk.tab.findChildren(ExerciseChooser)
    chooser.search.setText("press")
    items = [chooser.found.item(number) for number in range(chooser.found.count())]
    named = [each for each in items if "press" in each.text().casefold()]
    assert named == items[: len(named)]
    notes = [each.toolTip().partition("\n")[2] for each in named]
    assert not notes[0]
    assert notes == sorted(notes, key=bool)
    assert any("may not suit: a sore knee" in note for note in notes)
    assert "not in this gym" in notes
    chooser.search.setText("leg press")
    assert chooser.found.item(0).text() == "Leg press"
    chooser.reject()


def test_what_is_typed_while_the_list_opens_is_all_there(desk) -> None:
    desk.tab.show_session(logging.start_free(desk.lifter, desk.today))
    behind = desk.window.windowHandle()
    QTest.keyClick(desk.focus(), "d")
    QTest.keyClick(behind, "e")  # before the list is in front
    for letter in "adlift":
        QTest.keyClick(QApplication.focusWindow(), letter)
    (chooser,) = desk.tab.findChildren(ExerciseChooser)
    assert chooser.search.text() == "deadlift"
    assert chooser.windowHandle().transientParent() is behind
    QTest.keyClick(behind, "x")  # the window is blocked like behind any dialog
    assert chooser.search.text() == "deadlift"
    desk.enter()
    assert [card.card.exercise.slug for card in desk.tab.session.cards] == ["deadlift"]


def test_letters_that_reach_the_button_while_the_list_is_open_go_on_in_it(desk) -> None:
    desk.tab.show_session(logging.start_free(desk.lifter, desk.today))
    for letter in "bench":
        QTest.keyClicks(desk.tab.session.first_button, letter)
    (chooser,) = desk.tab.findChildren(ExerciseChooser)
    assert chooser.search.text() == "bench"
