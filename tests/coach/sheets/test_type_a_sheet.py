"""A week's sheet is typed back: boxes are read as written, and stored as they are meant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import (
    adherence,
    logging,
    planning,
    sheet_answers,
    sheet_grid,
    sheet_pile,
    sheet_saving,
)
from planner.coach.sheet_grid import SheetGrid
from planner.engine.terms import (
    CheckIn,
    LoggedSet,
    SetKind,
)
from planner.storage import clients, log, plan

MONDAY = date(2026, 11, 2)


def test_a_sheet_becomes_finished_sessions_of_the_plan(paper, grid: SheetGrid, today: date) -> None:
    tuesday = MONDAY + timedelta(days=1)
    edits = {
        **paper.typed(grid, 0, 0, "5", "100x4@0", "?"),
        **paper.typed(grid, 0, 1, "45", ""),
        grid.sessions[0].on_key: tuesday.isoformat(),
        grid.sessions[0].lines[0].note_key: "knee clicked",
        "check.sleep": "4",
        "check.energy": "2",
        "check.weight": "81,5",
    }
    saved = sheet_saving.save(grid, edits)
    assert saved == (3, 1, 0, {}, 0, ())
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
    shown = paper.again(grid)
    assert paper.texts(shown, 0, 0) == ["100x5", "100x4@0", "?"]
    assert shown.answers["check.sleep"] == "4"
    assert shown.sessions[1].session_id is None


def test_a_second_look_changes_what_was_changed_and_nothing_else(paper, grid: SheetGrid) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "5", "5", "5"))
    before = log.sessions(grid.lifter_id)[0].exercises[0].sets
    shown = paper.again(grid)
    sheet_saving.save(shown, paper.typed(shown, 0, 0, "100x5", "105x3,2", ""))
    (squat, _) = log.sessions(grid.lifter_id)[0].exercises
    assert [(s.load, s.reps) for s in squat.sets] == [(100.0, 5), (105.0, 3), (105.0, 2)]
    assert squat.sets[0] == before[0]
    assert squat.sets[1].uid == before[1].uid


def test_a_session_begun_in_the_log_is_filled_up(paper, grid: SheetGrid) -> None:
    key = logging.start_planned(grid.lifter_id, grid.sessions[0].planned_session_id, MONDAY)
    slot = log.session(key).exercises[0].id or 0
    logging.log_sets(slot, [LoggedSet(60.0, 5, kind=SetKind.WARMUP, load=60.0)])
    logging.log_sets(slot, [LoggedSet(100.0, 5, load=100.0)])
    logging.add_exercise(key, "deadlift")
    shown = paper.again(grid)
    assert paper.texts(shown, 0, 0) == ["100x5", "", ""]
    assert [line.exercise.slug for line in shown.sessions[0].lines] == [
        "back-squat", "plank", "deadlift",
    ]  # fmt: skip
    sheet_saving.save(shown, paper.typed(shown, 0, 0, "100x5", "5", "4"))
    assert [s.reps for s in log.session(key).exercises[0].sets] == [5, 5, 5, 4]
    assert log.session(key).finished


def test_an_exercise_that_took_over_stands_after_its_own_with_the_sets_that_were_left(
    paper, grid: SheetGrid, today: date
) -> None:
    key = logging.start_planned(grid.lifter_id, grid.sessions[0].planned_session_id, MONDAY)
    squat = log.session(key).exercises[0].id or 0
    logging.log_sets(squat, [LoggedSet(100.0, 5, load=100.0)])
    logging.swap(squat, "leg-press")
    shown = paper.again(grid)
    first, second, plank = shown.sessions[0].lines
    assert [line.exercise.slug for line in (first, second, plank)] == [
        "back-squat", "leg-press", "plank",
    ]  # fmt: skip
    assert (paper.texts(shown, 0, 0), paper.texts(shown, 0, 1)) == (["100x5"], ["", ""])
    assert second.words.startswith("instead of Back squat · 2×5 @2 · ____")
    assert first.key != second.key
    typed = paper.typed(shown, 0, 0, "100x4") | paper.typed(shown, 0, 1, "150x5", "150x6")
    assert sheet_saving.save(shown, typed).sets == 3
    slots = log.session(key).exercises
    assert [[(s.load, s.reps) for s in slot.sets] for slot in slots] == [
        [(100.0, 4)], [(150.0, 5), (150.0, 6)], [],
    ]  # fmt: skip
    assert slots[0].planned_exercise_id == slots[1].planned_exercise_id is not None
    again = paper.again(grid)
    assert (paper.texts(again, 0, 0), paper.texts(again, 0, 1)) == (["100x4"], ["150x5", "150x6"])
    assert adherence.adherence(grid.lifter_id, MONDAY, today) == (1, 1)
    (kept,) = adherence.by_week(grid.lifter_id, plan.mesocycle_on(grid.lifter_id, today), today)
    assert (kept.done, kept.sets_done) == (1, 3)


def test_as_planned_is_no_load_of_an_exercise_that_was_swapped(paper, grid: SheetGrid) -> None:
    key = logging.start_planned(grid.lifter_id, grid.sessions[0].planned_session_id, MONDAY)
    logging.swap(log.session(key).exercises[0].id or 0, "front-squat")
    line = paper.again(grid).sessions[0].lines[0]
    assert line.exercise.slug == "front-squat"
    assert {box.row.target.load_kg for box in line.boxes} == {None}
    assert line.words.startswith("instead of Back squat · 3×5 @2 · ____")


@pytest.mark.parametrize("text", ["45", "12", "0", "6", "1 2"])
def test_an_answer_goes_from_one_to_five(text: str, grid: SheetGrid) -> None:
    assert sheet_saving.save(grid, {"check.sleep": text}).left == {"check.sleep": text}
    assert clients.check_in(grid.lifter_id, MONDAY + timedelta(days=3)) is None


def test_nothing_typed_stores_nothing(grid: SheetGrid) -> None:
    assert sheet_saving.save(grid, {}) == (0, 0, 0, {}, 0, ())
    assert log.sessions(grid.lifter_id) == []


def test_sore_areas_stay_when_a_sheet_is_typed_and_fill_the_box_of_soreness(
    paper, grid: SheetGrid
) -> None:
    on = MONDAY + timedelta(days=3)
    clients.save_check_in(grid.lifter_id, CheckIn(on, sore_areas=(("calves_left", 4),)))
    sheet_saving.save(grid, {"check.sleep": "2", "check.energy": "3"})
    (felt,) = clients.check_ins(grid.lifter_id, on, on)
    assert (felt.sleep, felt.energy, felt.soreness) == (2, 3, None)
    assert felt.sore_areas == (("calves_left", 4),)
    assert paper.again(grid).answers["check.soreness"] == "4"


def test_an_odd_bodyweight_is_asked_about_and_the_week_ends_with_the_check_in(
    paper,
    grid: SheetGrid,
) -> None:
    assert sheet_answers.weight_question(grid, "81") == ""
    assert sheet_answers.weight_question(grid, "180lb") == ""
    assert sheet_answers.weight_question(grid, "180") == "180 kg? Last time 80."
    assert sheet_grid.check_day(grid.sessions, {}) == MONDAY + timedelta(days=3)
    assert sheet_grid.check_day(grid.sessions, paper.typed(grid, 0, 0, "5")) == MONDAY


def test_new_strength_changes_what_is_suggested(
    paper, grid: SheetGrid, today: date, squatter: int
) -> None:
    before = planning.suggestions(squatter, today)
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "110x5@3", "5@3", "5@3"))
    assert planning.suggestions(squatter, today) != before
    told, more = sheet_pile.next_changes(squatter, today)
    assert len(told) + more >= 1


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("100x5 3-1-3-0", (100.0, 5, "3-1-3-0")),
        ("100 5 3-1-3-0", (100.0, 5, "3-1-3-0")),
        ("100 5 3-1-x-0", (100.0, 5, "3-1-X-0")),
        ("100x5 31x0 @2", (100.0, 5, "3-1-X-0")),
        ("100x5 @2 3130", (100.0, 5, "3-1-3-0")),
        ("100 5 @2", (100.0, 5, "")),
        ("5 3-1-3-0", (100.0, 5, "3-1-3-0")),
    ],
)
def test_a_tempo_stands_behind_a_set_as_in_the_log(grid, text, read) -> None:
    line = grid.sessions[0].lines[0]
    (made, *_) = sheet_grid.read(line, {line.boxes[0].key: text}, grid.unit)
    assert made.problem == ""
    assert [(each.load_kg, each.reps, each.tempo) for each in made.sets] == [read]


@pytest.mark.parametrize("text", ["20 10x3", "30 8-8-8", "60 5-5-5", "60 12x2"])
def test_repetitions_of_several_sets_are_no_tempo(grid, text) -> None:
    line = grid.sessions[0].lines[0]
    (made, *_) = sheet_grid.read(line, {line.boxes[0].key: text}, grid.unit)
    assert all(not each.tempo for each in made.sets)
    assert made.problem or made.question
