"""A sheet with shares of strength is typed back with the loads it was printed with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import printing, sheet_grid, sheet_saving, typing_back, week_edits
from planner.coach.sheet_boxes import planned_text
from planner.coach.sheet_grid import SheetGrid
from planner.engine.terms import (
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
    Unit,
)
from planner.storage import log, plan

MONDAY, DAY = date(2026, 11, 2), timedelta(days=1)
SHARE = PlannedSet(5, 5, percent_e1rm=80.0)
SPREAD = [replace(SHARE, percent_e1rm=float(share)) for share in range(50, 98, 2)]
STRONG = LoggedSet(105.0, 7, rir=2.0, load=105.0)


def planned(lifter: int, *sets: PlannedSet) -> int:
    """Plan squats at 80 %, or other sets of them, on Monday, Wednesday and Friday."""
    squats = (PlannedExercise("back-squat", sets or (SHARE,) * 3),)
    made = tuple(PlannedSession(f"Day {day}", day, squats) for day in (0, 2, 4))
    block = Mesocycle("Block", MONDAY, weeks=(Microcycle(1, MONDAY, made),))
    return plan.mesocycle(plan.add_mesocycle(lifter, block)).weeks[0].id or 0


@pytest.fixture
def week(squatter: int) -> int:
    return planned(squatter)


def squatted(lifter: int, last: date) -> None:
    """Squat three sets of five once a week for ten weeks, the last time on a day."""
    entry = LoggedSet(100.0, 5, rir=2.0, load=100.0)
    slot = LoggedExercise("back-squat", (entry,) * 3)
    for week in range(10):
        log.add_session(lifter, Session(last - week * 7 * DAY, (slot,), finished=True))


def printed(lifter: int, on: date) -> tuple[str, list[str]]:
    """Return the check and the loads of the sheet as it is printed on a day."""
    sheet = printing.week_sheet(lifter, MONDAY, on)
    loads = [session.lines[0].load.partition(" ")[0] for session in sheet.sessions]
    return sheet.code[typing_back.CODE_LENGTH :].lower(), loads


def hints(grid: SheetGrid) -> list[str]:
    """Return what stands grey in the first box of each session."""
    lines = [session.lines[0] for session in grid.sessions]
    return [planned_text(each.boxes[0].row, each.exercise, Unit.KG) for each in lines]


def strong_day(lifter: int, on: date, planned: int | None = None) -> None:
    slot = LoggedExercise("back-squat", (STRONG,) * 3)
    log.add_session(lifter, Session(on, (slot,), finished=True, planned_session_id=planned))


def test_results_that_come_in_leave_the_loads_that_were_printed(
    squatter: int, week: int, paper
) -> None:
    today = MONDAY + 7 * DAY
    check, loads = printed(squatter, today)
    grid = sheet_grid.sheet_grid(squatter, week, today, check)
    before = hints(grid)
    assert before == [f"{load}×5" for load in loads]
    sheet_saving.save(grid, paper.typed(grid, 0, 0, *["105x7@2"] * 3))
    assert printed(squatter, today)[1] != loads
    for code in (check, ""):
        shown = sheet_grid.sheet_grid(squatter, week, today, code)
        assert not shown.replanned
        assert hints(shown) == before
    shown = sheet_grid.sheet_grid(squatter, week, today, check)
    assert sheet_saving.save(shown, paper.typed(shown, 1, 0, "=", "5", "4")).left == {}
    wednesday = log.sessions(squatter)[-1].exercises[0].sets
    assert [f"{entry.load:g}×5" for entry in wednesday] == [before[1]] * 3


def test_a_sheet_printed_before_the_week_is_known_whatever_was_logged_since(
    squatter: int, week: int
) -> None:
    check, loads = printed(squatter, MONDAY - DAY)
    ids = [each.id for each in plan.week(week).sessions]
    strong_day(squatter, MONDAY, ids[0])
    strong_day(squatter, MONDAY + DAY)
    assert printed(squatter, MONDAY + 8 * DAY)[1] != loads
    shown = sheet_grid.sheet_grid(squatter, week, MONDAY + 8 * DAY, check)
    assert not shown.replanned
    assert hints(shown) == [f"{load}×5" for load in loads]


def test_a_sheet_printed_before_last_weeks_was_typed_is_known(squatter: int, week: int) -> None:
    check, loads = printed(squatter, MONDAY - DAY)
    strong_day(squatter, MONDAY - 3 * DAY)
    strong_day(squatter, MONDAY - 2 * DAY)
    assert printed(squatter, MONDAY + 4 * DAY)[1] != loads
    shown = sheet_grid.sheet_grid(squatter, week, MONDAY + 4 * DAY, check)
    assert not shown.replanned
    assert hints(shown) == [f"{load}×5" for load in loads]


def test_a_sheet_printed_the_day_before_is_known_when_a_whole_week_was_untyped(
    lifter: int,
) -> None:
    squatted(lifter, MONDAY - 9 * DAY)
    week = planned(lifter)
    check, loads = printed(lifter, MONDAY - DAY)
    strong_day(lifter, MONDAY - 6 * DAY)
    strong_day(lifter, MONDAY - 4 * DAY)
    assert printed(lifter, MONDAY + 4 * DAY)[1] != loads
    shown = sheet_grid.sheet_grid(lifter, week, MONDAY + 4 * DAY, check)
    assert not shown.replanned
    assert hints(shown) == [f"{load}×5" for load in loads]


def test_another_lift_for_the_same_muscles_moves_no_load_after_a_rest(lifter: int) -> None:
    squatted(lifter, MONDAY - 40 * DAY)
    week, today = planned(lifter, *SPREAD), MONDAY + 7 * DAY
    before = sheet_grid.sheet_grid(lifter, week, today, printed(lifter, today)[0])
    pressed = LoggedExercise("leg-press", (LoggedSet(150.0, 8, rir=2.0, load=150.0),) * 3)
    monday = plan.week(week).sessions[0].id
    log.add_session(lifter, Session(MONDAY, (pressed,), finished=True, planned_session_id=monday))
    assert printed(lifter, today)[0] != before.check
    shown = sheet_grid.sheet_grid(lifter, week, today, before.check)
    assert not shown.replanned
    assert shown.sessions[2] == before.sessions[2]


def test_a_sheet_printed_four_days_before_its_week_is_known_after_a_rest_too(lifter: int) -> None:
    squatted(lifter, MONDAY - 40 * DAY)
    week = planned(lifter, *SPREAD)
    check, _ = printed(lifter, MONDAY - 4 * DAY)
    strong_day(lifter, MONDAY - 3 * DAY)
    assert not sheet_grid.sheet_grid(lifter, week, MONDAY + 4 * DAY, check).replanned


def test_a_sheet_printed_in_the_week_knows_what_was_done_before(squatter: int, week: int) -> None:
    ids = [each.id for each in plan.week(week).sessions]
    strong_day(squatter, MONDAY, ids[0])
    check, loads = printed(squatter, MONDAY + DAY)
    strong_day(squatter, MONDAY + 2 * DAY, ids[1])
    assert printed(squatter, MONDAY + 7 * DAY)[1] != loads
    shown = sheet_grid.sheet_grid(squatter, week, MONDAY + 7 * DAY, check)
    assert not shown.replanned
    assert hints(shown)[2] == f"{loads[2]}×5"


def test_another_share_turns_the_sheet_off(squatter: int, week: int, paper) -> None:
    today = MONDAY + 7 * DAY
    check, _ = printed(squatter, today)
    grid = sheet_grid.sheet_grid(squatter, week, today, check)
    sheet_saving.save(grid, paper.typed(grid, 0, 0, *["105x7@2"] * 3))
    last = plan.week(week).sessions[2].exercises[0].id or 0
    week_edits.prescribe(last, (replace(SHARE, percent_e1rm=60.0),) * 3)
    assert sheet_grid.sheet_grid(squatter, week, today, check).replanned
