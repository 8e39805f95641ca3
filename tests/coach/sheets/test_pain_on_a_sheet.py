"""Pain on a sheet: typed behind a set, asked for where a lift hurt, and never taken for none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import health, logging, sheet_grid, sheet_saving
from planner.coach.sheet_grid import SheetGrid, read
from planner.engine.terms import (
    SUSPECT,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
    Topic,
)
from planner.storage import log, plan
from tests.coach.sheets.conftest import HEAVY, MONDAY

SQUAT = "back-squat"
ASKED = (
    "Pain 7 out of 10 on 26 Oct: only when that is gone. And this time? "
    "p0 behind a set is no pain, p10 the worst."
)
BEFORE = date(2026, 10, 26)
DAYS = (("Lower", 0), ("Upper", 3))


@pytest.fixture
def hurt(lifter: int) -> None:
    """Log squats that hurt badly in the week before."""
    done = LoggedSet(100.0, 5, pain=7)
    log.add_session(lifter, Session(BEFORE, (LoggedExercise(SQUAT, (done,)),), finished=True))


@pytest.fixture
def hurt_grid(hurt: None, paper, grid: SheetGrid) -> SheetGrid:
    return paper.again(grid)


def questions(grid: SheetGrid, edits: dict[str, str]) -> list[str]:
    return [made.question for made in read(grid.sessions[0].lines[0], edits, grid.unit)]


def stored(grid: SheetGrid) -> list[LoggedSet]:
    newest = max(log.sessions(grid.lifter_id), key=lambda made: made.on)
    return [entry for slot in newest.exercises for entry in slot.sets]


@pytest.mark.parametrize("text", ["100x5 p4", "100x5@2 p4", "100 5 p4", "5p4", "= p4", ".p4"])
def test_pain_is_typed_behind_a_set(paper, grid: SheetGrid, text: str) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, text))
    assert [(entry.load_kg, entry.reps, entry.pain) for entry in stored(grid)] == [(100.0, 5, 4)]


def test_no_pain_is_an_answer_too(paper, grid: SheetGrid) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "100x5 p0", "100x5"))
    assert [entry.pain for entry in stored(grid)] == [0, None]


def test_what_is_stored_stands_in_the_box_as_it_was_typed(paper, grid: SheetGrid) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "100x5 p4"))
    assert paper.texts(paper.again(grid), 0, 0)[0] == "100x5 p4"


def test_pain_that_is_stored_stays_where_none_is_typed(paper, grid: SheetGrid) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "100x5 p4"))
    again = paper.again(grid)
    typed = paper.typed(again, 0, 0, "95x5")
    (shown, *_) = read(again.sessions[0].lines[0], typed, again.unit)
    assert [entry.pain for entry in shown.sets] == [4]
    sheet_saving.save(again, typed)
    assert [(entry.load_kg, entry.pain) for entry in stored(grid)] == [(95.0, 4)]


def test_pain_that_was_a_slip_is_taken_back_by_typing_none(paper, grid: SheetGrid) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "100x5 p4"))
    again = paper.again(grid)
    sheet_saving.save(again, paper.typed(again, 0, 0, "100x5 p0"))
    assert [entry.pain for entry in stored(grid)] == [0]


def test_a_lift_that_hurt_badly_is_not_taken_to_be_without_pain(paper, hurt_grid) -> None:
    edits = paper.typed(hurt_grid, 0, 0, "60x5", "60x5")
    assert questions(hurt_grid, edits) == [ASKED, ASKED, ""]
    assert sheet_saving.save(hurt_grid, edits).doubted == 2
    assert all(SUSPECT in entry.flags for entry in stored(hurt_grid))


@pytest.mark.parametrize("answer", ["60x5 p0", "62.5x5 p3", "60x5 p2 @1"])
def test_one_box_answers_for_all_that_are_no_harder(paper, hurt_grid, answer: str) -> None:
    edits = paper.typed(hurt_grid, 0, 0, "60x5", answer)
    assert questions(hurt_grid, edits) == ["", "", ""]


@pytest.mark.parametrize("answer", ["60x5 p0", "120x5w p0", "xx p0", "? p0", "p0", "?"])
def test_no_box_answers_for_what_is_harder_or_is_no_work_set_itself(
    paper, hurt_grid, answer: str
) -> None:
    edits = paper.typed(hurt_grid, 0, 0, "100x5", answer)
    assert questions(hurt_grid, edits)[0] == ASKED


def test_a_box_that_is_meant_answers_for_itself_alone(paper, hurt_grid) -> None:
    edits = paper.typed(hurt_grid, 0, 0, "60x5!", "60x5")
    assert questions(hurt_grid, edits) == ["", ASKED, ""]


def test_what_looks_like_a_slip_is_asked_about_with_the_pain(paper, hurt_grid) -> None:
    edits = paper.typed(hurt_grid, 0, 0, "1000x5")
    assert questions(hurt_grid, edits)[0] == f"1000 kg? Last time 100. {ASKED}"


def test_a_heavier_set_that_is_added_later_is_asked_about(paper, hurt_grid) -> None:
    sheet_saving.save(hurt_grid, paper.typed(hurt_grid, 0, 0, "60x5 p0"))
    again = paper.again(hurt_grid)
    assert questions(again, paper.typed(again, 0, 0, "60x5 p0", "100x5")) == ["", ASKED, ""]


def test_an_answer_given_later_frees_the_sets_that_were_left_in_doubt(paper, hurt_grid) -> None:
    sheet_saving.save(hurt_grid, paper.typed(hurt_grid, 0, 0, "60x5", "60x5"))
    again = paper.again(hurt_grid)
    answered = paper.typed(again, 0, 0, "60x5 p0")
    assert questions(again, answered) == ["", "", ""]
    sheet_saving.save(again, answered)
    assert [entry.pain for entry in stored(again)] == [0, None]
    assert not any(entry.flags for entry in stored(again))


def test_other_exercises_of_the_session_are_not_asked_about(paper, hurt_grid) -> None:
    edits = paper.typed(hurt_grid, 0, 1, "45", "40")
    assert [made.question for made in read(hurt_grid.sessions[0].lines[1], edits, hurt_grid.unit)] \
        == ["", ""]  # fmt: skip


def test_a_box_that_is_mended_later_is_not_asked_about_again(paper, hurt_grid) -> None:
    sheet_saving.save(hurt_grid, paper.typed(hurt_grid, 0, 0, "60x5 p0", "60x5"))
    again = paper.again(hurt_grid)
    assert questions(again, paper.typed(again, 0, 0, "60x5 p0", "60x4")) == ["", "", ""]


def test_what_was_left_in_doubt_asks_until_it_is_answered(paper, hurt_grid) -> None:
    sheet_saving.save(hurt_grid, paper.typed(hurt_grid, 0, 0, "60x5", "60x5"))
    again = paper.again(hurt_grid)
    assert questions(again, {}) == [ASKED, ASKED, ""]


def test_strong_pain_is_told_when_it_is_stored(paper, grid: SheetGrid) -> None:
    saved = sheet_saving.save(grid, paper.typed(grid, 0, 0, "100x5 p3", "100x5 p6"))
    (told,) = saved.hurt
    assert told.startswith("Back squat: Pain of 6 out of 10: stop this exercise")


def test_lesser_pain_asks_for_nothing_at_once(paper, grid: SheetGrid) -> None:
    assert sheet_saving.save(grid, paper.typed(grid, 0, 0, "100x5 p3")).hurt == ()


def test_strong_pain_for_the_second_time_sends_to_a_professional(paper, hurt_grid) -> None:
    sheet_saving.save(hurt_grid, paper.typed(hurt_grid, 0, 0, "60x5 p6"))
    (made,) = health.waiting(hurt_grid.lifter_id, paper.today)
    assert (made.topic, made.exercise) == (Topic.STRONG_PAIN, SQUAT)


def test_pain_typed_later_over_a_set_sends_to_a_professional_too(paper, hurt_grid) -> None:
    sheet_saving.save(hurt_grid, paper.typed(hurt_grid, 0, 0, "60x5 p0", "60x5"))
    assert not health.waiting(hurt_grid.lifter_id, paper.today)
    again = paper.again(hurt_grid)
    sheet_saving.save(again, paper.typed(again, 0, 0, "60x5 p0", "60x5 p8"))
    assert len(health.waiting(hurt_grid.lifter_id, paper.today)) == 1


def test_what_was_told_before_is_not_told_again(paper, grid: SheetGrid) -> None:
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "100x5 p6"))
    again = paper.again(grid)
    assert sheet_saving.save(again, paper.typed(again, 0, 0, "100x5 p6", "5")).hurt == ()


def test_a_week_typed_without_pain_ends_no_way_back(paper, hurt_grid) -> None:
    """The old load, typed in and not answered for, is offered to nobody."""
    sheet_saving.save(hurt_grid, paper.typed(hurt_grid, 0, 0, "100x5"))
    tomorrow = paper.today + timedelta(days=1)
    session = logging.start_free(hurt_grid.lifter_id, tomorrow)
    logging.add_exercise(session, SQUAT)
    (card,) = logging.session_view(hurt_grid.lifter_id, session, tomorrow).cards
    assert [row.suggested_kg for row in card.rows if row.suggested_kg] == []


def planned_twice(lifter: int, paper, entry: PlannedSet) -> SheetGrid:
    """Plan two sets of squats on Monday and on Thursday."""
    made = tuple(PlannedSession(n, d, (PlannedExercise(SQUAT, (entry,) * 2),)) for n, d in DAYS)
    block = Mesocycle("Block", MONDAY, weeks=(Microcycle(1, MONDAY, made),))
    week = plan.mesocycle(plan.add_mesocycle(lifter, block)).weeks[0].id or 0
    return sheet_grid.sheet_grid(lifter, week, paper.today)


@pytest.fixture
def twice(lifter: int, paper) -> SheetGrid:
    return planned_twice(lifter, paper, HEAVY)


def test_what_hurt_on_monday_is_asked_about_on_thursday_of_the_same_sheet(paper, twice) -> None:
    typed = paper.typed(twice, 0, 0, "100x5 p7") | paper.typed(twice, 1, 0, "100x5", "100x5")
    assert sheet_saving.save(twice, typed).doubted == 2
    again = paper.again(twice)
    asked = read(again.sessions[1].lines[0], {}, again.unit)
    assert [made.question.partition(":")[0] for made in asked] == ["Pain 7 out of 10 on 2 Nov"] * 2


@pytest.fixture
def asked(paper, twice) -> SheetGrid:
    """Type squats that hurt on Monday and others as planned on Thursday; open the sheet again."""
    typed = paper.typed(twice, 0, 0, "100x5 p7") | paper.typed(twice, 1, 0, "=", "95x5")
    sheet_saving.save(twice, typed)
    return paper.again(twice)


@pytest.mark.parametrize("answer", ["= p2", ".p2", "100x5 p2"])
def test_what_was_taken_as_planned_is_answered_as_planned(paper, asked, answer: str) -> None:
    typed = paper.typed(asked, 1, 0, answer)
    made = read(asked.sessions[1].lines[0], typed, asked.unit)
    assert [each.problem or each.question for each in made] == ["", ""]
    sheet_saving.save(asked, typed)
    assert [(e.load_kg, e.reps, e.pain) for e in stored(asked)] == [(100.0, 5, 2), (95.0, 5, None)]


def test_what_was_taken_as_planned_and_answered_without_pain_told_is_asked_about(
    paper, asked
) -> None:
    made = read(asked.sessions[1].lines[0], paper.typed(asked, 1, 0, "="), asked.unit)
    assert [each.question.partition(":")[0] for each in made] == ["Pain 7 out of 10 on 2 Nov"] * 2


def test_a_load_beside_the_plan_is_typed_where_pain_left_none_on_paper(paper, asked) -> None:
    typed = paper.typed(asked, 1, 0, "100x5", "= p2")
    (_, second) = read(asked.sessions[1].lines[0], typed, asked.unit)
    assert second.problem == "No load is on the sheet. Type 60x5 for 60 and 5."


def test_no_load_of_monday_is_taken_where_none_was_planned_nor_typed(paper, lifter: int) -> None:
    grid = planned_twice(lifter, paper, PlannedSet(5, 5))
    typed = paper.typed(grid, 0, 0, "100x5 p7") | paper.typed(grid, 1, 0, "5")
    sheet_saving.save(grid, typed)
    again = paper.again(grid)
    made = read(again.sessions[1].lines[0], paper.typed(again, 1, 0, "= p2"), again.unit)
    assert made[0].problem == "No load is on the sheet. Type 60x5 for 60 and 5."


def test_what_hurt_on_the_day_that_was_trained_first_is_asked_about_whatever_the_order_on_paper(
    paper, twice
) -> None:
    days = {twice.sessions[0].on_key: "2026-11-05", twice.sessions[1].on_key: "2026-11-02"}
    typed = paper.typed(twice, 0, 0, "100x5", "100x5") | paper.typed(twice, 1, 0, "100x5 p7")
    assert sheet_saving.save(twice, typed | days).doubted == 2
    again = paper.again(twice)
    asked = read(again.sessions[0].lines[0], {}, again.unit)
    assert [made.question.partition(":")[0] for made in asked] == ["Pain 7 out of 10 on 2 Nov"] * 2


def test_pain_before_a_day_that_is_typed_is_asked_about(paper, lifter: int, grid) -> None:
    done = LoggedSet(100.0, 5, pain=7)
    tuesday = Session(date(2026, 11, 3), (LoggedExercise(SQUAT, (done,)),), finished=True)
    log.add_session(lifter, tuesday)
    moved = {grid.sessions[0].on_key: "2026-11-04"}
    saved = sheet_saving.save(paper.again(grid), paper.typed(grid, 0, 0, "100x5") | moved)
    assert saved.doubted == 1


def test_what_was_done_instead_is_asked_about_too(paper, lifter: int, grid) -> None:
    done = LoggedSet(80.0, 5, pain=7)
    before = Session(BEFORE, (LoggedExercise("front-squat", (done,)),), finished=True)
    log.add_session(lifter, before)
    sheet_saving.save(grid, paper.typed(grid, 0, 0, "100x5"))
    (slot, *_) = max(log.sessions(lifter), key=lambda made: made.on).exercises
    log.update_logged_exercise(replace(slot, exercise="front-squat"))
    again = paper.again(grid)
    assert ASKED in questions(again, paper.typed(again, 0, 0, "100x5", "80x5"))


def test_a_set_that_is_in_doubt_itself_answers_for_none(paper, hurt_grid) -> None:
    edits = paper.typed(hurt_grid, 0, 0, "100x5", "600x5 p0")
    assert questions(hurt_grid, edits)[0] == ASKED
    meant = paper.typed(hurt_grid, 0, 0, "100x5", "600x5 p0!")
    assert questions(hurt_grid, meant)[0] == ""


def test_a_set_that_is_freed_by_another_box_keeps_its_load_as_it_was_typed(paper, hurt_grid):
    sheet_saving.save(hurt_grid, paper.typed(hurt_grid, 0, 0, "61.125x5", "100x5"))
    again = paper.again(hurt_grid)
    sheet_saving.save(again, {paper.keys(again, 0, 0)[1]: "100x5 p0"})
    assert [(entry.load_kg, entry.flags) for entry in stored(again)] == [
        (61.125, frozenset()),
        (100.0, frozenset()),
    ]
