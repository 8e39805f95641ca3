"""Where the keyboard goes when an exercise gets other cells or is swapped, and what Enter does."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from planner.coach import logging, own_exercises
from planner.engine.terms import Exercise, LoadKind, LoggedSet, Measure, PlannedSet
from planner.storage import library
from tests.ui.own_exercise import edit

YESTERDAY = date(2026, 11, 4)


def behind_a_dialog(desk, qtbot, exercise: Exercise, **changes: object) -> None:
    """Edit an exercise in a dialog over the log, and close that."""
    dialog = QDialog(desk.window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    edit(desk, exercise, **changes)
    dialog.close()
    dialog.deleteLater()
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()


@pytest.mark.parametrize("typed", ["25x9", ""])
def test_the_first_enter_after_a_dialog_logs_nothing_that_other_cells_offer(
    desk, curl, qtbot, typed
) -> None:
    desk.type(typed)
    behind_a_dialog(desk, qtbot, curl, load_kind=LoadKind.ADDED)
    assert desk.line(2).isAncestorOf(desk.focus())
    desk.enter()
    assert len(desk.stored()) == 1
    desk.enter()
    assert len(desk.stored()) == 2


def test_what_is_typed_into_other_cells_is_logged_by_the_first_enter(desk, curl, qtbot) -> None:
    desk.type("25x9")
    behind_a_dialog(desk, qtbot, curl, load_kind=LoadKind.ADDED)
    desk.type("15x9")
    desk.enter()
    assert desk.work()[1:] == [(15.0, 9, None)]


def test_a_load_stepped_to_in_other_cells_is_logged_by_the_first_enter(desk, curl, qtbot) -> None:
    behind_a_dialog(desk, qtbot, curl, load_kind=LoadKind.ADDED)
    desk.press(Qt.Key.Key_Plus)
    desk.enter()
    assert len(desk.stored()) == 2


def test_after_a_swap_the_keyboard_is_where_its_work_begins(desk) -> None:
    desk.start("back squat")
    desk.line(2).first_cell().setFocus()
    swap(desk, "front-squat")
    assert desk.line(1).isAncestorOf(desk.focus())


def test_a_swap_from_the_menu_leaves_the_keyboard_in_a_row(desk) -> None:
    desk.start("back squat")
    desk.tab.session.cards[0].head.menu.setFocus()
    swap(desk, "front-squat")
    assert desk.line(1).isAncestorOf(desk.focus())


def test_the_first_enter_after_a_swap_logs_nothing_in_place_of_what_was_typed(desk, did) -> None:
    did(YESTERDAY, "front-squat", LoggedSet(80.0, 5, load=80.0))
    desk.start("back squat")
    desk.type("140x")
    swap(desk, "front-squat")
    desk.enter()
    assert desk.stored() == []


def test_an_offer_of_what_is_swapped_to_is_logged_by_the_first_enter(desk, did) -> None:
    did(YESTERDAY, "plank", LoggedSet(None, None, seconds=45.0))
    desk.start("back squat")
    swap(desk, "plank")
    desk.enter()
    assert [made.seconds for made in desk.stored()] == [45.0]


def swap(desk, slug: str) -> None:
    slot = desk.tab.session.cards[0].card.logged_exercise_id
    desk.history.do("Swap", partial(logging.swap, slug=slug, logged_exercise_id=slot))
    QApplication.processEvents()


def test_where_no_row_is_open_any_more_the_keyboard_is_on_the_button_for_one(
    desk, did, plan_today
) -> None:
    copied = own_exercises.copied(library.exercise("lying-leg-curl"))
    slug = own_exercises.save(replace(copied, name="Slow curl"))
    plan_today(**{slug: (PlannedSet(8, 8, load_kg=20.0, load=20.0),)})
    desk.start_planned()
    desk.enter()
    desk.line(1).dropped.emit()
    assert desk.line(2).isAncestorOf(desk.focus())
    edit(desk, library.exercise(slug), measure=Measure.SECONDS)
    card = desk.tab.session.cards[0]
    assert len(card.rows) == 1
    assert desk.focus() is card.add_button
