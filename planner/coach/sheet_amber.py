"""What of a sheet is still to answer, as it stands there: unread, in doubt, without a load."""

from __future__ import annotations

from typing import NamedTuple

from planner.coach.sheet_boxes import ASKED, Reading
from planner.coach.sheet_grid import Box, Edits, SheetGrid, read, texts_of
from planner.engine.terms import SUSPECT, UNREAD


class Amber(NamedTuple):
    """Boxes with a `?`, boxes that look like a slip, and boxes whose load nobody wrote down."""

    unread: int = 0
    doubted: int = 0
    without_load: int = 0


def amber(grid: SheetGrid, edits: Edits) -> Amber:
    """Count the boxes of a sheet that are to answer; one whose text says nothing yet counts for
    what the log has in its place."""
    unread = doubted = without_load = 0
    for line in (line for session in grid.sessions for line in session.lines):
        made = read(line, edits, grid.unit)
        for box, text, each in zip(line.boxes, texts_of(line, edits), made, strict=True):
            asked = text.strip() == ASKED
            unread += asked or _stays(box, each, UNREAD)
            doubted += bool(each.question) or _stays(box, each, SUSPECT)
            without_load += bool(each.sets and each.remark and not each.question and not asked)
    return Amber(unread, doubted, without_load)


def _stays(box: Box, made: Reading, flag: str) -> bool:
    """Say whether a text that says nothing leaves a stored set with a flag."""
    stored = box.row.logged
    return bool(made.problem) and stored is not None and flag in stored.flags
