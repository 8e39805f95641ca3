"""Boxes of a sheet that are not understood, unread or in doubt stay open until answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.coach import (
    importing,
    logging,
    sheet_grid,
    sheet_pile,
    sheet_saving,
    steps,
    suggesting,
)
from planner.coach.sheet_grid import SheetGrid
from planner.coach.sheet_pile import Typed
from planner.engine.terms import (
    UNREAD,
    Lifter,
    LoggedSet,
)
from planner.storage import clients, history, log, log_reads, plan, trash
from tests.content import content

MONDAY = date(2026, 11, 2)


def test_what_cannot_be_understood_is_left_and_holds_its_place(paper, grid: SheetGrid) -> None:
    edits = {**paper.typed(grid, 0, 0, "5", "abc", "5"), "check.energy": "9", "check.weight": "7"}
    saved = sheet_saving.save(grid, edits)
    assert (saved.sets, saved.unread) == (2, 1)
    shown = paper.again(grid)
    second = paper.keys(shown, 0, 0)[1]
    assert saved.left == {second: "abc", "check.energy": "9", "check.weight": "7"}
    assert paper.texts(shown, 0, 0) == ["100x5", "?", "100x5"]


def test_a_slip_typed_over_a_stored_set_leaves_it(paper, grid: SheetGrid) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "5", "4"))
    shown = paper.again(grid)
    sheet_saving.save(shown, paper.typed(shown, 0, 0, "100x5", "abc", "3"))
    assert paper.texts(paper.again(grid), 0, 0) == ["100x5", "100x4", "100x3"]


def test_a_box_that_cannot_be_read_is_no_set_to_anybody(
    paper, grid: SheetGrid, today: date
) -> None:
    lifter = grid.lifter_id
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "?", "?", "?"))
    (session,) = log.sessions(lifter)
    assert history.history(lifter, "back-squat") == []
    assert history.trained(lifter, 3.0) == []
    assert history.fingerprints(lifter) == {}
    assert log_reads.last_sets(lifter, "back-squat", today) == ()
    assert log_reads.last_on(lifter, "back-squat", today) is None
    assert log_reads.exercises_done(lifter, MONDAY) == {}
    assert log_reads.counts(lifter) == (1, 0)
    assert log_reads.summaries(lifter)[0][3:5] == (0, 0.0)
    view = logging.session_view(lifter, session.id or 0, today)
    assert [line.logged for line in view.cards[0].rows] == [None] * 3
    assert suggesting.suggestions(lifter, today) == []
    logging.delete(session.id or 0)
    assert trash.contents()[0].holds == 0
    assert sheet_pile.open_boxes(lifter) is None


def test_an_unread_box_is_answered_in_the_sheet_or_in_the_log(paper, grid: SheetGrid) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "5", "?", "?"))
    (session,) = log.sessions(grid.lifter_id)
    found = sheet_pile.open_boxes(grid.lifter_id)
    assert found == sheet_pile.OpenBoxes(2, 0, grid.week_id, session.id or 0)
    logging.log_sets(session.exercises[0].id or 0, [LoggedSet(100.0, 4, load=100.0)])
    shown = paper.again(grid)
    assert paper.texts(shown, 0, 0) == ["100x5", "100x4", "?"]
    sheet_saving.save(shown, paper.typed(shown, 0, 0, "100x5", "100x4", "3"))
    assert [s.reps for s in log.sessions(grid.lifter_id)[0].exercises[0].sets] == [5, 4, 3]
    assert sheet_pile.open_boxes(grid.lifter_id) is None


def test_a_gap_between_boxes_stays_and_can_be_filled(paper, grid: SheetGrid) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "", "5", ""))
    shown = paper.again(grid)
    assert paper.texts(shown, 0, 0) == ["", "100x5", ""]
    sheet_saving.save(shown, paper.typed(shown, 0, 0, "", "100x5", "3,2"))
    assert paper.texts(paper.again(grid), 0, 0) == ["", "100x5", "100x3", "100x2"]
    shown = paper.again(grid)
    sheet_saving.save(shown, paper.typed(shown, 0, 0, "4", "100x5", "100x3", "100x2"))
    assert paper.texts(paper.again(grid), 0, 0) == ["100x4", "100x5", "100x3", "100x2"]


def test_a_doubted_box_stays_open_until_it_is_answered(paper, grid: SheetGrid) -> None:
    lifter = grid.lifter_id
    assert sheet_saving.save(grid, paper.typed(grid, 0, 0, "5", "1000x5")) == (1, 0, 1, {}, 0, ())
    (session,) = log.sessions(lifter)
    assert sheet_pile.open_boxes(lifter) == sheet_pile.OpenBoxes(
        0, 1, grid.week_id, session.id or 0
    )
    assert [made.typed for made in sheet_pile.pile(MONDAY)] == [Typed.PARTLY]
    assert log_reads.summaries(lifter)[0].tonnage_kg == 500.0
    later = MONDAY + timedelta(days=7)
    assert [s.load_kg for s in log_reads.last_sets(lifter, "back-squat", later)] == [100.0]
    shown = paper.again(grid)
    (asked,) = [
        each.question
        for each in sheet_grid.read(shown.sessions[0].lines[0], {}, shown.unit)
        if each.question
    ]
    assert asked == "1000 kg? Planned 100."
    assert sheet_saving.save(shown, paper.typed(shown, 0, 0, "100x5", "1000x5!")).doubted == 0
    assert [s.load_kg for s in log.sessions(lifter)[0].exercises[0].sets] == [100.0, 1000.0]
    assert sheet_pile.open_boxes(lifter) is None
    shown = paper.again(grid)
    assert not any(
        each.question for each in sheet_grid.read(shown.sessions[0].lines[0], {}, shown.unit)
    )


def test_a_doubted_set_that_is_changed_in_the_log_is_answered(paper, grid: SheetGrid) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "1000x5"))
    entry = log.sessions(grid.lifter_id)[0].exercises[0].sets[0]
    logging.change_set(replace(entry, load_kg=100.0, load=100.0))
    assert sheet_pile.open_boxes(grid.lifter_id) is None


def test_an_answer_that_cannot_be_read_leaves_what_is_known(grid: SheetGrid) -> None:
    last = MONDAY + timedelta(days=3)
    sheet_saving.save(grid, {"check.sleep": "4", "check.weight": "81"})
    saved = sheet_saving.save(grid, {"check.sleep": "?", "check.energy": "?", "check.weight": "?"})
    assert saved.left == {}
    felt = clients.check_in(grid.lifter_id, last)
    assert felt is not None
    assert (felt.sleep, felt.energy) == (4, None)
    assert (last, 81.0) in clients.bodyweights(grid.lifter_id)


def test_without_its_plan_an_unread_box_is_looked_for_in_the_log(paper, grid: SheetGrid) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "?"))
    plan.trash_mesocycle(plan.mesocycle_of(grid.week_id))
    (session,) = log.sessions(grid.lifter_id)
    found = sheet_pile.open_boxes(grid.lifter_id)
    assert found == sheet_pile.OpenBoxes(1, 0, None, session.id or 0)


def test_unread_boxes_survive_undo_and_every_export(
    paper, grid: SheetGrid, today: date, tmp_path: Path, export: Callable[..., object]
) -> None:
    before = content()
    _, step = steps.do(lambda: sheet_saving.save(grid, paper.typed(grid, 0, 0, "5", "?")))
    done = log.sessions(grid.lifter_id)
    back = steps.revert(step)
    assert content() == before
    steps.revert(back)
    assert log.sessions(grid.lifter_id) == done
    export(tmp_path / "all.json", grid.lifter_id)
    export(tmp_path / "log.csv", grid.lifter_id)
    for name in ("all.json", "log.csv"):
        other = clients.add_lifter(Lifter(name=name))
        seen = importing.preview(other, tmp_path / name)
        assert (seen.sets, seen.new_sets, seen.duplicates) == (1, 1, 0)
        importing.commit(other, seen, today)
        assert [made.sets for made in importing.imports(other)] == [1]
        (session,) = log.sessions(other)
        assert [UNREAD in s.flags for s in session.exercises[0].sets] == [False, True]
        assert sheet_pile.open_boxes(other) == sheet_pile.OpenBoxes(1, 0, None, session.id or 0)
        assert importing.preview(other, tmp_path / name).new_sets == 0


@pytest.mark.parametrize("text", ["? p4", "?p4", "? P 4"])
def test_pain_behind_a_box_that_cannot_be_read_is_told_where_to_type_it(
    paper, grid: SheetGrid, text: str
) -> None:
    edits = paper.typed(grid, 0, 0, text)
    (made, *_) = sheet_grid.read(grid.sessions[0].lines[0], edits, grid.unit)
    assert made.problem == (
        "A box that cannot be read keeps no pain: type “?” alone here, and the pain behind another "
        "set of the exercise, or in the note."
    )
    assert text in sheet_saving.save(grid, edits).left.values()
