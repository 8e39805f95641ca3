"""A note on a sheet without a set: kept, while nobody says that the session was done."""

from __future__ import annotations

from datetime import date

from planner.coach import sheet_drafts, sheet_pile, sheet_saving
from planner.coach.sheet_grid import SheetGrid
from planner.coach.sheet_pile import Typed
from planner.storage import log

PAIN = "pain in shoulder, too heavy"


def test_a_note_alone_is_kept_on_the_sheet_and_no_session_is_done(
    grid: SheetGrid, today: date
) -> None:
    session = grid.sessions[1]
    edits = {session.note_key: PAIN, session.on_key: "2026-11-04"}
    saved = sheet_saving.save(grid, edits)
    assert (saved.left, saved.noted, saved.unclear) == (edits, True, False)
    assert log.sessions(grid.lifter_id) == []
    sheet_drafts.keep(grid, saved.left)
    assert [made.typed for made in sheet_pile.pile(session.planned_on)] == [Typed.PARTLY]
    shown, kept = sheet_drafts.opened(grid.lifter_id, grid.week_id, today)
    assert (shown.sessions[1].session_id, kept) == (None, edits)


def test_a_note_beside_an_exercise_waits_for_its_sets_and_goes_into_the_log_with_them(
    paper, grid: SheetGrid
) -> None:
    noted = {grid.sessions[1].lines[0].note_key: PAIN}
    assert sheet_saving.save(grid, noted | paper.typed(grid, 0, 0, "5")).left == noted
    (lower,) = log.sessions(grid.lifter_id)
    assert lower.name == "Lower"
    assert not sheet_saving.save(grid, noted | paper.typed(grid, 1, 0, "8")).left
    assert log.sessions(grid.lifter_id)[1].exercises[0].note == PAIN


def test_a_note_with_a_box_that_could_not_be_read_tells_that_the_session_was_done(
    paper, grid: SheetGrid
) -> None:
    edits = {grid.sessions[1].note_key: PAIN} | paper.typed(grid, 1, 0, "?")
    saved = sheet_saving.save(grid, edits)
    assert (saved.left, saved.unread) == ({}, 1)
    (session,) = log.sessions(grid.lifter_id)
    assert (session.name, session.note, session.exercises[0].note) == ("Upper", PAIN, "Slow.")


def test_a_day_alone_is_forgotten(grid: SheetGrid) -> None:
    assert sheet_saving.save(grid, {grid.sessions[1].on_key: "2026-11-04"}).left == {}


def test_a_note_on_what_is_in_the_log_is_stored_without_another_set(paper, grid: SheetGrid) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "5"))
    (lower,) = log.sessions(grid.lifter_id)
    log.delete_logged_exercise(lower.exercises[1].id or 0)
    shown = paper.again(grid)
    squat, plank = shown.sessions[0].lines
    assert sheet_saving.save(shown, {squat.note_key: PAIN}) == (0, 0, 0, {}, 0, ())
    (lower,) = log.sessions(grid.lifter_id)
    assert [(slot.note, len(slot.sets)) for slot in lower.exercises] == [(PAIN, 1)]
    assert sheet_saving.save(shown, {plank.note_key: "left out"}) == (0, 0, 0, {}, 0, ())
    assert [slot.note for slot in log.sessions(grid.lifter_id)[0].exercises] == [PAIN, "left out"]
