"""The week grid with several lines or sessions selected, supersets and weeks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from planner.coach import supersets
from planner.engine.terms import Lifter, Microcycle
from planner.storage import clients, plan
from planner.ui import plan_drag, selection
from planner.ui.plan_week import TOP, Spot

Key, Held = Qt.Key, Qt.KeyboardModifier


def selected(planner) -> list[str]:
    week = planner.grid.week
    lines = [week.line(key).planned.exercise for key in planner.grid.chosen.lines]
    return lines or [week.card(key).name for key in planner.grid.chosen.sessions]


def marked(planner) -> list[str]:
    rows = [row for day in (0, 3) for card in planner.column(day).cards for row in card.rows]
    return [row.accessibleName().split(",")[0] for row in rows if row.state]


def week_menu(planner, text: str) -> None:
    shown = planner.tab._view.weeks[0]
    menu = planner.tab.weeks.menu(shown, planner.tab)
    next(entry for entry in menu.actions() if entry.text() == text).trigger()
    planner.refresh()


def test_shift_and_arrows_extend_over_lines_and_on_to_other_sessions(full):
    full.select(0, line=1)
    full.press(Key.Key_Down, Held.ShiftModifier)
    full.press(Key.Key_Down, Held.ShiftModifier)
    assert selected(full) == ["leg-press", "barbell-row", "bench-press"]
    assert marked(full) == ["Leg press", "Barbell row", "Bench press"]
    assert full.grid.accessibleDescription().endswith("3 exercises selected")
    full.press(Key.Key_Left, Held.ShiftModifier)
    assert selected(full) == ["back-squat", "leg-press"]
    full.press(Key.Key_Escape)
    assert selected(full) == ["back-squat"]


def test_shift_extends_over_sessions_from_a_title(full):
    full.select(0)
    full.press(Key.Key_Right, Held.ShiftModifier)
    assert selected(full) == ["Lower", "Upper"]
    full.press(Key.Key_Down, Held.ShiftModifier)
    assert selected(full) == ["Lower", "Upper", "Core"]
    assert full.grid.accessibleDescription().endswith("3 sessions selected")


def test_ctrl_a_selects_the_session_then_the_week(full):
    full.select(0, line=1)
    full.press(Key.Key_A, Held.ControlModifier)
    assert selected(full) == ["back-squat", "leg-press", "barbell-row"]
    full.press(Key.Key_A, Held.ControlModifier)
    assert selected(full) == ["Lower", "Upper", "Core"]


def test_ctrl_click_toggles_and_shift_click_extends(full):
    rows = full.card(0).rows
    for row, held in ((1, Held.NoModifier), (3, Held.ControlModifier)):
        QTest.mouseClick(rows[row], Qt.MouseButton.LeftButton, held)
    assert selected(full) == ["back-squat", "barbell-row"]
    QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton, Held.ControlModifier)
    assert selected(full) == ["barbell-row"]
    QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton, Held.ShiftModifier)
    assert selected(full) == ["back-squat", "leg-press", "barbell-row"]
    QTest.mouseClick(full.card(3).rows[0], Qt.MouseButton.LeftButton, Held.ShiftModifier)
    assert selected(full) == ["Lower", "Upper"]
    QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton, Held.ControlModifier)
    assert selected(full) == ["back-squat"]


def test_a_press_on_the_selection_keeps_it_for_a_drag_and_a_click_lets_go(full):
    full.select(0, line=0)
    full.press(Key.Key_A, Held.ControlModifier)
    row = full.card(0).rows[1]
    QTest.mousePress(row, Qt.MouseButton.LeftButton)
    assert len(selected(full)) == 3
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)
    assert selected(full) == ["back-squat"]


def test_the_selection_survives_a_refresh_and_what_is_gone_leaves_it(full):
    full.select(0, line=0)
    full.press(Key.Key_A, Held.ControlModifier)
    plan.delete_planned_exercise(full.planned()[0].exercises[1].id)
    full.refresh()
    assert selected(full) == ["back-squat", "barbell-row"]


def test_several_lines_are_deleted_duplicated_and_moved_each_in_one_step(full):
    full.select(0, line=0)
    full.press(Key.Key_Down, Held.ShiftModifier)
    full.press(Key.Key_Down, Held.AltModifier)
    assert full.lines() == ["barbell-row", "back-squat", "leg-press"]
    assert selected(full) == ["back-squat", "leg-press"]
    full.press(Key.Key_D, Held.ControlModifier)
    assert full.lines() == ["barbell-row", *["back-squat", "leg-press"] * 2]
    full.press(Key.Key_Right, Held.AltModifier)
    assert full.lines(1) == ["bench-press", "back-squat", "leg-press"]
    full.press(Key.Key_Delete)
    assert full.asked == [
        "Move 2 exercises", "Duplicate 2 exercises", "Move 2 exercises", "Delete 2 exercises",
    ]  # fmt: skip
    for _ in full.asked:
        full.history.undo()
    assert full.lines() == ["back-squat", "leg-press", "barbell-row"]


def test_several_sessions_are_moved_duplicated_and_deleted_each_in_one_step(full):
    full.select(0)
    full.press(Key.Key_Right, Held.ShiftModifier)
    full.press(Key.Key_Right, Held.AltModifier)
    assert full.days() == [(1, "Lower"), (3, "Core"), (4, "Upper")]
    full.press(Key.Key_D, Held.ControlModifier)
    assert full.days() == [(1, "Lower"), (2, "Lower"), (3, "Core"), (4, "Upper"), (5, "Upper")]
    full.press(Key.Key_Delete)
    assert full.days() == [(1, "Lower"), (3, "Core"), (4, "Upper")]
    assert len(full.asked) == 3


def test_the_whole_selection_is_dragged(full):
    lines = [made.id for made in full.planned()[0].exercises[:2]]
    full.drop(plan_drag.packed(plan_drag.LINE, *lines), day=5, y=40)
    assert [full.lines(n) for n in (0, 3)] == [["barbell-row"], ["back-squat", "leg-press"]]
    full.drop(plan_drag.packed(plan_drag.SESSION, *[s.id for s in full.planned()[:2]]), 1, 40)
    assert full.days() == [(1, "Lower"), (3, "Core"), (4, "Upper"), (5, "Session")]


def test_a_whole_week_is_pasted_into_another_on_the_same_days(full):
    full.select(0)
    full.press(Key.Key_A, Held.ControlModifier)
    full.press(Key.Key_C, Held.ControlModifier)
    full.press(Key.Key_PageDown)
    full.press(Key.Key_V, Held.ControlModifier)
    assert [(s.day, s.name) for s in full.planned(week=1)] == [
        (0, "Lower"),
        (3, "Upper"),
        (3, "Core"),
    ]
    assert full.asked == ["Paste 3 sessions"]
    assert selected(full) == ["Lower", "Upper", "Core"]


def test_what_is_pasted_into_another_lifters_week_leaves_the_loads_behind(full, desk):
    full.select(0)
    full.press(Key.Key_C, Held.ControlModifier)
    other = clients.add_lifter(Lifter(name="Ada Novak"))
    plan.add_mesocycle(other, replace(full.tab._view.mesocycle, weeks=(
        Microcycle(1, full.tab._view.week.starts_on),), uid=""))  # fmt: skip
    full.lifter = other
    full.refresh()
    full.select(2)
    full.press(Key.Key_V, Held.ControlModifier)
    (made,) = full.planned()
    assert (made.day, made.name) == (2, "Lower")
    assert [entry.load_kg for entry in made.exercises[0].sets] == [None] * 4
    assert made.exercises[0].sets[0].reps_low == 5


@pytest.mark.usefixtures("dressed")
def test_sessions_of_a_day_change_places_by_key_and_by_mouse(full):
    full.select(3, session=1)
    full.press(Key.Key_Up, Held.AltModifier)
    assert [name for _, name in full.days()] == ["Lower", "Core", "Upper"]
    core = full.planned()[1].id
    bottom = full.card(3, 1).geometry().bottom()
    full.drop(plan_drag.packed(plan_drag.SESSION, core), day=3, y=bottom)
    assert [name for _, name in full.days()] == ["Lower", "Upper", "Core"]
    assert full.column(3).session_spot(QPoint(5, 0)) == Spot(3, TOP)


def test_a_second_session_is_added_to_a_day(full):
    full.select(0)
    full.press(Key.Key_Insert)
    full.type("Evening")
    full.press(Key.Key_Return)
    assert full.days()[:2] == [(0, "Lower"), (0, "Evening")]


def test_g_makes_a_superset_of_lines_and_shift_g_dissolves_it(full):
    full.select(0, line=0)
    full.press(Key.Key_Down, Held.ShiftModifier)
    full.press(Key.Key_G)
    assert full.card(0).rows[1].accessibleName().endswith("superset A")
    assert full.asked == ["Superset of 2 exercises"]
    full.press(Key.Key_Down, Held.ShiftModifier)
    full.choose("Circuit")
    assert full.card(0).rows[3].accessibleName().endswith("circuit A")
    full.press(Key.Key_G, Held.ShiftModifier)
    assert [made.superset for made in full.planned()[0].exercises] == [None] * 3


def test_a_superset_needs_lines_of_one_session(full):
    full.select(0, line=2)
    full.press(Key.Key_Down, Held.ShiftModifier)
    menu = full.grid.menu.menu()
    assert not next(entry for entry in menu.actions() if entry.text() == "Superset").isEnabled()


def test_the_menu_of_a_week_duplicates_inserts_deletes_and_deloads_it(full):
    for entry in ("D&uplicate", "&Insert an empty week after it"):
        week_menu(full, entry)
        full.tab.show_week(full.tab._view.weeks[0].id)
    assert [bool(week.hard_sets) for week in full.tab._view.weeks] == [True, False, True, False]
    week_menu(full, "Make it a d&eload (half the sets)")
    assert len(full.planned()[0].exercises[0].sets) == 2
    week_menu(full, "No &longer a deload (sets stay)")
    week_menu(full, "De&lete")
    assert [bool(week.hard_sets) for week in full.tab._view.weeks] == [False, True, False]
    assert len(full.asked) == 5


def test_a_week_is_copied_to_several(full):
    copy = full.tab.actions_bar()[0].menu()
    copy.aboutToShow.emit()
    some = next(entry.menu() for entry in copy.actions() if entry.menu())
    assert [entry.text() for entry in some.actions()][:2] == [
        "2 weeks (adds 1 week)",
        "3 weeks (adds 2 weeks)",
    ]
    some.actions()[0].trigger()
    assert [len(full.planned(week)) for week in range(3)] == [3, 3, 3]
    assert full.asked == ["Copy week 2 times"]


def test_letters_go_on_after_z():
    assert [supersets.letter(number) for number in (0, 25, 26)] == ["A", "Z", "A"]


def test_a_day_without_a_session_is_never_part_of_several(full):
    chosen = selection.only(Spot(1))
    assert selection.walked(full.grid.week, chosen, 1, 0) == chosen
    assert selection.extended(full.grid.week, chosen, full.grid.week.spots(0)[1]).several is False
