"""A box that is emptied deletes its set, and says so: before it is saved, and after."""

from __future__ import annotations

import pytest

from planner.coach import sheet_amber, sheet_grid, sheet_saving
from planner.coach.sheet_grid import SheetGrid
from planner.storage import log

DELETES = "Empty: saving deletes the set that stands here in the log."
UNREADABLE = "“?”: saving takes the numbers that stand here out of the log."


@pytest.fixture
def stored(paper, grid: SheetGrid) -> SheetGrid:
    """Save three squats, the third of which could not be read."""
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "5", "4", "?"))
    return paper.again(grid)


def test_what_was_deleted_is_counted_apart_from_what_was_saved(paper, stored: SheetGrid) -> None:
    saved = sheet_saving.save(stored, paper.typed(stored, 0, 0, "100x3", ""))
    assert (saved.sets, saved.deleted) == (1, 1)
    assert paper.texts(paper.again(stored), 0, 0) == ["100x3", "", "?"]


def test_an_emptied_box_that_could_not_be_read_was_no_set(paper, stored: SheetGrid) -> None:
    saved = sheet_saving.save(stored, {paper.keys(stored, 0, 0)[2]: ""})
    assert (saved.sets, saved.deleted) == (0, 0)


def test_an_emptied_box_says_what_saving_will_do(paper, stored: SheetGrid) -> None:
    edits = dict.fromkeys(paper.keys(stored, 0, 0)[1:], "")
    read = sheet_grid.read(stored.sessions[0].lines[0], edits, stored.unit)
    assert [made.remark for made in read] == ["", DELETES, ""]
    assert sheet_amber.amber(stored, edits) == (0, 0, 0)


def test_a_question_mark_over_a_stored_set_says_so_and_counts_as_deleted(paper, stored) -> None:
    edits = dict.fromkeys(paper.keys(stored, 0, 0)[1:], "?")
    read = sheet_grid.read(stored.sessions[0].lines[0], edits, stored.unit)
    assert [made.remark for made in read] == ["", UNREADABLE, ""]
    assert sheet_amber.amber(stored, edits) == (2, 0, 0)
    saved = sheet_saving.save(stored, edits)
    assert (saved.sets, saved.unread, saved.deleted) == (0, 2, 1)
    assert paper.texts(paper.again(stored), 0, 0) == ["100x5", "?", "?"]


def test_what_cannot_be_read_keeps_no_pain_quality_or_tempo_for_what_is_typed_next(
    paper, grid: SheetGrid
) -> None:
    for texts in ("100x5 p4 q1 3-1-3-0", "?", "90x5"):
        grid = paper.again(grid)
        sheet_saving.save(grid, paper.typed(grid, 0, 0, texts))
    (session,) = log.sessions(grid.lifter_id)
    (made,) = session.exercises[0].sets
    assert (made.load, made.reps) == (90.0, 5)
    assert (made.pain, made.technique, made.tempo) == (None, None, "")
    assert made.flags == frozenset()


def test_a_set_typed_anew_keeps_its_tempo(paper, grid: SheetGrid) -> None:
    for texts in ("100x5 3-1-3-0", "100x4"):
        grid = paper.again(grid)
        sheet_saving.save(grid, paper.typed(grid, 0, 0, texts))
    (session,) = log.sessions(grid.lifter_id)
    assert [(made.reps, made.tempo) for made in session.exercises[0].sets] == [(4, "3-1-3-0")]
