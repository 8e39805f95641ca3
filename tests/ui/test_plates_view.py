"""Beside the log: how the next set is loaded, what changes for it, and another bar."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut

from planner.coach import clients, gym
from planner.coach.gym import Loading
from planner.engine import plates
from planner.engine.set_up import set_up, swap
from planner.engine.terms import KG_PER_LB, Equipment, Exercise, Inventory, LoadKind, Unit
from planner.ui.gym_dialog import GymDialog
from planner.ui.plates_view import PlatesView

GYM = Inventory(bars=(("EZ bar", 10.0), ("Women's", 15.0)), stack_add_ons_kg=(2.5,))
SQUAT = Exercise("back-squat", "Back squat")
SLED = Exercise("leg-press", equipment=Equipment.PLATE_MACHINE)
PRESS = Exercise("press", equipment=Equipment.DUMBBELL)
ROW = Exercise("row", equipment=Equipment.DUMBBELL, per_side=True)
STACK = Exercise("pulldown", equipment=Equipment.CABLE)
HELP = Exercise("help", load_kind=LoadKind.ASSISTED, equipment=Equipment.MACHINE)
BELT = Exercise("dip", load_kind=LoadKind.ADDED, equipment=Equipment.BODYWEIGHT)
BELL = Exercise("swing", equipment=Equipment.KETTLEBELL, step_kg=4.0)
PLANK = Exercise("plank", load_kind=LoadKind.NONE, equipment=Equipment.BODYWEIGHT)


@pytest.fixture
def view(qtbot) -> PlatesView:
    made = PlatesView(None)
    qtbot.addWidget(made)
    made.setFixedWidth(268)
    made.show()
    return made


def show(view: PlatesView, exercise: Exercise, kg: float, before: float | None = None) -> None:
    made = set_up(kg, exercise, GYM)
    changed = None if before is None else swap(set_up(before, exercise, GYM), made)
    view.show_loading(Loading(made, changed, gym.bars_for(exercise, GYM)), Unit.KG)


@pytest.mark.parametrize(
    ("exercise", "kg", "said"),
    [
        (SQUAT, 120, "20 kg bar + 2 × (25 + 25) = 120 kg exactly"),
        (SQUAT, 101, "Nearest below 100 kg (1 less); next 102.5\n20 kg bar + 2 × (25 + 15)"),
        (SQUAT, 20, "Empty bar = 20 kg exactly"),
        (SQUAT, 12, "Lighter than the empty bar: 20 kg"),
        (SQUAT, 999, "More than there is: all of it is 705 kg (294 less)"),
        (SLED, 0, "No plates on"),
        (SLED, 100, "2 × (25 + 25) = 100 kg exactly"),
        (PRESS, 24, "24 kg in each hand; the load is that of one"),
        (ROW, 27, "Nearest below 26 kg (1 less); next 28\nOne dumbbell of 26 kg"),
        (STACK, 42.5, "Pin at 40 kg, 2.5 on top = 42.5 kg"),
        (HELP, 35, "Pin at 35 kg; less help is harder"),
        (BELT, 22.5, "On the belt: 20 + 2.5 = 22.5 kg"),
        (BELT, 10, "On the belt: 10 kg"),
        (BELT, 0, "Bodyweight alone, nothing on the belt"),
        (BELL, 18, "Nearest below 16 kg (2 less); next 20"),
        (PLANK, 0, "This exercise is done without a load."),
    ],
)  # fmt: skip
def test_every_kind_of_load_is_told_and_drawn_in_the_same_room(view, exercise, kg, said) -> None:
    height = view.sizeHint().height()
    show(view, exercise, kg)
    assert view.words.text() == said
    assert view.sizeHint().height() == height
    assert not view.grab().isNull()
    assert view.drawing.accessibleName() == said.replace("\n", ". ")


@pytest.mark.parametrize(
    ("before", "kg", "said"),
    [
        (100, 105, "Each side: add 2.5"),
        (110, 100, "Each side: strip 20, add 15"),
        (100, 100, "Nothing to change since the last set"),
        (None, 100, ""),
    ],
)
def test_what_changes_since_the_last_set_is_told(view, before, kg, said) -> None:
    show(view, SQUAT, kg, before)
    assert view.change.text() == said


def test_pounds_are_written_in_pounds_and_foreign_plates_with_their_unit(view) -> None:
    pounds = plates.standard_inventory(Unit.LB)
    made = set_up(225 * KG_PER_LB, SQUAT, replace(pounds, bar_kg=20.0))
    view.show_loading(Loading(made, None, ()), Unit.LB)
    assert "44.09 lb bar" in view.words.text()
    mixed = Inventory(plates_kg=((45 * KG_PER_LB, 1), (20.0, 2)))
    view.show_loading(Loading(set_up(60.82, SQUAT, mixed), None, ()), Unit.KG)
    assert view.words.text() == "20 kg bar + 2 × (45 lb) = 60.82 kg exactly"


def test_the_last_set_of_the_session_is_what_the_next_one_is_compared_with(desk) -> None:
    desk.start()
    desk.type("100x5")
    desk.enter()
    desk.type("105")
    assert desk.tab.side.plates.change.text() == "Each side: add 2.5"


def test_another_bar_is_chosen_for_the_exercise_and_taken_back(desk) -> None:
    clients.change(replace(clients.lifter(desk.lifter), inventory=GYM))
    desk.start()
    desk.type("60")
    view = desk.tab.side.plates
    assert [each.text() for each in view.menu().actions()][:3] == [
        "20 kg bar", "EZ bar, 10 kg", "Women's, 15 kg",
    ]  # fmt: skip
    view.menu().actions()[2].trigger()
    assert view.words.text().startswith("15 kg bar")
    assert clients.lifter(desk.lifter).inventory.bar_of == (("back-squat", 15.0),)
    assert desk.cell().text() == "60"
    desk.history.undo()
    assert view.words.text().startswith("20 kg bar")


def test_the_bars_have_a_key_and_take_no_focus_from_the_cell(view) -> None:
    assert view.findChild(QShortcut).key().toString() == "Ctrl+Shift+G"
    assert view.bar_button.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_a_long_name_of_a_bar_is_cut_on_the_button_and_told_whole(view) -> None:
    gym_of_one = Inventory(bar_name="The thick competition bar by the window & mirror")
    made = set_up(60.0, SQUAT, gym_of_one)
    view.show_loading(Loading(made, None, gym.bars_for(SQUAT, gym_of_one)), Unit.KG)
    assert view.sizeHint().width() <= 268
    assert view.bar_button.accessibleName().endswith("& mirror, 20 kg")


def test_plus_and_minus_step_by_the_bar_and_the_microplates_there_are(desk) -> None:
    micro = replace(GYM, plates_kg=((20.0, 2), (10.0, 2), (0.5, 1)), bar_of=(("back-squat", 15.0),))
    clients.change(replace(clients.lifter(desk.lifter), inventory=micro))
    desk.start()
    desk.type("35")
    desk.press(Qt.Key.Key_Plus)
    assert desk.cell().text() == "36"
    desk.press(Qt.Key.Key_Minus)
    desk.press(Qt.Key.Key_Minus)
    assert desk.cell().text() == "16"


def test_what_the_gym_can_load_is_changed_from_the_log(desk) -> None:
    desk.start()
    desk.type("101")
    desk.tab.side.plates.ask_gym()
    (dialog,) = desk.window.findChildren(GymDialog)
    dialog.fields["plates"].setText("20 ×2, 10 ×2, 0.5 ×1")
    dialog.accept()
    assert desk.tab.side.plates.words.text() == "20 kg bar + 2 × (20 + 20 + 0.5) = 101 kg exactly"
    desk.history.undo()
    assert clients.lifter(desk.lifter).inventory == Inventory()
