"""The pile of sheets: codes, drafts, what is typed already, and what was printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.coach import (
    arranging,
    sheet_drafts,
    sheet_grid,
    sheet_pile,
    sheet_saving,
    typing_back,
    week_edits,
)
from planner.coach.sheet_grid import SheetGrid
from planner.coach.sheet_pile import Typed
from planner.engine.terms import (
    PlannedSet,
)
from planner.storage import log, plan, plan_order
from planner.storage.base import open_connection

MONDAY = date(2026, 11, 2)
HEAVY = PlannedSet(5, 5, rir=2.0, load_kg=100.0, load=100.0)


def test_a_half_typed_sheet_is_kept_until_it_is_stored(paper, grid: SheetGrid) -> None:
    edits = paper.typed(grid, 0, 0, "5", "abc")
    sheet_drafts.keep(grid, edits)
    assert sheet_drafts.draft(grid.uid) == edits
    assert [made.typed for made in sheet_pile.pile(MONDAY)] == [Typed.PARTLY]
    sheet_drafts.keep(grid, {})
    assert sheet_drafts.kept() == set()


def test_a_draft_forgets_what_the_log_has_by_now(paper, grid: SheetGrid, today: date) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "5"))
    first, second, _ = paper.keys(grid, 0, 0)
    sheet_drafts.keep(grid, {first: "100x5", second: "4"})
    _, left = sheet_drafts.opened(grid.lifter_id, grid.week_id, today)
    assert left == {second: "4"}


def test_a_draft_outlives_the_trash_and_not_its_week(paper, grid: SheetGrid) -> None:
    sheet_drafts.keep(grid, paper.typed(grid, 0, 0, "5"))
    plan.trash_mesocycle(plan.mesocycle_of(grid.week_id))
    sheet_drafts.forget_lost()
    assert sheet_drafts.kept() == {grid.uid}
    open_connection().execute("DELETE FROM mesocycle")
    sheet_drafts.forget_lost()
    assert sheet_drafts.kept() == set()


def test_a_sheet_printed_before_its_plan_was_changed_says_so_and_takes_nothing_as_planned(
    paper, grid: SheetGrid, today: date
) -> None:
    printed = typing_back.find_sheet(grid.code)
    assert printed is not None
    planned = (grid.lifter_id, grid.week_id, today, printed.check)
    assert not sheet_grid.sheet_grid(*planned).replanned
    slot = grid.sessions[0].lines[0].planned
    assert slot is not None
    week_edits.prescribe(slot.id or 0, (replace(HEAVY, load_kg=120.0, load=120.0),) * 3)
    shown = sheet_grid.sheet_grid(*planned)
    assert shown.replanned
    assert shown.code == grid.code
    assert paper.again(grid).code != grid.code
    saved = sheet_saving.save(shown, paper.typed(shown, 0, 0, "=", "100x5", "5"))
    assert list(saved.left.values()) == ["="]
    (session,) = log.sessions(grid.lifter_id)
    assert [s.load_kg for s in session.exercises[0].sets] == [None, 100.0, 100.0]
    assert not paper.again(grid).replanned
    assert typing_back.find_sheet(grid.code[:6]) == replace(printed, check="")
    sheet_drafts.keep(shown, {paper.keys(grid, 0, 0)[0]: "="})
    assert sheet_drafts.opened(grid.lifter_id, grid.week_id, today)[0].replanned


def test_a_sheet_printed_before_its_plan_was_shortened_has_boxes_for_what_stands_on_it(
    paper, grid: SheetGrid, today: date
) -> None:
    printed = typing_back.find_sheet(grid.code)
    slot = grid.sessions[0].lines[0].planned
    assert printed is not None
    assert slot is not None
    week_edits.prescribe(slot.id or 0, (HEAVY,))
    shown = sheet_grid.sheet_grid(grid.lifter_id, grid.week_id, today, printed.check)
    assert [len(line.boxes) for line in shown.sessions[0].lines] == [3, 3]
    saved = sheet_saving.save(shown, paper.typed(shown, 0, 0, "100x5", "100x5", "100x4"))
    assert (saved.sets, saved.left) == (3, {})
    assert paper.texts(paper.again(grid), 0, 0) == ["100x5", "100x5", "100x4"]


def test_a_session_still_to_come_is_typed_under_today(
    paper, grid: SheetGrid, lifter: int, week: int
) -> None:
    shown = sheet_grid.sheet_grid(lifter, week, MONDAY)
    assert [made.on for made in shown.sessions] == [MONDAY, MONDAY]
    sheet_saving.save(shown, paper.typed(shown, 1, 0, "50x8"))
    (session,) = log.sessions(lifter)
    assert (session.name, session.on) == ("Upper", MONDAY)


def test_a_week_in_another_order_is_still_the_one_that_was_printed(paper, grid: SheetGrid) -> None:
    slots = [line.planned for line in grid.sessions[0].lines]
    assert slots[0] is not None
    arranging.move_lines([slots[0].id or 0], grid.sessions[0].planned_session_id, None)
    plan_order.place_sessions(grid.week_id, [(grid.sessions[1].planned_session_id, 5)])
    assert paper.again(grid).code == grid.code


def test_the_pile_says_what_is_typed(paper, grid: SheetGrid, today: date) -> None:
    assert [made.typed for made in sheet_pile.pile(today)] == [Typed.NOT_YET]
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "5"))
    assert [made.typed for made in sheet_pile.pile(today)] == [Typed.PARTLY]
    shown = paper.again(grid)
    sheet_saving.save(shown, paper.typed(shown, 1, 0, "10", "?"))
    assert [made.typed for made in sheet_pile.pile(today)] == [Typed.PARTLY]
    shown = paper.again(grid)
    sheet_saving.save(shown, paper.typed(shown, 1, 0, "50x10", "9"))
    assert [made.typed for made in sheet_pile.pile(today)] == [Typed.TYPED]
    assert sheet_pile.pile(MONDAY + timedelta(days=7)) == []


def test_the_papers_in_hand_are_last_weeks_until_they_are_typed(paper, grid: SheetGrid) -> None:
    next_monday = MONDAY + timedelta(days=7)
    assert sheet_pile.first_day(MONDAY) == MONDAY
    assert sheet_pile.first_day(next_monday) == MONDAY
    sheet_saving.save(grid, {**paper.typed(grid, 0, 0, "5"), **paper.typed(grid, 1, 0, "10")})
    assert sheet_pile.first_day(next_monday) == next_monday


def test_a_code_is_found_however_it_was_written(grid: SheetGrid) -> None:
    spaced = f" {grid.code[:3]}-{grid.code[3:]}\n".replace("0", "O").replace("1", "l")
    for written in (grid.code, spaced, f"Code {grid.code.lower()}"):
        found = typing_back.find_sheet(written)
        assert found is not None
        assert found.week_id == grid.week_id
    assert typing_back.find_sheet("") is None
