"""An exercise that is merged into another one while a session that has it is open in the log."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from planner.coach import exercise_merge, logging
from planner.engine.terms import Exercise, LoadKind, LoggedSet
from planner.storage import library
from planner.ui.set_columns import Field

SQUAT = Exercise("kniebeuge", "Kniebeuge", custom=True)


@pytest.fixture
def squat(desk):
    """Start a session with an own exercise that the library has under another name."""
    library.save_exercise(SQUAT)
    desk.start("Kniebeuge")
    return desk


def merge(desk) -> None:
    work = partial(exercise_merge.merge, "kniebeuge", "back-squat")
    desk.history.do("Merge", work)
    QApplication.processEvents()
    (card,) = desk.tab.session.cards
    assert card.card.exercise.slug == "back-squat"


def undo(desk) -> None:
    desk.history.undo()
    QApplication.processEvents()


def log_a_set(desk) -> None:
    desk.type("100x5")
    desk.enter()


@pytest.mark.parametrize("logged", [0, 1])
def test_what_is_half_typed_is_typed_on_in_its_row(squat, logged) -> None:
    for _ in range(logged):
        log_a_set(squat)
    squat.type("110x")
    merge(squat)
    assert squat.cell() is squat.line(logged + 1).cells[Field.LOAD]
    squat.type("4")
    squat.enter()
    assert squat.work()[logged:] == [(110.0, 4, None)]


@pytest.mark.parametrize("logged", [0, 1])
def test_undo_and_redo_of_the_merge_keep_it_too(squat, logged) -> None:
    for _ in range(logged):
        log_a_set(squat)
    squat.type("110x")
    merge(squat)
    for turn in (squat.history.undo, squat.history.redo, squat.history.undo):
        turn()
        QApplication.processEvents()
        assert squat.texts(logged + 1)[0] == "110x"


def test_a_correction_half_typed_stays_over_its_set(squat) -> None:
    log_a_set(squat)
    cell = squat.line(1).cells[Field.REPS]
    cell.setFocus()
    squat.type("6")
    merge(squat)
    assert squat.texts(1)[:2] == ["100", "6"]
    squat.enter()
    assert squat.work() == [(100.0, 6, None)]


def test_what_is_typed_for_other_cells_does_not_fit_and_enter_logs_nothing(desk) -> None:
    library.save_exercise(replace(SQUAT, load_kind=LoadKind.ADDED))
    desk.start("Kniebeuge")
    log_a_set(desk)
    desk.type("110")
    merge(desk)
    assert desk.texts(2)[0] == ""
    desk.enter()
    assert len(desk.stored()) == 1


def test_undoing_a_merge_of_before_keeps_a_correction_over_its_set(desk, did) -> None:
    library.save_exercise(SQUAT)
    did(desk.today, "kniebeuge", LoggedSet(100.0, 5, load=100.0))
    work = partial(exercise_merge.merge, "kniebeuge", "back-squat")
    desk.history.do("Merge", work)
    desk.tab.show_session(logging.sessions(desk.lifter)[0].id)
    desk.line(1).cells[Field.REPS].setFocus()
    desk.type("6")
    undo(desk)
    assert desk.texts(1)[:2] == ["100", "6"]


def test_a_swap_to_what_an_exercise_was_merged_from_takes_nothing(squat) -> None:
    merge(squat)
    undo(squat)
    slot = squat.tab.session.cards[0].card.logged_exercise_id
    squat.type("110x")
    squat.history.do("Swap", partial(logging.swap, slot, "back-squat"))
    QApplication.processEvents()
    assert squat.texts(1)[0] == ""
