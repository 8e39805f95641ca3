"""What is copied, cut, moved by keys or menu, and dragged in the week grid."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from planner.coach import planning
from planner.engine.terms import Unit
from planner.ui import plan_drag

Key, Held = Qt.Key, Qt.KeyboardModifier


def test_ctrl_d_duplicates_a_session_to_the_next_free_day(planner):
    planner.select(0)
    planner.press(Key.Key_D, Held.ControlModifier)
    assert planner.days() == [(0, "Lower"), (1, "Lower"), (3, "Upper")]


def test_ctrl_d_duplicates_a_line_with_its_sets(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_D, Held.ControlModifier)
    assert planner.lines() == ["back-squat", "back-squat", "leg-press"]
    first, copy = planner.planned()[0].exercises[:2]
    assert planning.prescription_text(first.sets, Unit.KG) == planning.prescription_text(
        copy.sets, Unit.KG
    )


def test_a_session_is_copied_into_another_week(planner):
    planner.select(0)
    planner.press(Key.Key_C, Held.ControlModifier)
    planner.press(Key.Key_PageDown)
    planner.select(2)
    planner.press(Key.Key_V, Held.ControlModifier)
    assert [(made.day, made.name) for made in planner.planned(week=1)] == [(2, "Lower")]


def test_a_line_is_copied_into_an_empty_day(planner):
    planner.select(0, line=1)
    planner.press(Key.Key_C, Held.ControlModifier)
    planner.select(5)
    planner.press(Key.Key_V, Held.ControlModifier)
    assert planner.lines(session=2) == ["leg-press"]


def test_what_was_cut_is_pasted_elsewhere_in_a_step_of_its_own(planner):
    planner.select(0)
    planner.press(Key.Key_X, Held.ControlModifier)
    assert planner.days() == [(3, "Upper")]
    planner.select(6)
    planner.press(Key.Key_V, Held.ControlModifier)
    assert planner.days() == [(3, "Upper"), (6, "Lower")]
    assert planner.asked == ["Cut Lower", "Paste Lower"]
    planner.history.undo()
    planner.history.undo()
    assert planner.days() == [(0, "Lower"), (3, "Upper")]


def test_alt_arrows_move_a_line_within_its_session_and_to_the_next(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_Down, Held.AltModifier)
    assert planner.lines() == ["leg-press", "back-squat"]
    planner.press(Key.Key_Up, Held.AltModifier)
    assert planner.lines() == ["back-squat", "leg-press"]
    planner.press(Key.Key_Right, Held.AltModifier)
    assert planner.lines(0) == ["leg-press"]
    assert planner.lines(1) == ["back-squat", "bench-press"]
    assert planner.grid.spot.day == 3


def test_alt_arrows_move_a_session_to_the_next_day_and_the_selection_with_it(planner):
    planner.select(0)
    planner.press(Key.Key_Right, Held.AltModifier)
    assert planner.days() == [(1, "Lower"), (3, "Upper")]
    assert planner.grid.spot.day == 1
    planner.press(Key.Key_Left, Held.AltModifier)
    planner.press(Key.Key_Left, Held.AltModifier)
    assert planner.days() == [(0, "Lower"), (3, "Upper")]


def test_the_menu_moves_a_session_to_any_day(planner):
    planner.select(0)
    planner.choose("Sun 8 Nov")
    assert planner.days() == [(3, "Upper"), (6, "Lower")]


@pytest.mark.parametrize(
    ("entry", "days"),
    [
        ("Duplicate", [(0, "Lower"), (1, "Lower"), (3, "Upper")]),
        ("Delete", [(3, "Upper")]),
    ],
)
def test_the_menu_does_what_the_keys_do(planner, entry, days):
    planner.select(0)
    planner.choose(entry)
    assert planner.days() == days


def test_a_session_is_dragged_to_another_day(planner):
    data = plan_drag.packed(plan_drag.SESSION, str(planner.planned()[0].id))
    planner.drop(data, day=5, y=40)
    assert planner.days() == [(3, "Upper"), (5, "Lower")]


def test_a_line_is_dragged_below_another(planner):
    squat = planner.planned()[0].exercises[0].id
    data = plan_drag.packed(plan_drag.LINE, str(squat))
    planner.drop(data, day=0, y=planner.y_below(0, line=1))
    assert planner.lines() == ["leg-press", "back-squat"]


def test_a_line_dragged_to_the_top_comes_first(planner):
    press = planner.planned()[0].exercises[1].id
    planner.drop(plan_drag.packed(plan_drag.LINE, str(press)), day=0, y=40)
    assert planner.lines() == ["leg-press", "back-squat"]


def test_an_exercise_dropped_on_a_rest_day_gets_a_session_in_one_step(planner):
    planner.drop(plan_drag.packed(plan_drag.EXERCISE, "plank"), day=6, y=40)
    assert planner.lines(session=2) == ["plank"]
    planner.history.undo()
    assert planner.days() == [(0, "Lower"), (3, "Upper")]
