"""A week whose sheet is typed back, and what stands in its boxes."""

from __future__ import annotations

from datetime import date

import pytest

from planner.coach import sheet_grid
from planner.coach.sheet_grid import SheetGrid
from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import plan

MONDAY = date(2026, 11, 2)
HEAVY = PlannedSet(5, 5, rir=2.0, load_kg=100.0, load=100.0)


class Paper:
    """The boxes of a sheet, by the places of the session and of the line in it."""

    def __init__(self, today: date) -> None:
        self.today = today

    def keys(self, grid: SheetGrid, session: int, line: int) -> list[str]:
        return [box.key for box in grid.sessions[session].lines[line].boxes]

    def typed(self, grid: SheetGrid, session: int, line: int, *texts: str) -> dict[str, str]:
        return dict(zip(self.keys(grid, session, line), texts, strict=False))

    def again(self, grid: SheetGrid) -> SheetGrid:
        return sheet_grid.sheet_grid(grid.lifter_id, grid.week_id, self.today)

    def texts(self, grid: SheetGrid, session: int, line: int) -> list[str]:
        return [box.text for box in grid.sessions[session].lines[line].boxes]


@pytest.fixture
def paper(today: date) -> Paper:
    return Paper(today)


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
