"""A sheet is typed back as it was printed: loads kept back are, and more than a limit is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.coach import health, logging, printing, scope, sheet_grid, sheet_saving, typing_back
from planner.coach.sheet_boxes import planned_text
from planner.coach.sheet_grid import SheetGrid, read
from planner.engine.terms import (
    Intake,
    LoggedSet,
    ReferralSource,
    Restriction,
    Topic,
    Unit,
)
from planner.storage import log

MONDAY = date(2026, 11, 2)
QUESTION = "100 kg? At most 40 kg (Dr Ruiz)."
ASKS = "No load is on the sheet. Type 60x5 for 60 and 5."


@pytest.fixture
def limit() -> Restriction:
    return Restriction(MONDAY, None, "Dr Ruiz", exercise="back-squat", most_kg=40.0)


def printed(lifter: int) -> tuple[str, str]:
    """Return the load and the check of the code of the sheet as it is printed on Monday."""
    sheet = printing.week_sheet(lifter, MONDAY, MONDAY)
    return sheet.sessions[0].lines[0].load, sheet.code[typing_back.CODE_LENGTH :].lower()


def opened(lifter: int, week: int, today: date, check: str = "") -> SheetGrid:
    return sheet_grid.sheet_grid(lifter, week, today, check)


def says(grid: SheetGrid, *texts: str, line: int = 0) -> list[tuple[float | None, str]]:
    """Return the load and the question or problem of what is typed in the boxes of a line."""
    made = grid.sessions[0].lines[line]
    edits = dict(zip((box.key for box in made.boxes), texts, strict=False))
    return [
        (each.sets[0].load_kg if each.sets else None, each.question or each.problem)
        for each in read(made, edits, Unit.KG)[: len(texts)]
    ]


def shows(grid: SheetGrid) -> tuple[str, str]:
    """Return the words of the squats and what stands in their first box."""
    line = grid.sessions[0].lines[0]
    return line.words, planned_text(line.boxes[0].row, line.exercise, Unit.KG)


def test_as_planned_is_what_the_paper_printed_and_more_is_asked_about(
    lifter: int, week: int, today: date, limit: Restriction
) -> None:
    scope.keep(lifter, limit)
    load, check = printed(lifter)
    assert load == "≤ 40"
    for grid in (opened(lifter, week, today), opened(lifter, week, today, check)):
        assert not grid.replanned
        assert shows(grid) == ("3×5 · ≤ 40", "≤ 40×5")
        assert says(grid, ".", "5", "40x5") == [(40.0, "")] * 3
        assert says(grid, "100x5") == [(100.0, QUESTION)]
        assert says(grid, "100x5!", "5", "100x5") == [(100.0, "")] * 3
        assert says(grid, "40x5", "60x5")[1] == (60.0, "60 kg? At most 40 kg (Dr Ruiz).")


def test_a_load_over_a_limit_stays_in_doubt_until_it_is_confirmed(
    lifter: int, week: int, today: date, limit: Restriction, paper
) -> None:
    scope.keep(lifter, limit)
    grid = opened(lifter, week, today)
    assert sheet_saving.save(grid, paper.typed(grid, 0, 0, "100x5")) == (0, 0, 1, {}, 0, ())
    again = opened(lifter, week, today)
    assert says(again, "100x5") == [(100.0, QUESTION)]
    assert sheet_saving.save(again, paper.typed(again, 0, 0, "100x5!")) == (1, 0, 0, {}, 0, ())
    assert says(opened(lifter, week, today), "100x5", "100x5") == [(100.0, "")] * 2


def test_a_sheet_from_before_the_limit_has_its_own_loads_which_are_asked_about(
    lifter: int, week: int, today: date, limit: Restriction
) -> None:
    load, check = printed(lifter)
    assert load == "100"
    scope.keep(lifter, limit)
    grid = opened(lifter, week, today, check)
    assert not grid.replanned
    assert shows(grid) == ("3×5 @2 · 100", "100×5")
    assert says(grid, ".", "5") == [(100.0, QUESTION)] * 2
    assert says(grid, ".!", "=", "5") == [(100.0, "")] * 3


def test_a_sheet_from_before_a_limit_was_lifted_asks_what_was_done(
    lifter: int, week: int, today: date, limit: Restriction
) -> None:
    scope.keep(lifter, limit)
    _, check = printed(lifter)
    scope.delete(scope.restrictions(lifter)[0])
    grid = opened(lifter, week, today, check)
    assert grid.replanned
    assert says(grid, ".") == [(None, "Nothing is planned here. Type what is written.")]


def test_a_limit_of_the_day_of_training_is_asked_about_after_its_end(
    lifter: int, week: int, today: date, limit: Restriction
) -> None:
    scope.keep(lifter, replace(limit, until=MONDAY))
    _, check = printed(lifter)
    grid = opened(lifter, week, today, check)
    assert not grid.replanned
    assert says(grid, ".", "100x5") == [
        (40.0, ""),
        (100.0, "100 kg? At most 40 kg, until 2 Nov (Dr Ruiz)."),
    ]


def test_a_load_that_nobody_printed_has_to_be_typed(squatter: int, week: int, today: date) -> None:
    before = printed(squatter)[1]
    health.raise_referral(
        squatter, Topic.STRONG_PAIN, MONDAY, ReferralSource.LOG, exercise="back-squat"
    )
    load, check = printed(squatter)
    assert load == "–"
    grid = opened(squatter, week, today, check)
    assert not grid.replanned
    assert shows(grid) == ("3×5 · –", "5")
    asks = (None, ASKS)
    assert says(grid, ".", "5", "60x5") == [asks, asks, (60.0, "")]
    assert says(grid, "60x5", "5", "0x5") == [(60.0, ""), (60.0, ""), (0.0, "")]
    assert says(grid, ".", line=1) == [(None, "")]
    assert says(opened(squatter, week, today, before), ".") == [(100.0, "")]


def test_who_waits_for_a_clearance_has_no_load_in_any_line(
    squatter: int, week: int, today: date
) -> None:
    health.answer(squatter, Intake(MONDAY, ((Topic.CARDIAC_EVENT, True),)))
    grid = opened(squatter, week, today)
    lines = [line.words for made in grid.sessions for line in made.lines]
    assert lines == ["3×5 · –", "2×45s · –", "2×8–12 · –"]


def test_what_was_done_instead_keeps_to_its_own_limit(
    squatter: int, week: int, today: date, limit: Restriction, paper
) -> None:
    scope.keep(squatter, replace(limit, exercise="front-squat"))
    grid = opened(squatter, week, today)
    key = logging.start_planned(squatter, grid.sessions[0].planned_session_id, MONDAY)
    logging.swap(log.session(key).exercises[0].id or 0, "front-squat")
    assert says(paper.again(grid), "100x5") == [(100.0, QUESTION)]


def test_a_box_that_waits_for_its_load_goes_on_asking_after_it_was_saved(
    squatter: int, week: int, today: date, paper
) -> None:
    health.answer(squatter, Intake(MONDAY, ((Topic.CARDIAC_EVENT, True),)))
    grid = opened(squatter, week, today)
    saved = sheet_saving.save(grid, paper.typed(grid, 0, 0, "5", "60x5"))
    again = opened(squatter, week, today)
    assert paper.texts(again, 0, 0) == ["?", "60x5", ""]
    assert set(saved.left) == set(paper.typed(again, 0, 0, "5"))
    assert says(again, "5") == says(again, ".") == [(None, ASKS)]
    assert sheet_saving.save(again, saved.left).left == saved.left
    loads = [entry.load_kg for entry in log.sessions(squatter)[-1].exercises[0].sets]
    assert loads == [None, 60.0]


def test_a_set_stored_without_a_load_takes_none_that_nobody_wrote(
    squatter: int, week: int, today: date
) -> None:
    health.answer(squatter, Intake(MONDAY, ((Topic.CARDIAC_EVENT, True),)))
    planned = opened(squatter, week, today).sessions[0].planned_session_id
    key = logging.start_planned(squatter, planned, MONDAY)
    logging.log_sets(log.session(key).exercises[0].id or 0, [LoggedSet(None, 5)])
    assert says(opened(squatter, week, today), "6") == [(None, "")]
