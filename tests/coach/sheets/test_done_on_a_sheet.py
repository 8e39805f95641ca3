"""A sheet printed in the middle of its week: what is done asks for nothing any more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import logging, printing, sheet_grid, sheet_saving
from planner.coach.sheet_grid import SheetGrid
from planner.engine.terms import LoggedSet
from planner.storage import log

MONDAY = date(2026, 11, 2)


@pytest.fixture
def monday_done(paper, grid: SheetGrid) -> SheetGrid:
    edits = {
        **paper.typed(grid, 0, 0, "5", "5", "100x4@0"),
        grid.sessions[0].on_key: (MONDAY + timedelta(days=1)).isoformat(),
    }
    assert not sheet_saving.save(grid, edits).left
    return grid


def test_a_session_that_is_done_shows_its_day_and_its_sets_in_place_of_boxes(
    monday_done: SheetGrid, today: date
) -> None:
    lower, upper = printing.week_sheet(monday_done.lifter_id, MONDAY, today).sessions
    assert (lower.title, lower.done) == ("Mon 2 · Lower", "Done on 3 Nov.")
    squat, plank = lower.lines
    assert (squat.sets, squat.load, squat.boxes) == ("3×5", "100", 0)
    assert squat.done == "5, 5, 4 @\u00a0100\u00a0kg"
    assert (plank.boxes, plank.done) == (0, "–")
    assert (upper.done, upper.lines[0].boxes, upper.lines[0].done) == ("", 2, "")


def test_a_box_that_could_not_be_read_is_not_told_as_nothing_done(
    lifter: int, grid: SheetGrid, paper, today: date
) -> None:
    typed = paper.typed(grid, 0, 0, "5", "?", "4") | paper.typed(grid, 0, 1, "?")
    sheet_saving.save(grid, typed)
    lower, _ = printing.week_sheet(lifter, MONDAY, today).sessions
    assert [line.done for line in lower.lines] == ["5, 4 @\u00a0100\u00a0kg, ?", "?"]


def test_a_set_that_is_still_in_doubt_has_a_question_mark(
    lifter: int, grid: SheetGrid, paper, today: date
) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "5", "100x1000", "1000x5"))
    lower, _ = printing.week_sheet(lifter, MONDAY, today).sessions
    assert lower.lines[0].done == "5, 1000? @\u00a0100\u00a0kg, 1×5? @\u00a01000\u00a0kg"


def test_what_was_done_besides_the_plan_stands_below_it(
    monday_done: SheetGrid, today: date
) -> None:
    (session,) = log.sessions(monday_done.lifter_id)
    slot = logging.add_exercise(session.id or 0, "deadlift")
    log.add_set(slot, LoggedSet(30.0, 12, load=30.0))
    lower, _ = printing.week_sheet(monday_done.lifter_id, MONDAY, today).sessions
    assert [line.exercise for line in lower.lines][2:] == ["Deadlift"]
    assert lower.lines[2].done == "1×12 @\u00a030\u00a0kg"


def test_typing_such_a_sheet_back_keeps_what_is_done_and_adds_the_rest(
    monday_done: SheetGrid, paper, today: date
) -> None:
    code = printing.week_sheet(monday_done.lifter_id, MONDAY, today).code
    assert code == monday_done.code
    again = sheet_grid.sheet_grid(monday_done.lifter_id, monday_done.week_id, today)
    sheet_saving.save(again, paper.typed(again, 1, 0, "10", "9"))
    lower, upper = sorted(log.sessions(monday_done.lifter_id), key=lambda made: made.on)
    assert [made.name for made in (lower, upper)] == ["Lower", "Upper"]
    assert [entry.reps for entry in lower.exercises[0].sets] == [5, 5, 4]
