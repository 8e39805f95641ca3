"""What is typed over the sheet stays with the box it was meant for, wherever its row moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from planner.coach import logging, sheet_amber, sheet_drafts, sheet_grid, sheet_saving, steps
from planner.coach.sheet_boxes import SIDES
from planner.coach.sheet_grid import SheetGrid, texts_of
from planner.engine.terms import (
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import log, plan

MONDAY = date(2026, 11, 2)


class Desk:
    """A sheet that is typed in, saved and opened again, as the window does it."""

    def __init__(self, grid: SheetGrid, today: date) -> None:
        self.grid, self.today, self.edits = grid, today, dict[str, str]()

    def type(self, place: int, text: str, line: int = 0) -> None:
        self.edits[self.grid.sessions[0].lines[line].boxes[place].key] = text

    def save(self) -> None:
        saved = sheet_saving.save(self.grid, self.edits)
        self.keep(saved.left)

    def keep(self, edits: Mapping[str, str]) -> None:
        sheet_drafts.keep(self.grid, edits)
        self.open()

    def open(self) -> None:
        self.grid, self.edits = sheet_drafts.opened(
            self.grid.lifter_id, self.grid.week_id, self.today
        )

    def shows(self, line: int = 0) -> list[str]:
        return texts_of(self.grid.sessions[0].lines[line], self.edits)

    def log(self, slot: int = 0) -> list[tuple[float | None, int | None]]:
        (session,) = log.sessions(self.grid.lifter_id)
        return [(entry.load, entry.reps) for entry in session.exercises[slot].sets]


@pytest.fixture
def desk(grid: SheetGrid, today: date) -> Desk:
    return Desk(grid, today)


def test_a_red_box_after_one_of_several_sets_is_corrected_where_its_row_is(desk) -> None:
    desk.type(0, "60x5,5,4")
    desk.type(1, "60c3")
    desk.save()
    assert desk.shows() == ["60x5", "60x5", "60x4", "60c3"]
    desk.type(3, "60x3")
    desk.save()
    assert desk.log() == [(60.0, 5), (60.0, 5), (60.0, 4), (60.0, 3)]
    assert desk.edits == {}


@pytest.mark.parametrize("wrong", ["95 x 3 too heavy", "60c3"])
def test_saving_twice_leaves_the_red_text_and_all_sets(desk, wrong: str) -> None:
    desk.type(0, "5,5")
    desk.type(1, wrong)
    desk.save()
    desk.save()
    assert desk.shows() == ["100x5", "100x5", wrong]
    desk.type(2, "95x3")
    desk.save()
    assert desk.log() == [(100.0, 5), (100.0, 5), (95.0, 3)]


def test_several_sets_typed_over_a_stored_one_push_a_red_box_on(desk) -> None:
    desk.type(0, "5")
    desk.type(1, "4")
    desk.save()
    desk.type(0, "5,5")
    desk.type(1, "4x")
    desk.save()
    assert desk.shows() == ["100x5", "100x5", "4x"]
    assert desk.log() == [(100.0, 5), (100.0, 5), (100.0, 4)]
    desk.type(2, "3")
    desk.save()
    assert desk.log() == [(100.0, 5), (100.0, 5), (100.0, 3)]


def test_a_box_that_is_emptied_takes_no_red_one_along(desk) -> None:
    desk.type(0, "60x5,5,4")
    desk.type(1, "60c3")
    desk.save()
    desk.type(1, "")
    desk.save()
    assert desk.shows() == ["60x5", "60x4", "60c3"]
    desk.type(2, "60x3")
    desk.save()
    assert desk.log() == [(60.0, 5), (60.0, 4), (60.0, 3)]


def test_a_red_box_that_is_emptied_leaves_the_sets_before_it(desk) -> None:
    desk.type(0, "60x5,5,4")
    desk.type(1, "60c3")
    desk.save()
    desk.type(3, "")
    desk.save()
    assert desk.shows() == ["60x5", "60x5", "60x4"]
    assert desk.log() == [(60.0, 5), (60.0, 5), (60.0, 4)]


def test_what_is_asked_about_is_kept_in_the_box_it_moved_to(desk) -> None:
    desk.type(0, "5,5")
    desk.type(1, "1000x5")
    desk.type(2, "?")
    desk.save()
    assert desk.shows() == ["100x5", "100x5", "1000x5", "?"]
    desk.type(2, "1000x5!")
    desk.type(3, "=")
    desk.save()
    assert desk.log() == [(100.0, 5), (100.0, 5), (1000.0, 5), (None, None)]
    assert desk.shows()[3] == "="  # nothing is planned there: asked for, and kept


def test_after_undo_a_red_text_is_back_in_the_box_it_was_typed_in(desk, today: date) -> None:
    desk.type(0, "60x5,5,4")
    desk.type(1, "60c3")
    saved, step = steps.do(lambda: sheet_saving.save(desk.grid, desk.edits))
    desk.keep(saved.left)
    sheet_drafts.keep(desk.grid, saved.left)
    back = steps.revert(step)
    desk.open()
    assert desk.shows() == ["", "60c3", ""]
    steps.revert(back)
    desk.open()
    assert desk.shows() == ["60x5", "60x5", "60x4", "60c3"]


def test_a_half_typed_box_makes_room_for_what_was_logged_meanwhile(desk) -> None:
    desk.type(0, "60c3")
    desk.keep(desk.edits)
    key = logging.start_planned(
        desk.grid.lifter_id, desk.grid.sessions[0].planned_session_id, desk.today
    )
    slot = log.session(key).exercises[0].id or 0
    logging.log_sets(slot, [LoggedSet(100.0, 5, load=100.0)] * 3)
    desk.keep(desk.edits)
    assert desk.shows() == ["100x5", "100x5", "100x5", "60c3"]
    desk.type(3, "60x3")
    desk.save()
    assert desk.log() == [(100.0, 5)] * 3 + [(60.0, 3)]


def test_a_red_box_that_was_answered_in_the_log_is_no_longer_asked(desk) -> None:
    desk.type(0, "5,5")
    desk.type(1, "60c3")
    desk.save()
    (session,) = log.sessions(desk.grid.lifter_id)
    unread = session.exercises[0].sets[2]
    log.update_set(replace(unread, load_kg=60.0, load=60.0, reps=3, flags=frozenset()))
    desk.keep(desk.edits)
    assert (desk.shows(), desk.edits) == (["100x5", "100x5", "60x3"], {})


def test_a_red_box_of_a_session_in_the_log_gets_a_row_and_stays_with_it(desk) -> None:
    desk.type(0, "5")
    desk.save()
    (session,) = log.sessions(desk.grid.lifter_id)
    log.delete_logged_exercise(session.exercises[1].id or 0)
    desk.open()
    desk.type(1, "5,5")
    desk.type(2, "60c3")
    desk.type(0, "45,45", line=1)
    desk.type(1, "abc", line=1)
    desk.save()
    assert desk.shows() == ["100x5", "100x5", "100x5", "60c3"]
    assert desk.shows(1) == ["45s", "45s", "abc"]
    desk.type(3, "60x3")
    desk.type(2, "30", line=1)
    desk.save()
    assert desk.log() == [(100.0, 5)] * 3 + [(60.0, 3)]
    (session,) = log.sessions(desk.grid.lifter_id)
    assert [entry.seconds for entry in session.exercises[1].sets] == [45.0, 45.0, 30.0]


def test_a_text_for_the_right_side_makes_room_on_the_right_side(lifter: int, today: date) -> None:
    held = PlannedExercise("single-leg-balance", (PlannedSet(seconds=30.0),))
    week = Microcycle(1, MONDAY, (PlannedSession("Balance", 0, (held,)),))
    block = plan.mesocycle(plan.add_mesocycle(lifter, Mesocycle("Block", MONDAY, weeks=(week,))))
    desk = Desk(sheet_grid.sheet_grid(lifter, block.weeks[0].id or 0, today), today)
    desk.type(1, "abc")
    desk.keep(desk.edits)
    sets = tuple(LoggedSet(None, None, seconds=30.0, side=side) for side in SIDES)
    done = (LoggedExercise("single-leg-balance", sets),)
    planned = desk.grid.sessions[0].planned_session_id
    log.add_session(lifter, Session(today, done, planned_session_id=planned))
    desk.open()
    assert desk.shows() == ["30s", "30s", "", "abc"]


def test_what_was_typed_over_a_set_that_is_gone_is_not_lost(desk) -> None:
    desk.type(0, "5")
    desk.save()
    desk.type(0, "4")
    sheet_drafts.keep(desk.grid, desk.edits)
    (session,) = log.sessions(desk.grid.lifter_id)
    log.delete_set(session.exercises[0].sets[0].id or 0)
    desk.open()
    assert desk.shows() == ["4", "", ""]


def test_a_text_of_a_line_that_is_gone_changes_no_other(desk) -> None:
    desk.keep({"gone.0": "5", "gone.1:2?": "abc"})
    assert desk.shows() == ["", "", ""]


def test_what_is_amber_is_counted_box_by_box(desk) -> None:
    desk.type(0, "1000x5,4")
    desk.type(1, "?")
    desk.type(2, "abc")
    assert sheet_amber.amber(desk.grid, desk.edits) == (1, 1, 0)
    desk.save()
    assert sheet_amber.amber(desk.grid, desk.edits) == (2, 2, 0)
