"""Logging by keyboard: what each key does, and that it takes fewer of them than paper does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from planner.coach import logging
from planner.engine.terms import LoggedSet, PlannedSet, SetKind
from planner.storage import log
from planner.ui.set_columns import Field

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_a_planned_five_by_five_takes_one_enter_to_start_and_one_a_set(desk, five_by_five) -> None:
    desk.refresh()
    desk.enter()
    desk.enter(times=5)
    assert desk.work() == [(100.0, 5, 2.0)] * 5
    assert desk.presses == 6


def test_a_five_by_five_typed_cell_by_cell_takes_at_most_sixty_keys(desk) -> None:
    desk.enter()  # Empty session
    desk.press(Key.Key_E, CTRL)
    desk.choose("squat")
    for load in (97.5, 100, 100, 102.5, 105):
        desk.type(f"{load:g}")
        desk.press(Key.Key_Tab)
        desk.type("5")
        desk.press(Key.Key_Tab)
        desk.type("2")
        desk.enter()
    assert desk.work() == [(load, 5, 2.0) for load in (97.5, 100.0, 100.0, 102.5, 105.0)]
    assert desk.presses <= 60


def test_the_mouse_is_not_needed_from_the_start_page_to_the_end(desk, five_by_five) -> None:
    desk.refresh()
    desk.enter(times=6)
    desk.press(Key.Key_Return, CTRL)
    (done,) = logging.sessions(desk.lifter)
    assert (done.sets, done.finished) == (5, True)
    assert not desk.tab.work.finish.isVisible()


def test_the_first_empty_cell_has_the_focus(desk, five_by_five) -> None:
    desk.start_planned()
    assert desk.cell() is desk.line(1).cells[Field.LOAD]
    desk.enter()
    assert desk.cell() is desk.line(2).cells[Field.LOAD]


def test_enter_takes_what_was_typed_and_the_target_for_the_rest(desk, five_by_five) -> None:
    desk.start_planned()
    desk.press(Key.Key_Tab)
    desk.type("5")
    desk.enter()
    assert desk.work() == [(100.0, 5, 2.0)]


def test_missed_reps_do_not_inherit_the_planned_effort(desk, five_by_five) -> None:
    desk.start_planned()
    desk.press(Key.Key_Tab)
    desk.type("3")
    desk.enter()
    assert desk.work() == [(100.0, 3, None)]


def test_without_a_plan_enter_takes_what_was_done_last_time(desk, did) -> None:
    did(date(2026, 11, 1), "back-squat", LoggedSet(90.0, 6, load=90.0, rir=1.0))
    desk.start()
    desk.enter()
    assert desk.work() == [(90.0, 6, None)]


def test_a_load_other_than_last_time_goes_on_in_the_next_set(desk, did) -> None:
    last = LoggedSet(90.0, 6, load=90.0)
    did(date(2026, 11, 1), "back-squat", last, last, last)
    desk.start()
    desk.type("92.5")
    desk.enter(times=2)
    assert desk.work() == [(92.5, 6, None), (92.5, 6, None)]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("100x8@2", [(100.0, 8, 2.0)]),
        ("100x8,8,6", [(100.0, 8, None), (100.0, 8, None), (100.0, 6, None)]),
        ("2x100x5", [(100.0, 5, None)] * 2),
        ("82,5x5", [(82.5, 5, None)]),
    ],
)
def test_whole_entries_are_understood_in_any_cell(desk, typed, stored) -> None:
    desk.start()
    desk.press(Key.Key_Tab)
    desk.type(typed)
    desk.enter()
    assert desk.work() == stored


@pytest.mark.parametrize("typed", ["w45x10", "45x10w", "45x10 w"])
def test_a_warm_up_is_marked_before_or_behind(desk, typed) -> None:
    desk.start()
    desk.type(typed)
    desk.enter()
    assert [(made.load_kg, made.reps, made.kind) for made in desk.stored()] == [
        (45.0, 10, SetKind.WARMUP)
    ]


def test_a_decimal_comma_and_a_decimal_point_mean_the_same(desk) -> None:
    desk.start()
    for text in ("82,5", "82.5"):
        desk.type(text)
        desk.press(Key.Key_Tab)
        desk.type("5")
        desk.enter()
    assert [made.load_kg for made in desk.stored()] == [82.5, 82.5]


def test_added_weight_is_typed_as_bw_plus(desk) -> None:
    desk.start("pull-up")
    desk.type("bw+10x5")
    desk.enter()
    assert desk.work() == [(10.0, 5, None)]


def test_help_is_typed_with_a_minus(desk) -> None:
    desk.start("assisted pull-up")
    desk.type("-20x8")
    desk.enter()
    assert desk.work() == [(20.0, 8, None)]


@pytest.mark.parametrize(("typed", "seconds"), [("45s", 45.0), ("1:30", 90.0), ("60", 60.0)])
def test_held_exercises_are_timed(desk, typed, seconds) -> None:
    card = desk.start("plank")
    assert list(card.rows[0].cells) == [Field.SECONDS]
    desk.type(typed)
    desk.enter()
    assert [made.seconds for made in desk.stored()] == [seconds]


def test_arrows_move_between_rows_and_cards(desk) -> None:
    desk.start()
    desk.add("leg curl")
    assert desk.cell() is desk.line(1, card=1).cells[Field.LOAD]
    desk.press(Key.Key_Up)
    assert desk.cell() is desk.line(3).cells[Field.LOAD]
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Down)
    assert desk.cell() is desk.line(2, card=1).cells[Field.LOAD]


def test_arrows_stop_at_both_ends(desk) -> None:
    desk.start()
    desk.press(Key.Key_Up)
    assert desk.cell() is desk.line(1).cells[Field.LOAD]


def test_plus_and_minus_step_by_what_the_gym_can_load(desk, five_by_five) -> None:
    desk.start_planned()
    desk.type("+")
    assert desk.cell().text() == "102.5"
    desk.type("--")
    assert desk.cell().text() == "97.5"


def test_plus_in_the_reps_cell_steps_the_load(desk, five_by_five) -> None:
    desk.start_planned()
    desk.press(Key.Key_Tab)
    desk.type("+")
    assert desk.texts(1) == ["102.5", "", ""]


def test_after_the_last_planned_set_enter_offers_one_more(desk, plan_today) -> None:
    plan_today(back_squat=(PlannedSet(5, 5, load_kg=100.0, load=100.0),))
    desk.start_planned()
    desk.enter()
    assert desk.focus() is desk.tab.session.cards[0].add_button
    desk.enter(times=2)
    assert desk.work() == [(100.0, 5, None)] * 2


def test_an_empty_row_too_many_goes_with_del(desk) -> None:
    card = desk.start()
    card.add_row()
    assert len(card.rows) == 4
    desk.press(Key.Key_Delete)
    assert len(card.rows) == 3


def test_supersets_go_back_and_forth(desk) -> None:
    desk.start()
    desk.add("leg curl")
    join_as_superset(desk)
    desk.line(1).first_cell().setFocus()
    order = []
    for _ in range(4):
        desk.type("50x5")
        order.append(desk.focus().accessibleName())
        desk.enter()
    assert [name.split(",")[1] for name in order] == [" set 1", " set 1", " set 2", " set 2"]


def join_as_superset(desk) -> None:
    for card in desk.tab.session.cards:
        _, slot = log.slot(card.card.logged_exercise_id)
        log.update_logged_exercise(replace(slot, superset=1))
    desk.refresh()


def test_a_letter_with_alt_types_nothing_where_no_button_has_it(desk) -> None:
    desk.start()
    desk.type("100")
    for key in (Key.Key_A, Key.Key_X):
        desk.press(key, ALT)
    assert desk.cell().text() == "100"


def test_tab_walks_through_the_cells_in_reading_order(desk) -> None:
    desk.start()
    walked = []
    for _ in range(4):
        walked.append(desk.cell())
        desk.press(Key.Key_Tab)
    first, second = desk.line(1).cells, desk.line(2).cells
    assert walked == [*first.values(), second[Field.LOAD]]
