"""The columns of a sheet have room for what stands in them, also while no load is printed."""

from __future__ import annotations

import pytest

from planner.coach.print_choice import Layout
from planner.coach.sheet import NOTHING, Sheet, SheetLine, SheetSession
from planner.ui import theme
from planner.ui.sheet_frame import Paper
from planner.ui.sheet_layout import pages
from planner.ui.sheet_marks import Text

A4, LETTER = Paper(297, 210), Paper(279.4, 215.9)
A4_PORTRAIT, LETTER_PORTRAIT = Paper(210, 297), Paper(215.9, 279.4)
SETS = ("2×10–15", "2×6–8\neach side", "4×8; 2×12", "3×30 s")


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    theme.load_fonts()


def week(*lines: SheetLine) -> Sheet:
    """Return a week of sessions that are alike."""
    sessions = tuple(SheetSession(f"{day} · Session", "", lines) for day in ("Mon", "Thu"))
    told = ("No load is suggested until a professional has cleared this.",)
    return Sheet(
        "Sam", "Block", "", sessions, told, "", ("Sleep",), "kg", "kg", "printed today", "AB12CD34"
    )


def waiting(sets: str) -> SheetLine:
    return SheetLine("Dumbbell press", sets, NOTHING, NOTHING, "", "2 min", 3, "", "")


def loaded(load: str, rir: str) -> SheetLine:
    return SheetLine("Plank", "5", load, rir, "", "1 min", 1, "", "")


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("paper", [A4, LETTER, A4_PORTRAIT, LETTER_PORTRAIT])
@pytest.mark.parametrize("beside", [(), (loaded("5", NOTHING),), (loaded(NOTHING, "2"),)])
def test_sets_without_load_and_reserve_are_not_broken(paper, layout, beside):
    made = pages(week(*map(waiting, SETS), *beside), paper, layout)
    words = [mark.words for page in made for mark in page if isinstance(mark, Text)]
    wanted = {part for sets in SETS for part in sets.split("\n")}
    assert wanted <= set(words)
