"""What of a sheet is still to answer, as it stands there: unread, in doubt, without a load."""

from __future__ import annotations

from typing import NamedTuple

from planner.coach.sheet_boxes import ASKED
from planner.coach.sheet_grid import Edits, SheetGrid, read, texts_of


class Amber(NamedTuple):
    """Boxes with a `?`, boxes that look like a slip, and boxes whose load nobody wrote down."""

    unread: int = 0
    doubted: int = 0
    without_load: int = 0


def amber(grid: SheetGrid, edits: Edits) -> Amber:
    """Count the boxes of a sheet that are to answer; what says nothing yet is none of them."""
    unread = doubted = without_load = 0
    for line in (line for session in grid.sessions for line in session.lines):
        for text, made in zip(texts_of(line, edits), read(line, edits, grid.unit), strict=True):
            unread += text.strip() == ASKED
            doubted += bool(made.question)
            bare = made.sets and made.remark and not made.question
            without_load += bool(bare) and text.strip() != ASKED
    return Amber(unread, doubted, without_load)
