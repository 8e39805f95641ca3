"""A week's sheet is typed back: boxes are read as written, and stored as they are meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.coach import (
    arranging,
    exporting,
    files,
    importing,
    logging,
    planning,
    sheet_drafts,
    sheet_grid,
    sheet_pile,
    sheet_saving,
    suggesting,
    typing_back,
    week_edits,
)
from planner.coach.sheet_grid import SheetGrid
from planner.coach.sheet_pile import Typed
from planner.engine.terms import (
    UNREAD,
    Lifter,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
)
from planner.storage import clients, history, log, log_reads, plan, plan_order
from planner.storage.base import open_connection

MONDAY = date(2026, 11, 2)
HEAVY = PlannedSet(5, 5, rir=2.0, load_kg=100.0, load=100.0)


@pytest.fixture
def week(lifter: int) -> int:
    """Plan Lower on Monday, squats and planks, and Upper on Thursday, rows for 8 to 12."""
    plank = PlannedSet(seconds=45.0)
    rows = PlannedSet(8, 12, rir=1.0, load_kg=50.0, load=50.0)
    lower = (PlannedExercise("back-squat", (HEAVY,) * 3), PlannedExercise("plank", (plank,) * 2))
    upper = (PlannedExercise("barbell-row", (rows,) * 2, note="Slow."),)
    made = (PlannedSession("Lower", 0, lower), PlannedSession("Upper", 3, upper))
    block = Mesocycle("Block", MONDAY, weeks=(Microcycle(1, MONDAY, made),))
    return plan.mesocycle(plan.add_mesocycle(lifter, block)).weeks[0].id or 0


@pytest.fixture
def grid(lifter: int, week: int, today: date) -> SheetGrid:
    return sheet_grid.sheet_grid(lifter, week, today)


def keys(grid: SheetGrid, block: int, line: int) -> list[str]:
    return [box.key for box in grid.sessions[block].lines[line].boxes]


def typed(grid: SheetGrid, block: int, line: int, *texts: str) -> dict[str, str]:
    return dict(zip(keys(grid, block, line), texts, strict=False))


def again(grid: SheetGrid, today: date) -> SheetGrid:
    return sheet_grid.sheet_grid(grid.lifter_id, grid.week_id, today)


def texts(grid: SheetGrid, block: int, line: int) -> list[str]:
    return [box.text for box in grid.sessions[block].lines[line].boxes]


def test_a_sheet_becomes_finished_sessions_of_the_plan(grid: SheetGrid, today: date) -> None:
    tuesday = MONDAY + timedelta(days=1)
    edits = {
        **typed(grid, 0, 0, "5", "100x4@0", "?"),
        **typed(grid, 0, 1, "45", ""),
        grid.sessions[0].on_key: tuesday.isoformat(),
        grid.sessions[0].lines[0].note_key: "knee clicked",
        "check.sleep": "4",
        "check.energy": "2",
        "check.weight": "81,5",
    }
    saved = sheet_saving.save(grid, edits)
    assert saved == (3, 1, 0, {})
    (session,) = log.sessions(grid.lifter_id)
    assert (session.on, session.name, session.finished) == (tuesday, "Lower", True)
    assert session.planned_session_id == grid.sessions[0].planned_session_id
    squat, plank = session.exercises
    assert [(s.load, s.reps, s.rir, s.target_reps) for s in squat.sets[:2]] == [
        (100.0, 5, None, 5), (100.0, 4, 0.0, 5),
    ]  # fmt: skip
    assert (squat.note, [s.seconds for s in plank.sets]) == ("knee clicked", [45.0])
    assert squat.planned_exercise_id is not None
    (felt,) = clients.check_ins(grid.lifter_id, MONDAY, today)
    assert (felt.on, felt.sleep, felt.soreness, felt.energy) == (tuesday, 4, None, 2)
    assert (tuesday, 81.5) in clients.bodyweights(grid.lifter_id)
    shown = again(grid, today)
    assert texts(shown, 0, 0) == ["100x5", "100x4@0", "?"]
    assert shown.answers["check.sleep"] == "4"
    assert shown.sessions[1].session_id is None


def test_a_second_look_changes_what_was_changed_and_nothing_else(
    grid: SheetGrid, today: date
) -> None:
    sheet_saving.save(grid, typed(grid, 0, 0, "5", "5", "5"))
    before = log.sessions(grid.lifter_id)[0].exercises[0].sets
    shown = again(grid, today)
    sheet_saving.save(shown, typed(shown, 0, 0, "100x5", "105x3,2", ""))
    (squat, _) = log.sessions(grid.lifter_id)[0].exercises
    assert [(s.load, s.reps) for s in squat.sets] == [(100.0, 5), (105.0, 3), (105.0, 2)]
    assert squat.sets[0] == before[0]
    assert squat.sets[1].uid == before[1].uid


def test_a_session_begun_in_the_log_is_filled_up(grid: SheetGrid, today: date) -> None:
    key = logging.start_planned(grid.lifter_id, grid.sessions[0].planned_session_id, MONDAY)
    slot = log.session(key).exercises[0].id or 0
    logging.log_sets(slot, [LoggedSet(60.0, 5, kind=SetKind.WARMUP, load=60.0)])
    logging.log_sets(slot, [LoggedSet(100.0, 5, load=100.0)])
    logging.add_exercise(key, "deadlift")
    shown = again(grid, today)
    assert texts(shown, 0, 0) == ["100x5", "", ""]
    assert [line.exercise.slug for line in shown.sessions[0].lines] == [
        "back-squat", "plank", "deadlift",
    ]  # fmt: skip
    sheet_saving.save(shown, typed(shown, 0, 0, "100x5", "5", "4"))
    assert [s.reps for s in log.session(key).exercises[0].sets] == [5, 5, 5, 4]
    assert log.session(key).finished


def test_what_cannot_be_understood_is_left_and_holds_its_place(
    grid: SheetGrid, today: date
) -> None:
    edits = {**typed(grid, 0, 0, "5", "abc", "5"), "check.mood": "9", "check.weight": "7"}
    saved = sheet_saving.save(grid, edits)
    assert saved.left == {keys(grid, 0, 0)[1]: "abc", "check.mood": "9", "check.weight": "7"}
    assert (saved.sets, saved.unread) == (2, 1)
    assert texts(again(grid, today), 0, 0) == ["100x5", "?", "100x5"]


@pytest.mark.parametrize("text", ["45", "12", "0", "6", "1 2"])
def test_an_answer_goes_from_one_to_five(text: str, grid: SheetGrid) -> None:
    assert sheet_saving.save(grid, {"check.sleep": text}).left == {"check.sleep": text}
    assert clients.check_in(grid.lifter_id, MONDAY + timedelta(days=3)) is None


def test_a_slip_typed_over_a_stored_set_leaves_it(grid: SheetGrid, today: date) -> None:
    sheet_saving.save(grid, typed(grid, 0, 0, "5", "4"))
    shown = again(grid, today)
    sheet_saving.save(shown, typed(shown, 0, 0, "100x5", "abc", "3"))
    assert texts(again(grid, today), 0, 0) == ["100x5", "100x4", "100x3"]


def test_nothing_typed_stores_nothing_and_a_note_alone_a_session(grid: SheetGrid) -> None:
    assert sheet_saving.save(grid, {}) == (0, 0, 0, {})
    assert log.sessions(grid.lifter_id) == []
    sheet_saving.save(grid, {grid.sessions[1].note_key: "ill"})
    (session,) = log.sessions(grid.lifter_id)
    assert (session.name, session.note, session.exercises[0].note) == ("Upper", "ill", "Slow.")


def test_a_box_that_cannot_be_read_is_no_set_to_anybody(grid: SheetGrid, today: date) -> None:
    lifter = grid.lifter_id
    sheet_saving.save(grid, typed(grid, 0, 0, "?", "?", "?"))
    (session,) = log.sessions(lifter)
    assert history.history(lifter, "back-squat") == []
    assert history.trained(lifter, 3.0) == []
    assert history.fingerprints(lifter) == {}
    assert log_reads.last_sets(lifter, "back-squat", today) == ()
    assert log_reads.last_on(lifter, "back-squat", today) is None
    assert log_reads.exercises_done(lifter, MONDAY) == []
    assert log_reads.counts(lifter) == (1, 0)
    assert log_reads.summaries(lifter)[0][3:5] == (0, 0.0)
    view = logging.session_view(lifter, session.id or 0, today)
    assert [line.logged for line in view.cards[0].rows] == [None] * 3
    assert suggesting.suggestions(lifter, today) == []
    logging.delete(session.id or 0)
    assert log_reads.trashed()[0].sets == 0
    assert sheet_pile.open_boxes(lifter) is None


def test_an_unread_box_is_answered_in_the_sheet_or_in_the_log(grid: SheetGrid, today: date) -> None:
    sheet_saving.save(grid, typed(grid, 0, 0, "5", "?", "?"))
    (session,) = log.sessions(grid.lifter_id)
    found = sheet_pile.open_boxes(grid.lifter_id)
    assert found == sheet_pile.OpenBoxes(2, 0, grid.week_id, session.id or 0)
    logging.log_sets(session.exercises[0].id or 0, [LoggedSet(100.0, 4, load=100.0)])
    shown = again(grid, today)
    assert texts(shown, 0, 0) == ["100x5", "100x4", "?"]
    sheet_saving.save(shown, typed(shown, 0, 0, "100x5", "100x4", "3"))
    assert [s.reps for s in log.sessions(grid.lifter_id)[0].exercises[0].sets] == [5, 4, 3]
    assert sheet_pile.open_boxes(grid.lifter_id) is None


def test_a_gap_between_boxes_stays_and_can_be_filled(grid: SheetGrid, today: date) -> None:
    sheet_saving.save(grid, typed(grid, 0, 0, "", "5", ""))
    shown = again(grid, today)
    assert texts(shown, 0, 0) == ["", "100x5", ""]
    sheet_saving.save(shown, typed(shown, 0, 0, "", "100x5", "3,2"))
    assert texts(again(grid, today), 0, 0) == ["", "100x5", "100x3", "100x2"]
    shown = again(grid, today)
    sheet_saving.save(shown, typed(shown, 0, 0, "4", "100x5", "100x3", "100x2"))
    assert texts(again(grid, today), 0, 0) == ["100x4", "100x5", "100x3", "100x2"]


def test_a_doubted_box_stays_open_until_it_is_answered(grid: SheetGrid, today: date) -> None:
    lifter = grid.lifter_id
    assert sheet_saving.save(grid, typed(grid, 0, 0, "5", "1000x5")) == (1, 0, 1, {})
    (session,) = log.sessions(lifter)
    assert sheet_pile.open_boxes(lifter) == sheet_pile.OpenBoxes(
        0, 1, grid.week_id, session.id or 0
    )
    assert [made.typed for made in sheet_pile.pile(MONDAY)] == [Typed.PARTLY]
    assert log_reads.summaries(lifter)[0].tonnage_kg == 500.0
    later = MONDAY + timedelta(days=7)
    assert [s.load_kg for s in log_reads.last_sets(lifter, "back-squat", later)] == [100.0]
    shown = again(grid, today)
    (asked,) = [
        each.question
        for each in sheet_grid.read(shown.sessions[0].lines[0], {}, shown.unit)
        if each.question
    ]
    assert asked == "1000 kg? Planned 100."
    assert sheet_saving.save(shown, typed(shown, 0, 0, "100x5", "1000x5!")).doubted == 0
    assert [s.load_kg for s in log.sessions(lifter)[0].exercises[0].sets] == [100.0, 1000.0]
    assert sheet_pile.open_boxes(lifter) is None
    shown = again(grid, today)
    assert not any(
        each.question for each in sheet_grid.read(shown.sessions[0].lines[0], {}, shown.unit)
    )


def test_a_doubted_set_that_is_changed_in_the_log_is_answered(grid: SheetGrid) -> None:
    sheet_saving.save(grid, typed(grid, 0, 0, "1000x5"))
    entry = log.sessions(grid.lifter_id)[0].exercises[0].sets[0]
    logging.change_set(replace(entry, load_kg=100.0, load=100.0))
    assert sheet_pile.open_boxes(grid.lifter_id) is None


def test_an_answer_that_cannot_be_read_leaves_what_is_known(grid: SheetGrid) -> None:
    last = MONDAY + timedelta(days=3)
    sheet_saving.save(grid, {"check.sleep": "4", "check.weight": "81"})
    saved = sheet_saving.save(grid, {"check.sleep": "?", "check.mood": "?", "check.weight": "?"})
    assert saved.left == {}
    felt = clients.check_in(grid.lifter_id, last)
    assert felt is not None
    assert (felt.sleep, felt.mood) == (4, None)
    assert (last, 81.0) in clients.bodyweights(grid.lifter_id)


def test_without_its_plan_an_unread_box_is_looked_for_in_the_log(grid: SheetGrid) -> None:
    sheet_saving.save(grid, typed(grid, 0, 0, "?"))
    plan.trash_mesocycle(plan.mesocycle_of(grid.week_id))
    (session,) = log.sessions(grid.lifter_id)
    found = sheet_pile.open_boxes(grid.lifter_id)
    assert found == sheet_pile.OpenBoxes(1, 0, None, session.id or 0)


def test_unread_boxes_survive_undo_and_every_export(
    grid: SheetGrid, today: date, tmp_path: Path
) -> None:
    before = list(open_connection().iterdump())
    _, step = files.do(lambda: sheet_saving.save(grid, typed(grid, 0, 0, "5", "?")))
    done = log.sessions(grid.lifter_id)
    back = files.revert(step)
    assert list(open_connection().iterdump()) == before
    files.revert(back)
    assert log.sessions(grid.lifter_id) == done
    exporting.export_json(grid.lifter_id, tmp_path / "all.json")
    exporting.export_csv(grid.lifter_id, tmp_path / "log.csv")
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


def test_a_half_typed_sheet_is_kept_until_it_is_stored(grid: SheetGrid) -> None:
    edits = typed(grid, 0, 0, "5", "abc")
    sheet_drafts.keep(grid, edits)
    assert sheet_drafts.draft(grid.uid) == edits
    assert [made.typed for made in sheet_pile.pile(MONDAY)] == [Typed.PARTLY]
    sheet_drafts.keep(grid, {})
    assert sheet_drafts.kept() == set()


def test_a_draft_forgets_what_the_log_has_by_now(grid: SheetGrid, today: date) -> None:
    sheet_saving.save(grid, typed(grid, 0, 0, "5"))
    first, second, _ = keys(grid, 0, 0)
    sheet_drafts.keep(grid, {first: "100x5", second: "4"})
    _, left = sheet_drafts.opened(grid.lifter_id, grid.week_id, today)
    assert left == {second: "4"}


def test_a_draft_outlives_the_trash_and_not_its_week(grid: SheetGrid) -> None:
    sheet_drafts.keep(grid, typed(grid, 0, 0, "5"))
    plan.trash_mesocycle(plan.mesocycle_of(grid.week_id))
    sheet_drafts.forget_lost()
    assert sheet_drafts.kept() == {grid.uid}
    open_connection().execute("DELETE FROM mesocycle")
    sheet_drafts.forget_lost()
    assert sheet_drafts.kept() == set()


def test_a_sheet_printed_before_its_plan_was_changed_says_so_and_takes_nothing_as_planned(
    grid: SheetGrid, today: date
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
    assert shown.code[:6] == grid.code[:6]
    assert shown.code != grid.code
    saved = sheet_saving.save(shown, typed(shown, 0, 0, "=", "100x5", "5"))
    assert list(saved.left.values()) == ["="]
    (session,) = log.sessions(grid.lifter_id)
    assert [s.load_kg for s in session.exercises[0].sets] == [None, 100.0, 100.0]
    assert not again(grid, today).replanned
    assert typing_back.find_sheet(grid.code[:6]) == replace(printed, check="")
    sheet_drafts.keep(shown, {keys(grid, 0, 0)[0]: "="})
    assert sheet_drafts.opened(grid.lifter_id, grid.week_id, today)[0].replanned


def test_a_week_in_another_order_is_still_the_one_that_was_printed(
    grid: SheetGrid, today: date
) -> None:
    slots = [line.planned for line in grid.sessions[0].lines]
    assert slots[0] is not None
    arranging.move_lines([slots[0].id or 0], grid.sessions[0].planned_session_id, None)
    plan_order.place_sessions(grid.week_id, [(grid.sessions[1].planned_session_id, 5)])
    assert again(grid, today).code == grid.code


def test_the_pile_says_what_is_typed(grid: SheetGrid, today: date) -> None:
    assert [made.typed for made in sheet_pile.pile(today)] == [Typed.NOT_YET]
    sheet_saving.save(grid, typed(grid, 0, 0, "5"))
    assert [made.typed for made in sheet_pile.pile(today)] == [Typed.PARTLY]
    shown = again(grid, today)
    sheet_saving.save(shown, typed(shown, 1, 0, "10", "?"))
    assert [made.typed for made in sheet_pile.pile(today)] == [Typed.PARTLY]
    shown = again(grid, today)
    sheet_saving.save(shown, typed(shown, 1, 0, "50x10", "9"))
    assert [made.typed for made in sheet_pile.pile(today)] == [Typed.TYPED]
    assert sheet_pile.pile(MONDAY + timedelta(days=7)) == []


def test_the_papers_in_hand_are_last_weeks_until_they_are_typed(
    grid: SheetGrid, today: date
) -> None:
    next_monday = MONDAY + timedelta(days=7)
    assert sheet_pile.first_day(MONDAY) == MONDAY
    assert sheet_pile.first_day(next_monday) == MONDAY
    sheet_saving.save(grid, {**typed(grid, 0, 0, "5"), **typed(grid, 1, 0, "10")})
    assert sheet_pile.first_day(next_monday) == next_monday


def test_a_code_is_found_however_it_was_written(grid: SheetGrid) -> None:
    spaced = f" {grid.code[:3]}-{grid.code[3:]}\n".replace("0", "O").replace("1", "l")
    for written in (grid.code, spaced, f"Code {grid.code.lower()}"):
        found = typing_back.find_sheet(written)
        assert found is not None
        assert found.week_id == grid.week_id
    assert typing_back.find_sheet("") is None


def test_an_odd_bodyweight_is_asked_about_and_the_week_ends_with_the_check_in(
    grid: SheetGrid,
) -> None:
    assert sheet_saving.weight_question(grid, "81") == ""
    assert sheet_saving.weight_question(grid, "180lb") == ""
    assert sheet_saving.weight_question(grid, "180") == "180 kg? Last time 80."
    assert sheet_grid.check_day(grid.sessions, {}) == MONDAY + timedelta(days=3)
    assert sheet_grid.check_day(grid.sessions, typed(grid, 0, 0, "5")) == MONDAY


def test_new_strength_changes_what_is_suggested(
    grid: SheetGrid, today: date, squatter: int
) -> None:
    before = planning.suggestions(squatter, today)
    sheet_saving.save(grid, typed(grid, 0, 0, "110x5@3", "5@3", "5@3"))
    assert planning.suggestions(squatter, today) != before
    told, more = sheet_pile.next_changes(squatter, today)
    assert len(told) + more >= 1
